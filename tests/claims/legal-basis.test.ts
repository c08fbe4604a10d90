import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const bases = async (text: string): Promise<string> =>
  (await claimsOf('legal-basis', text)).map((claim) => `${claim.value.basis}${claim.polarity === 'negated' ? '!' : ''}`).join(' ');

describe('legal-basis', () => {
  it.each([
    ['This right does not apply where the decision is necessary for a contract with you or based on your consent.', ''],
    ['Names are collected when you give them to us, for example, in performing a contract.', ''],
    [
      '## Lawful grounds\n\n- the discharge of the engagement entered into between the firm and the client\n- a duty mandated by an enactment\n- the person has signified agreement\n- an interest that is legitimate\n',
      'contract legal-obligation consent legitimate-interest',
    ],
    ["## Why we're allowed to\n\n- **Books** - the law makes us\n- **Letters** - only if you said yes\n", 'legal-obligation consent'],
    ['## On what grounds do we process data?\n\nIf nothing else applies, we ask for your permission.', 'consent'],
    ['We process your data on the basis of your consent.', 'consent'],
    [
      'We use your name to book a court (contract), to keep our books (legal obligation) and to send you news (consent).',
      'contract legal-obligation consent',
    ],
    ['We keep the forms of our staff (contract) in a locked room.', ''],
    ['| Data | Ground |\n| --- | --- |\n| Crash reports | your consent |\n| E-mail address | contract |\n', 'consent contract'],
    ['Where the legal ground for the use of your photo is consent, you may withdraw it at any time.', 'consent'],
    ['To sail with us you need to agree to our terms, which set out the contract between the club and its members.', ''],
    ["We write to you on the basis of our or a partner's legitimate interests, or with your consent.", 'consent legitimate-interest'],
    [
      'We keep logs on the basis of our legitimate interests in a safe club, or where we have a legal obligation to do so.',
      'legal-obligation legitimate-interest',
    ],
    ['Where consent is not required, we may rely on our legitimate interests.', 'legitimate-interest'],
    ['Newsletters are sent based on your consent.', 'consent'],
    ['**Our basis for processing.** Your message (consent) and our legitimate interests in answering it.', 'consent legitimate-interest'],
    ['We need your address as necessary to perform our contract with you.', 'contract'],
    ['We use logs on the basis of our legitimate interests in keeping the site secure.', 'legitimate-interest'],
    ['The legal basis is Art. 6(1)(c) GDPR.', 'legal-obligation'],
    ['Processing is necessary for compliance with a legal obligation to which we are subject.', 'legal-obligation'],
    ['We may use data to protect your vital interests.', 'vital-interest'],
    ['It is needed for a task carried out in the public interest.', 'public-task'],
    ['Our legal bases are consent, contract and legitimate interests.', 'consent contract legitimate-interest'],
    ['We do not rely on consent as a legal basis.', 'consent!'],
    [
      'We process your data on the basis of:\n\n- your consent\n- a contract with you\n- legal obligations\n',
      'consent contract legal-obligation',
    ],
    [
      '## Legal basis for processing\n\n- **Consent:** for newsletters.\n- **Contract:** to deliver, with no consent needed.\n',
      'consent contract',
    ],
    ['| Purpose | Legal basis |\n| --- | --- |\n| Billing | Contract |\n| Tax records | Legal obligation |\n', 'contract legal-obligation'],
  ])('%s', async (text, expected) => expect(await bases(text)).toBe(expected));

  it.each([
    ['We share your data with your consent.'],
    ['You may withdraw your consent at any time.'],
    ['We may disclose data to comply with a legal obligation.'],
    ['We have contracts with our suppliers.'],
    ['We use standard contractual clauses.'],
    ['A parent must give consent.'],
    ['We may act to protect our legitimate interests in court.'],
    ['Consent is not needed to guard the legitimate rights and interests of others.'],
    ['Our legal bases are told below; sending it abroad does not serve our contract with you.'],
    ['We gladly help to clarify the legal basis, and whether giving data is a statutory or contractual requirement.'],
    ['Our lawful bases: where legitimate interest is not available we do not row.'],
  ])('names no ground: %s', async (text) => expect(await bases(text)).toBe(''));

  it('says what for, where the text does', async () => {
    const [claim] = await claimsOf('legal-basis', 'We rely on our legitimate interests in improving the app, and on consent.');
    expect(claim?.value).toEqual({ basis: 'legitimate-interest', purpose: 'improving the app' });
    const [inBrackets] = await claimsOf(
      'legal-basis',
      'We use them on lawful grounds (our legitimate interests in securing the app) and keep them.',
    );
    expect(inBrackets?.value).toEqual({ basis: 'legitimate-interest', purpose: 'securing the app' });
    const [before] = await claimsOf('legal-basis', 'Answering letters is my legitimate interest (Art. 6(1)(f) GDPR).');
    expect(before?.value).toEqual({ basis: 'legitimate-interest', purpose: 'Answering letters' });
    const [unsaid] = await claimsOf('legal-basis', 'Processing is necessary for our legitimate interests.');
    expect(unsaid?.value).toEqual({ basis: 'legitimate-interest' });
    const [row] = await claimsOf('legal-basis', '| Purpose | Legal basis |\n| --- | --- |\n| Billing | Contract |\n');
    expect(row?.value).toEqual({ basis: 'contract', purpose: 'Billing' });
  });
});

describe('legal-basis: what bids others, or asks for more', () => {
  it.each([
    ['Under our legal bases: if we ask you to provide data to comply with a legal requirement, we say so.', ''],
    ['Our legal basis is consent: if required by law, a parent must agree.', 'consent'],
    ['The legal basis is consent. These providers are contractually obliged to protect your data.', 'consent'],
    ['We enforce our contractual terms, which is our legal basis.', ''],
    ['If your contract has been terminated, we may have other lawful grounds.', ''],
    ['Providers comply with data protection law under our legal basis of consent.', 'consent'],
    ['The processing is necessary to perform the agreement we have with you.', 'contract'],
    ['We rely on a legal basis: the law requires it.', 'legal-obligation'],
    ['Our legal basis: buyers may not use the list for any purpose except performing the contract.', ''],
    ["You must ensure that you have obtained the individual's consent or have another legal basis.", ''],
  ])('%s', async (text, expected) => expect(await bases(text)).toBe(expected));
});

describe('grounds in plain words', () => {
  it.each([
    ['We keep the till rolls. Tax law makes us do that.\n\nWe print your picture only if you said yes.', 'legal-obligation consent'],
    [
      'You hired a boat: that is our deal with you, and we need your name for our side of it.\n\nA camera watches the jetty. We have good reason to guard the boats.',
      'contract legitimate-interest',
    ],
    [
      'We lend tools. The town gave us that job.\n\nIf a life is at stake we ring the doctor.\n\nFees: we have to note them under the Budget Act.',
      'public-task vital-interest legal-obligation',
    ],
    [
      '| What | Why we may |\n| --- | --- |\n| Till rolls | the taxman wants it |\n| Letters | it is in both our interests |\n',
      'legal-obligation legitimate-interest',
    ],
    // One alone is told in passing.
    ['We show your picture with your permission.', ''],
    ['We disclose it if the law requires us to. We have good reason to believe that this is rare, unless you agreed.', ''],
    // What is named in the words of the law is not told again.
    [
      'The legal basis of the letter is your consent, of the order the contract, of the books our legal obligations. Tax law makes us keep them because you said yes.',
      'consent contract legal-obligation',
    ],
    ['## Your rights\n\nYou can have it binned, save what tax law makes us keep. You said yes? Take it back.', ''],
  ])('%s', async (text, expected) => expect([...new Set((await bases(text)).split(' '))].join(' ')).toBe(expected));

  it('are for what stands before them', async () => {
    const claims = await claimsOf(
      'legal-basis',
      'We keep the till rolls. Tax law makes us do that.\n\nPictures are printed only if you said yes.',
    );
    expect(claims.map(({ value, confidence }) => [value.purpose, confidence])).toEqual([
      ['We keep the till rolls', 'medium'],
      ['Pictures are printed', 'medium'],
    ]);
  });
});

describe('a ground that is only spoken of', () => {
  const GIVEN = 'Our legal bases for your rowing log are your consent, our contract with you and our legitimate interests.';
  it.each([
    'Where we rely on your consent, you may withdraw it at any time.',
    'When you consent to our processing of it for one end, you may withdraw it.',
    'The club rests on a fitting legal ground (such as your consent, a contract or legitimate interests).',
    'Withdrawing it leaves the lawfulness of processing based on consent before as it was.',
    'If we ask you for your name to perform our contract with you, we will make that clear.',
    'If we use it on the basis of our legitimate interests, we will tell you what they are.',
    'You have the right to:\n\n- object to processing on the basis of our legitimate interests\n- get it in a file where processing is based on consent',
    '**Right to a file.** It holds where the processing is based on consent or is necessary for a contract with you.',
    '## Right to object\n\nWe stop unless our legitimate interests outweigh yours.',
    'Logs are kept as long as our legitimate interests ask for them under that legal basis.',
    '**Right to data portability.** You have it when the legal basis was your consent or a contract.',
    'If we have relied on your consent, we will seek your consent again for other ends.',
    'Should the change affect processing on the basis of your consent, the club shall obtain new consent.',
    'If we need to rely on consent as a legal basis and your country requires consent from a parent, we may ask for it.',
    'If the rowing log is used on the basis of a contract with you, or on the basis of your consent, you have the right to get it in a file.',
    'You have the right to ask for erasure of your log if:\n\n- the processing is based on your consent and you take it back\n',
    '## Right to deletion\n\n### When logs go\n\nYou revoke your consent, on which the processing was based (Art. 6(1)(a)).',
    'You can object at any time to our use of your log:\n\n- where we row for a task in the public interest or pursue our legitimate interests\n',
    'We have also identified what our legitimate interests are where that helps.',
    'Where we refer to our "legitimate interests", we mean our legitimate interests in running the club.',
    'The log may continue to be processed to the extent that we have a legal basis, for example, a contract with you.',
    'We move logs on a lawful ground: we transfer your log outside the EEA because it is necessary to perform the contract with you.',
    'Our page on grounds names which partners rely on your consent and which partners rely on legitimate interests.',
    'Where the law does not require your consent, we may row on legal grounds.',
    'Lawful grounds: how long depends on the legal basis and on our legal requirements.',
    '| What for | Retention |\n| --- | --- |\n| Regattas | Archived for a year, where we have entered into a contract with you |\n',
    'Lawful grounds: regular exercise of rights in judicial or administrative proceedings.',
    'We may refuse your request to delete where we need the data to:\n\n- perform our contract with you',
  ])('needs no claim where it is given elsewhere: %s', async (text) => {
    expect(await bases(`${GIVEN}\n\n${text}\n`)).toBe('consent contract legitimate-interest');
  });

  it.each([
    ['Where we rely on your consent, you may withdraw it at any time. If we rely on your consent, you can take it back.', 'consent'],
    ['We use it where we have your consent on that legal basis, and you can withdraw it.', 'consent'],
    ['We use your photo on these legal bases:\n\n- where you have given us consent to it, which you can withdraw\n', 'consent'],
  ])('is told once where it is given nowhere: %s', async (text, expected) => expect(await bases(text)).toBe(expected));

  it.each([
    ['The club may share your log under the following circumstances:\n\n- **Consent**. We may share it with your consent.\n', ''],
    ['We process your log under the following circumstances:\n\n- you have given your consent\n', 'consent'],
    ['Lawful ground: it is necessary for our legitimate interests (e.g. in claims under a contract with you).', 'legitimate-interest'],
    ['Legal basis: it is needed to protect our legitimate interests (e.g. in claims under contracts).', ''],
    ['We use it on the legal basis of such legitimate interests to (i) perform the contract with you, (ii) row.', 'legitimate-interest'],
    ['Legal basis: (i) our legitimate interests, (ii) to perform the contract with you.', 'legitimate-interest contract'],
    ['We row on legal grounds, or at the request of another official authority.', ''],
    ['Our legal ground is a task that is ours in the exercise of official authority.', 'public-task'],
    ['On legal grounds: you may ask us to delete logs that we have no compelling legitimate interests to keep.', ''],
    ['On legal grounds, we protect it in a manner that is consistent with our obligations under applicable privacy laws.', ''],
    ['Legal basis: we keep it as required by applicable data protection laws.', ''],
    ['Our legal basis is compliance with our obligations under law.', 'legal-obligation'],
    ['Legal basis and data: This means data that is collected for the performance of a contract.', ''],
    [
      'Lawful ground: it is necessary for our contract with you (e.g. to book a boat) and our legitimate interests.',
      'contract legitimate-interest',
    ],
    ['| What for | Legal basis and retention |\n| --- | --- |\n| Regattas | Legal obligation, kept for a year |\n', 'legal-obligation'],
    ['**Legal reasons:** to comply with applicable law and orders of a court.', ''],
    ['Our legal basis is not told here; a claim is necessary for the exercise or defence of legal claims.', ''],
    ['Our legal basis: we row under our contract with your employer.', ''],
    ['## Legal basis\n\nTo fulfil our club agreement, we may process your rowing log.\n', 'contract'],
    ['We gladly clarify the legal basis, and whether it is a statutory or contractual requirement, or one to enter into a contract.', ''],
    ['## Right to object\n\nYou may object where we use it for a task carried out in the public interest.\n', ''],
    ['We process it in compliance with Welsh legislation on the lawful grounds below.', ''],
    ['## Legal basis\n\n- **Standard Contractual Clauses:** we will use them for Tideland.\n- **Contract:** to deliver.\n', 'contract'],
    ['"Legitimate interest" also references our use of data in ways that you would expect.', ''],
    ['We rely on our legitimate interests, which mean a safe club.', 'legitimate-interest'],
    [
      'Our legal basis are our legitimate interests. Our legitimate interests also include compliance with legal obligations of the club.',
      'legitimate-interest legitimate-interest',
    ],
    [
      'On the legal basis of Art. 6(1)(f) GDPR:\n\n- to contact you, if requested by you or if necessary to fulfil the contract\n- as needed for the performance of our contract with you\n',
      'contract',
    ],
  ])('is none of another kind: %s', async (text, expected) => expect(await bases(text)).toBe(expected));

  it.each([
    [
      'We use logs on the basis of our legitimate interests in keeping boats safe where those interests do not override yours.',
      'keeping boats safe',
    ],
    ['| What for | Legal basis |\n| --- | --- |\n| Data provided by you | Consent |\n', undefined],
  ])('ends what it is for where that ends: %s', async (text, purpose) => {
    expect((await claimsOf('legal-basis', text)).map(({ value }) => value.purpose)).toEqual([purpose]);
  });
});
