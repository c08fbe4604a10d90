import { describe, expect, test } from 'vitest';
import { builtInRules } from '../../src/data/rules.js';
import type { Finding } from '../../src/findings/types.js';
import { lint } from '../../src/lint.js';

async function findingsOf(rule: string, ...paragraphs: readonly string[]): Promise<readonly Finding[]> {
  const rules = builtInRules.filter((candidate) => candidate.id === `consistency/${rule}`);
  expect(rules).toHaveLength(1);
  const set = { rules, facts: {}, regimes: ['gdpr', 'eprivacy', 'ccpa'] as const, preset: 'auditor', lawAsOf: '2026-11-01' };
  return (await lint(paragraphs.join('\n\n'), { path: 'policy.md' }, set)).findings;
}

const levelsOf = async (rule: string, ...paragraphs: readonly string[]): Promise<readonly string[]> =>
  (await findingsOf(rule, ...paragraphs)).map((finding) => finding.level);

describe('a denial and what breaks it', () => {
  const SOLD = 'We sell your personal data to brokers.';

  test.each([
    ['says the opposite', 'We do not sell your personal data.', ['error']],
    ['has an exception', 'We do not sell your personal data except to our sister company.', []],
    ['has a condition', 'If you pay, we do not sell your personal data.', []],
    ['is for one purpose', 'We do not sell your personal data for advertising.', []],
    ['leans on a definition', 'We do not sell your personal data for money.', []],
    ['is for one region', 'We do not sell personal data of residents of California.', []],
    ['is for children', 'We do not sell personal data of children under 16.', []],
    ['is for one plan', 'We do not sell the personal data of Enterprise customers.', []],
    ['has a back door', 'We do not knowingly sell your personal data.', []],
    ['speaks of some data', 'We do not sell such personal data.', []],
    ['is taken back', 'We do not sell your personal data. However, there is one exception.', []],
    ['follows a choice', 'You can opt out in the settings. We will not sell your personal data.', []],
    ['is a heading', '## We do not sell data', []],
  ])('that %s', async (_, denial, expected) => {
    expect(await levelsOf('sale-denied-vs-sold', denial, '## Partners', SOLD)).toEqual(expected);
  });

  test.each([
    ['for California', 'We sell your personal data if you are a resident of California.'],
    ['by choice', 'With your consent, we sell your personal data.'],
    ['as defined', 'We sell your personal data, as the CCPA defines that term.'],
  ])('is silent where the sale is %s', async (_, sold) => {
    expect(await levelsOf('sale-denied-vs-sold', 'We do not sell your personal data.', sold)).toEqual([]);
  });

  test('links the second place and names both', async () => {
    const [finding] = await findingsOf('sale-denied-vs-sold', 'We do not sell your personal data.', 'We greet you.', SOLD);
    expect(finding?.related).toHaveLength(1);
    expect(finding?.message).toContain(SOLD);
    expect(finding?.message).toContain('We do not sell your personal data.');
  });

  test('a denied vendor is no vendor', async () => {
    expect(await levelsOf('no-advertisers-vs-ad-sdk', 'We do not display advertisements.', 'Neither AdMob nor others are used.')).toEqual(
      [],
    );
  });

  test('one finding for all places that break the same denial', async () => {
    const findings = await findingsOf(
      'no-tracking-vs-analytics',
      'We do not use any analytics.',
      'We use Google Analytics.',
      'We use Mixpanel.',
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]?.related.length).toBeGreaterThan(1);
  });
});

describe('two values', () => {
  test.each([
    ['other values', 'Server logs are deleted after 30 days.', 'We keep server logs for 90 days.', ['error']],
    ['the same value in other words', 'Server logs are deleted after 30 days.', 'We keep server logs for one month.', []],
    ['an upper bound that holds both', 'Server logs are deleted after 30 days.', 'Server logs are kept for up to 90 days.', []],
    ['an upper bound that is broken', 'Server logs are kept for no longer than 30 days.', 'We keep server logs for 90 days.', ['error']],
    ['other data', 'Server logs are deleted after 30 days.', 'We keep invoices for 90 days.', []],
    ['another plan', 'Server logs are deleted after 30 days.', 'On the free plan, we keep server logs for 90 days.', []],
    ['another start', 'Invoices are deleted 30 days after payment.', 'Invoices are kept for 90 days after the year ends.', []],
  ])('%s', async (_, a, b, expected) => {
    expect(await levelsOf('retention-same-category', a, b)).toEqual(expected);
  });

  test('data without a name of their own are a doubt across chapters', async () => {
    expect(
      await levelsOf(
        'retention-same-category',
        '# Part one',
        'Your personal data is kept for 6 months.',
        '# Part two',
        'Your personal data is kept for 6 years.',
      ),
    ).toEqual(['note']);
  });

  test('dates count by the day that they name', async () => {
    expect(await levelsOf('two-dates', 'Last updated: 4 June 2025', 'This policy was last updated on June 4, 2025.')).toEqual([]);
    expect(await levelsOf('two-dates', 'Last updated: 4 June 2025', 'This policy was last updated on June 5, 2025.')).toEqual(['warning']);
  });
});

describe('a topic that both sides must name', () => {
  test('the newsletter here and crash reports there are two things', async () => {
    expect(
      await levelsOf('opt-in-vs-opt-out', 'Newsletters are sent only if you subscribed.', 'Crash reports are sent by default.'),
    ).toEqual([]);
    expect(await levelsOf('opt-in-vs-opt-out', 'Newsletters are sent only if you subscribed.', 'Newsletters are sent by default.')).toEqual(
      ['warning'],
    );
  });
});
