import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const sales = async (text: string): Promise<string> =>
  (await claimsOf('sale', text)).map((claim) => `${claim.polarity}${claim.modality === 'hedged' ? '?' : ''}`).join(' ');

describe('sale', () => {
  it.each([
    'We do not sell your personal information.',
    "We don't sell, rent or trade user data to anyone.",
    'We will never sell your e-mail address.',
    'Your data is never sold.',
    'We are not data brokers and do not trade in personal data.',
    'None of the information we hold will be rented or sold.',
    'We show no ads, nor do we sell any customer data.',
    'We sell nothing and share nothing.',
    'We have not sold personal information in the last twelve months.',
    'We are not in the business of selling your data.',
    'Widgetry does not sell the personal data of its users.',
    'We do not "sell" personal information as the CCPA defines it.',
    'We do not sell personal information, including that of minors under 16.',
    'Do you sell my data?\n\nNo.',
    'We will not:\n\n- sell your personal data\n',
  ])('denied: %s', async (text) => expect(await sales(text)).toBe('negated'));

  it.each([
    ['We sell your browsing history to data brokers.', 'affirmed'],
    ['We sell your data and aggregate figures.', 'affirmed'],
    ['We may sell your personal information to third parties.', 'affirmed?'],
    ['In the past year we have sold the following categories of personal information:', 'affirmed'],
    ['Some of these disclosures may be considered a "sale" under California law.', 'affirmed?'],
  ])('owned: %s', async (text, expected) => expect(await sales(text)).toBe(expected));

  it.each([
    'You have the right to opt out of the sale of your personal information.',
    'Click "Do Not Sell My Personal Information" to opt out.',
    '[Do Not Sell My Personal Information](https://acme.example/opt-out)',
    'If we sell our business, your data may be transferred to the buyer.',
    'Your information may be sold as part of a merger or an acquisition.',
    'You may ask us not to sell your data.',
    'You can ask whether we sell your information.',
    'We do not sell products to children.',
    'Some services are paid for by the sale of advertising.',
    'We do not knowingly sell the data of children under 16.',
    'Our vendors may not sell your personal data.',
    'We trade in second-hand books.',
    '## Do we sell data?',
    'Some people take the position that a site with such beacons engages in a sale of personal data.',
    'We set it so that this is less likely to be a sale of data.',
    'We may sell aggregate data to rowing clubs.',
    'Two lists where we have sold or disclosed your personal data:',
    'Your data are "sold" when provided to another for money.',
  ])('not said: %s', async (text) => expect(await sales(text)).toBe(''));

  it.each([
    ['We do not sell your data.', {}],
    ['We do not sell personal information, including that of minors under 16.', {}],
    ['We do not sell details such as your name or e-mail address.', {}],
    ['We have not sold personal information for a business or commercial purpose.', {}],
    ['We do not sell your data to others or give it to them for their own marketing.', {}],
    ['We will not sell your name, e-mail address or personal data.', {}],
    ['We have not sold personal data (including that of minors under 16 without consent).', {}],
    ['We will never sell your e-mail address.', { limit: 'your e-mail address' }],
    ['We do not sell our member lists as a data broker would.', { limit: 'our member lists' }],
    ['We do not sell your data to others for their own purposes.', { limit: 'for their own purposes' }],
    ['Phone numbers that we get for delivery will not be sold.', { limit: 'Phone numbers' }],
    ['We do not sell or rent our member lists.', { limit: 'our member lists' }],
    ['We do not sell such information to anyone.', { limit: 'such information' }],
    ['We never sell data and do not share it for advertising.', {}],
    ["We never sell your data and we don't use it for marketing.", {}],
    ['We do not sell your information to others for their own marketing.', { limit: 'for their own marketing' }],
    ['We do not sell user data for the purpose of training chatbots.', { limit: 'for the purpose of training chatbots' }],
    ['We do not sell your personal information as sales are defined in Nevada.', { limit: 'as sales are defined in Nevada' }],
    [
      'We do not sell your data in exchange for monetary or other valuable consideration.',
      { limit: 'in exchange for monetary or other valuable consideration' },
    ],
    ['We do not sell your data for money or other benefits.', { limit: 'for money or other benefits' }],
    ['We do not sell and have not sold your data in the usual sense.', { limit: 'in the usual sense' }],
    ['We will not sell your data without your consent.', { exception: 'without your consent' }],
  ])('is denied within its limits: %s', async (text, value) =>
    expect((await claimsOf('sale', text)).map((claim) => [claim.polarity, claim.value])).toEqual([['negated', value]]),
  );
});
