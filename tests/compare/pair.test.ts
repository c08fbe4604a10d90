/** Versions of the seeds: edits of form change nothing, planted edits are told by kind. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Change, compareClaims } from '../../src/compare/pair.js';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';

const SEEDS = 'fixtures/seeds';
const set = { ...loadRules(), rules: [] };
const changesBetween = async (old: string, fresh: string): Promise<Change[]> =>
  compareClaims(await lint(old, { path: 'a.md' }, set), await lint(fresh, { path: 'a.md' }, set));
const names = async (old: string, fresh: string): Promise<string[]> =>
  (await changesBetween(old, fresh)).map(({ type, before, after }) => `${type} ${(after ?? before)?.kind}`);

describe.each(readdirSync(SEEDS))('formatting of %s', (name) => {
  const text = readFileSync(join(SEEDS, name), 'utf8');
  test.each([
    ['spaces at the ends of lines', text.replace(/$/gm, '  ')],
    ['two blank lines', text.replace(/\n\n/g, '\n\n\n')],
    ['CRLF', text.replace(/\n/g, '\r\n')],
    ['a line break at the end', `${text}\n\n`],
    ['stars for bullets', text.replace(/^(\s*)- /gm, '$1* ')],
  ])('%s', async (_, edited) => {
    expect(await names(text, edited)).toEqual([]);
  });
});

const POLICY = `# Privacy Policy

Last updated: 2 March 2025.

## What we keep

Server logs are deleted after 30 days. We do not sell your data.

## Who receives data

We use Stripe for payments.

## Your rights

- You have the right to access your data.
- You have the right to erasure of your data.

You must be at least 16 years old to use the service. We answer requests within 14 days.
`;

describe('planted edits', () => {
  test.each([
    ['30 days', '90 days', ['weakened retention']],
    ['30 days', '7 days', ['strengthened retention']],
    ['We do not sell your data.', 'We sell your data.', ['weakened sale']],
    ['We use Stripe for payments.', 'We use Stripe for payments and Mailgun for e-mail.', ['added processor']],
    ['- You have the right to erasure of your data.\n', '', ['removed right']],
    ['at least 16', 'at least 13', ['weakened minimum-age']],
    ['within 14 days', 'within 30 days', ['weakened response-time']],
    ['within 30 days', 'within 30 days', []],
    ['2 March 2025', '5 May 2026', ['changed effective-date']],
  ])('%s → %s', async (from, to, expected) => {
    expect(await names(POLICY, POLICY.replace(from, to))).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(await names(POLICY, POLICY.replace(from, to))).toEqual([]);
  });

  test('sections in another order change nothing', async () => {
    const [head = '', keep = '', who = '', rights = ''] = POLICY.split(/(?=^## )/m);
    expect(await names(POLICY, head + rights + who + keep)).toEqual([]);
  });
});

describe('a sentence that was edited is one change', () => {
  test('where its old value stands elsewhere as well', async () => {
    const old = 'We do not knowingly collect data from children under 13.\n\nNobody under the age of 13 may open an account with us.\n';
    expect(await names(old, old.replace('age of 13', 'age of 11'))).toEqual(['weakened minimum-age']);
  });

  test('where its subject is read from other words', async () => {
    const old = 'We will retain the Collected Items for up to 24 months and may store them in aggregate thereafter.\n';
    expect(await names(old, old.replace('24 months', '72 months'))).toContain('weakened retention');
    expect(await names(old, old.replace('24 months', '72 months'))).not.toContain('removed retention');
  });

  test('but another sentence on the like matter is new', async () => {
    const old = 'Server logs are deleted after 30 days.\n';
    const found = await names(old, `${old}\nInvoices are deleted after ten years.\n`);
    expect(found).toContain('added retention');
    expect(found.filter((change) => change.startsWith('weakened') || change.startsWith('removed'))).toEqual([]);
  });
});
