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

describe('a part of each feature', () => {
  const part = (title: string, text: string): string => `## ${title}\n\n${text}`;
  const SOLD = 'We sell your personal data to brokers.';

  test('denies for its feature alone', async () => {
    const parts = ['Visibility', 'Visibility', 'Visibility'].map((title) => part(title, 'We do not sell your personal data.'));
    expect(await levelsOf('sale-denied-vs-sold', ...parts, part('Offers', SOLD))).toEqual([]);
  });
  test('is none where it stands once', async () => {
    expect(await levelsOf('sale-denied-vs-sold', part('Visibility', 'We do not sell your personal data.'), part('Offers', SOLD))).toEqual([
      'error',
    ]);
  });
});

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

describe('what is denied takes in what is done', () => {
  const DENIED = 'We do not share your personal data with third parties.';

  test.each([
    ['a broader class of recipients', DENIED, 'We share your personal data with advertisers.', ['error']],
    ['the same class', DENIED, 'Your information may be disclosed to third parties.', ['error']],
    ['processors, which the denial may not mean', DENIED, 'We share your data with our service providers.', ['warning']],
    [
      'processors, which it must mean',
      'We do not share your data with anyone.',
      'We share your data with our service providers.',
      ['error'],
    ],
    [
      'the general for a kind of data',
      'We do not share your location data with third parties.',
      'We share your name with our partners.',
      [],
    ],
    [
      'a kind of data for the same kind',
      'We do not share your e-mail address with third parties.',
      'We share your e-mail address with our partners.',
      [],
    ],
    ['data that are nobody any more', DENIED, 'We share aggregated data with our partners.', []],
    [
      'a sale, which is not every sharing',
      'We do not sell your personal data to third parties.',
      'We share your personal data with advertisers.',
      [],
    ],
    [
      'the reader, who may ask',
      'You can ask us not to share your personal data with third parties.',
      'We share your personal data with advertisers.',
      [],
    ],
    ['not all', 'Not all personal data are shared with third parties.', 'We share your personal data with advertisers.', []],
    [
      'unaffiliated parties only',
      'We do not share your data with unaffiliated third parties.',
      'We share your data with our business partners.',
      [],
    ],
  ])('%s', async (_, denial, act, expected) => {
    expect(await levelsOf('no-third-party-vs-recipients', denial, '## Partners', act)).toEqual(expected);
  });

  test.each([
    ['a vendor', 'Stripe does not store your personal data.'],
    ['a tool', 'Our web beacons do not collect personal data.'],
  ])('%s is not the policy itself', async (_, denial) => {
    expect(
      await levelsOf('no-personal-data-vs-collects', 'We use Stripe.', denial, 'We collect your e-mail address and your name.'),
    ).toEqual([]);
  });

  test('lists and tables tell what is collected', async () => {
    const table = '| Data we collect | Why |\n| --- | --- |\n| E-mail address | to answer |';
    expect(await levelsOf('no-personal-data-vs-collects', 'We do not collect any personal data.', '## Data we collect', table)).toEqual([
      'error',
    ]);
    expect(
      await levelsOf(
        'no-personal-data-vs-collects',
        'We do not collect any personal data.',
        '## Data we collect',
        'We collect:\n\n- your name\n- your IP address',
      ),
    ).toEqual(['error']);
  });
});

test('two rules that see the same two places say it once', async () => {
  const rules = builtInRules.filter(({ id }) => /^consistency\/(?:no-third-party-vs-recipients|recipients-beyond-list)$/.test(id));
  const set = { rules, facts: {}, regimes: ['gdpr'] as const, preset: 'auditor', lawAsOf: '2026-11-01' };
  const text = 'We never share your data with anyone except as required by law.\n\nWe share your data with our service providers.';
  const { findings } = await lint(text, { path: 'policy.md' }, set);
  expect(findings.map(({ level }) => level)).toEqual(['error']);
});

test('says on what scope the two meet', async () => {
  const [finding] = await findingsOf('no-cookies-vs-cookies', 'Our website does not use cookies.', 'Our website sets cookies.');
  expect(finding?.related[0]?.message).toContain('both speak of website');
});

describe('places that a heading names', () => {
  test.each(['### United States', '### Notice to California residents', '### More\n\nThis section applies to people in Brazil.'])(
    '%s keeps a value to that place',
    async (heading) => {
      expect(
        await levelsOf('response-time', 'We respond to all requests within 30 days.', heading, 'We answer requests within 45 days.'),
      ).toEqual([]);
    },
  );

  test('a notice of its own has its own date', async () => {
    const first = 'Last updated: May 4, 2025';
    const second = 'Last updated: June 9, 2024';
    expect(await levelsOf('two-dates', '# Privacy policy', first, '## Rights', second)).toEqual(['warning']);
    expect(await levelsOf('two-dates', '# Privacy policy', first, '# California Privacy Notice', second)).toEqual([]);
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
