import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixText } from '../src/fix.js';
import { lint } from '../src/lint.js';
import { unifiedDiff } from '../src/report/diff.js';
import { loadRules } from '../src/rules/load.js';
import type { Rule } from '../src/rules/types.js';
import { ruleFor } from './phrase-rule.js';

const set = loadRules({ preset: 'auditor' });
const suggest = (source: string, path: string, rules = set) => fixText(source, { path, suggestions: true }, rules);
const only = (id: string) => ({ ...set, rules: set.rules.filter((rule) => rule.id === id) });

describe('a missing right goes where the others are', () => {
  const right = 'ask us to restrict the processing of your personal data.';
  test.each([
    [
      'into a Markdown list, worded to follow its lead-in',
      'p.md',
      '# Privacy\n\n## Your rights\n\nYou have the right to:\n\n- access your data\n- have it deleted.\n\n## Contact\n\nWrite to us.\n',
      `- have it deleted.\n- ${right}\n\n## Contact`,
    ],
    [
      'into a numbered list with empty lines',
      'p.md',
      '# Privacy\n\n## Your rights\n\nYou have the right to:\n\n1. Access your data.\n\n2. Have it deleted.\n',
      `2. Have it deleted.\n\n3. A${right.slice(1)}\n`,
    ],
    [
      'into a tight list with a list inside',
      'p.md',
      '# Privacy\n\n## Your rights\n\nYou have the right to:\n\n1. access your data\n   - soon\n2. have it deleted',
      `2. have it deleted\n3. ${right.slice(0, -1)}`,
    ],
    [
      'into a list of whole sentences',
      'p.md',
      '# Privacy\n\n## Your rights\n\n* You have the right to access your data.\n* You have the right to have it deleted.\n',
      `* You have the right to have it deleted.\n* You have the right to ${right}\n`,
    ],
    [
      'into an HTML list',
      'p.html',
      '<h1>Privacy</h1>\n<h2>Your rights</h2>\n<p>You have the right to:</p>\n<ul>\n<li>access your data</li>\n<li>have it deleted</li>\n</ul>\n',
      `<li>have it deleted</li>\n<li>${right.slice(0, -1)}</li>\n</ul>`,
    ],
    [
      'at the end of a section of prose',
      'p.md',
      '# Privacy\n\n## Your rights\n\nYou have the right to access your data.\n\n## Contact\n\nWrite to us.\n',
      `access your data.\n\nYou have the right to ${right}\n\n## Contact`,
    ],
    [
      'at the end of an HTML section',
      'p.html',
      '<h1>Privacy</h1><h2>Your rights</h2><p>You have the right to <b>access your data</b>.</p><h2>Contact</h2><p>Write to us.</p>',
      `<b>access your data</b>.</p>\n<p>You have the right to ${right}</p><h2>Contact`,
    ],
    [
      'in a new section behind a list that ends an HTML page',
      'p.html',
      '<h1>Privacy</h1>\n<h2>Data</h2>\n<p>We collect:</p>\n<ul>\n<li>your name</li>\n</ul>\n',
      '<li>your name</li>\n</ul>\n<h2>Your rights</h2>',
    ],
    [
      'in a new section with the next number',
      'p.txt',
      'PRIVACY POLICY\n\n1. WHAT WE COLLECT\n\nWe collect your name and your e-mail address.\n\n2. CONTACT US\n\nWrite to us at any time.\n',
      `any time.\n\n3. YOUR RIGHTS\n\nYou have the right to ${right}\n`,
    ],
    [
      'in a new section with underlined headings',
      'p.md',
      'Privacy\n=======\n\nData\n----\n\nWe collect your name.\n\nContact\n-------\n\nWrite to us.\n',
      `Write to us.\n\nYour rights\n-----------\n\nYou have the right to ${right}\n`,
    ],
    [
      'in a new HTML section',
      'p.html',
      '<h1>Privacy</h1>\n<h3>Data</h3>\n<p>We collect your name.</p>\n<h3>Contact</h3>\n<p>Write to us.</p>\n',
      `<p>Write to us.</p>\n<h3>Your rights</h3>\n<p>You have the right to ${right}</p>\n`,
    ],
    [
      'with the line breaks of the file',
      'p.md',
      '# Privacy\r\n\r\n## Your rights\r\n\r\nYou have the right to access your data.\r\n',
      `access your data.\r\n\r\nYou have the right to ${right}\r\n`,
    ],
  ])('%s', async (_, path, source, expected) => {
    const { source: fixed, applied } = await suggest(source, path, only('gdpr/right-restriction'));
    expect(fixed).toContain(expected);
    expect(applied).toHaveLength(1);
    expect(fixed.replace(/\r\n/g, '')).not.toMatch(/\r/);
  });
});

test('what only the author knows stays visible in brackets', async () => {
  const rule = ruleFor(
    'acme/cheese',
    { require: { condition: { text: { any: [['cheese', '']] } } } },
    { fix: { clause: 'We make cheese in {town}.', heading: 'Our cheese' } },
  );
  const { source } = await suggest('# Privacy\n\nWe collect names.\n', 'p.md', { ...set, rules: [rule] });
  expect(source).toBe('# Privacy\n\nWe collect names.\n\n# Our cheese\n\nWe make cheese in [town].\n');
});

const phrase = (fix: Rule['fix']): Rule => ruleFor('acme/old-name', { phrase: { any: [['old name|worse name', '']] } }, fix ? { fix } : {});

describe('replacements', () => {
  const text = '# Policy\n\nWe use the Old Name here. And the old name there.\n';
  test('safe ones are made by --fix', async () => {
    const rules = { ...set, rules: [phrase({ replace: [{ from: 'old name', to: 'new name', safety: 'safe' }] })] };
    const { source, applied, findings } = await fixText(text, { path: 'p.md', suggestions: false }, rules);
    expect([source, applied.length, findings.length]).toEqual(['# Policy\n\nWe use the new name here. And the new name there.\n', 2, 0]);
  });
  test('suggestions are not', async () => {
    const rules = { ...set, rules: [phrase({ replace: [{ from: 'old name', to: 'new name', safety: 'suggestion' }] })] };
    expect((await fixText(text, { path: 'p.md', suggestions: false }, rules)).source).toBe(text);
  });
  test('one that brings the finding back is refused', async () => {
    const rules = { ...set, rules: [phrase({ replace: [{ from: 'old name', to: 'worse name', safety: 'safe' }] })] };
    const { source, applied } = await fixText(text, { path: 'p.md', suggestions: false }, rules);
    expect([source, applied]).toEqual([text, []]);
  });
});

describe('on whole policies', () => {
  const folder = new URL('../fixtures/seeds/', import.meta.url);
  test.each(readdirSync(folder).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    for (const path of name.startsWith('000') ? ['policy.md', 'policy.txt'] : ['policy.md']) {
      const before = await lint(source, { path }, set);
      const { source: fixed, applied, findings } = await suggest(source, path);
      expect(applied.length).toBeGreaterThan(0);
      const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
      const news = findings.filter(({ fingerprint }) => !known.has(fingerprint));
      // A clause with [blanks] is to be filled in by its author: that is said, and nothing else.
      const blanks = news.filter(
        ({ ruleId, focus }) =>
          ruleId === 'structure/placeholder' && fixed.charAt(focus.start) === '[' && !source.includes(fixed.slice(focus.start, focus.end)),
      );
      expect(news.filter((finding) => !blanks.includes(finding))).toEqual([]);
      expect(findings.length - blanks.length).toBeLessThanOrEqual(before.findings.length - applied.length);
      // Again: nothing more to do.
      expect((await suggest(fixed, path)).source).toBe(fixed);
    }
  });
});

describe('the diff', () => {
  const lines = (text: string) =>
    text
      .split('')
      .map((char) => `${char}\n`)
      .join('');
  test.each([
    ['abcdefgh', 'abcdefgh', ''],
    ['abcdefgh', 'abcdXefgh', '@@ -2,6 +2,7 @@\n b\n c\n d\n+X\n e\n f\n g\n'],
    ['abcdefgh', 'abcfgh', '@@ -1,8 +1,6 @@\n a\n b\n c\n-d\n-e\n f\n g\n h\n'],
    ['abc', 'xbc', '@@ -1,3 +1,3 @@\n-a\n+x\n b\n c\n'],
    ['', 'ab', '@@ -0,0 +1,2 @@\n+a\n+b\n'],
    ['abcdefghijklmn', 'XabcdefghijklmnY', '@@ -1,3 +1,4 @@\n+X\n a\n b\n c\n@@ -12,3 +13,4 @@\n l\n m\n n\n+Y\n'],
  ])('%s → %s', (before, after, hunks) => {
    expect(unifiedDiff('p.md', lines(before), lines(after))).toBe(hunks && `--- a/p.md\n+++ b/p.md\n${hunks}`);
  });
  test('names an absolute path as git does', () => {
    expect(unifiedDiff('/tmp/p.md', 'a\n', 'b\n')).toMatch(/^--- a\/tmp\/p\.md\n\+\+\+ b\/tmp\/p\.md\n/);
  });
  test('says where the last line has no end', () => {
    expect(unifiedDiff('p', 'a', 'a\nb')).toBe(
      '--- a/p\n+++ b/p\n@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n',
    );
  });
});
