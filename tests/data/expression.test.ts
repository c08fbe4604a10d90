import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileCues } from '../../scripts/compile-cues.js';
import { type Expression, expression } from '../../src/data/expression.js';
import { lexicon } from '../../src/data/lexicon.js';

const CALL = /\bexpression\(\s*'([\w-]+)'(?:,\s*'([a-z]+)')?,?\s*\)`((?:[^`\\]|\\.)*)`/g;
const HOLE = /\$\{'([\w/-]+)'\}/;

const src = fileURLToPath(new URL('../../src', import.meta.url));

describe('an expression with wording of the lexicon', () => {
  test('holds the words between its signs', () => {
    const made = expression('sentences', 'i')`^${'counted-part'}\. ?(\d)`();
    expect(made.exec('Sec. 4 of the act')?.[1]).toBe('4');
    expect(made.test('Security. 4')).toBe(false);
    expect(made.flags).toBe('i');
  });

  test('is the same whenever it is asked for, and may take words of another file', () => {
    const ask = expression('sentences')`${'layout/page'} ${'counted-part'}`;
    expect(ask()).toBe(ask());
    expect(ask().test('page no')).toBe(true);
  });

  test('is not built for a text without what it needs', () => {
    const ask = expression('sentences', 'i', '~**\bsec\bart')`^${'counted-part'}\. ?(\d)`;
    const nothing = ask('Privacy 4');
    expect(nothing.test('Sec. 4')).toBe(false);
    expect(ask.test('Privacy 4')).toBe(false);
    expect(ask.exec('SEC. 4')?.[1]).toBe('4');
    expect(ask('Privacy 4')).toBe(ask());
    expect(ask()).not.toBe(nothing);
  });

  test('says which file lacks a name', () => {
    expect(() => expression('layout')`${'nowhere'}`()).toThrow('rules/lexicon/en/layout.yaml has no cue "nowhere"');
    expect(() => lexicon('layout').words('nowhere')).toThrow('has no list of words "nowhere"');
  });

  // A name that is not there would be said when a text first asks for it; here it is said before.
  const asked = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('expression.ts'))
    .flatMap((name) =>
      [...readFileSync(join(src, name), 'utf8').matchAll(CALL)].map(([whole, file = '', flags = '', body = '']) => ({
        name,
        whole,
        file,
        flags,
        body,
      })),
    );

  const make = ({ file, flags, body }: (typeof asked)[number]): Expression => {
    const names = [...body.matchAll(new RegExp(HOLE, 'g'))].map((match) => match[1] ?? '');
    const raw = body.split(HOLE).filter((_, index) => index % 2 === 0);
    const parts: TemplateStringsArray = Object.assign([...raw], { raw });
    return expression(file, flags)(parts, ...names);
  };

  test('can be made wherever one stands in the code', () => {
    expect(asked.length).toBeGreaterThan(15);
    for (const call of asked) expect(() => make(call)(), call.whole).not.toThrow();
  });
});

describe('a cue', () => {
  const one = (list: readonly string[], letters: 'small' | 'as-written' = 'small'): RegExp => {
    const [entry] = compileCues({ small: {}, 'as-written': {}, [letters]: { name: list } }, { we: ['we', 'our team'] });
    return new RegExp(entry?.[1] ?? '');
  };

  test('is any of its phrases, whole words only', () => {
    expect(one(['{we}', 'us']).exec('trust our team')?.[0]).toBe('our team');
    expect(one(['us']).test('trust')).toBe(false);
    expect(one(['u\\.s', 'us']).exec('the u.s')?.[0]).toBe('u.s');
  });

  test('asks once for a boundary that all its phrases have', () => {
    expect(one(['we', 'us']).source).toBe('(?:\\b(?:we|us)\\b)');
    expect(one(['we', '©']).source).toBe('(?:\\bwe\\b|©)');
    expect(one(['sell*', 'rent*']).source).toBe("(?:\\b(?:sell[\\w']{0,24}|rent[\\w']{0,24}))");
    expect(one(['(is|are)? (sold|lent)', 'rent*', 'we (all)?', 'us']).source).toBe(
      "(?:\\b(?:(?:(?:is|are),? )?(?:\\bsold|\\blent)\\b|rent[\\w']{0,24}|(?:we(?:,? (?:all))?|us)\\b))",
    );
    // What is left out of a word leaves no boundary.
    expect(one(['(e)?mail', 'post(al)?']).test('email')).toBe(true);
    expect(one(['post(al)?']).test('posted')).toBe(false);
  });

  test('keeps capitals where they count', () => {
    expect(one(['GmbH'], 'as-written').test('Beispiel GmbH')).toBe(true);
    expect(one(['GmbH'], 'as-written').test('beispiel gmbh')).toBe(false);
    expect(one(['GmbH']).test('beispiel gmbh')).toBe(true);
  });

  test('has a phrase, and a name of its own', () => {
    expect(() => one([])).toThrow('cue name: the list of phrases is empty');
    expect(() => compileCues({ small: { a: ['b'] }, 'as-written': { a: ['b'] } }, {})).toThrow(
      'cue a: it stands under "cues" and under "written"',
    );
  });
});
