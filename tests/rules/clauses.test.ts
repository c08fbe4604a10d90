/** The clause of a rule that asks for something is an answer to it, once its blanks are filled in. */
import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../src/claims/extract.js';
import { changedRule } from '../../src/data/rule-table.js';
import { builtInRules } from '../../src/data/rules.js';
import { parseDocument } from '../../src/document/document.js';
import { fixText } from '../../src/fix.js';
import { lint } from '../../src/lint.js';
import { BLANK_RULE } from '../../src/rules/blanks.js';
import { evaluate } from '../../src/rules/condition.js';
import { makeContext } from '../../src/rules/context.js';
import { loadRules } from '../../src/rules/load.js';

const VALUES: Readonly<Record<string, string>> = {
  'e-mail address': 'privacy@acme.test',
  'e-mail address; delete this sentence if you have no officer': 'privacy@acme.test',
  'postal address': 'Acme Ltd, 5 Mill Lane, Dublin D02 X285, Ireland',
  'legal name': 'Acme Ltd',
  name: 'Stripe',
  address: '5 Mill Lane, Dublin D02 X285, Ireland',
  street: '5 Mill Lane',
  'postcode and city': 'Dublin D02 X285',
  country: 'the United States',
  'telephone number': '+1 800 555 0134',
  'toll-free number': '1-800-555-0134',
  link: 'https://acme.test/privacy',
  date: '5 April 2026',
  age: '16',
  number: '30',
  period: '12 months',
  category: 'e-mail addresses',
  categories: 'names, e-mail addresses and IP addresses',
  data: 'your e-mail address',
  purpose: 'process payments',
  basis: 'our contract with you',
  'legal basis': 'Article 6(1)(b) GDPR (contract)',
  interest: 'preventing fraud',
  service: 'payment processing',
  provider: 'Stripe',
  authority: 'the Data Protection Commission',
  measures: 'encryption in transit and at rest',
  method: 'a signed form',
  channel: 'e-mail',
  place: 'your account settings',
  cookie: '_ga',
  factors: 'your payment history',
  consequence: 'we do not offer payment by invoice',
  event: 'you close your account',
  safeguard: 'standard contractual clauses',
  'safeguard under Article 33 LGPD': 'the standard contractual clauses of the ANPD',
  condition: 'you have given your explicit consent',
  'who does what': 'we answer requests and Acme Ltd keeps the data secure',
  messages: 'our newsletter',
  'details that you give': 'the details in it',
  'records that we hold': 'those of your account',
};

/** A choice is filled in with its last alternative. */
const fill = (clause: string): string =>
  clause.replace(/[{[]([^{}[\]]{1,100})[}\]]/g, (_, blank: string) => {
    const value = VALUES[blank] ?? blank.split(' / ')[1];
    if (value === undefined) throw new Error(`no value for {${blank}}`);
    return value;
  });

const clauses = builtInRules.flatMap(({ id, fix }) => (fix?.clause ? [[id, fix.clause] as const] : []));
const asked = builtInRules.flatMap(({ id, fix, check }) =>
  fix?.clause && check.require ? [{ id, ...fix, clause: fix.clause, require: check.require }] : [],
);

describe('the clause satisfies its rule', () => {
  test.each(asked.map((rule) => [rule.id, rule] as const))('%s', async (_, { clause, heading, require }) => {
    const text = `# Privacy policy\n\n${heading ? `## ${heading}\n\n` : ''}${fill(clause)}\n`;
    const document = await parseDocument(text, { path: 'policy.md' });
    const claims = extractClaims(document);
    const context = makeContext(document, claims, { facts: {}, regimes: new Set(), role: 'privacy-policy', lawAsOf: '2026-11-01' });
    expect(evaluate(require.condition, context).holds, text).toBe(true);
  });
});

const auditor = loadRules({ preset: 'auditor', regimes: ['gdpr', 'uk', 'ccpa', 'caloppa', 'coppa', 'lgpd', 'eprivacy'] });
const only = (...ids: string[]) => ({ ...auditor, rules: auditor.rules.filter(({ id }) => ids.includes(id)) });

/** Without what the rule asks for, so that it is missed whatever its precondition. */
const missed = (id: string) => {
  const { rules, ...set } = only(id, BLANK_RULE);
  return { ...set, requirements: [], rules: rules.map((rule) => changedRule(rule, { when: undefined, silentWhen: undefined })) };
};

describe('the clause as it is suggested settles its finding, or leaves its blanks alone', () => {
  test.each(asked.map((rule) => [rule.id, rule.clause] as const))('%s', async (id, clause) => {
    for (const [path, text] of [
      ['policy.md', '# Privacy policy\n\nWelcome to the website of our choir.\n'],
      ['policy.html', '<h1>Privacy policy</h1><p>Welcome to the website of our choir.</p>'],
    ] as const) {
      const { source, applied, findings } = await fixText(text, { path, suggestions: true }, missed(id));
      expect(applied.map(({ ruleId }) => ruleId)).toEqual([id]);
      const sentences = clause.split(/(?<=[.]) /).filter((sentence) => sentence.includes('{'));
      expect(findings.length > 0, source).toBe(sentences.length > 0);
      expect(new Set(findings.map(({ ruleId }) => ruleId)), source).toEqual(new Set(sentences.length > 0 ? [BLANK_RULE] : []));
      const again = await fixText(source, { path, suggestions: true }, missed(id));
      expect(again.applied).toEqual([]);
    }
  });
});

describe('the wording that is suggested instead does not break the rule', () => {
  const others = clauses.filter(([id]) => !asked.some((rule) => rule.id === id));
  test.each(others)('%s', async (id, clause) => {
    const text = `# Privacy policy\n\n## What we do\n\n${fill(clause)}\n`;
    const { findings } = await lint(text, { path: 'policy.md' }, only(id));
    expect(findings.map(({ message }) => message)).toEqual([]);
  });
});

test('every blank is reported until it is filled in', async () => {
  const blanks = new Set(clauses.flatMap(([, clause]) => [...clause.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '')));
  const silent: string[] = [];
  for (const blank of blanks) {
    const { findings } = await lint(`# Privacy policy\n\nHere it is: [${blank}].\n`, { path: 'policy.md' }, only(BLANK_RULE));
    if (findings.length === 0) silent.push(blank);
  }
  expect(silent).toEqual([]);
});

test('a clause without blanks says only what the law gives or requires', () => {
  const complete = clauses.filter(([, clause]) => !clause.includes('{'));
  const promises = complete.filter(
    ([, clause]) => !/\b(?:rights?|law|Art\.|Article|GDPR|you can (?:complain|object)|parents can)/i.test(clause),
  );
  expect(promises.map(([id]) => id)).toEqual([]);
});

describe('blanks and the configuration', () => {
  const source = '# Privacy policy\n\nWelcome to the website of our choir.\n';
  test('what the configuration states is filled in', async () => {
    const set = { ...missed('gdpr/controller-identity'), facts: { controller: 'Acme Choir e.V.' } };
    const { source: text } = await fixText(source, { path: 'policy.md', suggestions: true }, set);
    expect(text).toContain('The controller is Acme Choir e.V., [street], [postcode and city], [country].');
  });
  test('a clause filled in halfway still leaves its blanks alone', async () => {
    const text = `${source}\n## Who we are\n\nThe controller is Acme Choir e.V., 5 Mill Lane, [postcode and city], [country].\n`;
    const { findings } = await lint(text, { path: 'policy.md' }, missed('gdpr/controller-identity'));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual([BLANK_RULE]);
  });
  test('where blanks are not reported, no clause with one is inserted', async () => {
    const { rules, ...set } = missed('gdpr/retention');
    const without = { ...set, rules: rules.filter(({ id }) => id !== BLANK_RULE) };
    const { source: text, findings } = await fixText(source, { path: 'policy.md', suggestions: true }, without);
    expect(text).toBe(source);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['gdpr/retention']);
  });
});

test('a complaint with a blank for the authority asks for nothing more than its name', async () => {
  const rules = loadRules({ preset: 'auditor', regimes: ['gdpr'] });
  const set = { ...rules, rules: rules.rules.filter(({ id }) => id.startsWith('gdpr/complaint')) };
  const source = '# Privacy policy\n\n## Your rights\n\nYou have the right to access your personal data.\n';
  const { source: text, findings } = await fixText(source, { path: 'policy.md', suggestions: true }, set);
  expect(text).toContain('supervises us is [authority].');
  expect(findings).toEqual([]);
});
