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
    ['We do not, however, share your data with advertisers.', 'not advertisers'],
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
    ['We do not sell your data, and we share it with our hosting partners only.', 'hosting'],
    ['We do not sell your data to advertisers; we may share it with our affiliates.', 'affiliates'],
    ['We do not sell your data to anyone or share it with advertisers.', 'not advertisers'],
    ['The transfer of data: we do not share it with third parties.', 'not third-parties'],
    [
      'We may disclose your data at the request of public authorities, including to meet national security or law enforcement requirements.',
      'authorities',
    ],
    ['We share your name, your social media account and your address with our partners.', 'partners'],
    ['We share your orders and third-party data with our partners.', 'partners'],
    ['We share your data with our partners, and those partners may share it with advertisers.', 'partners'],
    ['We do not share your data outside the group and we use hosting providers in Norway.', ''],
    ['We may share your data with other companies within our corporate group.', 'affiliates'],
    ['We pass your data on to non-affiliated third parties.', 'third-parties'],
    ['We may share your data to protect the site from wrongdoing related to our site or partners.', ''],
    ['We do not share data, but this excludes the following cases:\n\n- Law enforcement asks for data.\n', 'law-enforcement'],
    ['We share your orders and contact details with third-party payment providers.', 'payment-processors'],
    ['We may share your data with third-party websites if you ask for it.', 'third-parties'],
    ['We make your profile information available to other users.', 'other-users'],
    ['We may disclose data when an agency has not provided the required court order.', 'authorities'],
    ['Where necessary, we share your data with our auditors.', 'professional-advisers'],
    ['In the event of a sale, your data will be passed on to the new owner.', 'business-transfer'],
    ['The data provided by members will be shared with our research partners.', 'partners'],
    ['We share data with a number of service providers.', 'service-providers'],
    ['We do not sell your data, and only our own staff have access to your records.', 'employees'],
    ['Your data may be accessed only by authorized personnel.', 'employees'],
    ['We share your data as follows:\n\n- to enable sponsors to reach you\n- to reputable research partners\n', 'partners'],
    ['We may disclose your data in response to a subpoena or a court order.', 'authorities'],
    ['We may disclose your data to comply with the ruling of a court.', 'authorities'],
    ['We may disclose your data to the competent courts.', 'courts'],
    ['We pass your data on to banks for the deposit.', 'financial-institutions'],
    ['We share your data with our boat yards and their parent companies.', ''],
    ['We share your data with our parent company.', 'affiliates'],
    ['We share your details with the sponsor of the regatta.', 'partners'],
    ['We may disclose your data to parties to litigation.', 'third-parties'],
    ['We share data with third parties as told in the [DO NOT SELL MY DATA](https://x.example/) page.', 'third-parties'],
    ['Data may be passed on by Rowhouse to partners of ours.', ''],
    ['We do not hand out data, except to make it available to:\n\n- Courts and tribunals\n', 'courts'],
  ])('%s', async (text, expected) => expect(await shared(text)).toBe(expected));

  it('keeps the exception of a denial', async () => {
    const [claim] = await claimsOf('sharing', 'We do not share your data with anyone except to comply with the law.');
    expect(claim?.value.exception).toBe('except to comply with the law');
  });

  it.each([
    ['Except as told above, we do not share your data with third parties.', 'Except as told above', undefined],
    ['We will not disclose your data to the police without a court order.', 'without a court order', undefined],
    [
      'We never share your data with third parties without your consent, but you should know that they may collect it.',
      'without your consent',
      undefined,
    ],
    ['We do not share your data with third parties for independent use.', undefined, 'for independent use'],
    ['We do not share this information with third parties.', undefined, 'this information'],
    ['We do not share your data with advertisers.', undefined, undefined],
    ['We do not pass your data on to these boat yards and vendors.', undefined, 'these boat yards and vendors'],
    ['We row with other clubs, and we will not provide the third parties with your data.', undefined, 'the third parties with your data'],
    ['We do not disclose your data to third parties not involved in the regatta.', undefined, 'third parties not involved in the regatta'],
    ['We do not share your rowing history with third parties.', undefined, 'your rowing history'],
    ['We do not share data that tells who you are with advertisers.', undefined, 'data that tells who you are'],
    ['We do not share any of your personal information with third parties.', undefined, undefined],
    ['This data is read by our coach alone, and is not shared with third parties.', undefined, 'This data'],
    [
      'We do not share your data with third parties (other than the yard) for their own advertising purposes.',
      'other than the yard',
      'for their own advertising purposes',
    ],
    ['We do not share your data with third parties for their own marketing purposes.', undefined, 'for their own marketing purposes'],
    [
      'We have not disclosed data to third parties for any business purpose in the last twelve months.',
      undefined,
      'in the last twelve months',
    ],
    [
      'Regarding the letters from our list, no transfer of data to third parties takes place.',
      undefined,
      'Regarding the letters from our list',
    ],
    // The list below, the next sentence, and what is left out of something else.
    [
      'We do not share your data with anyone other than:\n\n- the police, at their request\n- our boatyard;\n',
      'other than the police, at their request; our boatyard',
      undefined,
    ],
    ['We do not share your data with third parties except as follows:\n\n- with our boatyard\n', 'except as follows', undefined],
    [
      'We do not pass your data on to third parties. This does not include the yards that mend our boats.',
      'does not include the yards that mend our boats',
      undefined,
    ],
    ['We do not pass your data on to third parties. This does not mean much.', undefined, undefined],
    ['We never share your data with third parties, nor use it for any purpose other than the regatta.', undefined, undefined],
    [
      'We never share your data with third parties or use it for any purpose other than the regatta unless the law asks for it.',
      'unless the law asks for it',
      undefined,
    ],
    ['We never share your data with third parties for any purpose other than the regatta.', 'other than the regatta', undefined],
  ])('tells what a denial leaves out and is limited to: %s', async (text, exception, limit) => {
    const [claim] = await claimsOf('sharing', text);
    expect([claim?.polarity, claim?.value.exception, claim?.value.limit]).toEqual(['negated', exception, limit]);
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
    'Residents may obtain a list of the information that we shared with other businesses.',
    'This is a security measure to ensure that your data is not disclosed to any person without the right to it.',
    'The app never requests access to your contacts or your files.',
    'We develop our own models to reduce sharing data with third parties.',
    'Some information is provided to us by our third-party sign-in services.',
    'We share your data as our legal, regulatory and tax duties ask.',
    'You can hide your profile information so that it is no longer accessible to the public.',
    'We do not use your messages or the data in them to train third-party artificial intelligence models.',
    'We may seek your consent to share your data with third parties.',
    'You may ask at any time that we do not share your data with third parties.',
    'The data shared by users with third-party apps are collected under the terms of those apps.',
    'Never share your password or account data with anyone.',
    'Personal information does not include data made available to the general public.',
    'We use your data to offer you products from us, our affiliates and selected third parties.',
    'These sign-in services may share this data with their partners.',
    'We never sell your data to anyone.',
    'We added terms related to the sharing of information with our co-branded partners.',
    'Tell us if you object to our sharing your information with those partners.',
    'We will ask for your consent before we share your data with third parties.',
    'Should Hilltop pass the data on to a partner, you will be told.',
    'A "sale" is the disclosure of personal information to a third party for money.',
    'We may share aggregate usage information with our business partners.',
    'We may share data that does not identify you with third parties.',
    'We de-identify data and share it with third parties.',
    'Your child can share data with other users.',
    'The app does not allow your child to share personal information with third parties.',
    'You may instruct us at any time not to share your data with third parties.',
    'The insurance organisation may share your data with other insurers.',
    'You let us store data associated with those third-party services.',
    'We will not retrieve data shared with our partners.',
    'We share your Internet service provider and your browser.',
    'We send third-party messages to you.',
    'We send data to countries of which a supervisory authority has confirmed that they protect it.',
    'We use and disclose this information, except where we are required to do otherwise by law.',
    'We protect the safety of a third party’s data.',
    'We never sell data or authorize any third party to use your data.',
    'The data is shared because it is needed to check the interest of the banks and to enable banks to lend.',
    'We disclose a record only if the data has been passed on to a partner.',
    'Boats are held in another country, where data may be accessible to government agencies in those countries.',
    'The analytics services may transfer the data to third parties.',
    'The child can use our chat, and can freely write and share data with other users.',
    'Data are stored on systems that are not available to the public.',
    'Personal information does not include:\n\n- Data made available to the general public, unless you have restricted it.\n',
  ])('none: %s', async (text) => expect(await shared(text)).toBe(''));
});

describe('who gets it', () => {
  it.each([
    // Others have advisers and companies of their own.
    ['We may transfer your data to another company or its affiliates or service providers.', ''],
    ['We may transfer your data to our affiliates or service providers.', 'affiliates, service-providers'],
    ['We share your data with buyers and their respective affiliates.', 'business-transfer'],
    ['We may share your data with third parties (and their agents or advisors) when we sell the yard.', 'third-parties'],
    ['We may share your data with our agents or advisors when we sell the yard.', 'service-providers'],
    // Some, and everybody.
    ['Your information is visible to anyone who can see the post of the other member.', ''],
    ['Your information is visible to anyone who visits our site.', 'public'],
    ['Your data become available to anyone with access to the internet.', 'public'],
    // A figure, and what is given away.
    ['This includes data on our followers: likes, comments, shares and reposts, and the public profiles of our users.', ''],
    ['Data on our followers: she shares them with the public authorities.', 'authorities'],
    // What is shown to the person.
    ['We will disclose your data, and with respect to records on provision of data to third parties, only those that we hold.', ''],
    ['We restrict access to authorized personnel, and give details about how data is used and the ability of people to object.', ''],
    ['We restrict access to your personal data to authorized personnel.', 'employees'],
  ])('%s', async (text, expected) => expect(await shared(text)).toBe(expected));
});

describe('processor-category', () => {
  const categories = async (text: string): Promise<string> =>
    (await claimsOf('processor-category', text)).map((claim) => claim.value.category).join(', ');

  it.each([
    ['We use third parties such as hosting providers and analytics tools.', 'hosting, analytics'],
    ['Your card data are collected by our third-party payment processor.', 'payment'],
    ['We may disclose the information that we collect from you to:\n\n- analytics providers\n', 'analytics'],
    ['Transactional email provider for account messages, and our payment processor.', 'email delivery, payment'],
  ])('%s', async (text, expected) => expect(await categories(text)).toBe(expected));

  it.each([
    'Our payment processor, Stripe, handles cards.',
    'We work with Stripe, Inc. for payment processing.',
    'We receive your data from advertising networks.',
    'We may obtain your data from these sources:\n\n- analytics providers\n',
    'We store your bank details and share them with nobody.',
    'Google may use the data for ads of its own advertising network.',
    'We use instant messaging service providers.',
    'We use third parties; you can opt out of advertising networks.',
    'Your internet service provider sees your traffic.',
    'We do not use hosting providers.',
    'To perform our pick-up and delivery services, we share your address with third parties such as consignees.',
    'We use third parties for partnerships with other cloud providers.',
    'It includes your card number, for example if we use a third-party payment processor.',
    'It lets you add attachments from linked file storage providers through our app.',
    'You can connect your calendars from third-party email and file storage providers with our app.',
  ])('none: %s', async (text) => expect(await categories(text)).toBe(''));
});
