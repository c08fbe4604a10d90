import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Gated, mayMatch } from '../../src/data/gated.js';

interface Needed {
  kind: 'pieces' | 'firsts' | 'lasts';
  pieces?: string[];
  signs?: number[];
}
interface Found {
  source: string;
  flags?: string;
}
const { neededText }: { neededText: (source: string, flags: string) => Needed[] | null } = await import(
  new URL('../../scripts/needed-text.mjs', import.meta.url).href
);
const {
  gated,
  told,
  expressionsIn,
}: {
  gated: (code: string, path: string) => string;
  told: (needed: Needed[] | null, flags: string) => string | null;
  expressionsIn: (code: string, path: string) => { literals: Found[]; tagged: Found[] };
} = await import(new URL('../../scripts/gate-expressions.mjs', import.meta.url).href);

const src = fileURLToPath(new URL('../../src', import.meta.url));
const seeds = fileURLToPath(new URL('../../fixtures/seeds', import.meta.url));

describe('what an expression needs', () => {
  test.each<[source: string, flags: string, signs: string, ...pieces: string[]]>([
    ['\\bfoo\\b|bar(?:x|y)+z', '', '-|*', 'foo', 'bar'],
    ['^(?:the |our )?it', '', '-^^^', 'it', 'the it', 'our it'],
    // Of many pieces, less is as much.
    ['(?:in|via) (?:our )?$', '', '-$$$', 'in ', 'ur ', 'ia '],
    [', (?:we|you) ', '', '-**', ', we ', ', you '],
    ['[a-z]+ @[\\w.]+', '', '-*', ' @'],
    ['(?<=Ltd)\\.', '', '-*', 'Ltd'],
    ["you(?:'|’)?re", '', '-***', 'youre', "you're", 'you’re'],
    ['GmbH', 'i', '~*', 'gmbh'],
    ['(?:ab){2,}c?', '', '-*', 'ab'],
    // Where lines end, `^` is not where the text starts.
    ['^ab', 'm', '-*', 'ab'],
    ['(?:^|the )data', '', '-^*', 'data', 'the data'],
    ['^ab|cd', '', '-^*', 'ab', 'cd'],
    // The rare piece is chosen, and few of them.
    ['(?:a |the |any )?(?:[a-z]+ ){0,3}controller', '', '-*', 'controller'],
    ['\\d{3}', '', '-#', ''],
    ['sold|\\d', '', '-*#', 'sold', ''],
    ['^(?:a|the)\\b', '', '-aa', 'a', 'the'],
    ['\\b(?:no|not)$', '', '-zz', 'no', 'not'],
    ['no\\b|\\bun', '', '-><', 'no', 'un'],
    ['^["“]', '', '-{', '"'],
    // Both must hold.
    ['^(?:we|our)\\b [a-z]*your ', '', '-*&^^', 'your ', '', 'we ', 'our '],
  ])('%s %s', (source, flags, ...parts) => {
    expect(told(neededText(source, flags), flags)?.split('\b')).toEqual(parts);
  });

  test.each([
    ['(?:sold)?', ''],
    ['(?:sold)*', ''],
    ['(?!sold)', ''],
    ['a', ''],
    ['[^s]', ''],
    ['ÜÖ', 'i'],
    ['sold', 'iu'],
    ['[\\p{L}--a]', 'v'],
  ])('%s %s needs nothing in particular', (source, flags) => {
    expect(neededText(source, flags)).toBeNull();
  });
});

describe('a gated expression', () => {
  test('finds what the expression finds', () => {
    const held = new Gated('~*\bdata', '^(?:the )?data (\\w+)', 'im');
    expect(held.test('no such thing')).toBe(false);
    expect(held.exec('no such thing')).toBeNull();
    expect(held.exec('some\nThe DATA we')?.[1]).toBe('we');
    expect(held.test('data ')).toBe(false);
    expect(new Gated('-*\bdata', 'data').test('data')).toBe(true);
  });

  test.each(['', 'g'])('stands for an expression in the methods of texts, with flags "%s"', (flags) => {
    const made = new RegExp('(\\w)b', flags);
    for (const text of ['', 'xxx', 'xbx', 'ab, cb, db', 'b']) {
      const held = new Gated('-*\bb', '(\\w)b', flags);
      expect(text.replace(held, '<$1>')).toBe(text.replace(made, '<$1>'));
      expect(text.replace(held, (found) => found.toUpperCase())).toBe(text.replace(made, (found) => found.toUpperCase()));
      expect(text.split(held)).toEqual(text.split(made));
      expect(text.split(held, 1)).toEqual(text.split(made, 1));
      expect(text.split(held, 0)).toEqual([]);
      expect(text.search(held)).toBe(text.search(made));
      expect(text.match(held)).toEqual(text.match(made));
      if (flags === 'g') expect([...text.matchAll(asExpression(held))]).toEqual([...text.matchAll(made)]);
    }
  });

  /** What is written for one stands where the other was. */
  function asExpression(held: Gated): RegExp {
    const stand: unknown = held;
    if (isExpression(stand)) return stand;
    throw new Error('neither');
  }
  function isExpression(value: unknown): value is RegExp {
    return value instanceof Gated || value instanceof RegExp;
  }

  test('is asked no more once it was asked often', () => {
    const held = new Gated('-*\bb', 'a');
    expect(held.test('a')).toBe(false);
    for (let i = 0; i < 1000; i++) held.test('a');
    expect(held.test('a')).toBe(true);
  });

  test.each<[sign: string, piece: string, held: string[], others: string[]]>([
    ['^', 'ab', ['ab c', 'abc'], ['c ab', '']],
    ['$', 'ab', ['c ab', 'cab'], ['ab c', '']],
    ['*', 'ab', ['c ab c', 'cabc'], ['c a b', '']],
    ['=', 'ab', ['ab'], ['abc', 'cab']],
    ['a', 'ab', ['ab c', 'ab', 'ab,'], ['abc', 'c ab', 'ab1', 'ab_']],
    ['z', 'ab', ['c ab', 'ab', ',ab'], ['cab', 'ab c', '1ab', '_ab']],
    ['<', 'ab', ['c ab', 'abc', 'cab abc'], ['cab', 'cab dab']],
    ['>', 'ab', ['cab', 'ab c', 'abc ab'], ['abc', 'abc abd']],
    ['|', 'ab', ['ab', 'c ab c', 'abc ab', 'cab-ab'], ['abc', 'cab', 'cab abc']],
    ['[', 'ab', ['bc', 'a'], ['cb', '€']],
    [']', 'ab', ['cb', 'a'], ['bc', '€']],
    ['{', 'ab', ['bc', '€'], ['cb']],
    ['}', 'ab', ['cb', '€'], ['bc']],
    ['#', '', ['ab1c'], ['ab', '½']],
  ])('%s asks for %s', (sign, piece, texts, others) => {
    for (const needed of [
      [`-${sign}`, piece],
      [`-*${sign}`, 'xy', piece],
      [`-${sign}*`, piece, 'xy'],
    ]) {
      for (const text of texts) expect(mayMatch(needed, text), text).toBe(true);
      for (const text of others) expect(mayMatch(needed, text), text).toBe(false);
    }
    for (const text of [...texts, ...others]) {
      const needed = [`-${sign}&*`, piece, '', 'c'];
      expect(mayMatch(needed, text), text).toBe(texts.includes(text) && text.includes('c'));
    }
  });

  test.each(['^', '$', '*', '=', 'a', 'z', '<', '>', '|'])('%s asks for pieces in small letters where it is told to', (sign) => {
    expect(mayMatch([`-${sign}`, 'ab'], 'AB')).toBe(false);
    expect(mayMatch([`~${sign}`, 'ab'], 'Ab')).toBe(true);
    expect(mayMatch([`~${sign}`, 'ab'], 'AC')).toBe(false);
    // The small letter of this one takes more room; places differ.
    expect(mayMatch([`~${sign}`, 'ab'], 'İ')).toBe(true);
  });

  test('takes the sign for a kelvin for none of a word', () => {
    expect(/\bab/i.test('\u212aab')).toBe(true);
    expect(mayMatch(['~<', 'ab'], '\u212aab')).toBe(true);
  });

  test('lets everything through that is not told what it needs', () => {
    expect(mayMatch([''], '')).toBe(true);
    expect(mayMatch([''], 'ab')).toBe(true);
  });

  test('does not look for many pieces in a whole text', () => {
    expect(mayMatch(['-*&*', 'x', '', 'y'], 'ab '.repeat(10_000))).toBe(true);
  });
});

describe('the code of a module', () => {
  const [HEAD] = gated('/abcdefghij/.test(x);', 'a.ts').split('const');

  test('asks an object in place of a literal', () => {
    expect(gated('export const f = (s: string) => /\\babcdefgh"/i.test(s) || /c+\\n/.exec(s);', 'a.ts')).toBe(
      `${HEAD}const __gated0 = new __Gated("~<\\babcdefgh\\"", "\\\\babcdefgh\\"", "i");` +
        'export const f = (s: string) => __gated0.test(s) || /c+\\n/.exec(s);',
    );
    expect(gated("const A = /abcdefghij/; export const f = (s: string) => A.test(s) ? A.exec(s) : 'A';", 'a.ts')).toBe(
      `${HEAD}const A = new __Gated("-*\\babcdefghij", "abcdefghij"); export const f = (s: string) => A.test(s) ? A.exec(s) : 'A';`,
    );
  });

  test.each(['replace', 'replaceAll', 'split', 'search', 'match', 'matchAll'])('gives it to %s', (method) => {
    expect(gated(`x.${method}(/abcdefghij/g, y);`, 'a.ts')).toBe(
      `${HEAD}const __gated0 = new __Gated("-*\\babcdefghij", "abcdefghij", "g");x.${method}(__gated0, y);`,
    );
    expect(gated(`const A = /abcdefghij/g; x.${method}(A, y);`, 'a.ts')).toBe(
      `${HEAD}const A = new __Gated("-*\\babcdefghij", "abcdefghij", "g"); x.${method}(A, y);`,
    );
  });

  test.each([
    'const A = /abcdefghij/g; A.test(x);',
    'const A = /abcdefghij/g; A.test(x); x.replace(A, y);',
    '/abcdefghij/g.test(x);',
    '/abcdefghij/y.exec(x);',
    'x.replace(/abcdefghij/y, "");',
    'x.other(/abcdefghij/);',
    'x.replace(y, /abcdefghij/);',
    'export const A = /abcdefghij/; A.test(x);',
    'const A = /abcdefghij/; A.test(x); export { A };',
    'const A = /abcdefghij/; A.test(x); f(A);',
    'const A = /abcdefghij/; A.test(x); A.source;',
    'let A = /abcdefghij/; A.test(x);',
    'function f() { const A = /abcdefghij/; return A.test(x); }',
    '/[^a][^b]/.test(x);',
    '/abc/.test(x);',
  ])('keeps %s', (code) => {
    expect(gated(code, 'a.ts')).toBe(code);
  });

  test('tells what is written with words of the lexicon what it needs', () => {
    const withCue = (call: string, name: string): string => `const A = ${call}\`\${'${name}'} \\d\`;`;
    expect(gated(withCue("expression('layout')", 'page'), 'a.ts')).toContain("expression('layout', '', \"-<\\bpage \")`");
    expect(gated(withCue("expression('sentences', 'i')", 'layout/page'), 'a.ts')).toContain('\'i\', "~<\\bpage ")`');
    expect(() => gated(withCue("expression('layout')", 'nowhere'), 'a.ts')).toThrow('layout.yaml has no cue "nowhere"');
  });
});

describe('the expressions of this program', () => {
  const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const { literals, tagged } = expressionsIn(readFileSync(join(src, name), 'utf8'), name);
      return [...literals, ...tagged];
    })
    .flatMap(({ source, flags = '' }) => {
      const needed = neededText(source, flags);
      const lines = told(needed, flags)?.split('\b');
      return lines ? [{ source, flags, lines, built: new RegExp(source, flags.replace('g', '')) }] : [];
    });

  test('are refused only where they match nothing', () => {
    const lines = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => readFileSync(join(seeds, name), 'utf8').split(/\n|(?<=[.;:,]) /));
    // What is asked stands beside a match: parts of sentences, with and without the space in front.
    const texts = [...new Set(lines.flatMap((line) => [line, line.toLowerCase(), ` ${line.toLowerCase()}`, `${line.toLowerCase()} `]))];
    let refused = 0;
    let matched = 0;
    for (const { source, lines: needed, built } of found) {
      const wrong = texts.filter((text) => {
        const isRefused = !mayMatch(needed, text);
        const matches = built.test(text);
        refused += isRefused ? 1 : 0;
        matched += matches ? 1 : 0;
        return isRefused && matches;
      });
      expect(wrong, source).toEqual([]);
    }
    expect(found.length).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(matched);
    expect(matched).toBeGreaterThan(1000);
  });

  test('match no text without what they need', () => {
    let made = 0;
    for (const { source, flags, lines: needed, built } of found) {
      const texts = texting(source, flags);
      if (texts === null) continue;
      made++;
      fc.assert(
        fc.property(texts, (text) => !built.test(text) || mayMatch(needed, text)),
        { numRuns: 40 },
      );
    }
    expect(made).toBeGreaterThan(500);
  });

  /** Null for what the generator does not know: what looks behind, some flags. */
  function texting(source: string, flags: string): fc.Arbitrary<string> | null {
    try {
      const known = new RegExp(source.replace(/\\b/g, ''), flags.replace(/[gi]/g, ''));
      const matching = fc.stringMatching(known);
      return fc.oneof(
        matching,
        fc.tuple(fc.constantFrom('', ' ', 'a', 'ab '), matching, fc.constantFrom('', ' ', 's', ' and')).map((parts) => parts.join('')),
      );
    } catch {
      return null;
    }
  }
});
