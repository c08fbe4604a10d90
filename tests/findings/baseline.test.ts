import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BaselineError, formatBaseline, matchBaseline, parseBaseline } from '../../src/findings/baseline.js';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';
import { ruleFor } from '../phrase-rule.js';

const entry = (file: string, rule: string, fingerprint: string) => ({ file, rule, fingerprint, excerpt: `words of ${fingerprint}` });
const never = () => false;

describe('the file', () => {
  test('has one entry a line, sorted, and reads back', () => {
    const entries = [entry('b.md', 'x/y', '2'), entry('a.md', 'x/z', '1'), entry('a.md', 'x/y', '3')];
    const text = formatBaseline(entries);
    expect(text.split('\n').map((line) => line.slice(0, 28))).toEqual([
      '{"file":"a.md","rule":"x/y",',
      '{"file":"a.md","rule":"x/z",',
      '{"file":"b.md","rule":"x/y",',
      '',
    ]);
    expect(formatBaseline(parseBaseline(text))).toBe(text);
  });
  test('keeps reasons, and counts doubled lines once', () => {
    const text = formatBaseline([{ ...entry('a.md', 'x/y', '1'), reason: 'legal is on it' }]);
    expect(parseBaseline(text + text)).toEqual([{ ...entry('a.md', 'x/y', '1'), reason: 'legal is on it' }]);
  });
  test.each([
    ['{"file": "a"}', 1],
    ['\nnothing', 2],
    ['<<<<<<< HEAD', 1],
  ])('refuses %j', (text, line) => {
    expect(() => parseBaseline(text)).toThrow(BaselineError);
    try {
      parseBaseline(text);
    } catch (error) {
      expect(error).toMatchObject({ line });
    }
  });
});

describe('matching', () => {
  const found = [
    { ruleId: 'x/y', fingerprint: '1' },
    { ruleId: 'x/y', fingerprint: '2' },
  ];
  test('knows by fingerprint: a fix and a new violation do not cancel out', () => {
    const { known, stale } = matchBaseline(
      [{ file: 'a.md', findings: found }],
      [entry('a.md', 'x/y', '1'), entry('a.md', 'x/y', '3')],
      never,
    );
    expect([...(known[0]?.keys() ?? [])]).toEqual([found[0]]);
    expect(stale.map(({ fingerprint }) => fingerprint)).toEqual(['3']);
  });
  test('follows a renamed file, and not a copied one', () => {
    const entries = [entry('old.md', 'x/y', '1')];
    const match = (gone: boolean) => matchBaseline([{ file: 'new.md', findings: found }], entries, () => gone).known[0]?.size;
    expect([match(true), match(false)]).toEqual([1, 0]);
  });
  test('says nothing of files that were not looked at', () => {
    expect(matchBaseline([{ file: 'a.md', findings: [] }], [entry('b.md', 'x/y', '1')], never).stale).toEqual([]);
  });
});

/** Sentences that no rule has anything to say about, and some that one has. */
const NEUTRAL = [
  'The office plants are watered on Mondays.',
  'Our kettle is blue.',
  'Bicycles may be parked in the yard.',
  'The lift was painted in spring.',
];
const POLICY = [
  '# Privacy Policy',
  '## What we collect',
  'We collect your name and your email address when you sign up.',
  'We may keep some data for as long as necessary.',
  '## Sharing',
  'We share data with partners.',
  'Our cheese is old.',
  'By using our website you consent to this policy.',
  '## Your rights',
  'You have the right to access your data.',
  '## Changes',
  'We may change this policy at any time without notice.',
];
const BAD = 'We sell cheese to strangers.';

const CHEESE = ruleFor('acme/cheese', { phrase: { any: [['cheese', '']] } });

/** One finding for the whole document: still, each of its places is known by itself. */
const STRANGERS = ruleFor('acme/strangers', { phrase: { any: [['strangers|partners', '']], once: true } });

async function fingerprints(paragraphs: readonly string[]): Promise<Map<string, string>> {
  const set = loadRules({ preset: 'auditor', extra: [CHEESE, STRANGERS] });
  const { findings } = await lint(paragraphs.join('\n\n'), { path: 'p.md' }, set);
  const places = findings.flatMap((finding) => [finding, ...(finding.places ?? [])].map((place) => ({ ...place, ruleId: finding.ruleId })));
  return new Map(places.map(({ fingerprint, ruleId, message }) => [fingerprint, `${ruleId}: ${message}`]));
}

test('edits around known findings bring none of them back, and each new one shows', async () => {
  const before = await fingerprints(POLICY);
  expect(before.size).toBeGreaterThan(5);
  const added = [...(await fingerprints([...POLICY, BAD]))].filter(([fingerprint]) => !before.has(fingerprint));
  expect(added.map(([, said]) => said.split(':')[0])).toEqual(expect.arrayContaining(['acme/cheese', 'acme/strangers']));
  const edit = fc.record({
    how: fc.constantFrom('insert', 'delete', 'move'),
    at: fc.nat(),
    to: fc.nat(),
    which: fc.nat({ max: NEUTRAL.length - 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), async (edits, violates) => {
      let text = [...POLICY];
      for (const { how, at, to, which } of edits) {
        const neutral = text.flatMap((paragraph, i) => (NEUTRAL.includes(paragraph) ? [i] : []));
        // The title stays the title: what stands first is another document's beginning.
        if (how === 'insert') text = text.toSpliced(1 + (at % text.length), 0, NEUTRAL[which] ?? '');
        else if (neutral.length > 0) {
          const from = neutral[at % neutral.length] ?? 0;
          const [paragraph = ''] = text.slice(from, from + 1);
          text = text.toSpliced(from, 1);
          if (how === 'move') text = text.toSpliced(1 + (to % text.length), 0, paragraph);
        }
      }
      if (violates) text = [...text, BAD];
      const fresh = [...(await fingerprints(text))].filter(([fingerprint]) => !before.has(fingerprint)).map(([, said]) => said);
      if (!violates) expect(fresh).toEqual([]);
      else expect(fresh).toEqual(added.map(([, said]) => said));
    }),
    { numRuns: 200, seed: 11 },
  );
});
