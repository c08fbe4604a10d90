import type { Extractor } from './extractor.js';

export const minimumAge: Extractor<'minimum-age'> = {
  kind: 'minimum-age',
  *extract() {},
};
