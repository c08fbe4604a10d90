import type { Extractor } from './extractor.js';

export const sale: Extractor<'sale'> = {
  kind: 'sale',
  *extract() {},
};
