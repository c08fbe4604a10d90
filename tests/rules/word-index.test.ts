/** The word index may let through too many sentences, never too few. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePattern } from '../../src/data/lexicon.js';
import { builtInRules } from '../../src/data/rules.js';
import { parseDocument } from '../../src/document/document.js';
import { anchorsOf } from '../../src/phrase/anchors.js';
import { compilePhrases } from '../../src/phrase/compile.js';
import { wordIndexOf } from '../../src/rules/word-index.js';

const terms = { agrees: ['consent*', 'agree'], spelling: ['s', 'z'] };

async function candidatesIn(text: string, phrases: string[]): Promise<string[]> {
  const { sentences } = await parseDocument(text, { path: 'policy.md' });
  const anchors = anchorsOf(phrases, terms);
  return anchors
    ? wordIndexOf(sentences)
        .candidates(anchors)
        .map((at) => sentences[at]?.lower ?? '')
    : ['all'];
}

describe('which sentences may match', () => {
  const text = 'We never sell data. By using the app you agree to this. End-to-end encryption is on. It is an organisation.';
  test.each([
    ['by using ...5 {agrees}', ['by using the app you agree to this.']],
    ['end-to-end encrypt*', ['end-to-end encryption is on.']],
    ['organi(s|z)ation', ['it is an organisation.']],
    ['reali{spelling}e', []],
    ['(never|do not) (sell|rent)', ['we never sell data.']],
  ])('%s', async (phrase, expected) => {
    expect(await candidatesIn(text, [phrase])).toEqual(expected);
  });

  test('all, where a phrase has no word that must be there', async () => {
    expect(await candidatesIn(text, ['never sell', '(now)? # (days)?'])).toEqual(['all']);
  });
});

describe('no sentence that matches is left out', () => {
  const folder = new URL('../../fixtures/seeds/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name));
  test.each(files)('%s', async (name) => {
    const { sentences } = await parseDocument(readFileSync(new URL(name, folder), 'utf8'), { path: name });
    const index = wordIndexOf(sentences);
    for (const { any, anchors } of selectorsOf(builtInRules)) {
      const pattern = makePattern(any);
      const matching = sentences.flatMap((sentence, at) => (pattern.test(sentence.lower) ? [at] : []));
      const kept = new Set(index.candidates(anchors));
      expect(matching.filter((at) => !kept.has(at))).toEqual([]);
    }
  });
  test('there are texts to try', () => expect(files.length).toBeGreaterThan(0));
});

test('an anchor begins every spelling of its word', () => {
  expect(anchorsOf(['third-party cookie*'], terms)).toEqual([[['cookie'], ['third']]]);
  expect(new RegExp(compilePhrases(['third-party cookie*'], terms)).test('thirdparty cookies')).toBe(true);
});

/** Every text selector of the rules, wherever it stands in them. */
function selectorsOf(node: unknown): { any: string; anchors: readonly (readonly (readonly string[])[])[] }[] {
  if (Array.isArray(node)) return node.flatMap(selectorsOf);
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'anchors' in node && 'any' in node
      ? [{ any: String(node.any), anchors: node.anchors as readonly (readonly (readonly string[])[])[] }]
      : []; // the build writes both
  return [...own, ...Object.values(node).flatMap(selectorsOf)];
}
