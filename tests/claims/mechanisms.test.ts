import { describe, expect, it } from 'vitest';
import type { Claim, ClaimKind } from '../../src/claims/types.js';
import { claimsOf } from './helpers.js';

/** What a claim says in few words: its telling field, and `!` where it is denied. */
function told(claim: Claim): string {
  const { value } = claim;
  const first = Object.entries(value)
    .filter(([name, entry]) => typeof entry === 'string' && name !== 'text')
    .map(([, entry]) => String(entry))[0];
  return `${first ?? ''}${claim.polarity === 'negated' ? '!' : ''}`;
}

// A kind from a table is known at run time only: the union of the kinds is what Claim is.
const read = async (kind: ClaimKind, text: string): Promise<string[]> => (await claimsOf(kind, text)).map((claim) => told(claim as Claim));

describe('mechanisms that hold on unseen wording', () => {
  it.each<[ClaimKind, string, string[]]>([
    // A purpose in the policy's own words is what a use of data is for, and no other "to".
    ['purpose', 'We use your name in order to greet you at the door.', ['greet you at the door']],
    ['purpose', 'We do not collect a phone number unless you choose to provide it to us.', []],
    ['purpose', 'We process your data as the law allows and with measures designed to safeguard it.', []],
    ['purpose', 'Since nothing is collected, there are no risks related to guest lists.', []],
    // Whom a disclosure protects is given nothing.
    ['sharing', 'We may disclose your data to protect our clubs, contractors or the public.', []],
    ['sharing', 'We may disclose your data to protect our clubs, and to contractors.', ['service-providers']],
    ['sharing', 'We pass your data to payment-related companies.', []],
    ['sharing', 'We share your data with our related companies.', ['affiliates']],
    // Marketing as a kind of data, or as the law's phrase for any business, is no use for marketing.
    ['marketing', 'You may ask for our business or commercial purpose for collecting your data.', []],
    ['marketing', 'We hold marketing information such as your choices.', []],
    ['marketing', 'The pixel checks whether the visitor is present on the advertiser landing page.', []],
    ['cookie', 'Our partners use cookies to collect your activity and show you relevant ads.', ['advertising']],
    ['cookie', 'Our cookies collect visits and page views.', ['analytics']],
    ['data-category', 'We collect non-precise geolocation data.', ['approximate location']],
    ['data-category', 'We collect professional credentials and certifications.', ['professional data']],
    ['data-category', 'We process sample weight and molecular weight in the calculator.', []],
    ['right', 'Copies of the information you removed may remain visible elsewhere.', []],
    ['right', 'We erase the data where you have withdrawn your consent.', []],
    ['processor', 'The wallet was incubated within Coinbase and is hosted by us.', []],
    // The subject of a period is a thing, not a pronoun, a condition or a rest of a reference.
    ['retention', 'All door logs, including your badge number, are deleted after 60 days.', ['door logs']],
    ['retention', 'Where a child signed up, we immediately delete this from our servers.', ['personal data']],
    ['retention', 'We will keep your data for the period necessary to comply with our legal obligations.', ['data']],
    ['retention', '4.5 Meter readings are kept for two years.', ['meter readings']],
    ['retention', 'The latest meter reading used is stored for up to 12 months.', ['latest meter reading']],
    ['retention', 'Under section 25 para. 2 TDDDG are stored for 3 months.', ['personal data']],
    // Who runs the service, where it is said in passing, in lower case, or only by the own domain.
    ['controller', 'This notice says how [tide, Inc.](https://tide.example.net) collects data.', ['tide, Inc.']],
    ['controller', 'Foghorn utilizes a chart to bring you home.', ['Foghorn']],
    ['controller', 'In short, Foghorn will not ask. Write to crew@foghorn.net if Foghorn does.', ['Foghorn']],
    ['controller', 'Welcome to our policy. This policy covers foghorn (we).\n\nWe collect little.', ['foghorn']],
    [
      'controller',
      'Northern Rowers (referred to as NR in this document) collects your name. NR is the controller.',
      ['Northern Rowers', 'NR'],
    ],
    ['controller', 'Oarsmen Media (“Developer”) is concerned about your privacy.', ['Oarsmen Media']],
    ['controller', 'At Calm harbour college (Company/Us/We/Our), privacy counts.', []],
    ['controller', 'Follow the Network Advertising Initiative (US) to opt out of advertising.', []],
    ['controller', 'OARSMEN S.L., as data controller, is responsible for the processing.', ['OARSMEN S.L.']],
    ['contact', 'Write to [@keeper@tide.social](https://tide.social/u/keeper).', ['messaging']],
    ['contact', 'E-Mail: mailbox@datenschutz-berlin.de', []],
    ['contact', '## Contact\n\nFoghorn Ltd\n\n(209) 555-0123\n', ['phone']],
    ['contact', '## Contact\n\nYour order number is 209-555-0123.\n', []],
    [
      'legal-basis',
      '**Our basis for processing.** Your call to us (consent) and our legitimate interests.',
      ['consent', 'legitimate-interest'],
    ],
    ['right', 'You can edit or delete your user provided informations at any time.', ['rectification', 'erasure']],
    ['right', 'If you have questions about deleting or correcting your personal data, contact our crew.', ['erasure', 'rectification']],
    ['marketing', 'Reply STOP (we also honor END, CANCEL, UNSUBSCRIBE and QUIT).', []],
    ['processor', 'You are subject to the terms of maps as amended by Google from time to time.', []],
    // A clause's subject is part of it, also behind a comma; what people are sent is no data of theirs.
    ['data-category', 'If you sign up, we may collect your surname.', ['name']],
    ['data-category', 'When you register, the app may record your IP address.', ['IP address']],
    ['data-category', 'From time to time, we may send you emails about our boats.', []],
    ['data-category', 'Contact us by emailing the crew; we collect little.', []],
    ['data-category', 'What we collect about you depends on your interactions and your preferences.', []],
    ['data-category', 'We recommend you do not use your email address as a name.', []],
    ['purpose', 'We collect your name, for example when you contact customer support.', []],
    ['purpose', 'We use your data for your direct marketing preferences.', []],
    ['purpose', 'Our notice does not cover others who use cookies to show relevant ads.', []],
    ['purpose', 'For rowers, not robots or swimmers, this site may use cookies to enforce our terms.', ['enforce terms']],
    ['right', 'You have the right to receive your data in a structured, machine-readable format and to move it.', ['portability']],
    ['right', 'Request a copy of what we hold about you, in a portable format.', ['access', 'portability']],
    ['right', 'You oppose the erasure of the data.', []],
    ['right', 'Removal requests do not ensure complete or comprehensive removal of your data.', []],
    ['right', 'Your administrator may be able to: access your data or delete your account.', []],
    ['sharing', 'This notice is about data that we collect and share about our clients, suppliers and staff.', []],
    ['retention', 'We set persistent cookies (which stay on your device until you delete them).', ['persistent cookies']],
    ['security', '“Unsecured data” means data that encryption does not protect.', []],
    ['marketing', 'You cannot unsubscribe from notices that the service needs.', []],
    ['data-category', 'You can add the trip to your calendar.', []],
    ['data-category', 'If we sell our assets, we may share your surname as part of that transaction.', ['name']],
    ['data-category', 'To learn more, click here about how we use cookies.', []],
    ['data-category', '## What we collect\n\n- **Location:** We do not collect it.\n', ['location data!']],
    ['purpose', 'We may require you to provide us with a surname.', []],
    ['purpose', '## Purposes\n\n- Advertising networks\n- Fraud prevention\n', ['prevent fraud']],
    ['purpose', 'This notice does not apply to:\n\n- sites that may use cookies to provide our services\n', []],
    ['right', 'We erase where processing is based on your consent and you withdraw your consent.', []],
    ['right', 'Withdrawing that consent and deleting your account are one step.', ['withdraw-consent']],
    ['retention', 'We act as needed to comply with law and to preserve our rights.', []],
    ['consent', 'Your data will not be passed on without your prior consent.', ['opt-in']],
    ['security', 'Data is either not stored on our servers, or is encrypted at rest.', ['encryption at rest']],
    ['retention', 'Bills are kept for the period of time that you use our services.', ['bills']],
    ['cookie', 'Our ads are cookieless and do not set tracking cookies.', ['advertising!']],
    ['cookie', 'We do not set any cookies to obtain or transmit marketing.', ['advertising!']],
    ['controller', 'Foghorn respects your privacy. Foghorn is a project of the Harbour Trust.', ['Foghorn', 'Harbour Trust']],
    ['contact', 'We suggest you complain to our supervisory authority: Data Commission, Canal House, phone +353 57 555 4757.', []],
    ['contact', 'If you wish to complain to a supervisory authority, first contact us at help@foghorn.net.', ['email']],
    ['contact', 'We use your data to support live chat conversations.', []],
    ['data-category', 'Write to us using the contact details below about how we use your surname.', []],
    ['processor', 'Readers on the iPhone X see maps that we draw; payments are processed by Stripe.', ['Stripe']],
    ['retention', 'Persistent cookies stay, while session cookies are deleted when you close your browser.', ['session cookies']],
    ['right', 'You have the right to have your information rectified.', ['rectification']],
    ['marketing', 'We still send you messages for other non-marketing purposes.', []],
    ['marketing', 'You may take part in contests and other promotions.', []],
    ['effective-date', 'Last edited: 2020-06-24', ['2020-06-24']],
    ['purpose', 'We use your data to fulfill our legal obligations.', ['comply with the law']],
    ['purpose', 'We share your data to respond to lawful requests.', ['answer authorities']],
    ['purpose', 'Personal data is information that can be used to identify a person.', []],
    ['purpose', 'We use your data to respond to law enforcement requests.', ['answer authorities']],
    ['data-category', 'We log your Internet Protocol (IP) address.', ['IP address']],
    ['right', 'The right to obtain a copy of your data in a portable format that lets you send it to another controller.', ['portability']],
    ['data-category', 'We do not share the data of consumers under 16 years of age.', []],
    ['data-category', 'We store a truncated IP address.', ['IP address']],
    // Who watches servers counts no visits, and who repairs computers answers no customers.
    ['processor-category', 'We use providers of monitoring services and CRM providers.', []],
    ['processor-category', 'We share it with our IT support providers.', []],
    ['processor-category', 'We share it with our customer support providers.', ['customer support']],
    ['processor-category', 'Foghorn is a social analytics platform that helps its partners.', []],
    ['data-category', 'We do not hold your phone number any longer than we have to.', []],
    ['data-category', 'We log the pages read and the documents downloaded.', []],
    ['data-category', 'We collect your grades and instructor feedback.', ['education data']],
    ['data-category', 'We record the package name of the game.', []],
    ['sharing', 'We may make available links or let you move data to third parties.', []],
    ['sharing', 'We share statistics and data to assist with government activities.', []],
    ['purpose', 'We use your data for smart contract management.', []],
    ['purpose', 'Data is not processed, except to make it available to:', []],
    // What is cut to a line ends anywhere, and is a purpose all the same.
    [
      'purpose',
      'We use your notes to prepare the evening walks through the harbour and the old town that are led each week by our volunteers.',
      ['prepare the evening walks through the harbour and the old town that are led each week'],
    ],
    ['purpose', 'We use your data to:\n\n- tell if you have opened our newsletters', []],
    ['right', 'We may transfer to another entity the information about you in connection with a merger.', []],
    ['right', 'You have the right to have your data transferred to another provider.', ['portability']],
    ['cookie', '## Cookies\n\n| Data | Shared with |\n| --- | --- |\n| Cookies | fraud and advertising partners; banks |', []],
    ['marketing', 'Some websites and advertisements carry our name, but others run them.', []],
    ['marketing', 'We receive information about you from our marketing partners.', []],
    ['security', 'You can set your browser or firewall to block them.', []],
    ['security', 'Your posts are open to all unless you use features that help you restrict access to them, as staff may.', []],
    ['right', '## Your rights\n\n- Receive your account information in order to satisfy a court', []],
    ['sharing', 'When we transfer data we use clauses approved by the Commission and the competent authorities.', []],
    ['purpose', 'We use your data for any other purpose that we may notify you of.', []],
    ['retention', 'Your data will be destroyed, put beyond use or erased when no longer required.', ['personal data']],
    ['cookie', '3.2 Web analytics and cookies\n\nText follows.', []],
    // A cross before a line says no.
    ['sale', '- 🚫 We sell your data\n- ✅ We ask first', ['!']],
    ['data-category', 'We collect:\n\n- ❌ Location data\n- ✅ E-mail address', ['location data!', 'e-mail address']],
  ])('%s: %s', async (kind, text, expected) => expect(await read(kind, text)).toEqual(expected));

  it.each([
    ['We keep data only in Europe.', 'negated'],
    ['All data remains within the European Union.', 'negated'],
    ['Data are stored in Canada.', 'affirmed'],
  ])('where data stay: %s', async (text, polarity) =>
    expect((await claimsOf('transfer', text)).map((claim) => claim.polarity)).toEqual([polarity]),
  );

  it('reads an apostrophe of either shape in the name of a country', async () => {
    const [claim] = await claimsOf('transfer', 'Your data is stored in the People’s Republic of China.');
    expect(claim?.value.destination).toEqual(['CN']);
  });

  it('takes going on as consent to a change, however it is called', async () => {
    const [claim] = await claimsOf(
      'policy-change',
      '## Changes\n\nWe may change this policy. Your continuation of use of the site after any change means that you agree.',
    );
    expect(claim?.value['continued-use']).toBe(true);
  });

  it.each([
    ['We keep calls until manually deleted.', 'indefinite'],
    ['Chat content is stored during the meeting.', 'session'],
    ['Your newsletter address is kept until you unsubscribe.', 'as-needed'],
    ['We store the survey until you withdraw your consent.', 'as-needed'],
    ['We keep your profile until you delete your account or withdraw your consent.', 'account-lifetime'],
  ])('the end of a consent is not that of an account: %s', async (text, period) =>
    expect((await claimsOf('retention', text)).map(({ value }) => value.period)).toEqual([period]),
  );
});
