import type { Extractor } from './extractor.js';

export const marketing: Extractor<'marketing'> = {
  kind: 'marketing',
  *extract() {},
};
