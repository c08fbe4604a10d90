import type { Extractor } from './extractor.js';

export const dataCategory: Extractor<'data-category'> = {
  kind: 'data-category',
  *extract() {},
};
