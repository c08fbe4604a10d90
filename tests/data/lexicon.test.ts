import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lexicon } from '../../src/data/lexicon.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'rules', 'lexicon', 'en');
/** Files with a format of their own. */
const RAW = ['numbers.yaml', 'topics.yaml'];
const words = lexicon('right');

describe('a group of patterns', () => {
  const text = 'you have the right of access and the right to erasure.';

  test('of a text holds those that match it, in the order of the file, and not all', () => {
    const all = words.values('named');
    const possible = words.values('named', text);
    const matching = all.filter(([, pattern]) => pattern.test(text));
    expect(matching.map(([name]) => name)).toEqual(expect.arrayContaining(['access', 'erasure']));
    expect(possible.filter(([, pattern]) => pattern.test(text))).toEqual(matching);
    expect(possible.length).toBeLessThan(all.length);
  });

  test('that is not there is said', () => {
    expect(() => words.values('nowhere')).toThrow('rules/lexicon/en/right.yaml has no group "nowhere"');
    expect(() => words.pattern('nowhere')).toThrow('has no pattern "nowhere"');
    expect(() => lexicon('nowhere')).toThrow('no lexicon file');
  });
});

describe('what rules/lexicon/en holds is asked for', () => {
  const names = readdirSync(folder).filter((name) => !RAW.includes(name));
  const code = ['src', 'scripts']
    .flatMap((part) => readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).map((name) => join(root, part, name)))
    .filter((path) => /\.(?:ts|mjs)$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const wording = yamlBelow(join(root, 'rules')).join('\n');

  test.each(names)('%s', (name) => {
    const {
      patterns = {},
      terms = {},
      cues = {},
      written = {},
      words: lists = {},
    }: Wording = parse(readFileSync(join(folder, name), 'utf8'), { merge: true });
    const asked = new RegExp(`'(?:${name.replace('.yaml', '')}/)?([\\w-]+)'`, 'g');
    const inCode = new Set([...code.matchAll(asked)].map((match) => match[1]));
    const unasked = [
      ...Object.keys(patterns).filter((key) => !code.includes(`'${key}'`) && !wording.includes(`{${key}}`)),
      ...Object.keys({ ...cues, ...written, ...lists }).filter((key) => !inCode.has(key)),
      // `n't` stands without braces.
      ...Object.keys(terms).filter((key) => !wording.includes(key === "n't" ? `|${key}` : `{${key}}`)),
    ];
    expect(unasked).toEqual([]);
  });
});

interface Wording {
  patterns?: Record<string, unknown>;
  terms?: Record<string, unknown>;
  cues?: Record<string, unknown>;
  written?: Record<string, unknown>;
  words?: Record<string, unknown>;
}

function yamlBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(path, name), 'utf8'));
}
