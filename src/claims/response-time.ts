import type { Extractor } from './extractor.js';

export const responseTime: Extractor<'response-time'> = {
  kind: 'response-time',
  *extract() {},
};
