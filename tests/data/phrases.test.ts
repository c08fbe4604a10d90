import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import expressions from '../../build/data/expressions.json' with { type: 'json' };
import { type CompiledPhrase, makePhrases, type Pattern } from '../../src/data/phrases.js';
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
  ['(sign|log)-(in|up)', '(sentry|google analytics).io'],
  ['(€|über|# eur) (of)? #', '\\(at\\)', '@', '\\* no'],
  ['third-party (analytics|cookie*) , data', 'third party', 'do (not|never)? track*'],
  ['# (calendar)? days', "user's data", '(www.)?shop.com'],
];

const texts = [
  'we do not sell e-mail addresses, but our app may sell an email address or e mail.',
  "don't: we don't collect data for 30 days, yes no",
  'yes, the policy of the organization and behavior of customers',
  "no 'quoted' customer's data very soon, soon but l.l.c. no",
  'our site never did collect a_policy or un-sell the_email',
  'sign-in or sign up, log in via sentry.io or google analytics.io, blog-in no',
  'you(at)me.com pay € 1,000 über 3 or 5 eur of 20 @ 30 calendar days, * no',
  "thirdparty cookie's, data and third, party analytics, data; third-party data we do, track or do never track",
  "the user's data at www.shop.com, myshop.com or shop.com, 1.5 days, 14 days",
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
    const alone = phrases.flatMap((phrase, index) => (oneExpression([phrase]).test(text) ? [index] : []));
    expect(pattern.which(text)).toEqual(alone);
  });

  it('takes the earlier of two phrases at one place', () => {
    const pattern = makePhrases(compilePhraseList(['personal data', 'personal data of yours'], {}));
    expect(pattern.find('personal data of yours')).toEqual({ start: 0, end: 13 });
  });

  it('finds what begins at a place, and nothing before or behind it', () => {
    const pattern = makePhrases(compilePhraseList(['sell*', 'sell your', 'your data'], {}));
    const text = 'we sell your data';
    expect([0, 3, 4, 8, 13].map((start) => pattern.at(text, start))).toEqual([
      null,
      { start: 3, end: 7 },
      null,
      { start: 8, end: 17 },
      null,
    ]);
    const anyStart = makePhrases(compilePhraseList(['...0-2 data', 'your'], {}));
    expect([3, 8].map((start) => anyStart.at(text, start))).toEqual([
      { start: 3, end: 17 },
      { start: 8, end: 17 },
    ]);
  });

  it('reads a part of a text by itself', () => {
    const pattern = makePhrases(compilePhraseList(['your data', '^ sell'], {}));
    const text = 'we sell your data';
    expect(
      [
        [0, 17],
        [0, 12],
        [3, 12],
        [8, 17],
      ].map(([from = 0, to]) => pattern.testWithin(text, from, to ?? 0)),
    ).toEqual([true, false, true, true]);
    expect(pattern.testWithin('we keep it', 0, 10)).toBe(false);
  });

  it('takes the longest wording within a part of the text, however often it is asked', () => {
    const pattern = makePhrases(compilePhraseList(['name', 'name and address', 'address'], {}));
    const text = 'your name and address';
    const found = [text.length, 12, text.length].map((to) => pattern.longest(text, 0, to));
    expect(found[0]).toEqual([{ start: 5, end: 21, phrase: 1 }]);
    expect(found[1]).toEqual([{ start: 5, end: 9, phrase: 0 }]);
    expect(found[2]).toEqual(found[0]);
    expect(pattern.longest(text, 6, text.length)).toEqual([{ start: 14, end: 21, phrase: 2 }]);
  });

  it('files phrases under the words that they may begin with', () => {
    expect(compilePhraseList(['e-mail'], {})[0]?.[1]).toBe('e email*');
    expect(compilePhraseList(['(the|a)? policy'], {})[0]?.[1]).toBe('the a policy');
    expect(compilePhraseList(['...0-2 data'], {})[0]?.[1]).toBe('');
    expect(compilePhraseList(["don't"], {})[0]?.[1]).toBe('don');
  });

  it('files phrases under signs, digits and the beginnings of words with a group in them', () => {
    const first = (phrase: string): string | undefined => compilePhraseList([phrase], terms)[0]?.[1];
    expect(first('\\(at\\)')).toBe('(');
    expect(first('(€|über) #')).toBe('€ ü');
    expect(first('# days')).toBe('0* 1* 2* 3* 4* 5* 6* 7* 8* 9*');
    expect(first('(sign|log)-in')).toBe('sign* log*');
    expect(first('(www.)?example')).toBe('');
    expect(first('\\*')).toBe('');
  });

  it('knows the words that may come next', () => {
    const second = (phrase: string): string | undefined => compilePhraseList([phrase], terms)[0]?.[2];
    expect(second('do (not|never)? sell')).toBe('never not sell');
    expect(second('(we|our site) collect*')).toBe('collect* site');
    expect(second('cookie* (policy)? page')).toBe("' page policy");
    expect(second('third-party data')).toBe('- data party*');
    expect(second("don't sell")).toBe("'");
    expect(second('we ... sell')).toBe('');
    expect(second('sell')).toBe('');
    expect(second('# days')).toBe('. 0* 1* 2* 3* 4* 5* 6* 7* 8* 9* days');
  });

  it('names the words that every match holds', () => {
    const required = (phrase: string): readonly string[] => (compilePhraseList([phrase], terms)[0]?.slice(3) ?? []).map(String);
    expect(required('{we} ...0-3 collect')).toEqual(['collect']);
    expect(required('third-party cookie*')).toEqual(['cookie*']);
    expect(required('organi(s|z)ation ...3 (consent*|agree|consents)')).toEqual(['organi*', 'agree consent*']);
    expect(required('(very)? # days')[0]).toBe('days');
    expect(required('(now)? #')).toEqual(['0* 1* 2* 3* 4* 5* 6* 7* 8* 9*']);
    expect(required('(now)? ...0-2 $')).toEqual([]);
  });
});

describe('over real texts', async () => {
  const folder = new URL('../../fixtures/seeds/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  const documents = await Promise.all(files.map((name) => parseDocument(readFileSync(new URL(name, folder), 'utf8'), { path: name })));
  const texts = documents.flatMap(({ sentences }) => sentences.map(({ lower }) => lower)).filter((_, index) => index % 2 === 0);
  const lists = expressions.map((sources, list) => [list, sources.map((source): CompiledPhrase => [source, ''])] as const);

  it('there is something to try', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(lists.length).toBeGreaterThan(500);
  });
  it.each(lists)('a list that the build filed finds what one expression finds: %s', (list, phrases) => {
    const pattern = makePhrases({ list });
    const expected = oneExpression(phrases);
    expect(texts.filter((text) => pattern.find(text)?.start !== expected.find(text)?.start)).toEqual([]);
  });
  it('a list made since is found beside them, in texts read before, too', () => {
    const text = 'we sell no data to brokers of wombats';
    const known = makePhrases(compilePhraseList(['data'], {}));
    expect(known.find(text)).toEqual({ start: 11, end: 15 });
    expect(makePhrases(compilePhraseList(['wombat*'], {})).find(text)).toEqual({ start: 30, end: 37 });
    expect(known.find(text)).toEqual({ start: 11, end: 15 });
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
