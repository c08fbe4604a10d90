import { expect, it } from 'vitest';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';

it('reports what is missing at the section that its heading names, not at one that speaks of the matter in passing', async () => {
  const text = `# Privacy policy

Acme GmbH, Berlin, is the controller.

## Groups

You have the right to access your personal data and the right to erasure of your personal data in groups.

## Your rights

Write to us at privacy@acme.example. We answer within one month.
`;
  const { findings } = await lint(text, { path: 'policy.md' }, loadRules({ preset: 'recommended' }));
  const gap = findings.find(({ ruleId }) => ruleId === 'gdpr/right-portability');
  expect(gap && text.slice(gap.span.start, gap.span.end)).toBe('Your rights');
});
