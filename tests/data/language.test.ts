/** Another language is a folder of words: compiled and bundled as the product is, it reads texts of that language with the same code. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { compile } from '../../scripts/compile-data.js';
import type { Claim } from '../../src/claims/types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'policylint-language-'));
let claimsOf: (text: string) => Promise<readonly Claim[]>;

/** What tells statements that say nothing of it may stay English. */
const DUTCH_TRAINING = {
  triggers: ['train*', 'getraind'],
  patterns: {
    training: ['(trainen|traint|getraind) ...0-10 (model*|taalmodel*)', '(model*|taalmodel*) ...0-6 (trainen|getraind)'],
    people: ['(medewerkers|personeel)'],
    model: ['(model*|taalmodel*)'],
  },
};

beforeAll(async () => {
  // One rule stands for all packs.
  const isWanted = (path: string): boolean => !/[\\/]packs[\\/]\w+[\\/]/.test(path) || path.endsWith('run-together.yaml');
  cpSync(join(root, 'rules'), join(folder, 'rules'), { recursive: true, filter: isWanted });
  cpSync(join(root, 'schema'), join(folder, 'schema'), { recursive: true });
  const dutch = join(folder, 'rules', 'lexicon', 'nl');
  cpSync(join(folder, 'rules', 'lexicon', 'en'), dutch, { recursive: true });
  rmSync(join(folder, 'rules', 'lexicon', 'en'), { recursive: true });
  const training: typeof DUTCH_TRAINING = parse(readFileSync(join(dutch, 'ai-training.yaml'), 'utf8'));
  const patterns = { ...training.patterns, ...DUTCH_TRAINING.patterns };
  writeFileSync(join(dutch, 'ai-training.yaml'), stringify({ ...training, ...DUTCH_TRAINING, patterns }));
  const shared: { patterns: Record<string, readonly string[]> } = parse(readFileSync(join(dutch, 'shared.yaml'), 'utf8'));
  shared.patterns['negation'] = ['niet', 'geen', 'nooit'];
  writeFileSync(join(dutch, 'shared.yaml'), stringify(shared));
  compile(folder, 'nl');
  claimsOf = await readerWith(join(folder, 'build', 'data'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('words of another language', () => {
  test('are found', async () => {
    const claims = await claimsOf('Wij gebruiken uw berichten om onze taalmodellen te trainen.');
    expect(claims.map(({ kind, polarity, value }) => ({ kind, polarity, value }))).toEqual([
      { kind: 'ai-training', polarity: 'affirmed', value: { what: 'taalmodellen te trainen' } },
    ]);
  });
  test('are denied by words of that language', async () => {
    const claims = await claimsOf('Met uw berichten worden geen taalmodellen getraind.');
    expect(claims.map(({ kind, polarity }) => ({ kind, polarity }))).toEqual([{ kind: 'ai-training', polarity: 'negated' }]);
  });
  test('take the place of the English ones', async () => {
    expect(await claimsOf('Your messages train our language models.')).toEqual([]);
    expect(await claimsOf('Wij trainen onze medewerkers met een model.')).toEqual([]);
  });
  test('that are no phrases are said, with their file', () => {
    writeFileSync(join(folder, 'rules', 'lexicon', 'nl', 'ai-training.yaml'), stringify({ patterns: { training: ['(open'] } }));
    expect(() => compile(folder, 'nl')).toThrow('lexicon ai-training.yaml training');
  });
});

/** The parser and the extractors, bundled over other data. */
async function readerWith(data: string): Promise<typeof claimsOf> {
  mkdirSync(join(folder, 'bundle'), { recursive: true });
  const outfile = join(folder, 'bundle', 'read.mjs');
  await build({
    stdin: {
      contents: `
        import { extractClaims } from './src/claims/extract.js';
        import { parseDocument } from './src/document/document.js';
        export const claimsOf = async (text) => extractClaims(await parseDocument(text, { path: 'beleid.txt' }));`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
    plugins: [
      {
        name: 'data-of-the-language',
        setup(builder) {
          builder.onResolve({ filter: /\/build\/data\/[\w-]+\.json$/ }, ({ path }) => ({
            path: join(data, path.slice(path.lastIndexOf('/') + 1)),
          }));
        },
      },
    ],
  });
  const reader: { claimsOf: typeof claimsOf } = await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  return reader.claimsOf;
}
