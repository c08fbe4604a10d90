import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const rights = async (text: string): Promise<string> =>
  (await claimsOf('right', text))
    .map((claim) => `${claim.value.right}${claim.polarity === 'negated' ? '!' : ''}${claim.modality === 'hedged' ? '?' : ''}`)
    .sort()
    .join(' ');

describe('right', () => {
  it.each([
    ['You have the right to access your personal data.', 'access'],
    ['You can ask us for a copy of your data.', 'access'],
    ['Users may view and update their profile information at any time.', 'access rectification'],
    ['You may request access, rectification, erasure or export of your data.', 'access erasure portability rectification'],
    ['You have a right to be forgotten.', 'erasure'],
    ['Withdrawing consent is not possible.', 'withdraw-consent!'],
    ['Consent cannot be withdrawn.', 'withdraw-consent!'],
    ['By rowing you consent to all of this, and you cannot withdraw your consent later.', 'withdraw-consent!'],
    ['Parents can see, correct, download and delete everything in the settings.', 'access erasure rectification'],
    ['You can view and correct your data. This notice explains how you can view and correct your data.', 'access rectification'],
    ['You can correct your data. If you have questions about correcting your data, write to us.', 'rectification'],
    ['You may see your data, have them erased, and ask for their restriction.', 'access erasure restriction'],
    [
      'You can modify details you have given us. To correct or delete information, log into your account.',
      'erasure rectification rectification',
    ],
    ['If you have sent us a form and wish to review, update, correct or delete it, please e-mail us.', 'access erasure rectification'],
    ["If you have questions or you wish to review your or your child's personal data, call the harbour office.", 'access'],
    ['If you wish to request updates or changes to your information, contact our coordinator.', 'rectification'],
    ['How can you remove or modify information you have provided to us?', ''],
    ['You can object to direct marketing at any time.', 'objection'],
    ['Please contact us if you wish to withdraw your consent to the use of your data.', 'withdraw-consent'],
    ['If you wish to withdraw your consent, earlier processing stays lawful.', ''],
    ['Questions that stay open may be directed to the local data protection authority.', 'complaint'],
    ['Upon request we delete your records.', 'erasure'],
    ['To delete your account, write to us.', 'erasure'],
    ['If you would like to: access, correct or delete personal data we hold about you, contact us.', 'access erasure rectification'],
    ['You may object to our processing of your data or ask us to restrict it.', 'objection restriction'],
    ['You have the right to receive your data in a machine-readable format.', 'portability'],
    ['You can withdraw your consent at any time.', 'withdraw-consent'],
    ['Consent may be revoked at any time by e-mail.', 'withdraw-consent'],
    ['You can have wrong data put right.', 'rectification'],
    [
      'You have the right to: opt out of tips (see below); access, mend, erase, restrict, or object to our use of your data; be forgotten; and port your data.',
      'access erasure objection portability restriction',
    ],
    ['If you think that the details on file are incomplete, please write to us.', 'rectification'],
    ["In case you'd like your account and all that belongs to it removed, send us an e-mail.", 'erasure'],
    ['Once users asked for deletion, we destroy their records.', 'erasure'],
    ['You may also turn to the Autoriteit Persoonsgegevens.', 'complaint'],
    ['You may object where we rely on legitimate interests.', 'objection'],
    ['Where we rely on consent you may withdraw it at any time.', 'withdraw-consent'],
    ['If you gave your consent, it can be withdrawn at any time.', 'withdraw-consent'],
    ['For the newsletter we rely on your consent. You may withdraw it at any time.', 'withdraw-consent'],
    ['You may send us a complaint. You can withdraw it at any time.', ''],
    ['You may change your mind and withdraw your permission at any time.', 'withdraw-consent'],
    ['You can lodge a complaint with your local data protection authority.', 'complaint'],
    ['You may complain to the ICO.', 'complaint'],
    [
      'Patients are entitled to: demand access to their data; demand their correction; transferring of the data to another administrator.',
      'access portability rectification',
    ],
    [
      '## What you can ask of us\n\nPatients and their parents can:\n\n- have the use of data frozen while a quarrel is going on;\n- make us forget them.',
      'erasure restriction',
    ],
    [
      '## What can I demand?\n\nA copy; correction; destruction; that we lock the data away for a while.',
      'access erasure rectification restriction',
    ],
    [
      'A.4 **Your rights.** The articles give you access, rectification, erasure, portability and objection.',
      'access erasure objection portability rectification',
    ],
    ['**What you can do.** Object to the logs for reasons of your own.', 'objection'],
    ['## To whom can I complain?\n\nAbout data, to the CNPD in Belvaux.', 'complaint'],
    [
      'You can object to our processing if your case is special; and you can go back on your agreement whenever you like.',
      'objection withdraw-consent',
    ],
    ['Should you go back on your agreement with the seller, we tell the courier.', ''],
    ['## What we ask of you\n\nA copy; correction of the form; destruction of drafts.', ''],
    ['You have the right not to be subject to decisions based solely on automated processing.', 'no-automated-decision'],
    ['You may ask for human review of such a decision.', 'no-automated-decision'],
    ['You may have the right to access, correct or delete your data.', 'access? erasure? rectification?'],
    ['Depending on where you live, you can request deletion of your data.', 'erasure?'],
    ['You do not have the right to data portability.', 'portability!'],
    ['You have the right to access, rectify, port and erase your data.', 'access erasure portability rectification'],
    ['You may see, port, or delete your data in the settings.', 'access erasure portability'],
    ['You may ask that your data be corrected, erased or transferred.', 'erasure portability rectification'],
    ['You may receive a copy of your data for the purpose of transmitting it to another company.', 'portability'],
    ['You may request that the processing of your data be restricted.', 'restriction'],
    ['You have a right to request some restrictions on the use of your data.', 'restriction'],
    ['You have the right to rectification, blocking and deletion of your data.', 'erasure rectification restriction'],
    ["Want to know what I've got on you?", 'access'],
    ["Drop me a line and I'll mail you a dump as JSON.", 'access portability'],
    ["There's a big button under Settings that wipes everything.", 'erasure'],
    ["If you'd rather I just put your data on ice, say so.", 'restriction'],
    ['If you do not agree with how we use your data, write to us or go directly to the Portuguese Data Protection Agency.', 'complaint'],
    ['You can ask us to delete your personal data or request that it be ported to a third party.', 'erasure portability'],
    [
      'You may ask for a copy of your data, have it corrected or deleted, and receive it in a machine-readable format.',
      'access erasure portability rectification',
    ],
    ['These are your rights to access data and erase it.', 'access erasure'],
    ['You have the right to access your data, to have them erased, and to object.', 'access erasure objection'],
    ['You can go and grumble to the Data Protection Commission.', 'complaint'],
    ['The agreement can be retracted at any time by letter.', 'withdraw-consent'],
    ['You can withdraw permission that you have given at any moment.', 'withdraw-consent'],
    ['Everyone is entitled to have personal data which are inexact put right.', 'rectification'],
    ['You are entitled to have the processing curtailed.', 'restriction'],
    ['You can have them passed on to somebody else.', 'portability'],
    ['You are entitled not to be made subject to a determination reached by automated means alone.', 'no-automated-decision'],
    [
      'If a decision about you was taken by a computer alone, you can demand that an official has another look at it.',
      'no-automated-decision',
    ],
    ['You can ask us to stop using your data.', 'objection'],
    ['You have the right to request that we cease processing your data.', 'objection'],
    ['You have the option of complaining to the Danish Data Protection Agency.', 'complaint'],
    ['If you live in the EEA, you can: (i) see the data we hold, or (ii) withdraw consent previously given.', 'access withdraw-consent'],
    ['You can stop using your account at any time.', ''],
    ['We give you ways to update it or to delete it, unless the tax office makes us keep that information.', 'erasure rectification'],
    ['You may request that we only use your data for certain purposes.', 'restriction'],
    ['Users can access most information associated with their account in the settings.', 'access'],
    [
      'These rights include the right to: access or erase your data; port your data; and object to our processing of your data.',
      'access erasure objection portability',
    ],
    [
      'You can (i) object to the processing, unless we have compelling grounds; or (ii) withdraw consent given before.',
      'objection withdraw-consent',
    ],
  ])('%s', async (text, expected) => expect(await rights(text)).toBe(expected));

  it.each([
    ['You have the right to:\n\n- access your data\n- rectification\n- data portability\n', 'access portability rectification'],
    ['What are your rights?\nYou can ask us to:\ngive you a copy of the information we hold\ndelete your information\n', 'access erasure'],
    ['You may request that we:\n\n* correct inaccurate data\n* restrict processing\n', 'rectification restriction'],
    ['Depending on your state, you may have the right to:\n\n- delete your data\n', 'erasure?'],
    [
      '## Your rights\n\n**Access & portability:** Ask for a copy of what we hold.\n\n**Deletion:** Write to us.\n',
      'access erasure portability',
    ],
    [
      '## Your rights\n\n| Right | What it means |\n| --- | --- |\n| Erasure | We remove what we hold |\n| Objection | We stop |\n',
      'erasure objection',
    ],
    ['## Deletion requests\n\nPlease e-mail us with your request.\n', 'erasure'],
    ['You have the following rights:\n\n- **Right to take your data.** Your files are yours.\n', 'portability'],
  ])('in context: %s', async (text, expected) => expect(await rights(text)).toBe(expected));

  it.each([
    ['We delete your data after thirty days.'],
    ['You can delete cookies in your browser.'],
    ['You may access our website without an account.'],
    ['We store chats so that you can access your chats and data from any of your devices.'],
    ['If you wish to download any content from the site, we ask for your name and address.'],
    ['We collect your name when you access other accounts, depending on your privacy settings, and your data.'],
    ['We reserve the right to delete accounts that break the rules.'],
    ['You may object to changes of these terms.'],
    ['You can unsubscribe from our newsletter.'],
    ['You may update your notification preferences.'],
    ['The app asks for access to your camera.'],
    ['We may restrict access to your account.'],
    ['You can request a copy of the standard contractual clauses.'],
    ['If you have a complaint, write to us.'],
    ['You waive any right to complain to a regulator.'],
    ['These terms are a condition of your right to access the website.'],
    ['You can remove them in your browser settings.'],
    ['## Your rights\n\nYou can complain to our support team.'],
    ['## Your rights\n\nWe delete nothing early.'],
    ['## Right to erasure\n\nThis section is about data.'],
    ['A law of our state lets residents request details about how their data is disclosed to third parties for direct marketing.'],
    ['We will let you know if additional information is required.'],
    ['We let you know what we do with your information.'],
    ['In the settings you control who can view and modify the content you have made.'],
    ['If you switch off cookies, you may limit your use of some features.'],
    ['Our rules require that we keep sheets as long as they are needed to provide you service and then destroy them.'],
    ['## What are your rights?\n\nIn some cases we are able to retain data even if you delete your account.'],
    [
      '## Your rights\n\nWe may deny a request if keeping the data is necessary for us to:\n\n- do research where deletion would spoil it\n',
    ],
    ['## Your rights\n\nWe use your name to provide you with access to your digital subscription.'],
  ])('says no right: %s', async (text) => expect(await rights(text)).toBe(''));

  it.each([
    ['If you are a resident of the European Economic Area, you have the right to access your data.', 'EEA residents'],
    ['## California residents\n\nYou have the right to access your data.', 'California residents'],
    ['You have the right to access your data.', undefined],
    ['You have the right to access your data, which we keep in Canada.', undefined],
  ])('for whom: %s', async (text, scope) => {
    const [claim] = await claimsOf('right', text);
    expect(claim?.value.scope).toBe(scope);
  });

  it('marks the words that carry it', async () => {
    const text = 'Hello there. You have the right to erasure and more.';
    const [claim] = await claimsOf('right', text);
    expect(claim && text.slice(claim.focus.start, claim.focus.end)).toBe('right to erasure');
    expect(claim?.quote).toBe('You have the right to erasure and more.');
  });
});

describe('right: what stands beside a right', () => {
  it.each([
    // Done to data that we hold: no access to them.
    ['You may ask that we delete the personal information that we hold about you.', 'erasure'],
    ['You have the right to obtain deletion of your personal data.', 'erasure'],
    ['You have the right to: (i) obtain deletion of your data; (ii) obtain access to your data.', 'access erasure'],
    ['You may review, edit, or request the deletion of your personal data.', 'access erasure rectification'],
    // Grounds.
    ['You can ask us to restrict processing where it is unlawful but you do not want us to erase the data.', 'restriction'],
    ['You may ask us to stop processing your data while we check a complaint.', 'restriction'],
    ['You may object to our processing or ask us to stop processing your data while we check.', 'objection restriction'],
    ['## Your rights\n\nWe tell you about the following:\n\n- the existence of automated decision-making\n', ''],
    // Somebody else's, or no data.
    ['We take care to choose the right partners and to limit the personal data we process.', ''],
    ['Health data falls under the Health Insurance Portability and Accountability Act.', ''],
    ['Service providers who require access to your personal data sign a contract.', ''],
    ['The website has the right to see your messages.', ''],
    ['The rights of authorities to access your personal data differ from country to country.', ''],
    ['We use it for insight and marketing purposes.', ''],
    ['To give you access to your order history, we keep your name.', ''],
    ['We share data about requests for removal of content with a public archive.', ''],
    ['You may refuse beacons by blocking, deleting or disabling them in your browser.', ''],
    ['We reserve the right to transfer information to another company if we are acquired.', ''],
    ['We ask for proof and confirm that the personal information relates to you.', ''],
    ['For your choices see the "How to access your personal data" section.', ''],
    ['You may contact our officer (see below) to request access to your personal data.', 'access'],
    ['They may be able to:\n\n- access what is stored in your account\n- view your statistics', ''],
    ['In your written request, you may:\n\n- ask for a copy of your data\n- object to the processing', 'access? objection?'],
    ['## Your rights\n\nServer logs are deleted after 7 days.', ''],
    ['Upon request your data is deleted.', 'erasure'],
    ['They have the ability to view your private data when they help you.', ''],
    ['Users can view their data at any time.', 'access'],
    ['You may see who rowed; users of that list will be able to see the personal data in it.', ''],
    ['If you show us a passport, we ask that you remove sensitive information.', ''],
    ['The law, as amended, gives you certain rights.', ''],
    ['You may request the review of decisions made solely on the basis of automated processing.', 'no-automated-decision'],
    ['You may add comments through the review, and the content of it is public.', ''],
    ['Users may inquire about the data we hold on them at any time.', 'access'],
    // Denied beside it, for some only, or outright.
    ['There are no charges for requesting access to your personal data.', 'access'],
    ['If for whatever reason we are unable to amend your personal data, you will be told.', ''],
    ['If we cannot verify who you are, we will not be able to fulfil your request to delete your data.', ''],
    ['You may not be able to change your personal data until the match is over.', ''],
    // Cookies, permissions and devices; what goes by itself; what others do.
    ['Most browsers let you control cookies, and how to delete them.', ''],
    ['To remove access to your boat from a device, you can press the bell.', ''],
    ['## Right to erasure\n\nEarlier personal data deletion.', ''],
    ['You may see it shared with rowers who require access to such information.', ''],
    ['You can control whether you receive these messages.', ''],
    ['We keep a record of all complaints to the harbour authority.', ''],
    ['You have lodged an objection to the processing.', ''],
    ['They may restrict your ability to delete your data.', ''],
    ['If you change your email address, please let us know.', ''],
    ['You can read about these transfer mechanisms here or request a copy from us.', ''],
    ['Therefore, the right to access and the right to erasure cannot be enforced after that time.', ''],
    ['You may be required to log in to get full access to Rowhouse.', ''],
    ['We store the photo until you choose to delete it.', ''],
    ['## Right of access\n\nYou may submit a request through an authorized agent.', ''],
    ['## Right of access\n\nPlease submit your request by post.', 'access'],
  ])('%s', async (text, expected) => expect(await rights(text)).toBe(expected));

  it.each([
    ['If you live outside the EU, you have the right to access your data.', undefined],
    ['You may complain to the UK Information Commissioner if you are unhappy.', undefined],
    ['If you live in the EU, you have the right to access your data.', 'EU residents'],
    ['UK residents may complain to the Information Commissioner.', 'UK residents'],
  ])('for whom: %s', async (text, expected) => expect((await claimsOf('right', text)).map(({ value }) => value.scope)).toEqual([expected]));
});

describe('a right that is only spoken of', () => {
  const OFFER = 'You may ask us to see, correct or delete your data, and withdraw your consent.';
  it.each([
    'If you ask us to delete your data, you may lose your points.',
    'We check who you are before we access records with your data.',
    'Even after you withdraw your consent, backups stay for a week.',
    'When you update or delete any information, we keep the old version.',
    'We keep your log until you choose to delete your account.',
    'A fee is due for a second access request.',
    'If we believe that a child gave us a name, we delete the data, and you may ask us to delete it.',
    'To have your data corrected, contact your employer.',
    'An authorised agent may ask us to delete your data.',
    'See "How can you correct your data?" for more.',
    'If you ask us to delete your data, you may no longer be able to use the boats.',
    'Added words on the right to erasure.',
    'Once we have your request (see exercising your right to erasure), we answer.',
    'Withdrawing your consent will not affect what we did before.',
    'When you delete your data, we ask you to verify your identity before we can act.',
    'If you wish to have your data corrected by the harbour, direct your query to the harbour.',
  ])('needs no claim where it is offered elsewhere: %s', async (text) => {
    const names = (await claimsOf('right', `${OFFER}\n\n${text}\n`)).map(({ value }) => value.right);
    expect(names.sort()).toEqual(['access', 'erasure', 'rectification', 'withdraw-consent']);
  });

  it.each([
    ['If you ask us to delete your data, we will do so within a week.', ['erasure', 'erasure']],
    ['If you want your data deleted, visit the office.', ['erasure', 'erasure']],
    ['If you live in Wales you may delete your data at once.', ['erasure', 'erasure']],
  ])('is offered by what the sentence says besides: %s', async (text, names) => {
    expect((await claimsOf('right', `You may ask us to delete your data.\n\n${text}\n`)).map(({ value }) => value.right)).toEqual(names);
  });

  it('is told by the first such words where nothing offers it', async () => {
    const text = 'If you ask us to delete your data, you may lose points. If you ask us to delete your data, we keep the points.';
    expect((await claimsOf('right', text)).map(({ value }) => value.right)).toEqual(['erasure']);
  });

  it('is kept where it is offered to people of one place only', async () => {
    const text =
      '## California\n\nYou may ask us to delete your data.\n\n## All\n\nIf you ask us to delete your data, you may lose points.\n';
    expect((await claimsOf('right', text)).map(({ value }) => value.scope ?? 'all')).toEqual(['California residents', 'all']);
  });
});

describe('words of other rights', () => {
  it.each([
    ['You have the right to object to decisions made solely by automated means.', ['no-automated-decision']],
    ['You have the right to change your mind, and ask us to stop using your data.', ['objection']],
    ['You may object to automated decision-making and profiling.', ['no-automated-decision', 'objection']],
    ['You may ask us to restrict our use of your data for marketing.', []],
    ['If you enter a contest, we may use your data.', []],
    ['You are entitled to ask us to (temporarily) stop using your data.', ['restriction']],
    ['Our officers will have the right of access to logs and to request their deletion.', []],
    ['The administrators of your crew may:\n\n- access information about your rowing\n- delete your account\n', []],
    ['You have the right to receive information about the financial incentives.', []],
    ['Your log will not be used for automated decision-making.', []],
    ['You may change the settings on your phone to either consent or oppose the collection of your data.', []],
    ['You agree that the club has no obligation to delete your data.', []],
    ['You have the right to an accounting of any amendments to your data.', []],
    ['Visits are automatically deleted after 7 days if you ask for no log.', []],
  ])('%s', async (text, names) => expect((await claimsOf('right', text)).map(({ value }) => value.right)).toEqual(names));
});
