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

describe('what is kept is found where the verb names nothing beside it', () => {
  it.each([
    ['Berth plans that you bin, or that a guest bins, are hidden and are permanently removed 9 days later.', 'berth plans: 9 none delete'],
    ['Your rope invoices will be kept while you sail, and deleted within two years.', 'rope invoices: 730 none delete'],
    ['We will retain buoy logs for 9 months and thereafter may store it in aggregate for 2 years.', 'buoy logs: 270 none keep'],
    ['We will retain mooring information for 9 months and may store it in aggregate for 2 years.', 'mooring information: 730 none keep'],
    [
      'Records of calls to our quay, letters and other notes are kept for two years.',
      'records of calls to our quay, letters: 730 none keep',
    ],
    ['We send charts, and names and berths are kept for a year.', 'names and berths: 365 none keep'],
    ['Our quay and shop are filmed, and recordings are kept for a week.', 'recordings: 7 none keep'],
    ['If you sell the boat, your charts, photos and notes are deleted after 3 days.', 'charts, photos and notes: 3 none delete'],
    ['At your request, names and berths are deleted within 9 days.', 'names and berths: 9 none delete'],
    ['This data, being used only to find, stop and punish thieves, is deleted after 9 days.', 'data: 9 none delete'],
    [
      'Any notes associated with a guest who has a berth are retained for no more than 9 days.',
      'notes associated with a guest: 9 none keep',
    ],
    [
      'We keep the tide table, which is drawn by hand, for at most nine months, after which we erase the names.',
      'tide table: 270 none keep',
    ],
    ['Retain quay logs with the number of the boat, in so far as such logs are kept, no more than 90 days.', 'quay logs: 90 none keep'],
    ['Notes are kept while you sail or as fraud laws require (9 years for berth records).', 'berth records: 3285 none keep'],
    ['- mast, unique token, persistent for 2 weeks, Stores information about your ropes.', 'mast: 14 none keep'],
    [
      'We use session cookies (which expire once you close your browser) and lasting cookies (which stay on your boat until you delete them).',
      'lasting cookies: indefinite none keep',
    ],
    ['If you stop using the berth for at least 6 months, your notes are deleted.', 'notes: 180 last-activity delete'],
    ['We hold this letter for a further 6 months following unsubscription.', 'letter: 180 deletion keep'],
  ])('%s', async (text, expected) => expect((await periods(`# Harbour\n\n${text}\n`)).join('\n')).toContain(expected));

  it('takes no title of an act for what is kept, and a name of data as before', async () => {
    expect(await periods('**Closing and leaving your berth.** You may go. We may retain some notes if required by law.\n')).toEqual([
      'notes: legal-requirement none keep',
    ]);
    expect(await periods('**Leave your berth:** You may go. We may retain certain information if required by law.\n')).toEqual([
      'information: legal-requirement none keep',
    ]);
    expect(await periods('**Mooring records:** They are kept for 9 days.\n')).toEqual(['mooring records: 9 none keep']);
  });

  it('reads a long entry of a list up to its examples', async () => {
    const text =
      '# Retention\n\nWe keep:\n\n- quay logs such as the times of boats, of guests, of ropes and of tides at every one of our piers: 9 days.\n';
    expect(await periods(text)).toEqual(['quay logs: 9 none keep']);
  });
});

describe('which period, and from when', () => {
  it.each([
    ['We delete it immediately once no longer needed.', ['personal data: as-needed none delete']],
    ['We delete it immediately when you ask us to.', ['personal data: 0 deletion delete']],
    ['The boat is named by its owner, and the chart about it is deleted immediately thereafter.', ['chart about it: 0 none delete']],
    ['When you close your account, notes are deleted immediately.', ['notes: 0 deletion delete']],
    ['Binned charts stay with us until you choose to remove them.', ['binned charts: indefinite none keep']],
    ['Charts stay with us until you choose to close your account.', ['charts: account-lifetime none keep']],
    ['We keep notes as long as necessary (but not longer than permitted by law).', ['notes: as-needed none keep']],
    ['We keep notes as long as necessary or as required by law.', ['notes: as-needed none keep', 'notes: legal-requirement none keep']],
    ['In some cases we have a legal obligation to collect, use or retain your notes.', []],
    ['In some cases we have a legal obligation to retain your notes.', ['notes: legal-requirement none keep']],
    ['Notes are kept for 1 year after the storm, unless they are no longer required by law.', ['notes: 365 none keep']],
    ['This will delete your notes (within ninety (90) days), and we will make no further use of them.', ['notes: 90 none delete']],
    ['We erase your notes upon deletion of your berth (after the storm retention window) or after two years.', ['notes: 730 none delete']],
    ['The following notes may be kept for a limited period:', []],
    ['The following notes may be kept for a limited period.', ['following notes: as-needed none keep']],
  ])('%s', async (text, expected) => expect(await periods(`# Harbour\n\n${text}\n`)).toEqual(expected));
});
