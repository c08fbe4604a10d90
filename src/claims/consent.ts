import type { Extractor } from './extractor.js';

export const consent: Extractor<'consent'> = {
  kind: 'consent',
  *extract() {},
};
