/** The examples of the rules between documents of one folder, in both directions. */
import { describe, expect, test } from 'vitest';
import { type BesideFile, isBeside } from '../../src/compare/beside.js';
import { besideTests } from '../../src/compare/beside-tests.js';
import { withFolderFindings } from '../../src/compare/folder.js';
import { folderTests } from '../../src/compare/folder-tests.js';
import { translationTests } from '../../src/compare/translation-tests.js';
import { ruleDocs } from '../../src/data/rule-docs.js';
import { builtInRules } from '../../src/data/rules.js';
import { lint } from '../../src/lint.js';
import { type DocumentView, documentView } from '../../src/report/view.js';
import { loadRules } from '../../src/rules/load.js';
import type { Example, Rule } from '../../src/rules/types.js';

const between = (what: string): Rule[] => builtInRules.filter(({ check }) => check.compare?.between === what);
const rules = [...between('documents'), ...between('translations'), ...between('project')];

async function views(documents: Readonly<Record<string, string>>): Promise<DocumentView[]> {
  const set = { ...loadRules(), rules: [] };
  const linted = Object.entries(documents)
    .filter(([path]) => !isBeside(path))
    .map(async ([path, text]) => documentView(await lint(text, { path }, set), path));
  return Promise.all(linted);
}

async function found(rule: Rule, example: Example): Promise<number> {
  if (typeof example === 'string' || !example.documents) throw new Error(`${rule.id}: an example has "documents"`);
  const beside: BesideFile[] = Object.entries(example.documents).flatMap(([path, content]) => (isBeside(path) ? [{ path, content }] : []));
  return withFolderFindings(await views(example.documents), [rule], () => beside).flatMap(({ findings }) => findings).length;
}

test('every test between documents has a rule', () => {
  const testsOf = (what: string): Set<string | undefined> => new Set(between(what).map(({ check }) => check.compare?.test));
  expect(testsOf('documents')).toEqual(new Set(Object.keys(folderTests)));
  expect(testsOf('project')).toEqual(new Set(Object.keys(besideTests)));
  expect(testsOf('translations')).toEqual(new Set(Object.keys(translationTests)));
});

for (const rule of rules) {
  const { fail = [], pass = [] } = ruleDocs.get(rule.id)?.examples ?? {};
  describe(rule.id, () => {
    test.each(fail.map((example) => [JSON.stringify(example), example] as const))('finds: %s', async (_, example) => {
      expect(await found(rule, example)).toBeGreaterThan(0);
    });
    test.each(pass.map((example) => [JSON.stringify(example), example] as const))('is silent on: %s', async (_, example) => {
      expect(await found(rule, example)).toBe(0);
    });
  });
}

const CONFLICT = {
  a: 'Write to privacy@acme.example. Server logs are deleted after 30 days.',
  b: 'Write to help@other.example. Server logs are deleted after 90 days.',
};

test.each([
  ['other companies', { 'x/privacy.md': `# Privacy Policy\n\n${CONFLICT.a}`, 'x/cookies.md': `# Cookie Policy\n\n${CONFLICT.b}` }],
  [
    'other folders',
    { 'x/privacy.md': `# Privacy Policy\n\n${CONFLICT.a}`, 'y/cookies.md': `# Cookie Policy\n\n${CONFLICT.b.replace('other', 'acme')}` },
  ],
])('%s are not compared', async (_, documents) => {
  const all = withFolderFindings(await views(documents), rules);
  expect(all.flatMap(({ findings }) => findings)).toEqual([]);
});
