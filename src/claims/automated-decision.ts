import type { Extractor } from './extractor.js';

export const automatedDecision: Extractor<'automated-decision'> = {
  kind: 'automated-decision',
  *extract() {},
};
