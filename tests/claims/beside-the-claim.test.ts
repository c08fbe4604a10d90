import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const values = async (kind: Parameters<typeof claimsOf>[0], text: string): Promise<unknown[]> =>
  (await claimsOf(kind, text)).map((claim) => claim.value);

describe('the sentence before says what a deletion starts with', () => {
  it.each([
    ['You can close your account in the hall. Your account data is immediately erased.', 'deletion'],
    ['You may delete your profile at any time. This will delete your data within a maximum of forty days.', 'deletion'],
    ['You may delete your profile at any time. Door logs are deleted within forty days.', 'none'],
    ['You may visit the hall at any time. Your data will be deleted within forty days.', 'none'],
  ])('%s', async (text, trigger) => {
    expect(await values('retention', text)).toEqual([expect.objectContaining({ action: 'delete', trigger })]);
  });
});

describe('what is kept, and for how long', () => {
  it.each([
    ['Records from closed or inactive clubs will be deleted after one year.', { subject: 'records from closed or inactive clubs' }],
    ['Records inactive for two years will be deleted after one month.', { subject: 'records' }],
    ['Data noted in order to weigh a very large seasonal boat are deleted after 7 days.', { subject: 'data noted' }],
    [
      'We keep your details where we have an ongoing legitimate business need (for example, to comply with tax laws).',
      { period: 'as-needed' },
    ],
  ])('%s', async (text, value) => {
    expect(await values('retention', text)).toContainEqual(expect.objectContaining(value));
  });

  it('hears nothing of keeping in what is needed to use a site', async () => {
    expect(
      await values('retention', 'While stored data may not be necessary to use our harbour pages, some pages fail without it.'),
    ).toEqual([]);
    expect(await values('retention', 'Stored data is kept as long as it is necessary to use our harbour pages.')).toHaveLength(1);
  });
});

describe('rights that are told, and what is none', () => {
  it.each([
    ['You have the right to be informed if we use automated processing to render a decision about your berth.', []],
    ['You have the right not to be subject to a decision by automated processing.', ['no-automated-decision']],
    ['## Your rights\n\nYou may ask about the following.\n\n(5) the existence of a right to correct or delete your personal data;', []],
    [
      '## Your rights\n\nYou may have the right to receive your data in a format, to the extent possible, that is portable, and usable by you.',
      ['portability'],
    ],
    ['With the app, you may be able to:\n\n- Manage or restrict in-app purchases.', []],
    ['You have the right to:\n\n- Restrict the processing of your data.', ['restriction']],
    ['You may update your email address in the settings to prevent joining a club by mistake.', []],
    ['You may update your email address in the settings.', ['rectification']],
    ['You may:\n\n- Read, edit, or use any harbour site.', []],
    ['You may:\n\n- Edit your personal data on our site.', ['rectification']],
  ])('%s', async (text, names) => {
    expect((await claimsOf('right', text)).map((claim) => claim.value.right)).toEqual(names);
  });
});

describe('ages, changes and addresses', () => {
  it('takes no limit from whom a text applies to', async () => {
    expect(await values('minimum-age', 'The terms on deleted data below also apply to data of children under 13.')).toEqual([]);
    expect(await values('minimum-age', 'The service is not meant for children under 13.')).toHaveLength(1);
  });

  it.each([
    [
      'We may update this policy. If we make big changes, we will let you know. It might be an email or a message in your app.',
      ['email', 'in-app'],
    ],
    ['If we change this policy, we will notify you by means of a notice on our platforms.', ['platform notice']],
  ])('%s', async (text, channel) => {
    expect(await values('policy-change', text)).toEqual([expect.objectContaining({ channel })]);
  });

  it('takes the name above an address, and no label', async () => {
    const under = (lines: string): string => `## Contact\n\nPlease write to us at:\n\n${lines}`;
    expect(await values('contact', under('Tidewater Boats Ltd.\\\n14 Mill Lane\\\nCarlisle CA3 8TP\\\nUnited Kingdom'))).toEqual([
      expect.objectContaining({ value: expect.stringMatching(/^Tidewater Boats Ltd\..*14 Mill Lane/) }),
    ]);
    expect(await values('contact', under('Address\n\n14 Mill Lane, Suite 3, Dunmore, CA 90412, United States'))).toEqual([
      expect.objectContaining({ value: '14 Mill Lane, Suite 3, Dunmore, CA 90412, United States' }),
    ]);
  });

  it.each([
    ['Berth data is encrypted, and only stored when it is used.', 'encryption'],
    ['Berth data is encrypted and securely stored.', 'encryption at rest'],
  ])('%s', async (text, measure) => {
    expect(await values('security', text)).toEqual([{ measure }]);
  });

  it('takes the town behind its code', async () => {
    const text = 'This policy is that of Tidewater, with its address at 8 Rue du Port 44000 NANTES 2), who is the controller.';
    expect(await values('contact', text)).toEqual([expect.objectContaining({ value: '8 Rue du Port 44000 NANTES 2' })]);
  });

  it('takes two lines of one address for one', async () => {
    const text =
      '## Contact\n\nWrite to us at:\n\nTidewater Boats, Inc.  \nAttn: Ann Fisher, Counsel  \n14 Mill Street  \nDunmore, CA 90412, United States  \nann@tidewater.test';
    expect((await claimsOf('contact', text)).filter(({ value }) => value.channel === 'post')).toHaveLength(1);
  });
});
