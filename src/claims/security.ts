import type { Extractor } from './extractor.js';

export const security: Extractor<'security'> = {
  kind: 'security',
  *extract() {},
};
