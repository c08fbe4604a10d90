import type { Extractor } from './extractor.js';

export const purpose: Extractor<'purpose'> = {
  kind: 'purpose',
  *extract() {},
};
