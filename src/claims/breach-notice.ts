import type { Extractor } from './extractor.js';

export const breachNotice: Extractor<'breach-notice'> = {
  kind: 'breach-notice',
  *extract() {},
};
