import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import expressions from '../../build/data/expressions.json' with { type: 'json' };
import { parseDocument } from '../../src/document/document.js';
import { compilePhrase } from '../../src/phrase/compile.js';
import { matchAt, search } from '../../src/phrase/match.js';
import { ProgramWriter } from '../../src/phrase/program.js';

const programs = new ProgramWriter();

/** Where the matcher and the expression find something else. */
function differences(expression: string, number: number, texts: readonly string[]): unknown[] {
  const sticky = new RegExp(expression, 'y');
  const endAt = (text: string, at: number): number => {
    sticky.lastIndex = at;
    return sticky.test(text) ? sticky.lastIndex : -1;
  };
  return texts.flatMap((text) =>
    Array.from({ length: text.length + 1 }, (_, at) => [text, at, matchAt(programs, number, text, at), endAt(text, at)]).filter(
      ([, , found, expected]) => found !== expected,
    ),
  );
}

describe('a program matches what the expression of its phrase matches, from every place', () => {
  const terms = { us: ['we', 'our (app|site)'], maybe: ['(very)? soon'], day: ['#', '(calendar|working)? day(s)?'] };
  const texts = [
    'we do not sell e-mail addresses, but our app may sell an email address or e mail.',
    "don't: we don't collect, data for 30 days, very soon!",
    'yes',
    'yes.',
    "the users' cookies' and cookie-like cookiemonster's file",
    'within 1,000.5, or 30. days, 12,34,567,890,123 days and 1.',
    'organisation organization organi ation re-organisation third party third-party thirdparties',
    `we ${'x'.repeat(80)} ${'y'.repeat(81)} sell`,
    'we a b c d e sell we  sell we, sell we , sell',
    'art. 6(1)(a) of the gdpr – über € 5 @ us?',
    `cookie${'s'.repeat(30)} cookie${'s'.repeat(24)} end`,
    '',
    ' ',
  ];
  test.each([
    'do not sell',
    'cookie*',
    'cookie* end',
    'cookie*(s)? and',
    'e-mail*',
    "don't ... data",
    '{us} ...3 sell',
    '{us} ...0 sell',
    '... sell',
    '...0-2 (data|file)?',
    'within # (or # {day}|{day})',
    '# {maybe}?',
    '# #',
    'organi(s|z)ation(s)?',
    'third-part(y|ies)',
    '^ yes $',
    '^ (we|yes)? $',
    '(we|we do|we do not) sell',
    '(do|do not) (not sell|sell e-mail) addresses',
    "users' cookie*",
    '6\\(1\\)\\(a\\) of',
    '(über|€)? #',
    'soon $',
    '(for|{day}) ... (soon|very) soon',
  ])('%s', (phrase) => {
    const expression = compilePhrase(phrase, terms);
    const number = programs.add(expression);
    expect(differences(expression, number, texts)).toEqual([]);
    for (const text of texts) {
      const match = new RegExp(expression).exec(text);
      expect(search(programs, number, text, 0)).toEqual(match && { start: match.index, end: match.index + match[0].length });
    }
  });
});

test('alternatives need no group around them', () => {
  const number = programs.add('\\ba\\b|b(?:c|d)');
  expect(search(programs, number, 'ab bd a', 0)).toEqual({ start: 3, end: 5 });
  expect(search(programs, number, 'ab be a', 0)).toEqual({ start: 6, end: 7 });
});

test('what the phrase compiler does not write is refused', () => {
  for (const expression of ['a+', '(?:a', '[ab]', 'a{2}', '(?=a)', 'a.b'])
    expect(() => new ProgramWriter().add(expression), expression).toThrow();
});

test('a hostile text takes time by its length alone', () => {
  const number = programs.add(compilePhrase('... (a|aa|a*) ...25 (a|aa) ...25 b', {}));
  for (const text of ['a'.repeat(200_000), 'a '.repeat(200), 'a,'.repeat(100_000)]) expect(search(programs, number, text, 0)).toBeNull();
});

describe('over real texts', async () => {
  const folder = new URL('../../fixtures/seeds/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  const documents = await Promise.all(files.map((name) => parseDocument(readFileSync(new URL(name, folder), 'utf8'), { path: name })));
  const sentences = [...new Set(documents.flatMap((document) => document.sentences.map(({ lower }) => lower)))];
  const all = [...new Set(expressions.flat())];

  test('every phrase of the lexicon and the packs ends where its expression ends', () => {
    expect(all.length).toBeGreaterThan(5000);
    expect(sentences.length).toBeGreaterThan(200);
    let matches = 0;
    const wrong = all.flatMap((expression, index) => {
      const number = programs.add(expression);
      const anywhere = new RegExp(expression, 'g');
      // Each phrase where it matches in a third of the sentences, and in one of them at every place.
      const found = sentences.flatMap((text, place) => {
        anywhere.lastIndex = 0;
        const match = place % 3 === index % 3 ? anywhere.exec(text) : null;
        return match ? [[text, match.index, matchAt(programs, number, text, match.index), match.index + match[0].length] as const] : [];
      });
      matches += found.length;
      const here = sentences[(index * 7) % sentences.length] ?? '';
      return [...found.filter(([, , end, expected]) => end !== expected), ...differences(expression, number, [here])].map((entry) => [
        expression,
        entry,
      ]);
    });
    expect(wrong).toEqual([]);
    expect(matches).toBeGreaterThan(500);
  }, 120_000);
});
