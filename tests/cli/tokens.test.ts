/** Command lines are read as Node reads them. */
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { OPTIONS } from '../../src/cli/options.js';
import { type Token, tokensOf } from '../../src/cli/tokens.js';

const WORDS = [
  'check',
  'a.md',
  '',
  '-',
  '--',
  '---',
  '-f',
  '-fjson',
  '-f=json',
  '-q',
  '-qf',
  '-qfjson',
  '-qxf',
  '-x',
  '--format',
  '--format=json',
  '--format=',
  '--format=a=b',
  '--=x',
  '--==x',
  '--quiet',
  '--quiet=yes',
  '--no-color',
  '--nothing',
  '--nothing=1',
  '--constructor',
  '--__proto__=1',
];

function byNode(args: string[]): Token[] {
  const { tokens } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  return tokens.flatMap((token): Token[] => {
    if (token.kind === 'option-terminator') return [];
    if (token.kind === 'positional') return [{ kind: 'positional', value: token.value }];
    const { name, rawName, value, inlineValue = false } = token;
    return [{ kind: 'option', name, rawName, value, inlineValue }];
  });
}

test('tells words apart as parseArgs does', () => {
  let options = 0;
  for (const a of WORDS)
    for (const b of WORDS)
      for (const c of WORDS) {
        const tokens = tokensOf([a, b, c], OPTIONS);
        expect(tokens, [a, b, c].join(' ')).toEqual(byNode([a, b, c]));
        options += tokens.filter(({ kind }) => kind === 'option').length;
      }
  expect(options).toBeGreaterThan(10_000);
});

test('takes a dash among short options for one that does not exist', () => {
  expect(tokensOf(['-q-'], OPTIONS).at(-1)).toEqual({ kind: 'option', name: '-', rawName: '--', value: undefined, inlineValue: false });
});
