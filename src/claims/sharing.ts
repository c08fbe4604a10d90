import type { Extractor } from './extractor.js';

export const sharing: Extractor<'sharing'> = {
  kind: 'sharing',
  *extract() {},
};
