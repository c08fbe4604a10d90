import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('marketing', () => {
  it.each([
    ['We send you promotional e-mails.', 'affirmed', false],
    ['We use your address for direct marketing. You can unsubscribe at any time.', 'affirmed', true],
    ['Our partners use this to show you relevant ads.', 'affirmed', false],
    ['You may opt out of marketing messages.', 'affirmed', true],
    ['If you do not wish to receive our newsletter, tell us.', 'affirmed', true],
    ['We use your data to:\n\n- send you special offers\n', 'affirmed', false],
    ['We do not use your data for marketing.', 'negated', false],
    ['The app contains no advertising.', 'negated', false],
    ['Our paid applications do not contain advertising.', 'negated', false],
    ['We will never advertise to you.', 'negated', false],
    ["We don't show ads.", 'negated', false],
    ['Your data are not used for advertising.', 'negated', false],
    ['We never share your address with others for their marketing purposes.', 'negated', false],
    ['## What we never do\n\n- Advertising of any kind\n', 'negated', false],
  ])('%s', async (text, polarity, optOut) => {
    const claims = await claimsOf('marketing', text);
    expect(claims[0]).toMatchObject({ polarity, value: { 'opt-out': optOut } });
  });

  it.each([
    ['We do not use advertising cookies.'],
    ['We collect:\n\n- Commercial Information\n'],
    ['The service is not marketed to children under 13.'],
    ['We are active in the European market.'],
    ['We do not sell your data to advertisers.'],
    ['We keep your marketing preference.'],
  ])('is none: %s', async (text) => expect(await claimsOf('marketing', text)).toEqual([]));

  it('keeps the exception of a denial', async () => {
    const [claim] = await claimsOf('marketing', 'We will not use your data for marketing unless you agree.');
    expect(claim).toMatchObject({ polarity: 'negated', scope: { exception: 'unless you agree' } });
  });
});
