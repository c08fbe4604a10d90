import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const purposes = async (text: string): Promise<string> =>
  (await claimsOf('purpose', text))
    .map((claim) => `${claim.scope.purpose?.join('+')}${claim.polarity === 'negated' ? '!' : ''}`)
    .join(', ');

describe('purpose', () => {
  it.each([
    ['We use your data to prevent fraud.', 'fraud-prevention'],
    ['Your address is used for marketing.', 'marketing'],
    ['We do not use your data for advertising.', 'advertising!'],
    ['We collect your e-mail address to send you receipts.', 'service-messages'],
    ['We process your data in order to process payments and to prevent fraud.', 'payment-processing, fraud-prevention'],
    ['We use your data to:\n\n- prevent fraud\n- process payments\n', 'fraud-prevention, payment-processing'],
    ['## How we use your data\n\n- Process payments\n', 'payment-processing'],
    ['We do not use your data for:\n\n- marketing\n', 'marketing!'],
    ['| Data | Purpose |\n| --- | --- |\n| Card number | Process payments |\n', 'payment-processing'],
  ])('%s', async (text, expected) => expect(await purposes(text)).toBe(expected));

  it.each([['Google uses your data for advertising.'], ['If we use your data for marketing, we ask first.'], ['We prevent fraud.']])(
    'is none: %s',
    async (text) => expect(await purposes(text)).toBe(''),
  );

  it('gives a purpose that the vocabulary does not know in its own words', async () => {
    const [claim] = await claimsOf('purpose', 'We use your name to greet you in the lobby.');
    expect(claim?.value.purpose).toBe('greet you in the lobby');
    expect(claim?.scope.purpose ?? []).toEqual([]);
  });

  it('says which data, where the sentence does', async () => {
    const [claim] = await claimsOf('purpose', 'We use your IP address to prevent fraud.');
    expect(claim).toMatchObject({ value: { purpose: 'prevent fraud' }, scope: { data: ['ip-address'], action: 'use' } });
  });
});
