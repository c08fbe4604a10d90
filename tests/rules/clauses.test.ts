/** The clause of a rule that asks for something is an answer to it, once its blanks are filled in. */
import { describe, expect, test } from 'vitest';
import { extractClaims } from '../../src/claims/extract.js';
import { builtInRules } from '../../src/data/rules.js';
import { parseDocument } from '../../src/document/document.js';
import { fixText } from '../../src/fix.js';
import { evaluate } from '../../src/rules/condition.js';
import { makeContext } from '../../src/rules/context.js';
import { loadRules } from '../../src/rules/load.js';

const VALUES: Readonly<Record<string, string>> = {
  'e-mail address': 'privacy@acme.test',
  'e-mail': 'privacy@acme.test',
  email: 'privacy@acme.test',
  'postal address': 'Acme Ltd, 5 Mill Lane, Dublin D02 X285, Ireland',
  'legal name': 'Acme Ltd',
  name: 'Stripe',
  Name: 'Acme Ltd',
  address: '5 Mill Lane, Dublin D02 X285, Ireland',
  street: '5 Mill Lane',
  'postcode and city': 'Dublin D02 X285',
  country: 'the United States',
  'telephone number': '+1 800 555 0100',
  'toll-free number': '1-800-555-0100',
  link: 'https://acme.test/privacy',
  url: 'https://acme.test/privacy',
  date: '5 April 2026',
  age: '16',
  number: '30',
  days: '30',
  period: '12 months',
  category: 'e-mail addresses',
  categories: 'names, e-mail addresses and IP addresses',
  data: 'your e-mail address',
  purpose: 'process payments',
  basis: 'our contract with you',
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
  'who does what': 'we answer requests and Acme Ltd keeps the data secure',
  'use the service': 'use the service',
  health: 'health',
  'the adequacy decision / standard contractual clauses': 'standard contractual clauses',
  'No third parties / Third parties': 'No third parties',
};

const fill = (clause: string): string =>
  clause.replace(/[{[]([^{}[\]]{1,100})[}\]]/g, (_, blank: string) => {
    const value = VALUES[blank];
    if (value === undefined) throw new Error(`no value for {${blank}}`);
    return value;
  });

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

test('a complaint with a blank for the authority asks for nothing more than its name', async () => {
  const rules = loadRules({ preset: 'auditor', regimes: ['gdpr'] });
  const set = { ...rules, rules: rules.rules.filter(({ id }) => id.startsWith('gdpr/complaint')) };
  const source = '# Privacy policy\n\n## Your rights\n\nYou have the right to access your personal data.\n';
  const { source: text, findings } = await fixText(source, { path: 'policy.md', suggestions: true }, set);
  expect(text).toContain('supervises us is [authority].');
  expect(findings).toEqual([]);
});
