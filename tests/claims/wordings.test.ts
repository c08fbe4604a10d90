import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../src/claims/extract.js';
import type { Claim } from '../../src/claims/types.js';
import { parseDocument } from '../../src/document/document.js';

/** What plain, clumsy or learned English says in place of the words of the law. */
const said = async (text: string, kind: Claim['kind']): Promise<string[]> => {
  const document = await parseDocument(text, { path: 'policy.md' });
  return extractClaims(document)
    .filter((claim) => claim.kind === kind)
    .map(short);
};

function short(claim: Claim): string {
  const sign = claim.polarity === 'negated' ? '!' : '';
  switch (claim.kind) {
    case 'right':
      return sign + claim.value.right;
    case 'retention':
      return `${claim.value.days ?? claim.value.period}`;
    case 'breach-notice':
      return `${claim.value.recipient} ${claim.value.hours ?? '-'}`;
    case 'legal-basis':
      return sign + claim.value.basis;
    case 'minimum-age':
      return `${claim.value.years}`;
    case 'response-time':
      return `${claim.value.days}`;
    case 'contact':
      return `${claim.value.channel} ${claim.value.value}`;
    case 'controller':
      return claim.value.name;
    case 'dpo':
      return claim.value.value ?? '-';
    default:
      return `${sign}${claim.kind}`;
  }
}

describe('rights', () => {
  test.each([
    ['If you are curious what we hold on you, just ask.', ['access']],
    ['You can see everything we hold about you.', ['access']],
    ['You have a right to insight into the data that we handle about you.', ['access']],
    ['Members are entitled to be furnished with a copy of their data.', ['access']],
    ['If any of your details are wrong, we will put them right.', ['rectification']],
    ['You may have mistakes amended.', ['rectification']],
    ['You can insist that we scrub your details from our files.', ['erasure']],
    ['In some cases you have the right to get information about you deleted before our usual time.', ['erasure']],
    ['Tap Delete account and we wipe your data.', ['erasure']],
    ['You may ask us to put our use of your data on hold.', ['restriction']],
    ['You have a right to get the handling of your data limited.', ['restriction']],
    ['You may tell us to stop using your details.', ['objection']],
    ['You can pull your consent back whenever you like.', ['withdraw-consent']],
    ['Where we rely upon your consent, you are at liberty to revoke it.', ['withdraw-consent']],
    ['If you are unhappy with our answer, the data protection authority would like to hear from you.', ['complaint']],
    ['Grievances may be taken to the Data Protection Authority.', ['complaint']],
    ['You may require that a member of staff look at the decision again.', ['no-automated-decision']],
    [
      'The law gives you these entitlements:\n\n* to have inaccuracies put right;\n* to have your information expunged;\n',
      ['rectification', 'erasure'],
    ],
    [
      'You have the following rights:\n\n- information about your stored data (Art. 15 GDPR),\n- data transferability (Art. 20 GDPR),\n- contradiction to its processing (Art. 21 GDPR).\n',
      ['access', 'portability', 'objection'],
    ],
    [
      'The usual GDPR rights: access, rectification, erasure, restriction, portability, objection.',
      ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'],
    ],
    [
      'You may avail the following: obtain a summary of your personal data, get the same corrected, get the same erased.',
      ['access', 'rectification', 'erasure'],
    ],
    ['You have the right to have data which you gave us passed to another insurer.', ['portability']],
    ['You also have the right to contact your national data protection or privacy authority.', ['complaint']],
    ['You may ask us to send your data to you in digital form, so that you can forward it to someone else.', ['portability']],
    ['Not content? The Swedish Data Protection Authority takes complaints.', ['complaint']],
    ['Consent for the newsletter can be switched off whenever you like.', ['withdraw-consent']],
    ['You have the right to:\n\n- restriction of processing, insofar as we may not yet delete your data\n', ['restriction']],
  ])('%s', async (text, expected) => expect((await said(text, 'right')).sort()).toEqual([...expected].sort()));

  test.each([
    'You can tell us to stop using your details for marketing.',
    'We report such an incident to the ICO.',
    'Tap Delete to remove a photo.',
    'Want to know more? See our blog.',
    'You may suspend your subscription.',
    'The device will give us access to its history.',
    'This allows the controller to review the accuracy of that data.',
    'Access, correction, deletion: three verbs.',
    'We delete data processed on the strength of withdrawn consent.',
    'You may follow the removal instructions in the message.',
    'You can limit the users who can see your information.',
    'The free version shows ads. You can remove them by buying the other.',
  ])('none: %s', async (text) => expect(await said(text, 'right')).toEqual([]));
});

describe('retention', () => {
  test.each([
    ['We hang on to invoices for six complete tax years.', ['2190']],
    ["We'll hold on to your order history for 3 years.", ['1095']],
    ['Chat transcripts vanish after 60 days.', ['60']],
    ['Footage is recorded over after 28 days.', ['28']],
    ['If you have not been in touch for five years, we take you off our supporter list.', ['1825']],
    ['Match replays live for 30 days.', ['30']],
    ['Chat logs linger 90 days for moderation.', ['90']],
    ['Your saved games stay with us for as long as you play.', ['account-lifetime']],
    ['Student records remain in the archive permanently.', ['indefinite']],
    ['Mail in your mailbox is kept until you delete it.', ['indefinite']],
    ['Your account data are kept until you delete your account.', ['account-lifetime']],
    ['Your chat history is available to you for 30 days.', ['30']],
    ['We erase location history every 24 hours.', ['1']],
    ['Data is stored no longer than the law demands.', ['legal-requirement']],
    ['| Data | Retention |\n| --- | --- |\n| Contracts | Duration of the contractual relationship |\n', ['account-lifetime']],
    ['## Storage\n\nWeb server statistics: 18 months.', ['540']],
    ['| Data | Gone after |\n| --- | --- |\n| Access logs | 2 weeks |\n', ['14']],
    ['Where nothing is said, we keep files for the limitation period laid down by statute.', ['legal-requirement']],
    ['| Category | Held for |\n| --- | --- |\n| Recordings | Up to 5 yrs |\n', ['1825']],
  ])('%s', async (text, expected) => expect(await said(text, 'retention')).toEqual(expected));

  test.each([
    'We scan for viruses every 24 hours.',
    'A cookie stores your name so that you are not required to log in each time.',
    '## Your rights\n\nYou have the right to:\n\n- have data deleted that are no longer necessary\n',
    'Our staff live for data protection.',
    'You can hang on to your tickets for 30 days.',
    'We go over each record once a year.',
  ])('none: %s', async (text) => expect(await said(text, 'retention')).toEqual([]));
});

test.each([
  ["If there is ever a breach that affects you, we'll email you within 10 days.", ['users 240']],
  ['If we are hacked, we shall let the players concerned know within 48 hours.', ['users 48']],
  ['Data leaks are reported to the authority within three days; participants are informed as well.', ['both 72']],
  ['Should we lose your details, we will tell you without delay.', ['users -']],
  ['If a breach puts you at risk, we will contact you and report it to the ICO within 72 hours.', ['both 72']],
  ["If somebody breaks in, I'll write to everyone affected within three days.", ['users 72']],
  ['## Breaches\n\nWithin 24 hours of confirming one, owners hear from us.', ['users 24']],
  ['In the event of a personal data breach, intimation shall be given to the Board and each affected Data Principal.', ['both -']],
])('breach: %s', async (text, expected) => expect(await said(text, 'breach-notice')).toEqual(expected));

test.each([['We lose no time in answering you.'], ['If you are hacked, you should email us within a day.']])(
  'no breach notice: %s',
  async (text) => expect(await said(text, 'breach-notice')).toEqual([]),
);

test.each([
  ['Claiming tax relief rests on a duty we owe under tax law.', ['legal-obligation']],
  ['Invoices are saved because the Bookkeeping Act demands it, cf. art. 6.1.c.', ['legal-obligation']],
  ['The legal basis is Art. 6 Abs. 1 lit. b GDPR.', ['contract']],
  ['The legal basis is Art. 6 (1) sentence 1 lit. f GDPR.', ['legitimate-interest']],
  ['We rely on Article 6, paragraph 1, point (e).', ['public-task']],
  ['| Data | Legal ground |\n| --- | --- |\n| Logs | 6(1)(f) |\n', ['legitimate-interest']],
  ['You may object to processing that rests on Art. 6 (1) lit. e GDPR.', []],
  ['You may object to our using it for a task in the exercise of official authority.', []],
  ['Where your interests do not outweigh ours, Art. 6 para. 1 lit. f GDPR is the legal basis.', ['legitimate-interest']],
  ['Running the scheme is needed to carry out our agreement with you.', ['contract']],
  [
    "## Grounds on which we process data\n\n- where someone's life is at stake\n- in the public interest\n",
    ['vital-interest', 'public-task'],
  ],
])('basis: %s', async (text, expected) => expect(await said(text, 'legal-basis')).toEqual(expected));

test.each([
  ['You gotta be at least 17 to use it.', ['17']],
  ["Don't sign up if you haven't reached your 16th birthday.", ['16']],
  ['Persons who have not yet turned 16 take part only with the approval of a parent.', ['16']],
  ["It isn't for anyone under 14.", ['14']],
  ['Children under 13 should use it with a parent.', ['13']],
  ['If you are younger than 13, please ask your mum or dad first.', ['13']],
])('age: %s', async (text, expected) => expect(await said(text, 'minimum-age')).toEqual(expected));

test.each([
  ["We'll get back to you within 45 days.", ['45']],
  ['You will have our answer within four weeks.', ['28']],
  ['The officer shall redress grievances within one month.', ['30']],
])('answered: %s', async (text, expected) => expect(await said(text, 'response-time')).toEqual(expected));

test.each([
  ['Find us at Veveří 9, 602 00 Brno.', ['post Veveří 9, 602 00 Brno']],
  [
    'Data responsible: Tarn ApS, Havnegade 12, 8000 Aarhus C, Denmark',
    ['post Data responsible: Tarn ApS, Havnegade 12, 8000 Aarhus C, Denmark'],
  ],
  [
    'Tarn BV (Herengracht 420, 1017 BZ Amsterdam) keeps this short.',
    ['post Tarn BV (Herengracht 420, 1017 BZ Amsterdam) keeps this short'],
  ],
  ['Tarn plc, whose registered office is at 1 Quayside, Bristol BS1 4RN, is the controller.', ['post 1 Quayside, Bristol BS1 4RN']],
  ['We are registered with the Information Commissioner (ZA99).\n\nTelephone: 01632 960123', ['phone 01632 960123']],
  ['Ring 01632 960123.', ['phone 01632 960123']],
  ['Our newsletter is sent by Tarn Dispatch GmbH, Weidenweg 2, 26180 Rastede, on our behalf and according to what we tell them.', []],
])('contact: %s', async (text, expected) => expect(await said(text, 'contact')).toEqual(expected));

test.each([
  ['Data responsible: Tarn ApS, Havnegade 12, 8000 Aarhus C, Denmark', ['Tarn ApS']],
  ['Responsible body within the meaning of the data protection laws\n\nMara Lindt (for Tarn)\n', ['Mara Lindt']],
  ["I'm Mara Lindt and I run this page from home.", ['Mara Lindt']],
  ['We are Alder Ltd. We make games.', ['Alder Ltd.']],
  ['Alder Ltd is the controller. Our booking software is provided by Tarn.', ['Alder Ltd']],
  ['Alder Ltd is the controller. Read more in the privacy policy of Tarn.', ['Alder Ltd']],
  ['Tarn Building Society and its subsidiaries act as data controllers in respect of your data.', ['Tarn Building Society']],
])('controller: %s', async (text, expected) => expect(await said(text, 'controller')).toEqual(expected));

test.each([
  ['Our data protection lead, Priya Shah, may be reached on privacy@tarn.test.', ['privacy@tarn.test']],
  ['## Grievance Officer\n\nEmail: grievance@tarn.test\n', ['grievance@tarn.test']],
  ['Queries should be addressed to the Data Protection Officer at the above address.', ['-']],
])('dpo: %s', async (text, expected) => expect(await said(text, 'dpo')).toEqual(expected));

test.each([
  ['We do not make money off your data.', 'sale', ['!sale']],
  ['| Provider | Location |\n| --- | --- |\n| Tarn Hosting | United States |\n| Tarn Mail | Germany |\n', 'transfer', ['transfer']],
  ['| Provider | Location |\n| --- | --- |\n| Tarn Mail | Germany |\n', 'transfer', []],
  ['**Changes.** I will post any change here.', 'policy-change', ['policy-change']],
  ['This notice was updated in January 2025.', 'policy-change', []],
  ['**Update profile:** Change your address, and we will notify you.', 'policy-change', []],
  ['We count visits with Google Analytics.', 'cookie', ['cookie']],
  ['We do not peddle your data.', 'sale', ['!sale']],
  ['A passing on of your data for advertising purposes does not take place.', 'marketing', ['!marketing']],
  ['We do not make customer details available to outside firms for their own promotional ends.', 'marketing', ['!marketing']],
  ['We will tell you about deals and new products.', 'marketing', ['marketing']],
  ['No decisions are taken by machine alone about you.', 'automated-decision', ['!automated-decision']],
] as const)('%s', async (text, kind, expected) => expect(await said(text, kind)).toEqual(expected));

test.each([
  ['We host on AWS.', ['Amazon Web Services (AWS)']],
  ['We host on Amazon Web Services (AWS). AWS keeps backups.', ['Amazon Web Services']],
  ['Newsletters are sent with Sendinblue.', ['Brevo (Sendinblue)']],
  ['Our mail is handled by ProtonMail.', ['ProtonMail']],
])('vendors as the text names them: %s', async (text, expected) => {
  const document = await parseDocument(text, { path: 'policy.md' });
  expect(extractClaims(document).flatMap((claim) => (claim.kind === 'processor' ? [claim.value.name] : []))).toEqual(expected);
});
