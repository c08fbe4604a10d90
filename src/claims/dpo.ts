import type { Extractor } from './extractor.js';

export const dpo: Extractor<'dpo'> = {
  kind: 'dpo',
  *extract() {},
};
