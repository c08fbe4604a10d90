import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const rights = async (text: string): Promise<string> =>
  (await claimsOf('right', text))
    .map((claim) => claim.value.right)
    .sort()
    .join(' ');

describe('the case in which a right is had is no other right', () => {
  it.each([
    ['You have the right to have your data erased if:\n\n- you have objected and no reason of ours weighs more', 'erasure'],
    ['You have the right to have your data erased if:\n\n- you withdraw your consent to the mailing', 'erasure'],
    ['You have the right to:\n\n- have your data erased\n- withdraw your consent to the mailing', 'erasure withdraw-consent'],
    ['You may object at any time. You may ask us to restrict the processing while you object to it.', 'objection restriction'],
    ['You may object at any time. If you wish to object to the processing, write to the harbour office.', 'objection objection'],
    [
      'You may withdraw your consent at any time. You can ask us to erase what was sent by consent and you later withdraw it.',
      'erasure withdraw-consent',
    ],
    ['You have the right to access the following:\n\n- the existence of a right to rectification or erasure', 'access'],
    ['You may withdraw your consent at any time and we will stop any further processing of your data.', 'withdraw-consent'],
    ['You may withdraw your consent at any time, or ask us to stop processing your data.', 'objection restriction withdraw-consent'],
  ])('%s', async (text, expected) => {
    expect(await rights(text)).toBe(expected);
  });
});

describe('which right it is', () => {
  it.each([
    ['## Right to restrict processing\n\nYou can ask us to stop processing your data in some cases.', 'restriction'],
    ['## Right to object\n\nYou can ask us to stop processing your data in some cases.', 'objection'],
    ['You have the right to request our club to complete information you believe is incomplete.', 'rectification'],
    ['You have the right to obtain deletion by us of the records about you.', 'erasure'],
    ['You have the right to request anonymisation of personal information.', ''],
    ['You have the right to obtain information about the consequences of refusing consent.', ''],
    ['You have the right to obtain information about the data that we hold.', 'access'],
    ['You may limit our use of your data for targeted advertising.', ''],
    ['You may limit our use of your data.', 'restriction'],
    ['You may instruct us on the storage and deletion of your letters after your death.', ''],
    ['You can update your account by accessing your personal data page.', 'rectification'],
    ['You can update your account and access your personal data.', 'access rectification'],
    [
      '## How can you edit or remove your data?\n\nTo remove other personal data, contact us with a request that we delete your data.',
      'erasure',
    ],
    ['## Your rights to access and to complain to the authority\n\nYou can make a request to our harbour office.', 'access'],
  ])('%s', async (text, expected) => {
    expect(await rights(text)).toBe(expected);
  });
});

describe('what others do, and what a text says of itself', () => {
  it.each([
    ['In a team account the administrators of the team may:\n\n- access information about your use\n- delete your account', ''],
    ['In a team account you may:\n\n- access information about your use\n- delete your account', 'access erasure'],
    [
      'You may correct your data. This policy describes what we collect, whom we tell, and how you can access and correct your data.',
      'rectification access',
    ],
    ['You may delete your data. Read more in Section 7.2 "Right to erasure".', 'erasure'],
    ['You may delete your data. See the list in the "Deleting your data" section.', 'erasure'],
    ['You may delete your account. You can delete your drafts and data from your device.', 'erasure'],
    ['You may delete your account. You can delete your drafts and data from our servers.', 'erasure erasure'],
    ['You may object at any time. You can ask us to stop accessing, storing and using your personal data.', 'objection'],
    ['You may delete your data. Please note that we check deletion requests against our archive.', 'erasure'],
    ['You may delete your data. Please send deletion requests to the harbour office.', 'erasure erasure'],
    ['When you request information about our events, we collect your name.', ''],
    ['You may correct your data. We rely on you to update your personal information.', 'rectification'],
    ['You may correct your data. You can update your personal information in the harbour office.', 'rectification rectification'],
    ['You may delete your data. Upon receipt of a request from one of our customers to delete data about you we tell them.', 'erasure'],
    ['## Your rights\n\n_Request that we stop using your data:_\n\nYou may object at any time.', 'objection'],
    ['## Your rights\n\n_Request that we stop using your data:_\n\nWrite to the harbour office.', 'objection'],
    ['You may delete your data.\n\nTo delete your data you may:\n\n- write to us', 'erasure erasure'],
    ['Find more information here about your rights:\n\n- Your right of access\n- Other\n\nYou may access your data.', 'access'],
    ['You have these rights:\n\n- Your right of access\n- Other\n\nYou may access your data.', 'access access'],
    ['You may withdraw your consent. Learn more about withdrawing your consent.', 'withdraw-consent'],
    ['Your rights include the following:\n\n- We do not use automated decision making.', ''],
    ['Your rights include the following:\n\n- You need not be subject to automated decision making.', 'no-automated-decision'],
  ])('%s', async (text, expected) => {
    expect(await rights(text)).toBe(expected.split(' ').sort().join(' '));
  });
});

describe('spoken of, and not offered', () => {
  it.each([
    ['You may access your data. Please see the page of your harbour to determine if you are able to access your data.', 'access'],
    ['You may delete your data. In the case you request to delete your data, note that we keep bills for the law.', 'erasure'],
    ['You may delete your data. And no worry: deleting your data will not remove the boats from your chart.', 'erasure'],
    ['You may delete your data. The right to deletion does not exist where the law wants us to keep it.', 'erasure'],
    ['You may delete your data. To delete a photo, you need to delete it from the social network too.', 'erasure'],
    ['You may delete your data. To delete a photo, you need to ask us to delete it.', 'erasure erasure'],
    ['The harbour retains the right to request information from the agent about who they are.', ''],
    ['You have the right to request information about your data.', 'access'],
    ['You have the right to receive further information that is helpful for the exercise of these rights.', ''],
    ['You can obtain the information for contacting data protection authorities on their page.', 'complaint'],
    ['We print a free paper and support the public and its societal rights to receive information.', ''],
    ['If you have allowed us to access your berth data, you can stop sending it.', ''],
    ['You may request removal, e.g. because (i) it is wrong or (ii) the consent for it has been withdrawn.', 'erasure'],
    ['You may withdraw your consent, e.g. because you moved.', 'withdraw-consent'],
    ['You may delete your data. Please direct any requests for deletion of your data to the member with whom you sail.', 'erasure'],
    ['You may object at any time. You may be unable to moor here if you object to the processing.', 'objection'],
    ['You can view the privacy statements of the pier here.', ''],
    ['We tell our crew, in order for us to maintain and update your records.', ''],
    ['You may ask for us to update your records.', 'rectification'],
    ['| What | Retention |\n| --- | --- |\n| Berths | Account deletion request |', ''],
    ['| What | Your choice |\n| --- | --- |\n| Berths | You may request deletion of your data |', 'erasure'],
  ])('%s', async (text, expected) => {
    expect(await rights(text)).toBe(expected.split(' ').sort().join(' '));
  });
});

describe('for whom a right is told', () => {
  const scopes = async (text: string): Promise<unknown[]> => (await claimsOf('right', text)).map(({ value }) => value.scope);
  const told = 'You may access your data.';
  it.each([
    [`## Users outside the US and Canada\n\n${told}`, undefined],
    [`## Users outside of the EU\n\n${told}`, undefined],
    [`## Users in the US and Canada\n\n${told}`, 'Canada residents'],
    [`# Harbour California Privacy Policy\n\nHarbour California Inc. ("we", "us") lets boats.\n\n${told}`, undefined],
    [`# Harbour Lane Privacy Policy\n\nHarbour Lane Inc. ("we", "us") lets boats.\n\n## California\n\n${told}`, 'California residents'],
  ])('%s', async (text, expected) => {
    expect((await scopes(text)).at(-1)).toBe(expected);
  });
});
