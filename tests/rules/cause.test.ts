import { expect, test } from 'vitest';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';

const rules = loadRules({ preset: 'auditor', today: '2026-11-21' });

async function linesBehind(ruleId: string, text: string): Promise<number[]> {
  const { findings, document } = await lint(text, { path: 'privacy.md' }, rules);
  const related = findings.filter((finding) => finding.ruleId === ruleId).flatMap((finding) => finding.related);
  return related.map(({ span }) => document.source.slice(0, span.start).split('\n').length);
}

const opening =
  '# Privacy Policy\n\nWe collect your card number, which goes to Stripe alone.\n\n## Third-party services\n\nWe use these services:\n\n';

test('a provider that calls for a word on transfers is shown where it is listed', async () => {
  expect(await linesBehind('gdpr/transfer-disclosure', `${opening}- Stripe: payments.\n`)).toEqual([9]);
});

test('a provider that is listed nowhere is shown where it was read', async () => {
  expect(await linesBehind('gdpr/transfer-disclosure', `${opening}- Hetzner: hosting.\n`)).toEqual([3]);
});
