import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('ai-training', () => {
  it.each([
    ['We use your messages to train our language models.', 'affirmed'],
    ['Your content may be used for training AI systems.', 'affirmed'],
    ['We do not use your files to train AI models.', 'negated'],
    ['Your photos are never used for AI training.', 'negated'],
    ['AI training is not done with your data.', 'negated'],
  ])('%s', async (text, polarity) => {
    expect((await claimsOf('ai-training', text)).map((claim) => claim.polarity)).toEqual([polarity]);
  });

  it.each([
    ['We train our staff in data protection.'],
    ['Our AI features answer your questions.'],
    ['Training videos are stored in the cloud.'],
  ])('is none: %s', async (text) => expect(await claimsOf('ai-training', text)).toEqual([]));
});
