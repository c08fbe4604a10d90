import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Gated, mayMatch } from '../../src/data/gated.js';

interface Needed {
  at: 'start' | 'end' | 'anywhere';
  pieces: string[];
}
interface Found {
  source: string;
  flags?: string;
}
const { neededText }: { neededText: (source: string, flags: string) => Needed | null } = await import(
  new URL('../../scripts/needed-text.mjs', import.meta.url).href
);
const {
  gated,
  expressionsIn,
}: {
  gated: (code: string, path: string) => string;
  expressionsIn: (code: string, path: string) => { literals: Found[]; tagged: Found[] };
} = await import(new URL('../../scripts/gate-expressions.mjs', import.meta.url).href);

const src = fileURLToPath(new URL('../../src', import.meta.url));
const seeds = fileURLToPath(new URL('../../fixtures/seeds', import.meta.url));
const told = ({ at, pieces }: Needed, flags: string): string => {
  const [asWritten, small] = { start: '^<', end: '$>', anywhere: '*~' }[at];
  return (flags.includes('i') ? small : asWritten) + pieces.join('\n');
};

describe('what an expression needs', () => {
  test.each<[source: string, flags: string, at: string, pieces: string[]]>([
    ['\\bfoo\\b|bar(?:x|y)+z', '', 'anywhere', ['foo', 'bar']],
    ['^(?:the |our )?it', '', 'start', ['it', 'the it', 'our it']],
    ['(?:in|via) (?:our )?$', '', 'end', ['in ', 'in our ', 'via ', 'via our ']],
    [', (?:we|you) ', '', 'anywhere', [', we ', ', you ']],
    ['[a-z]+ @[\\w.]+', '', 'anywhere', [' @']],
    ['(?<=Ltd)\\.', '', 'anywhere', ['Ltd']],
    ["you(?:'|’)?re", '', 'anywhere', ['you']],
    ['GmbH', 'i', 'anywhere', ['gmbh']],
    ['(?:ab){2,}c?', '', 'anywhere', ['ab']],
    // Where lines end, `^` is not where the text starts.
    ['^ab', 'm', 'anywhere', ['ab']],
    ['x^ab', '', 'anywhere', ['xab']],
    ['(?:^|the )data', '', 'anywhere', ['data']],
    ['^ab|cd', '', 'anywhere', ['ab', 'cd']],
    // The rare piece is chosen, and few of them.
    ['(?:a |the |any )?(?:[a-z]+ ){0,3}controller', '', 'anywhere', ['controller']],
  ])('%s %s', (source, flags, at, pieces) => {
    expect(neededText(source, flags)).toEqual({ at, pieces });
  });

  test.each([
    ['\\d{3}', ''],
    ['(?:sold)?', ''],
    ['(?:sold)*', ''],
    ['(?!sold)', ''],
    ['a', ''],
    ['sold|\\d', ''],
    ['[^s]', ''],
    ['ÜÖ', 'i'],
    ['[\\p{L}--a]', 'v'],
  ])('%s %s needs nothing in particular', (source, flags) => {
    expect(neededText(source, flags)).toBeNull();
  });
});

describe('a gated expression', () => {
  test('finds what the expression finds', () => {
    const held = new Gated('~data', '^(?:the )?data (\\w+)', 'im');
    expect(held.test('no such thing')).toBe(false);
    expect(held.exec('no such thing')).toBeNull();
    expect(held.exec('some\nThe DATA we')?.[1]).toBe('we');
    expect(held.test('data ')).toBe(false);
    expect(new Gated('*data', 'data').test('data')).toBe(true);
  });

  test('is asked no more once it was asked often', () => {
    const held = new Gated('*b', 'a');
    expect(held.test('a')).toBe(false);
    for (let i = 0; i < 1000; i++) held.test('a');
    expect(held.test('a')).toBe(true);
  });

  test.each([
    ['^', '<', 'ab c', 'c ab'],
    ['$', '>', 'c ab', 'ab c'],
    ['*', '~', 'c ab c', 'c a b'],
  ])('lets through what holds a piece: %s, in small letters %s', (asWritten, small, held, other) => {
    for (const pieces of ['xy\nab', 'ab\nxy', 'ab']) {
      expect(mayMatch(asWritten + pieces, held)).toBe(true);
      expect(mayMatch(asWritten + pieces, other)).toBe(false);
      expect(mayMatch(asWritten + pieces, held.toUpperCase())).toBe(false);
      expect(mayMatch(small + pieces, held.toUpperCase())).toBe(true);
      expect(mayMatch(small + pieces, other)).toBe(false);
    }
  });

  test('lets everything through that is not told what it needs', () => {
    expect(mayMatch('', '')).toBe(true);
    expect(mayMatch('', 'ab')).toBe(true);
  });
});

describe('the code of a module', () => {
  const [HEAD] = gated('/ab/.test(x);', 'a.ts').split('const');

  test('asks an object in place of a literal', () => {
    expect(gated('export const f = (s: string) => /\\bab"/i.test(s) || /c+\\n/.exec(s);', 'a.ts')).toBe(
      `${HEAD}const __gated0 = new __Gated("~ab\\"", "\\\\bab\\"", "i");` +
        'export const f = (s: string) => __gated0.test(s) || /c+\\n/.exec(s);',
    );
    expect(gated("const A = /ab/; export const f = (s: string) => A.test(s) ? A.exec(s) : 'A';", 'a.ts')).toBe(
      `${HEAD}const A = new __Gated("*ab", "ab"); export const f = (s: string) => A.test(s) ? A.exec(s) : 'A';`,
    );
  });

  test.each([
    'const A = /ab/g; A.test(x);',
    '/ab/y.exec(x);',
    'x.replace(/ab/, "");',
    'export const A = /ab/; A.test(x);',
    'const A = /ab/; A.test(x); export { A };',
    'const A = /ab/; A.test(x); x.split(A);',
    'const A = /ab/; A.test(x); A.source;',
    'let A = /ab/; A.test(x);',
    'function f() { const A = /ab/; return A.test(x); }',
    '/\\d+/.test(x);',
  ])('keeps %s', (code) => {
    expect(gated(code, 'a.ts')).toBe(code);
  });

  test('tells what is written with words of the lexicon what it needs', () => {
    const withCue = (call: string, name: string): string => `const A = ${call}\`\${'${name}'} \\d\`;`;
    expect(gated(withCue("expression('layout')", 'page'), 'a.ts')).toContain("expression('layout', '', \"*page \")`");
    expect(gated(withCue("expression('sentences', 'i')", 'layout/page'), 'a.ts')).toContain('\'i\', "~page ")`');
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
      return needed ? [{ source, flags, needed, built: new RegExp(source, flags) }] : [];
    });

  test('are refused only where they match nothing', () => {
    const lines = readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => readFileSync(join(seeds, name), 'utf8').split(/\n|(?<=[.;:,]) /));
    // What is asked stands beside a match: parts of sentences, with and without the space in front.
    const texts = [...new Set(lines.flatMap((line) => [line, line.toLowerCase(), ` ${line.toLowerCase()}`, `${line.toLowerCase()} `]))];
    let refused = 0;
    let matched = 0;
    for (const { source, flags, needed, built } of found) {
      const wrong = texts.filter((text) => {
        const isRefused = !mayMatch(told(needed, flags), text);
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
    for (const { flags, needed, built } of found) {
      const texts = texting(built);
      if (texts === null) continue;
      made++;
      fc.assert(
        fc.property(texts, (text) => !built.test(text) || mayMatch(told(needed, flags), text)),
        { numRuns: 20 },
      );
    }
    expect(made).toBeGreaterThan(100);
  });

  /** Null for what the generator does not know: what looks aside, boundaries, flags. */
  function texting(built: RegExp): fc.Arbitrary<string> | null {
    try {
      return fc.stringMatching(built);
    } catch {
      return null;
    }
  }
});
