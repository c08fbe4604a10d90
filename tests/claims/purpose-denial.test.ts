import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const limits = async (text: string): Promise<readonly unknown[]> =>
  (await claimsOf('purpose', text)).filter(({ polarity }) => polarity === 'negated').map(({ value }) => value.limit);

describe('the denial of a purpose', () => {
  it.each([
    ['We do not share tea lists with other clubs for their own marketing.', 'share tea lists with other clubs'],
    ['Your number is never sold to or shared with third parties for marketing.', 'sold to or shared with third parties'],
    ['We will not share your personal data for advertising.', 'share your personal data'],
    ['We do not sell or share your data for marketing.', 'sell or share your data'],
    ['We do not share your data with third parties for the following purposes:\n\n- marketing\n', 'with third parties'],
    ['We do not use your tea diary for advertising.', 'your tea diary'],
    ['Our club does not use what you say in the tea room to show you ads.', 'what you say in the tea room'],
    ['We do not use information that you enter in the diary for advertising.', 'information that you enter in the diary'],
    ['Tea diaries are never used for advertising.', 'Tea diaries'],
    ['These numbers are kept in a safe and are not used for advertising.', 'These numbers'],
    ['They are not used for advertising.', 'They'],
    ['We store tea diaries (cups are not used for advertising).', 'cups'],
    ['We do not use such pictures for advertising.', 'such pictures'],
    ['We will not use your data for advertising if you close the account.', 'if you close the account'],
  ])('is limited to what it is of: %s', async (text, expected) => expect(await limits(text)).toContain(expected));

  it.each([
    ['We do not use your data for advertising.'],
    ['We do not use the personal information that we collect from you for advertising.'],
    ['Your personal data is never used for advertising.'],
    ['We do not use, rent or share any of your personal information for advertising.'],
    ['We do not use your data for:\n\n- advertising\n'],
  ])('is limited to nothing where no data are told apart: %s', async (text) => expect(await limits(text)).toEqual([undefined]));
});
