/** What makes a finding a warning where its rule says error, in both directions. */
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';

/** The level of the rule's finding under `recommended`; undefined where there is none. */
async function levelOf(ruleId: string, text: string, settings: Parameters<typeof loadRules>[0] = {}) {
  const policy = `# Privacy Policy\n\nWe run a shop for people in the European Union and store your name and your e-mail address.\n\n${text}\n`;
  const { findings } = await lint(policy, { path: 'policy.md' }, loadRules(settings));
  return findings.find((finding) => finding.ruleId === ruleId)?.level;
}

describe('rights that may be told elsewhere', () => {
  test.each([
    ['You may correct your data.', 'error'],
    ['You may have additional rights under the law of your country. More information can be found here.', 'warning'],
    ['To exercise your rights, visit our help center.', 'warning'],
    ['Residents of California may have additional rights under state law; see our notice.', 'error'],
  ])('%s', async (text, level) => {
    expect(await levelOf('gdpr/right-portability', text)).toBe(level);
  });

  test.each([
    [
      'three rights, and three entries that nobody has heard of',
      ['have access to your data', 'have it corrected', 'have it erased', 'have it lie fallow', 'haul it over the hill', 'shake your head'],
      'warning',
    ],
    [
      'an entry in words for another right',
      ['have access to your data', 'have it corrected', 'have it erased', 'hear which copies we made', 'protest against it'],
      'error',
    ],
    [
      'an entry in words for the right, among many that nobody has heard of',
      ['have access to your data', 'have it lie fallow', 'haul it over the hill', 'shake your head', 'have us sit on it'],
      'warning',
    ],
    [
      'entries that are no right beside what is missing',
      ['see your file', 'have it corrected', 'contact us by e-mail', 'free of charge, once a month'],
      'error',
    ],
  ])('%s', async (_, items, level) => {
    const list = `## Your rights\n\nYou have the right to:\n\n${items.map((item) => `- ${item}`).join('\n')}`;
    expect(await levelOf('gdpr/right-restriction', list)).toBe(level);
  });

  test('articles that are named as a whole', async () => {
    expect(await levelOf('gdpr/right-restriction', 'Your rights follow from Articles 15 to 21 GDPR.')).toBe('warning');
    expect(await levelOf('gdpr/right-restriction', 'Your rights follow from Articles 33 to 34 GDPR.')).toBe('error');
  });

  test('a guide that calls itself no notice', async () => {
    const guide = (title: string) =>
      `# ${title}\n\nWe scan the laptops of our people in the European Union and store what programs run on them.\n`;
    const read = async (text: string) => (await lint(text, { path: 'guide.md' }, loadRules())).findings;
    const level = (findings: Awaited<ReturnType<typeof read>>) => findings.find(({ ruleId }) => ruleId === 'gdpr/complaint')?.level;
    expect(level(await read(guide('Laptops')))).toBe('warning');
    expect(level(await read(guide('Privacy notice')))).toBe('error');
  });
});

describe('transfers', () => {
  test.each([
    ['We may transfer your data outside of the EEA.', 'error'],
    ['Your data are transferred to our service providers in India.', 'error'],
    ['We store your data on our own servers in Brazil.', 'warning'],
    ['Your data may be processed in Brazil or Europe.', 'warning'],
    ['We transfer data outside of the EEA under a transfer mechanism that is recognized by the Commission.', 'warning'],
    ['We transfer data outside of the EEA on these grounds:\n\n- standard contractual clauses\n', undefined],
    ['Our processors receive your data in the United States under the Privacy Shield.', undefined],
    ['We may transfer your data outside of Canada.', undefined],
  ])('%s', async (text, level) => {
    expect(await levelOf('gdpr/transfer-safeguard', text)).toBe(level);
  });
});

describe('withdrawal of consent', () => {
  test.each([
    ['The legal basis for our newsletter is your consent.', 'error'],
    ['We will ask for your consent before we use your data for another purpose.', 'warning'],
    ['By using the shop, you consent to our use of your data.', 'warning'],
    ['We only share your data if we have your consent.', 'warning'],
    ['The legal basis is your consent, and you may opt out at any time.', undefined],
  ])('%s', async (text, level) => {
    expect(await levelOf('gdpr/withdraw-consent', text)).toBe(level);
  });
});

describe('changes', () => {
  test.each([
    ['Your continued use of the shop after a change means that you accept it.', 'error'],
    ['We will tell you in the forum before a change becomes effective. Changes are effective when they are posted.', 'warning'],
    [
      'We will notify you of changes to this policy by e-mail. Your continued use of the shop after a change means that you accept it.',
      'warning',
    ],
  ])('%s', async (text, level) => {
    expect(await levelOf('gdpr/changes-immediate-continued-use', text)).toBe(level);
  });
});

describe('what else is weighed', () => {
  test.each([
    ['gdpr/consent-irrevocable-or-detriment', 'You irrevocably consent to the recording of your calls.', 'error'],
    ['gdpr/consent-irrevocable-or-detriment', 'Withdrawing consent means closing your account: both are the same action.', 'warning'],
    ['gdpr/complaint-waiver', 'You must contact us before you complain to a supervisory authority.', 'error'],
    ['gdpr/complaint-waiver', 'You waive your right to a class action concerning this policy.', 'warning'],
    ['accuracy/anonymous-advertising-id', 'The advertising ID is anonymous.', 'error'],
    ['accuracy/anonymous-advertising-id', 'Cookies are small files with an anonymous unique identifier.', 'warning'],
    ['gdpr/legal-basis', 'We need your address to send the goods.', 'error'],
    ['gdpr/legal-basis', 'By using the shop, you consent to our use of your data.', 'warning'],
    ['gdpr/consent-by-use', 'By using the shop, you consent to our use of your data.', 'error'],
    [
      'gdpr/consent-by-use',
      'By using the shop, you consent to our use of your data. If you live in the European Union, please read our European privacy notice.',
      'warning',
    ],
  ])('%s: %s', async (ruleId, text, level) => {
    expect(await levelOf(ruleId, text)).toBe(level);
  });

  test('a level that the settings lower stays', async () => {
    const rules = { 'gdpr/complaint': 'note' } as const;
    expect(await levelOf('gdpr/complaint', 'To exercise your rights, visit our help center.', { rules })).toBe('note');
  });
});
