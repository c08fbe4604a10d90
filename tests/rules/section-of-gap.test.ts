import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';

/** The words at which a rule finds something missing. */
async function placeOf(text: string, rule: string): Promise<string | undefined> {
  const { findings } = await lint(text, { path: 'policy.md' }, loadRules({ preset: 'recommended' }));
  const gap = findings.find(({ ruleId }) => ruleId === rule);
  return gap && text.slice(gap.span.start, gap.span.end);
}

const INTRO = '# Privacy policy\n\nAcme GmbH, Berlin, is the controller.\n\n';
const LIST = 'You have the right to access your personal data, to have it corrected, and the right to erasure.\n\n';

describe('reports what is missing at the section', () => {
  it.each([
    [
      'that its heading names, not at one that speaks of the matter in passing',
      `${INTRO}## Groups\n\nYou have the right to access your personal data and the right to erasure of your personal data in groups.\n\n## Your rights\n\nWrite to us at privacy@acme.example. We answer within one month.\n`,
      'gdpr/right-portability',
      'Your rights',
    ],
    [
      'that tells most of the matter, where the one of that name tells nothing of it',
      `${INTRO}## Your rights to our music\n\nYou may play it at home.\n\n## Correcting things\n\n${LIST}`,
      'gdpr/right-portability',
      'Correcting things',
    ],
    [
      'that tells most of the matter, of two that are named for it',
      `${INTRO}## Your rights at a glance\n\nThey are told below.\n\n## Your rights\n\n${LIST}`,
      'gdpr/right-portability',
      'Your rights',
    ],
    [
      'for Europe, not for California',
      `${INTRO}## California\n\nCalifornia residents have the right to access, correct, delete and port their personal data.\n\n## Elsewhere\n\nYou can ask us to delete your data, or to correct it.\n`,
      'gdpr/right-objection',
      'Elsewhere',
    ],
    [
      'that tells of it in a word, where no heading names it',
      `${INTRO}## Bread\n\nWe bake at night.\n\n## The list of guests\n\nWe keep it for as long as necessary. The photographs of guests are kept as long as we need them.\n`,
      'gdpr/retention',
      'The list of guests',
    ],
  ])('%s', async (_, text, rule, place) => {
    expect(await placeOf(text, rule)).toBe(place);
  });
});

it('reports what is told nowhere at the beginning, not at a heading far below', async () => {
  const text =
    'We, Acme GmbH in Berlin, collect your name and e-mail address and store them on our servers to answer you.\n\n## Bread\n\nWe bake at night.\n';
  expect(await placeOf(text, 'gdpr/complaint')).toMatch(/^We, Acme GmbH/);
});
