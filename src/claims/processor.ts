import type { Extractor } from './extractor.js';

export const processor: Extractor<'processor'> = {
  kind: 'processor',
  *extract() {},
};
