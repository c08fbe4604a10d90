import type { Extractor } from './extractor.js';

export const transfer: Extractor<'transfer'> = {
  kind: 'transfer',
  *extract() {},
};
