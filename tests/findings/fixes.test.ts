/** Fixes that a check offers by itself, and how they reach the source. */
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/claims/extractor.js';
import { changedRule } from '../../src/data/rule-table.js';
import { parseDocument } from '../../src/document/document.js';
import { fixesFor } from '../../src/findings/fixes.js';
import { fixText } from '../../src/fix.js';
import { loadRules } from '../../src/rules/load.js';

async function fixed(id: string, source: string, facts: Facts = {}, suggestions = false): Promise<string> {
  const set = loadRules({ preset: 'auditor', facts });
  const rules = set.rules.filter((rule) => rule.id === id);
  expect(rules).toHaveLength(1);
  return (await fixText(source, { path: 'p.md', suggestions }, { ...set, rules })).source;
}

describe('an address lost to obfuscation', () => {
  const text = '# Privacy\n\nWrite to **[email protected]** about your data.\n';
  test('is written out where the configuration states it', async () => {
    const facts = { email: 'privacy@acme.test' };
    expect(await fixed('structure/obfuscated-email', text, facts)).toBe(text.replace('[email protected]', 'privacy@acme.test'));
  });
  test('stays where it does not', async () => {
    expect(await fixed('structure/obfuscated-email', text)).toBe(text);
  });
  test('is only suggested where there are several: they may be different ones', async () => {
    const several = '# Privacy\n\nWrite to [email protected].\n\nOur officer: [email protected]\n';
    const facts = { email: 'privacy@acme.test' };
    expect(await fixed('structure/obfuscated-email', several, facts)).toBe(several);
    expect(await fixed('structure/obfuscated-email', several, facts, true)).toBe(
      several.replaceAll('[email protected]', 'privacy@acme.test'),
    );
  });
});

describe('a section that stands twice', () => {
  const cookies = '## Cookies\n\nWe set one *cookie*:\n\n- to keep you logged in.\n\n';
  const contact = '## Contact\n\nWrite to us.\n\n';
  test('goes with its markup where both are the same to the letter', async () => {
    const text = `# Privacy\n\n${cookies}${contact}${cookies}## Changes\n\nWe tell you.\n`;
    expect(await fixed('structure/duplicate-section', text)).toBe(`# Privacy\n\n${cookies}${contact}## Changes\n\nWe tell you.\n`);
  });
  test('goes at the end of the text too', async () => {
    expect(await fixed('structure/duplicate-section', `# Privacy\n\n${cookies}${contact}${cookies}`)).toBe(
      `# Privacy\n\n${cookies}${contact}`,
    );
  });
  test.each([
    ['says something else', `# Privacy\n\n${cookies}${contact}${cookies.replace('one', 'two')}`],
    ['links elsewhere', `# Privacy\n\n## A list\n\n[See](a.md).\n\n${contact}## A list\n\n[See](b.md).\n`],
    ["is another product's", `# Privacy\n\n## Web\n\n${contact.replace('##', '###')}## App\n\n${contact.replace('##', '###')}`],
  ])('stays where it %s', async (_, text) => {
    expect(await fixed('structure/duplicate-section', text)).toBe(text);
  });
});

test('of replacements that overlap, the first is offered', async () => {
  const document = await parseDocument('We follow Directive 95/46/EC.', { path: 'p.md' });
  const [rule] = loadRules({ preset: 'auditor' }).rules;
  const replace = [
    { from: 'Directive 95/46/EC', to: 'the GDPR', safety: 'safe' as const },
    { from: '95/46/EC', to: '2016/679', safety: 'safe' as const },
  ];
  if (!rule) throw new Error('no rule');
  const fixes = fixesFor(
    changedRule(rule, { check: {}, fix: { replace } }),
    { range: { start: 0, end: document.text.length }, section: document.root },
    document,
  );
  expect(fixes.map(({ title }) => title)).toEqual(['Replace "Directive 95/46/EC" by "the GDPR"']);
});

describe('a date in figures that reads two ways', () => {
  const dated = (date: string, other: string): string => `# Privacy\n\nLast updated: ${date}\n\nWe moved to new servers on ${other}.\n`;
  test.each([
    ['day first', '04/05/2026', '27/03/2026', '4 May 2026'],
    ['month first', '04/05/2026', '03/27/2026', 'April 5, 2026'],
    ['as others are written', '04/05/2026', '27/03/2026, and on March 3, 2025', 'May 4, 2026'],
  ])('is written out: %s', async (_, date, other, written) => {
    expect(await fixed('structure/ambiguous-date', dated(date, other))).toBe(dated(written, other));
  });
  test.each([
    ['nothing proves the order', '02/03/2026'],
    ['others disagree', '27/03/2026 and 03/27/2026'],
  ])('stays where %s', async (_, other) => {
    expect(await fixed('structure/ambiguous-date', dated('04/05/2026', other))).toBe(dated('04/05/2026', other));
  });
});
