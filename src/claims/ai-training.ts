import type { Extractor } from './extractor.js';

export const aiTraining: Extractor<'ai-training'> = {
  kind: 'ai-training',
  *extract() {},
};
