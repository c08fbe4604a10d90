import type { Extractor } from './extractor.js';

export const contact: Extractor<'contact'> = {
  kind: 'contact',
  *extract() {},
};
