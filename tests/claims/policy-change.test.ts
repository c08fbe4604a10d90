import { describe, expect, test } from 'vitest';
import { claimsOf } from './helpers.js';

const changes = async (text: string) => (await claimsOf('policy-change', text)).map(({ value }) => value);

describe('policy-change', () => {
  test.each([
    [
      '## Changes\n\nIf we change this policy, we will post a notice on this page for 30 days.',
      { 'notice-days': null, 'continued-use': false, immediate: false, channel: ['page'] },
    ],
    [
      '## Changes\n\nIf we change this policy, we will post a notice on this page for 30 days before the change.',
      { 'notice-days': 30, 'continued-use': false, immediate: false, channel: ['page'] },
    ],
    [
      '## Changes\n\nThis policy may change. Your continued engagement with the club after changes to this policy indicates that you accept them.',
      { 'notice-days': null, 'continued-use': true, immediate: false, channel: [] },
    ],
    [
      'We may update this policy. We will email you at least 14 days before changes take effect.',
      { 'notice-days': 14, 'continued-use': false, immediate: false, channel: ['email'] },
    ],
    [
      'Changes to this privacy policy are posted on this page and are effective immediately.',
      { 'notice-days': null, 'continued-use': false, immediate: true, channel: ['page'] },
    ],
    [
      'We may change this notice. Your continued use of the app after a change means that you accept it.',
      { 'notice-days': null, 'continued-use': true, immediate: false },
    ],
    ['Marlow Ltd keeps its privacy policy under regular review and places any updates on this page.', { channel: ['page'] }],
    ['When we revise this statement, we show a notice in your dashboard.', { channel: ['dashboard notice'] }],
    [
      'When the terms in this privacy policy change, we will show a pop-up when you next log in.',
      { channel: ['dashboard notice', 'platform notice'] },
    ],
    ['## Changes\n\nNew versions are announced in the app.', { channel: ['in-app'] }],
    ['## Changes\n\nEvery change is recorded in the changelog on GitHub.', { channel: ['blog'] }],
    ['## Changes\n\nIf you keep using the club after an amendment, we take it that you are fine with it.', { 'continued-use': true }],
    ['Material changes to this policy are announced by a push notification.', { channel: ['in-app'] }],
  ])('%s', async (text, expected) => {
    const found = await changes(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });

  test('the sentences of a section make one claim, over all of them', async () => {
    const text = '## Changes\n\nWe may update this policy from time to time. We will tell you by email. Please check this page regularly.';
    const claims = await claimsOf('policy-change', text);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.quote).toBe(text.slice(text.indexOf('We may')));
  });

  test('it stands where people are told, not where changes are merely possible', async () => {
    const text =
      '## Changes to this policy\n\nThis policy may be revised as the law develops.\n\nMaterial changes are posted on our website before they apply.';
    const claims = await claimsOf('policy-change', text);
    expect(claims.map((claim) => claim.quote)).toEqual([text.slice(text.indexOf('Material'))]);
  });

  test('being told without a word of the way is being told', async () => {
    const text =
      '## Changes to this policy\n\nThis policy may be revised. We will inform our members.\n\nThe current version of this policy is posted on our website.';
    const claims = await claimsOf('policy-change', text);
    expect(claims.map((claim) => claim.quote)).toEqual([text.slice(text.indexOf('This'), text.indexOf('\n\nThe current'))]);
  });

  test('two sections make two', async () => {
    const text = '## Privacy\n\nWe post changes to this policy here.\n\n## Cookies\n\nWe post changes to this cookie policy here.';
    expect(await changes(text)).toHaveLength(2);
  });

  test.each([
    'You can update your account settings at any time.',
    'We use your address to notify you about changes to our service.',
    'This policy was last updated on 1 May 2024.',
    'Date when this policy was last updated: 1 May 2024',
    'You may give a nickname, or update your user page.',
    '13.CHANGES TO THIS PRIVACY POLICY',
    'You will be told of any change of ownership or control by email.',
    'Please read the privacy policies of these sites.',
    'If a standard for online tracking is adopted, we will say so in a revised version of this policy.',
  ])('none: %s', async (text) => expect(await changes(text)).toEqual([]));
});

test('a line of a table of contents says nothing', async () => {
  const body = '## Changes to our privacy policy\n\nWe post changes to this policy here.\n';
  expect(await changes(`# Privacy\n\n- 1. Changes to our privacy policy\n- Cookies\n\n${body}`)).toHaveLength(1);
});

describe('what tells of a change', () => {
  test.each([
    ['If you decline changes to this policy, you might not be able to continue using all parts of the club.', { 'continued-use': false }],
    ['Changes to this policy apply if you continue to use the club; by doing so you accept them.', { 'continued-use': true }],
    ['Changes to this policy take effect from the date given in the updated policy.', { immediate: false }],
    ['Changes to this policy take effect once the page is updated.', { immediate: true }],
    ['We tell you of changes to this policy by updating this page with the new version.', { channel: ['page'] }],
    ['We may change this policy; the latest version can always be found on our website.', { channel: ['page'] }],
    ['We may update this notice to reflect changes of our work. We tell you by e-mail.', { channel: ['email'] }],
    [
      'If we change this policy, we tell you by e-mail to the address given in your account or by a notice in the mobile application.',
      { channel: ['email', 'in-app'] },
    ],
  ])('%s', async (text, expected) => {
    const claims = await claimsOf('policy-change', `## Changes\n\n${text}`);
    expect(claims).toHaveLength(1);
    expect(claims[0]?.value).toMatchObject(expected);
  });

  test.each([
    ['The device checks our server for updates of its firmware and of this notice of the maker.'],
    ['Even if you unsubscribe we still write to you about changes to our privacy policy.'],
    ['This notice explains:\n\n- What we collect\n- Changes to this notice'],
    ['## Changes in ownership\n\nWhoever buys the club has the right to continue to use your data under this policy.'],
    ['## Changes\n\n**Updates.** Updated apps may use your camera.'],
  ])('nothing: %s', async (text) => expect(await claimsOf('policy-change', text)).toEqual([]));
});
