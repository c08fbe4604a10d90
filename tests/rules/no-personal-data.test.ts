/** A policy of something that processes no personal data. */
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint.js';
import { scoreOf } from '../../src/report/score.js';
import { documentView } from '../../src/report/view.js';
import { loadRules } from '../../src/rules/load.js';

const found = async (text: string, preset = 'auditor') => {
  const { findings, coverage } = await lint(`# Privacy Policy\n\n${text}\n`, { path: 'policy.md' }, loadRules({ preset }));
  return { rules: findings.map(({ ruleId }) => ruleId), coverage };
};

describe('nothing is missing where no personal data are processed', () => {
  test.each([
    'Plain Timer does not collect, store or share any personal data. If you use iCloud, Apple may back up your timers with your device.',
    'I do not collect any information from users of this app.',
    'This website does not use cookies and does not collect personal information about its visitors. If you e-mail us, we use your address to reply.',
    'Our app does not gather, store or transmit any of your information. Apple may collect crash data if you have agreed to share them with developers.',
    'Our extension collects no user data. Your settings stay in the local storage of your browser.',
    'No personal data is collected. The microphone is used to hear birds; recordings are processed on your device.',
    'We do not collect any type of information from you. By using the app you accept the practices of this policy. To send e-mails on your behalf, the app connects to the Gmail service.',
    'We do not collect any personal information, usage data or location data. If you e-mail us, we see your e-mail address.',
  ])('%s', async (text) => {
    const { rules, coverage } = await found(text);
    expect(rules.filter((id) => id === 'gdpr/no-personal-data')).toHaveLength(1);
    for (const id of ['gdpr/legal-basis', 'gdpr/retention', 'gdpr/right-access', 'gdpr/transfer-disclosure', 'gdpr/complaint'])
      expect(rules, text).not.toContain(id);
    // What the text says of it is a fact all the same.
    expect(coverage.find(({ requirement }) => requirement === 'retention-period')?.status).toBe('absent');
  });
});

describe('the denial counts for nothing where it is limited or the text shows otherwise', () => {
  test.each([
    'We do not collect any personal data. We use Google Analytics to improve the app.',
    'We do not collect personal data from children under 13. We collect your name.',
    'We do not collect any personal data unless you create an account.',
    'No data is collected. We keep server logs for a week.',
    'We do not sell your personal data.',
    'Cookies do not collect any personal data. We place cookies of our advertising partners.',
    'We do not collect any personal data of visitors who are not registered. We collect the name of members.',
    'We do not collect any personal data. Your phone number is stored on our servers.',
  ])('%s', async (text) => {
    const { rules } = await found(text);
    expect(rules).not.toContain('gdpr/no-personal-data');
    expect(rules).toContain('gdpr/legal-basis');
  });
});

test('such a policy is not graded', async () => {
  const score = async (text: string) => {
    const rules = loadRules();
    const result = await lint(`# Privacy Policy\n\n${text}\n`, { path: 'policy.md' }, rules);
    return scoreOf(documentView(result, 'policy.md'), rules.rules);
  };
  expect(await score('Our app does not collect any personal data. Your notes stay on your device.')).toMatchObject({
    points: null,
    grade: null,
  });
  expect(await score('Our app does not collect any personal data. Your notes are stored on our servers.')).toMatchObject({ grade: 'F' });
});
