import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import lexicon from '../../build/data/lexicon.json' with { type: 'json' };
import { type CompiledPhrase, makePhrases, type Pattern } from '../../src/data/phrases.js';
import { builtInRules } from '../../src/data/rules.js';
import { parseDocument } from '../../src/document/document.js';
import type { Range } from '../../src/document/types.js';
import { compilePhraseList } from '../../src/phrase/list.js';

const terms = { we: ['we', 'our (app|site)'], optional: ['(very)? soon'] };

const lists: readonly (readonly string[])[] = [
  ['do not sell', 'sell*', "don't"],
  ['e-mail*', 'email address'],
  ['{we} ...0-3 collect', '(the|a)? policy', '# days'],
  ['^ yes', '^ ...0-2 no', 'no $'],
  [', but', 'but'],
  ['behavio(u)?r', 'organi(s|z)ation'],
  ['...0-2 data', '{optional}'],
  ["'quoted'", 'customer*', 'l.l.c.'],
];

const texts = [
  'we do not sell e-mail addresses, but our app may sell an email address or e mail.',
  "don't: we don't collect data for 30 days, yes no",
  'yes, the policy of the organization and behavior of customers',
  "no 'quoted' customer's data very soon, soon but l.l.c. no",
  'our site never did collect a_policy or un-sell the_email',
  '',
];

describe('makePhrases', () => {
  const cases = lists.flatMap((list) => texts.map((text) => [list, text] as const));
  it.each(cases)('finds what one expression finds: %j in %j', (list, text) => {
    const phrases = compilePhraseList(list, terms);
    const pattern = makePhrases(phrases);
    const expected = oneExpression(phrases);
    expect(pattern.all(text)).toEqual(expected.all(text));
    expect(pattern.test(text)).toBe(expected.test(text));
    for (let from = 0; from <= text.length; from += 3) expect(pattern.find(text, from)).toEqual(expected.find(text, from));
  });

  it('takes the earlier of two phrases at one place', () => {
    const pattern = makePhrases(compilePhraseList(['personal data', 'personal data of yours'], {}));
    expect(pattern.find('personal data of yours')).toEqual({ start: 0, end: 13 });
  });

  it('files phrases under the words that they may begin with', () => {
    expect(compilePhraseList(['e-mail'], {})[0]?.[1]).toBe('e email*');
    expect(compilePhraseList(['(the|a)? policy'], {})[0]?.[1]).toBe('the a policy');
    expect(compilePhraseList(['...0-2 data'], {})[0]?.[1]).toBe('');
    expect(compilePhraseList(["don't"], {})[0]?.[1]).toBe('don');
  });

  it('names the words that every match holds', () => {
    const required = (phrase: string): readonly string[] => compilePhraseList([phrase], terms)[0]?.slice(2) ?? [];
    expect(required('{we} ...0-3 collect')).toEqual(['collect']);
    expect(required('third-party cookie*')).toEqual(['cookie*']);
    expect(required('organi(s|z)ation ...3 (consent*|agree|consents)')).toEqual(['organi*', 'agree consent*']);
    expect(required('(very)? # days')).toEqual(['days']);
    expect(required('(now)? #')).toEqual([]);
  });
});

describe('over real texts', async () => {
  const folder = new URL('../../fixtures/seeds/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  const documents = await Promise.all(files.map((name) => parseDocument(readFileSync(new URL(name, folder), 'utf8'), { path: name })));
  const texts = documents.flatMap(({ sentences }) => sentences.map(({ lower }) => lower)).filter((_, index) => index % 2 === 0);
  const lists = [...listsIn(lexicon.kinds), ...listsIn(builtInRules)].map((phrases) => [phrases[0]?.[0], phrases] as const);

  it('there is something to try', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(lists.length).toBeGreaterThan(500);
  });
  it.each(lists)('finds what one expression finds: %s', (_, phrases) => {
    const pattern = makePhrases(phrases);
    const expected = oneExpression(phrases);
    expect(texts.filter((text) => pattern.find(text)?.start !== expected.find(text)?.start)).toEqual([]);
  });
});

/** All phrases as one expression, as slow as it is simple. */
function oneExpression(phrases: readonly CompiledPhrase[]): Pick<Pattern, 'test' | 'find' | 'all'> {
  const expression = new RegExp(phrases.map(([source]) => source).join('|'), 'g');
  const find = (lower: string, from = 0): Range | null => {
    expression.lastIndex = from;
    const match = expression.exec(lower);
    return match ? { start: match.index, end: match.index + match[0].length } : null;
  };
  const all = (lower: string): Range[] => {
    const ranges: Range[] = [];
    for (let next = find(lower); next; next = find(lower, Math.max(next.end, next.start + 1))) ranges.push(next);
    return ranges;
  };
  return { test: (lower) => find(lower) !== null, find, all };
}

/** Every list of phrases, wherever it stands. */
function listsIn(node: unknown): readonly (readonly CompiledPhrase[])[] {
  if (typeof node !== 'object' || node === null) return [];
  return isList(node) ? [node] : Object.values(node).flatMap(listsIn);
}

const isList = (node: object): node is readonly CompiledPhrase[] => Array.isArray(node) && node.length > 0 && node.every(isStrings);
const isStrings = (entry: unknown): boolean => Array.isArray(entry) && entry.length > 1 && entry.every((part) => typeof part === 'string');
