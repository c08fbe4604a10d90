import type { Extractor } from './extractor.js';

export const cookie: Extractor<'cookie'> = {
  kind: 'cookie',
  *extract() {},
};
