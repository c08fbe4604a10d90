import type { Extractor } from './extractor.js';

export const effectiveDate: Extractor<'effective-date'> = {
  kind: 'effective-date',
  *extract() {},
};
