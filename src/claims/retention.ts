import type { Extractor } from './extractor.js';

export const retention: Extractor<'retention'> = {
  kind: 'retention',
  *extract() {},
};
