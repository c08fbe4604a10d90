import type { Extractor } from './extractor.js';

export const policyChange: Extractor<'policy-change'> = {
  kind: 'policy-change',
  *extract() {},
};
