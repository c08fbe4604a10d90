import type { Extractor } from './extractor.js';

export const representative: Extractor<'representative'> = {
  kind: 'representative',
  *extract() {},
};
