import type { Extractor } from './extractor.js';

export const processorCategory: Extractor<'processor-category'> = {
  kind: 'processor-category',
  *extract() {},
};
