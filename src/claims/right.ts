import type { Extractor } from './extractor.js';

export const right: Extractor<'right'> = {
  kind: 'right',
  *extract() {},
};
