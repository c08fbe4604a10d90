/** The examples of the rules that compare, in both directions. */
import { describe, expect, test } from 'vitest';
import { compareVersions, versionTests } from '../../src/compare/versions.js';
import { ruleDocs } from '../../src/data/rule-docs.js';
import { builtInRules } from '../../src/data/rules.js';
import { lint } from '../../src/lint.js';
import type { Example, Rule } from '../../src/rules/types.js';

async function hits(rule: Rule, example: Example): Promise<number> {
  if (typeof example === 'string') throw new Error(`${rule.id}: an example of two versions has "old" and "new"`);
  const set = { rules: [rule], facts: {}, regimes: ['gdpr'] as const, preset: 'auditor', lawAsOf: '2026-11-01' };
  const version = (text: string | undefined) => lint(text ?? '', { path: 'policy.md' }, set);
  return compareVersions(await version(example.old), await version(example.new), set).hits.length;
}

const rules = builtInRules.filter(({ check }) => check.compare?.between === 'versions');

test('every test between versions has a rule', () => {
  expect(new Set(rules.map(({ check }) => check.compare?.test))).toEqual(new Set(Object.keys(versionTests)));
});

for (const rule of rules) {
  const { fail = [], pass = [] } = ruleDocs.get(rule.id)?.examples ?? {};
  const name = (example: Example): string => (typeof example === 'string' ? example : `${example.old} → ${example.new}`);
  describe(rule.id, () => {
    test.each(fail.map((example) => [name(example), example] as const))('finds: %s', async (_, example) => {
      expect(await hits(rule, example)).toBeGreaterThan(0);
    });
    test.each(pass.map((example) => [name(example), example] as const))('is silent on: %s', async (_, example) => {
      expect(await hits(rule, example)).toBe(0);
    });
  });
}
