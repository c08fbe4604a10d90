import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** Each denial of data as "action category (limit; exception)". */
const denied = async (text: string): Promise<string[]> =>
  (await claimsOf('data-category', text)).flatMap(({ value, polarity }) =>
    polarity === 'negated'
      ? [
          [value.action, value.category, value.limit && `(${value.limit})`, value.exception && `[${value.exception}]`]
            .filter(Boolean)
            .join(' '),
        ]
      : [],
  );

describe('a denial keeps what it is limited to', () => {
  it.each([
    ['We do not sell your personal information as defined by the CCPA.', 'sell personal data (as defined by the CCPA)'],
    ['We do not sell your personal data in the conventional sense.', 'sell personal data (in the conventional sense)'],
    ['We do not share your personal data with anyone in exchange for money.', 'share personal data (in exchange for money)'],
    ['We never store passwords in cookies.', 'store password (in cookies)'],
    ['We do not store any personal data in China.', 'store personal data (in China)'],
    ['We do not store passwords for your third-party accounts.', 'store password (for your third-party accounts)'],
    ['We do not collect your photos without your parents’ consent.', 'collect photo or picture [without your parents’ consent]'],
    ['We do not share your personal data with our advertising partners.', 'share personal data (with our advertising partners)'],
    ['We do not knowingly collect personal data pertaining to children.', "collect children's data"],
    [
      'We do not disclose personal data to recipients based outside Tideland.',
      'share personal data (to recipients based outside Tideland)',
    ],
    ['We do not process special category data (such as information about your race).', 'use racial or ethnic origin'],
    ['We do not process special category personal data.', 'use special categories of personal data'],
  ])('%s', async (text, expected) => expect(await denied(text)).toContain(expected));

  it('is of children, and of no age', async () =>
    expect(await denied('We do not knowingly collect personal data from individuals under this age.')).toEqual([
      "collect children's data",
    ]));

  it('keeps the limit of one denial to itself', async () =>
    expect(await denied('We never sell your photos, nor do we collect your browsing history on other sites.')).toEqual([
      'sell photo or picture',
      'collect browsing history (on other sites)',
    ]));
});

describe('a denial of something else denies no data', () => {
  it.each([
    'We may collect information that does not identify you or your household.',
    'We use this photo for the tide table, and the berth is not shared with anyone.',
    'Our portal does not use cookies to collect personal data from your device.',
    'Cookies cannot be used to run programs.',
    'Crash data is never used for harbour experiences.',
    'We do not ask you for personal data we do not need.',
    'We do not require your user name to be your real name.',
    'You can use most of the harbour without sharing any contact details.',
    'Our personnel will never ask you for your password.',
    'We do not use personal data of visitors for model training.',
    'You may decline to provide your name when it is asked for.',
    'This does not mean that your data will be shared.',
    'We do not keep permanent IP logs.',
  ])('%s', async (text) => expect(await denied(text)).toEqual([]));
});

describe('words beside data that name none', () => {
  it.each([
    'We may receive an updated tide table from the institution issuing your credit card.',
    'We collect tide tables from your credit card issuer.',
    'You can adjust who may send you messages.',
    'To close it, send us a note at the aforementioned address.',
    'We record the mobile account number of the berth.',
  ])('%s', async (text) => expect(await claimsOf('data-category', text)).toEqual([]));

  it('lists of what can be managed are no lists of what is collected', async () =>
    expect(
      await claimsOf(
        'data-category',
        '# Your data\n\nYou can manage information about your browser, including:\n\n- Search history: pause and delete it\n',
      ),
    ).toEqual([]));
});
