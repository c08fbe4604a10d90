/**
 * Wording is data: it stands in `rules/lexicon` and in the rules, and `src/data/expression.ts` puts it into expressions. Which words of a
 * language, or lists of words, the code that reads policies still holds, and why: more than is listed here fails, and so does less.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type SourceText, sourceTexts } from './source-texts.js';

const src = fileURLToPath(new URL('../src', import.meta.url));
const FOLDERS = ['document', 'claims', 'rules', 'compare'];

/** Words of formats and addresses, not of a language. */
const TECHNICAL = new Set(['http', 'https', 'www', 'mailto', 'tel']);

/** Words that an expression holds, outside of classes, escapes and the names of its groups. */
function wordsOf(expression: string): string[] {
  const bare = expression
    .replace(/\\[pP]\{[^}]*\}|\\\\?(?:u\{?[\da-f]{4,6}\}?|.)/gi, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\(\?<[a-z]\w*>/gi, ' ');
  return (bare.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !TECHNICAL.has(word.toLowerCase()));
}

/** Strings and templates that become expressions. */
const isExpression = ({ kind, text, start }: SourceText, source: string): boolean =>
  kind === 'expression' ||
  /\\[bwd]|\(\?[:!=<]|\)\?/.test(text) ||
  /\bexpression\([^)]*\)$/.test(source.slice(Math.max(0, start - 60), start));

/** Lists of words: in one string, or strings side by side. */
function wordLists(texts: readonly SourceText[], source: string): SourceText[] {
  const strings = texts.filter(({ kind }) => kind === 'string');
  const inOne = strings.filter(({ text }) => /^[a-z']+(?: [a-z'.]+){7,}$/.test(text));
  const runs: SourceText[][] = [];
  let end = -1;
  for (const text of strings) {
    if (end >= 0 && /^\s*,\s*$/.test(source.slice(end, text.start))) runs.at(-1)?.push(text);
    else runs.push([text]);
    end = text.start + text.text.length + 2;
  }
  return [
    ...inOne,
    ...runs
      .filter((run) => run.length >= 4 && run.filter(({ text }) => /^[a-z' ]+$/.test(text)).length >= 4)
      .flatMap((run) => run.slice(0, 1)),
  ];
}

/** Formats and names in the code: no wording. */
const STAYS: Readonly<Record<string, readonly [count: number, reason: string]>> = {
  'claims/apparatus.ts': [4, 'kinds of claims, JavaScript'],
  'claims/retention-cues.ts': [1, 'names of groups of patterns'],
  'claims/scope.ts': [2, 'names of scope'],
  'claims/self.ts': [1, 'endings of addresses'],
  'compare/beside-tests.ts': [1, 'keys of store labels'],
  'compare/direction.ts': [1, 'kinds of claims'],
  'rules/overlap.ts': [2, 'names of scope'],
  'rules/regimes.ts': [1, 'names of regimes'],
  'rules/unread-rights.ts': [1, 'names of rights, as claims give them'],
  'rules/structure/broken-link.ts': [2, 'endings of addresses; "[email protected]", which Cloudflare writes'],
  'rules/structure/broken-reference.ts': [1, 'attributes of HTML'],
  'rules/structure/missing-target.ts': [1, 'endings of files'],
  'rules/structure/mojibake.ts': [1, 'an entity of HTML'],
  'rules/structure/placeholder.ts': [5, 'marks of programmers, JavaScript, "[email protected]", which Cloudflare writes'],
  'compare/beside.ts': [16, 'names of files, and keys in them'],
  'document/align.ts': [1, 'an entity of HTML'],
  'document/bullets.ts': [1, 'a class of Unicode'],
  'document/elements.ts': [2, 'elements of HTML'],
  'document/format.ts': [3, 'elements of HTML, statements of MDX'],
  'document/html-attributes.ts': [1, 'properties of CSS'],
  'document/html-names.ts': [5, 'elements of HTML'],
  'document/html-visibility.ts': [1, 'properties of CSS'],
  'document/labels.ts': [1, '"[at]" in an e-mail address'],
  'document/mask.ts': [2, 'statements of MDX'],
};

/** Wording that is still to become data: of one kind of claim each. */
const STILL_IN_CODE: typeof STAYS = {
  'claims/contact-channels.ts': [14, 'names of companies and people, and signs around them'],
  'claims/contact-others.ts': [7, 'names of companies and people, and signs around them'],
  'claims/contact.ts': [6, 'names of companies and people, and signs around them'],
  'claims/controller-definitions.ts': [6, 'names of companies and people, and signs around them'],
  'claims/controller-evidence.ts': [20, 'names of companies and people, and signs around them'],
  'claims/controller-found.ts': [3, 'names of companies and people, and signs around them'],
  'claims/controller-introduction.ts': [26, 'names of companies and people, and signs around them'],
  'claims/controller-passing.ts': [8, 'names of companies and people, and signs around them'],
  'claims/dpo.ts': [4, 'names of companies and people, and signs around them'],
  'claims/email.ts': [7, 'names of companies and people, and signs around them'],
  'claims/names.ts': [18, 'names of companies and people, and signs around them'],
  'claims/postal-lines.ts': [3, 'names of companies and people, and signs around them'],
  'claims/postal.ts': [8, 'names of companies and people, and signs around them'],
  'claims/unlisted-names.ts': [1, 'endings of ordinary words'],
  'claims/unlisted.ts': [9, 'names of companies and people, and signs around them'],
  'claims/vendor-context.ts': [7, 'names of companies and people, and signs around them'],
  'claims/dates.ts': [5, 'figures and dates between words'],
  'claims/clause.ts': [1, 'what stands beside a verb or a thing'],
  'claims/legal-basis.ts': [2, 'figures and dates between words'],
  'claims/number-words.ts': [1, 'figures and dates between words'],
  'claims/retention-periods.ts': [8, 'figures and dates between words'],
  'claims/cookie.ts': [9, 'what stands beside a verb or a thing'],
  'claims/data-act.ts': [21, 'what stands beside a verb or a thing'],
  'claims/data-category.ts': [6, 'what stands beside a verb or a thing'],
  'claims/data-entry.ts': [5, 'what stands beside a verb or a thing'],
  'claims/data-mentions.ts': [5, 'what stands beside a verb or a thing'],
  'claims/data-object.ts': [9, 'what stands beside a verb or a thing'],
  'claims/marketing.ts': [1, 'what stands beside a verb or a thing'],
  'claims/passage.ts': [6, 'what stands beside a verb or a thing'],
  'claims/purpose-mentions.ts': [12, 'what stands beside a verb or a thing'],
  'claims/purpose.ts': [4, 'what stands beside a verb or a thing'],
  'claims/right.ts': [1, 'what stands beside a verb or a thing'],
  'claims/security.ts': [4, 'what stands beside a verb or a thing'],
  'claims/sharing-recipients.ts': [7, 'what stands beside a verb or a thing'],
  'claims/sharing.ts': [7, 'what stands beside a verb or a thing'],
};

const found = Object.fromEntries(
  FOLDERS.flatMap((folder) => readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => {
      const source = readFileSync(join(src, name), 'utf8');
      const texts = sourceTexts(source);
      const expressions = texts.filter((text) => isExpression(text, source) && wordsOf(text.text).length > 0);
      return [name, [...expressions, ...wordLists(texts, source)].map(({ line, text }) => `${line}: ${text}`)] as const;
    })
    .filter(([, list]) => list.length > 0),
);

describe('wording in code', () => {
  it('is what is listed', () => {
    const listed = { ...STAYS, ...STILL_IN_CODE };
    const wrong = [...new Set([...Object.keys(found), ...Object.keys(listed)])]
      .map((name) => [name, found[name] ?? [], listed[name]?.[0] ?? 0] as const)
      .filter(([, list, count]) => list.length !== count)
      .map(([name, list, count]) => [`src/${name}: ${list.length} where ${count} are listed`, ...list].join('\n  '));
    expect(wrong).toEqual([]);
  });

  it('is found: in an expression, a template, a list', () => {
    const seen = (source: string): number => {
      const texts = sourceTexts(source);
      return texts.filter((text) => isExpression(text, source) && wordsOf(text.text).length > 0).length + wordLists(texts, source).length;
    };
    expect(seen('const A = /\\b(?:we|our)\\b/;')).toBe(1);
    expect(seen("const A = expression('x')`^$_not`;".replace('_', "{'name'} "))).toBe(1);
    expect(seen("const A = ['with', 'from', 'into', 'about'];")).toBe(1);
    expect(seen("const A = 'with from into about your their this that'.split(' ');")).toBe(1);
    expect(seen("const A = expression('x')`^[a-z]{2,5}\\.?$`; // the words\nconst b = c / d > 1 && /[^\\s'/]+\\b/.test(e);")).toBe(0);
  });
});
