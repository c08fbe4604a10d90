import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const shared = async (text: string): Promise<string> =>
  (await claimsOf('sharing', text)).map(({ value, polarity }) => `${polarity === 'negated' ? 'not ' : ''}${value.recipient}`).join(', ');

describe('sharing', () => {
  it.each([
    ['We share your personal information with service providers.', 'service-providers'],
    ['We may disclose your data to our affiliates and business partners for marketing.', 'affiliates, partners'],
    ['We may disclose your information if required by law.', 'authorities'],
    ['Your data may be transferred in connection with a merger to the new entity.', 'business-transfer'],
    ['We do not share your data with advertisers.', 'not advertisers'],
    ['Your information is never shared with third parties.', 'not third-parties'],
    ['We do not sell, rent or share your data with anyone.', 'not anyone'],
    [
      'We share your data with:\n\n- Service providers that help us.\n- Law enforcement, where the law asks for it.\n',
      'service-providers, law-enforcement',
    ],
    ['Sharing of information: we do not share your data with third parties.', 'not third-parties'],
    [
      'We will not sell your data or give it to any third party (except our service providers) to use.',
      'not third-parties, service-providers',
    ],
    ['We release account data when we believe that release is appropriate to comply with the law.', 'authorities'],
  ])('%s', async (text, expected) => expect(await shared(text)).toBe(expected));

  it('keeps the exception of a denial', async () => {
    const [claim] = await claimsOf('sharing', 'We do not share your data with anyone except to comply with the law.');
    expect(claim?.value.exception).toBe('except to comply with the law');
  });

  it.each([
    'We receive information from our advertising partners.',
    'You may share your posts with other users.',
    'You have the right to know whether we share data with third parties.',
    'We are not responsible for the privacy practices of third parties.',
    'We provide customer service as required by law.',
    'When we share your data with third parties, we ask them to protect it.',
    'We remain liable for data that we transfer to third parties.',
    '"Sell" means to share personal information with a third party for money.',
    'You can ask us to:\n\n- send your data to a third party\n',
    'We transfer your data in compliance with data protection laws.',
    'We may disclose data to protect the rights, property or safety of our users and the public.',
    'We only provide aggregated reports to advertisers about views of their content.',
    'We get your data through your social network, as you allow it to be shared.',
    'We do not keep information about anyone under the age of 13.',
  ])('none: %s', async (text) => expect(await shared(text)).toBe(''));
});

describe('processor-category', () => {
  const categories = async (text: string): Promise<string> =>
    (await claimsOf('processor-category', text)).map((claim) => claim.value.category).join(', ');

  it.each([
    ['We use third parties such as hosting providers and analytics tools.', 'hosting, analytics'],
    ['Transactional email provider for account messages, and our payment processor.', 'email delivery, payment'],
  ])('%s', async (text, expected) => expect(await categories(text)).toBe(expected));

  it.each([
    'Our payment processor, Stripe, handles cards.',
    'Your internet service provider sees your traffic.',
    'We do not use hosting providers.',
  ])('none: %s', async (text) => expect(await categories(text)).toBe(''));
});
