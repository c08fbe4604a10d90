import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/document/document.js';
import { gradeOf, proseOf } from '../../../src/rules/structure/prose.js';
import { Shingles, wordSums } from '../../../src/rules/structure/shingles.js';

/** The definition in words of expressions, without any short cut. */
function gradeByExpressions(sentences: readonly string[]): { grade: number; words: number } {
  const counted = sentences
    .map((text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{0,60}/gu) ?? []).filter((word) => /^\p{L}/u.test(word)))
    .filter((words) => words.length >= 3);
  const words = counted.flat();
  const parts = words.map((word) => {
    const heard = word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]e|[^td]ed)$/, '');
    return Math.max(1, heard.match(/[aeiouy]{1,3}/g)?.length ?? 1);
  });
  const syllables = parts.reduce((sum, each) => sum + each, 0);
  const grade = counted.length === 0 ? 0 : (0.39 * words.length) / counted.length + (11.8 * syllables) / words.length - 15.59;
  return { grade, words: words.length };
}

describe('the grade of a text', () => {
  test('counts silent endings, runs of vowels and words of other scripts as defined', async () => {
    const endings = 'houses wanted rules the needle aed es ed e shared used queueing eye naïve café 3rd x Ärzte data- be’ed Ziele';
    const text = `We like ${endings}. Short one. Used tables are shared by us all.`;
    const document = await parseDocument(text, { path: 'p.txt' });
    const sentences = proseOf(document);
    expect(gradeOf(sentences)).toEqual(gradeByExpressions(sentences.map((sentence) => sentence.text)));
  });
  test('agrees with the definition on made-up words', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeiouydlstESD-é'), minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 3, maxLength: 12 }), async (words) => {
        const document = await parseDocument(`We ${words.join(' ')} it.`, { path: 'p.txt' });
        const sentences = proseOf(document);
        expect(gradeOf(sentences)).toEqual(gradeByExpressions(sentences.map((sentence) => sentence.text)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what two sections share', () => {
  const naive = (sections: readonly string[], at: number): { index: number; share: number } => {
    const sets = sections.map((text) => {
      const words = text.split(' ');
      return new Set(words.slice(0, -3).map((_, index) => words.slice(index, index + 4).join(' ')));
    });
    const own = sets[at] ?? new Set();
    let best = { index: -1, share: 0 };
    sets.slice(0, at).forEach((other, index) => {
      const common = [...own].filter((each) => other.has(each)).length;
      const share = common / (own.size + other.size - common);
      if (share > best.share) best = { index, share };
    });
    return best;
  };
  test('is what sets of sequences of four words share', () => {
    const text = fc.array(fc.constantFrom('we', 'use', 'it', 'data'), { minLength: 4, maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (sections) => {
        const sums = sections.map((section) => wordSums(section, [{ start: 0, end: section.length }]));
        const shingles = new Shingles(sums.reduce((sum, { length }) => sum + length / 2, 0));
        for (const [at, own] of sums.entries()) expect(shingles.add(at, own).share).toBe(naive(sections, at).share);
      }),
    );
  });
  test('names the section, and tells words apart that only their order does', () => {
    const sums = ['a b c d e', 'b a c d e', 'x a b c d'].map((text) => wordSums(text, [{ start: 0, end: text.length }]));
    const shingles = new Shingles(15);
    expect(sums.map((own, at) => shingles.add(at, own).index)).toEqual([-1, -1, 0]);
  });
});
