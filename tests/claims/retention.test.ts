import { describe, expect, test } from 'vitest';
import { claimsOf } from './helpers.js';

/** "server logs: 30 days max collection delete" for each claim. */
async function kept(text: string): Promise<string[]> {
  return (await claimsOf('retention', text)).map(({ value }) =>
    [`${value.subject}:`, value.days === undefined ? value.period : `${value.days} ${value.bound}`, value.trigger, value.action].join(' '),
  );
}

describe('lengths of time', () => {
  test.each([
    ['The host logs IP addresses for 30 days to fend off attacks.', ['IP addresses: 30 exact none keep']],
    ['We keep server logs for 30 days.', ['server logs: 30 exact none keep']],
    ['Server logs are stored for up to thirty (30) days.', ['server logs: 30 max none keep']],
    ['Chat transcripts older than 18 months are erased.', ['chat transcripts: 540 max none delete']],
    ['The cookie is discarded when you close your browser.', ['cookie: session none delete']],
    [
      'Audit logs are kept for the duration of your account and deleted within 60 days of closure.',
      ['audit logs: account-lifetime none keep', 'audit logs: 60 max deletion delete'],
    ],
    ['**Response time.** We respond within 30 days, as required by applicable law.', []],
    ['## Retention periods\n\n- **Tax records:** During the legally established periods.\n', ['tax records: legal-requirement none keep']],
    ['Crash reports are deleted after 90 days.', ['crash reports: 90 exact none delete']],
    ['We never keep it for longer than 30 days.', ['personal data: 30 max none keep']],
    ['The maximum retention time of logs is ten (10) years.', ['personal data: 3650 max none keep']],
    [
      'Information you give to us when sending the harbour form or writing to us is erased after 180 days.',
      ['information you give to us: 180 exact collection delete'],
    ],
    ['The letters are kept until the expiration of the legal remedies.', []],
    ['| Purpose | Kept |\n| --- | --- |\n| Boat lending | Your data is kept for 5 years |\n', ['data: 1825 exact none keep']],
    ['Invoices must be archived for at least 10 years.', ['invoices: 3650 min none keep']],
    ['We do not store IP addresses for more than 7 days.', ['IP addresses: 7 max none keep']],
    ['Sensor readings are anonymised within 24 hours of collection.', ['sensor readings: 1 max collection anonymise']],
    ['Deleted files remain in our backups for 35 days.', ['deleted files: 35 exact deletion keep']],
    ['We keep the data of deleted accounts for 90 days.', ['data of deleted accounts: 90 exact deletion keep']],
    ['We keep photos of members for 90 days after we deleted accounts.', ['photos of members: 90 exact deletion keep']],
    ['When you close your account, we erase your profile within 14 days.', ['profile: 14 max deletion delete']],
    ['We delete your data within 30 days of your request.', ['data: 30 max deletion delete']],
    ['If you do not log in for two years, we will delete your account.', ['account: 730 exact last-activity delete']],
    ['Accounts with no login in the past 12 months are deleted.', ['accounts: 360 exact last-activity delete']],
    ['The visitor cookie expires after 13 months.', ['visitor cookie: 390 exact none delete']],
    ['We retain order records for seven years after the purchase.', ['order records: 2555 exact collection keep']],
    ['We hold audit trails between 6 and 12 months.', ['audit trails: 360 max none keep']],
    ['Unsuccessful applications are expunged six months following the decision.', ['unsuccessful applications: 180 exact none delete']],
    ['Crash dumps go after ninety days.', ['crash dumps: 90 exact none delete']],
    ['| What | How long |\n| --- | --- |\n| Request logs | 72h |', ['request logs: 3 exact none keep']],
    [
      '| What | How long |\n| --- | --- |\n| Pages | Life of the workspace + 30 days |',
      ['pages: account-lifetime none keep', 'pages: 30 exact none keep'],
    ],
    ['Your photo is deleted immediately after the check.', ['photo: 0 max none delete']],
  ])('%s', async (text, expected) => expect(await kept(text)).toEqual(expected));

  test('the exception of a length stays with it, and is no claim of its own', async () => {
    const [claim, ...others] = await claimsOf(
      'retention',
      'We erase your notes within 20 days, unless the law requires us to keep them longer.',
    );
    expect(claim?.value).toMatchObject({ days: 20, exception: 'unless the law requires us to keep them longer' });
    expect(others).toEqual([]);
  });

  test('the words that carry it are marked', async () => {
    const text = 'We keep server logs for no longer than 30 days.';
    const [claim] = await claimsOf('retention', text);
    expect(claim && text.slice(claim.focus.start, claim.focus.end)).toBe('no longer than 30 days');
  });
});

describe('periods without a number', () => {
  test.each([
    ['We keep your profile for as long as your account is active.', ['profile: account-lifetime none keep']],
    ['Your projects are stored until you delete them.', ['projects: indefinite none keep']],
    ['We keep your address for the duration of our contract.', ['address: account-lifetime none keep']],
    ['Deleting your account also erases your comments.', ['comments: account-lifetime deletion delete']],
    ['When you delete your account, your notes are removed.', ['notes: account-lifetime deletion delete']],
    ['We retain personal data only as long as necessary for these purposes.', ['personal data: as-needed none keep']],
    ['Your letters are destroyed once they are no longer needed.', ['letters: as-needed none delete']],
    ['We do not keep photos longer than necessary.', ['photos: as-needed none keep']],
    ['Aggregate statistics are kept indefinitely.', ['aggregate statistics: indefinite none keep']],
    ['Session cookies are deleted when you close your browser.', ['session cookies: session none delete']],
    ['We may retain some records as required by law.', ['records: legal-requirement none keep']],
    ['We keep letters for as long as our purposes and our interest in keeping proof may require.', ['letters: as-needed none keep']],
    ['We keep your address for as long as we are providing you services.', ['address: account-lifetime none keep']],
    ['Letters are kept as long as any of these purposes lasts.', ['letters: as-needed none keep']],
    ['Session cookies are erased automatically whenever you leave our Sites.', ['session cookies: session none delete']],
    ['Records are retained in accordance with our legal obligations.', ['records: legal-requirement none keep']],
    [
      'Where we keep records, we do so in accordance with limitation periods and record-keeping obligations that are imposed by applicable law.',
      ['records: legal-requirement none keep'],
    ],
    ['We retain addresses only to the extent they are used for the purposes above.', ['addresses: as-needed none keep']],
    ['Once a membership is cancelled on our side, all entries are erased.', ['entries: account-lifetime deletion delete']],
    ['When your account is closed, its photos are deleted immediately.', ['photos: 0 max deletion delete']],
    ['When an account is closed, its photos are deleted within 60 days.', ['photos: 60 max deletion delete']],
    ['We keep order sheets until you ask us to delete this information.', ['order sheets: indefinite none keep']],
    ['We keep order sheets until you ask us to delete your account.', ['order sheets: account-lifetime none keep']],
    ['The access log is kept permanently (until you delete it).', ['access log: indefinite none keep']],
    ['We keep invoices as long as the law requires.', ['invoices: legal-requirement none keep']],
    ['Deeds are held without limit of time.', ['deeds: indefinite none keep']],
    ['Data shall not be kept beyond the time requisite for the purpose.', ['data: as-needed none keep']],
    ['Leads are kept till you opt out.', ['leads: as-needed none keep']],
    ['The letter list is stored until you unsubscribe from it and are removed from the list.', ['letter list: as-needed none keep']],
    ['What you enter remains with us until the purpose for its storage lapses.', ['what you enter: as-needed none keep']],
    ['Statutory retention periods remain unaffected.', ['personal data: legal-requirement none keep']],
    [
      'Customer files are deleted after completion of the order or end of the business relationship.',
      ['customer files: account-lifetime deletion delete'],
    ],
    ['We keep plans as long as they are needed to serve you or for legal purposes.', ['plans: as-needed none keep']],
    [
      'We do not keep maps for longer than is necessary unless we are required to do so under law.',
      ['maps: as-needed none keep', 'maps: legal-requirement none keep'],
    ],
    ['We keep ledgers for the period required by tax and company laws.', ['ledgers: legal-requirement none keep']],
    ['We keep your name while you are a customer or as needed to run the shop.', ['name: account-lifetime none keep']],
  ])('%s', async (text, expected) => expect(await kept(text)).toEqual(expected));

  test('what the law wants beyond the need is a period of its own', async () => {
    expect(await kept('We store files only as long as necessary, unless a longer retention period is required by law.')).toEqual([
      'files: as-needed none keep',
      'files: legal-requirement none keep',
    ]);
  });

  test('what the law takes to meet is one beside the need', async () => {
    expect(
      await kept('We keep files as necessary for these purposes and to the extent necessary to comply with our legal obligations.'),
    ).toEqual(['files: as-needed none keep', 'files: legal-requirement none keep']);
  });

  test('the law among the purposes is none', async () => {
    expect(
      await kept('We retain data for as long as necessary to run the shop, settle disputes and comply with legal obligations.'),
    ).toEqual(['data: as-needed none keep']);
  });
});

describe('several in one text', () => {
  test('sentence by sentence', async () => {
    const text =
      'Profile data is kept for as long as your account is active. On deletion, it is purged within 10 days except what we must keep (tax records for up to 8 years). Access logs older than 60 days are anonymised.';
    expect(await kept(text)).toEqual([
      'profile data: account-lifetime none keep',
      'personal data: 10 max deletion delete',
      'tax records: 2920 max none keep',
      'access logs: 60 max none anonymise',
    ]);
  });

  test('a lifetime and what comes after it', async () => {
    expect(await kept('We keep your data for as long as your account is active and 30 days thereafter.')).toEqual([
      'data: account-lifetime none keep',
      'data: 30 exact deletion keep',
    ]);
  });

  test('rows of a table are about what their first cell names', async () => {
    const text =
      '| Data | Retention |\n| --- | --- |\n| Web logs | 30 days |\n| Invoices | 10 years |\n| Profile | Until account deletion |';
    expect(await kept(text)).toEqual([
      'web logs: 30 exact none keep',
      'invoices: 3650 exact none keep',
      'profile: account-lifetime none keep',
    ]);
  });

  test('items under a lead-in need no verb', async () => {
    expect(await kept('We keep data for the following periods:\n\n- Web logs: 14 days\n- Backups: 3 months')).toEqual([
      'web logs: 14 exact none keep',
      'backups: 90 exact none keep',
    ]);
  });

  test('items that name a plan hold for that plan', async () => {
    const claims = await claimsOf(
      'retention',
      'What we keep:\n\n- Free: Uploads expire after 5 days.\n- Premium plan: Uploads are kept for 60 days.',
    );
    expect(claims.map(({ value, scope }) => [value.days, scope.product])).toEqual([
      [5, ['Free']],
      [60, ['Premium plan']],
    ]);
  });

  test('a short answer under a question', async () => {
    expect(
      (await kept('## How long do you keep my data?\n\nAs long as necessary or required by law.')).map((line) => line.split(': ')[1]),
    ).toEqual(['as-needed none keep', 'legal-requirement none keep']);
  });
});

describe('no retention', () => {
  test.each([
    'We respond to deletion requests within 30 days.',
    'You can ask us to delete your data at any time; we reply within one month.',
    'You may request the deletion of data that is no longer necessary.',
    'We will notify you 30 days before we delete anything.',
    'You have the right to erasure where the data is no longer necessary for the purposes.',
    'We keep your data safe around the clock.',
    'We have not sold personal data in the past 12 months.',
    'Our support is open 24 hours a day, 7 days a week.',
    'Your data is stored on servers in the United States.',
    'We use your email address for our monthly newsletter.',
    'Persistent cookies are not deleted when you close your browser.',
    'Where permitted by law and where you hold an account, we may share a hash of your address.',
    'A trial lasts 14 days before you are charged.',
    'How long do you keep my data?',
    '## How long we keep data\n\nTo determine the period, we consider the amount of data and the applicable legal requirements.',
    'Staying inactive for more than two weeks ends the membership.',
    'Preserved letters are not disclosed unless we are required to do so by law.',
    'We may preserve letters, and may disclose them if required to do so by law.',
    'You may have the right to see data we maintain about you, as required by law.',
    'Parents should write to hello@example.org to delete the data immediately.',
  ])('%s', async (text) => expect(await kept(text)).toEqual([]));

  test('an account that is maintained is none', async () =>
    expect(await kept('We use data to service, maintain and protect your account or to fulfil legal requirements.')).toEqual([]));

  test('a heading is none', async () => expect(await kept('## We keep logs for 30 days\n\nSee below.')).toEqual([]));
});

describe('what ends, and who needs it', () => {
  test.each([
    // A browser, a view or a cookie ends without any account.
    ['Session cookies only last until you close your browser.', ['session']],
    ['Lasting cookies (they sit on your tablet until you actively take steps to delete them) remember your team.', ['indefinite']],
    ['Lasting cookies stay on the tablet between visits until they expire.', []],
    ['The preview is kept only as long as the camera view is open.', ['session']],
    ['Pictures are stored as private until you choose to share them.', []],
    ['We keep your address until you delete your account.', ['account-lifetime']],
    ['We store what you enter during your account opening process.', []],
    ['During your membership we keep your address.', ['account-lifetime']],
    // Whose need it is.
    ['We may keep your file longer than stated above if it is necessary because of legal requirements.', ['legal-requirement']],
    ['We delete call notes when storage is no longer required by law.', ['legal-requirement']],
    ['We store your file for as long as we must by law.', ['legal-requirement']],
    ['We keep letters as required by law or as necessary for our association.', ['as-needed', 'legal-requirement']],
    ['The cookie keeps your basket so that you do not need to enter it again.', []],
    ['Papers that need not be kept go; papers that we no longer need to keep are shredded.', ['as-needed']],
    ['We process your data only for the time necessary.', ['as-needed']],
    ['We keep entries until they become unnecessary for the league or until you delete your account.', ['as-needed', 'account-lifetime']],
    ['We save such records as required by law.', ['legal-requirement']],
    ['Please note that we may be required to keep such information and not delete it.', ['legal-requirement']],
    ['We keep the option to tell you about legal requests.', []],
    // Nothing is promised.
    ['We no longer need the data, but you want us to hold it for a claim.', []],
    ['We weigh:\n\n- whether members would expect us to keep the data until they remove it\n- the law', []],
    ['We consider you a member\n\n- as long as you hold a season ticket\n- for 2 years from your last match', []],
    ['The licence for your photo is valid for two years unless you withdraw it.', []],
    ['Your details are correct to the extent necessary for the draw and have not been altered or destroyed.', []],
  ])('%s', async (text, expected) =>
    expect((await claimsOf('retention', text)).map(({ value }) => value.period ?? String(value.days)).sort()).toEqual([...expected].sort()),
  );

  test('what no purpose keeps longer is kept that long at most', async () => {
    expect(await kept('No purpose of this club will require us to keep your file for longer than twelve months.')).toEqual([
      'file: 360 max none keep',
    ]);
  });
});

describe('what starts a period, and what is none', () => {
  test.each([
    ['Addresses received from visitors are deleted 12 months from the last day the address was collected.', ['360 collection']],
    ['The scan for account checks is kept safe; we delete that copy 30 days after the check.', ['30 none']],
    ['When you close your account, we delete it after 30 days.', ['30 deletion']],
    ['We send you a copy of the data retained within 30 days of your letter.', []],
    ['Trashed pages go after the number of days that you configure (minimum: 1 day).', []],
    ['If it ever becomes required by law for us to keep a log, you will be told.', []],
    ['- To comply with the law: we access, preserve and share your data.', []],
  ])('%s', async (text, expected) =>
    expect((await claimsOf('retention', text)).map(({ value }) => `${value.days ?? value.period} ${value.trigger}`)).toEqual(expected),
  );

  test('a length, a purpose or a note is not what is kept', async () => {
    expect((await kept('We delete that copy 30 days after the check.'))[0]).toMatch(/^copy:/);
    expect((await kept('In Short: We keep your letters as long as necessary.'))[0]).not.toMatch(/^in short/i);
    expect((await kept('| Why | How long |\n| --- | --- |\n| to find cheats | 30 days |'))[0]).toMatch(/^personal data:/);
  });
});

describe('what starts a period, and whose it is', () => {
  test.each([
    // Something else than an account ends.
    ['Entries to the raffle are kept for one year from the end of the campaign.', ['entries to the raffle: 365 exact none keep']],
    ['Receipts are stored for 3 years after the ticket is closed.', ['receipts: 1095 exact none keep']],
    ['Your profile is kept for 2 years from the end of your membership.', ['profile: 730 exact deletion keep']],
    // Another end, and what goes on after the period.
    ['Maps are kept for up to two years or until the shelf is cleared earlier.', ['maps: 730 max none keep']],
    ['We keep log files for up to 6 months and thereafter may store them in aggregate.', ['log files: 180 max none keep']],
    [
      'We keep your notes for as long as you are a member and for up to one year thereafter.',
      ['notes: account-lifetime none keep', 'notes: 365 max deletion keep'],
    ],
    ['We erase boat records if there has been no engagement with you for three years.', ['boat records: 1095 exact last-activity delete']],
    // A vague length starts where the words right behind it say.
    ['Your letters are kept for a reasonable period of time after account deletion.', ['letters: as-needed deletion keep']],
    [
      'Your letters are kept for a limited period in the interest of those who ask after account deletion.',
      ['letters: as-needed none keep'],
    ],
  ])('%s', async (text, expected) => expect(await kept(text)).toEqual(expected));

  test.each([
    ['If a tour is recorded, it is kept for 30 days.', 'tour'],
    ['We may write a short summary of your call, in which case it will be kept for 14 days.', 'short summary'],
    ['If you send a drawing to the harbour master, it is deleted 5 days later.', 'drawing'],
    ['When you use our website, it is kept for 14 days.', 'personal data'],
    ['If you choose to send a map to the crew, that map will be deleted 5 days later.', 'map'],
    ['We delete letters after 6 months, and photos after 18 months.', 'photos'],
    ['Logs may be kept for a while, and your address may be retained permanently.', 'address'],
    ['You can see a search at any time, but the record of it is deleted after 6 months.', 'record of it'],
    ['We retain automatically collected information for up to 24 months.', 'automatically collected information'],
    ['- **Your rights over data that we hold.** We keep this information as required by law.', 'information'],
    ['| What | How long |\n| --- | --- |\n| Accounting and tax purposes | We keep data for 10 years |', 'data'],
  ])('%s', async (text, subject) => {
    const claims = await claimsOf('retention', text);
    expect(claims.at(-1)?.value.subject).toBe(subject);
  });
});

describe('the law among other reasons', () => {
  test.each([
    ['Some data we keep longer when necessary for legitimate business or legal purposes.', ['as-needed']],
    ['We keep invoices for legal reasons.', ['legal-requirement']],
    ['- To comply with our legal obligations (e.g., to maintain a record of your choices).', []],
    ['The reason for the 7-day retention period is that wires fail.', []],
    ['Closing your account removes the profile from the public list.', []],
    ['Closing your account removes the profile.', ['account-lifetime']],
    ['A lasting cookie stays on your device for 2 years or until you delete it.', [730]],
    ['Session cookies are short-lived cookies that stay on your device until you leave the service.', ['session']],
  ])('%s', async (text, expected) => {
    expect((await claimsOf('retention', text)).map(({ value }) => value.days ?? value.period)).toEqual(expected);
  });
});
