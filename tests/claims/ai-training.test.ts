import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('ai-training', () => {
  it.each([
    ['We use your messages to train our language models.', 'affirmed'],
    ['Your content may be used for training AI systems.', 'affirmed'],
    ['We do not use your files to train AI models.', 'negated'],
    ['Your photos are never used for AI training.', 'negated'],
    ['We restrict our AI providers from training their models on your files.', 'negated'],
    ['We do not use personal data for the purpose of training language models.', 'negated'],
    ['AI training is not done with your data.', 'negated'],
    ['We make sure that your name is never disclosed to AI models, such as by training an AI with it.', 'negated'],
  ])('%s', async (text, polarity) => {
    expect((await claimsOf('ai-training', text)).map((claim) => claim.polarity)).toEqual([polarity]);
  });

  it.each([
    ['We train our staff in data protection.'],
    ['Our AI features answer your questions.'],
    ['You can decide whether we use your content to train our AI models.'],
    ['You can opt out of model training in the settings.'],
    ['Harbor also states that it does not use inputs to train its models.'],
    ['**AI training control.** You find it in the settings.'],
    ['Training videos are stored in the cloud.'],
  ])('is none: %s', async (text) => expect(await claimsOf('ai-training', text)).toEqual([]));

  it.each([
    ['We do not use your files to train our AI models.', undefined],
    ['We do not use your files to train our or third-party AI models.', undefined],
    ['We do not use your files to train publicly available AI models.', 'publicly available AI models'],
    ['We do not use data obtained from your calendar to train AI models.', 'obtained from your calendar'],
    ['If you are on the paid plan, your files are not used to train AI models.', 'If you are on the paid plan'],
  ])('is denied within its limits: %s', async (text, limit) =>
    expect((await claimsOf('ai-training', text)).map(({ polarity, value }) => [polarity, value.limit])).toEqual([['negated', limit]]),
  );
});
