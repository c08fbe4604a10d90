import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** Each claim as "subject: period trigger action". */
const periods = async (text: string): Promise<string[]> =>
  (await claimsOf('retention', text)).map(({ value }) =>
    [`${value.subject}:`, value.days ?? value.period, value.trigger, value.action].join(' '),
  );

describe('what is kept is named whole, and nothing else with it', () => {
  it.each([
    [
      'Harbour entries (including the berth, the tide and the rope chosen by you) are deleted after 9 days.',
      'harbour entries: 9 none delete',
    ],
    ['This booking is automated, and the data is kept for 5 days.', 'data: 5 none keep'],
    ['Your berth becomes free at once and is deleted within 20 days.', 'berth: 20 none delete'],
    ['We will retain your logbook both before and after the storm but only for 12 days.', 'logbook: 12 none keep'],
    ['The Quay Company states that berth photos are deleted within 30 days.', 'berth photos: 30 none delete'],
    ['**Rope support:** We keep the data for 3 years.', 'data: 1095 none keep'],
    ['**Rope invoices:** We keep the data for 3 years.', 'rope invoices: 1095 none keep'],
    [
      'We collect aggregated or anonymised information which we may retain indefinitely.',
      'aggregated or anonymised information: indefinite none keep',
    ],
    ['The harbour may keep anonymised data indefinitely.', 'anonymised data: indefinite none keep'],
    ['We use session cookies (which expire when you close your browser).', 'session cookies: session none delete'],
    ['We delete all your notes, except for notes which the law requires us to retain.', 'notes: legal-requirement none keep'],
    ['The buoy cookie expires 30 days after your last visit to us.', 'buoy cookie: 30 last-activity delete'],
    ['We destroy or de-identify harbour notes when they are no longer needed.', 'harbour notes: as-needed none anonymise'],
    ['When there is no longer a need for the pseudonymised personal data, we delete it.', 'personal data: as-needed none delete'],
    ['A berth note is deleted 7 days after the support request.', 'berth note: 7 none delete'],
    ['We delete this photo immediately if you ask us to.', 'photo: 0 deletion delete'],
  ])('%s', async (text, expected) => expect(await periods(`# Retention\n\n${text}\n`)).toContain(expected));
});

it('takes what is kept and its trigger from the heading, where the sentence names neither', async () => {
  expect(await periods('# Cookies\n\nSome are erased when you close the browser.\n')).toEqual(['cookies: session none delete']);
  expect(await periods('# Deleting your account\n\nIt is immediate and permanent.\n')).toEqual(['personal data: 0 deletion delete']);
});

describe('words of keeping that set no period', () => {
  it.each([
    'We may preserve or disclose your notes to comply with the law.',
    'We analyse the tide to help in maintaining harbour security and complying with applicable laws.',
    'If we are required to retain your notes beyond that, for example to comply with the law, we will store them separately.',
    'We may keep your notes for longer periods than required by law.',
    'Your consent is valid for as long as your account is open.',
    'You have the option to keep your notes indefinitely.',
    'If we permanently store a note, we will tell you where.',
    'As soon as the other skipper deletes it, it is gone forever.',
    'Buoy cookies stay on your device after you close your browser.',
    'The other skippers will not have these notes erased when you delete your account.',
    'In the case that we find a note of a child, we immediately delete it.',
    'We keep your notes so that we can answer legal claims.',
    'We keep your notes for marketing for so long as you have not opted out.',
    'Note that deleted information may persist in copies for a reasonable period.',
    'Your account may be deactivated if you do not log in for twelve months.',
  ])('%s', async (text) => expect(await periods(`# Notes\n\n${text}\n`)).toEqual([]));
});
