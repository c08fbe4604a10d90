import type { Extractor } from './extractor.js';

export const controller: Extractor<'controller'> = {
  kind: 'controller',
  *extract() {},
};
