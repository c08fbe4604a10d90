import type { Extractor } from './extractor.js';

export const legalBasis: Extractor<'legal-basis'> = {
  kind: 'legal-basis',
  *extract() {},
};
