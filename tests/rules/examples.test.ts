/** Every rule's own examples, in both directions: the failing ones are found by that rule, the passing ones are not. */
import { describe, expect, test } from 'vitest';
import { ruleDocs } from '../../src/data/rule-docs.js';
import { builtInRules } from '../../src/data/rules.js';
import { lint } from '../../src/lint.js';
import type { RuleSet } from '../../src/rules/ruleset.js';
import type { Example, Rule } from '../../src/rules/types.js';

const ALL_REGIMES = ['gdpr', 'eprivacy', 'uk', 'ccpa', 'caloppa', 'coppa', 'lgpd'] as const;

const textOf = (example: Example): string | undefined => (typeof example === 'string' ? example : example.text);

async function findingsOf(rule: Rule, example: Example): Promise<string[]> {
  const facts = typeof example === 'object' && example.facts ? example.facts : {};
  const set: RuleSet = { rules: [rule], facts, regimes: ALL_REGIMES, preset: 'auditor', lawAsOf: '2026-11-01', today: '2026-11-21' };
  const { findings } = await lint(textOf(example) ?? '', { path: 'policy.md' }, set);
  return findings.map((finding) => finding.message);
}

for (const rule of builtInRules) {
  if (rule.check.compare) continue;
  const docs = ruleDocs.get(rule.id);
  describe(rule.id, () => {
    test.each((docs?.examples.fail ?? []).map((example) => [textOf(example)?.slice(0, 80) ?? '', example] as const))(
      'finds: %s',
      async (_, example) => {
        expect(await findingsOf(rule, example)).not.toEqual([]);
      },
    );
    test.each((docs?.examples.pass ?? []).map((example) => [textOf(example)?.slice(0, 80) ?? '', example] as const))(
      'is silent on: %s',
      async (_, example) => {
        expect(await findingsOf(rule, example)).toEqual([]);
      },
    );
  });
}
