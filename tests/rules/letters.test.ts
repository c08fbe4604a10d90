import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/document.js';
import { countWords, countWordsIn, eachWord, firstWords } from '../../src/rules/letters.js';
import { wordsWithin } from '../../src/rules/word-index.js';

const texts = [
  "We don’t sell e-mail addresses — it's 2 of 3 don't-s.",
  'Wir löschen Ihre Daten nach 30 Tagen, naïve café',
  'Политика 个人信息 𝒜𝒷 x²y _under_score_',
  `${'long'.repeat(40)} “quoted” • item… end`,
  'cut \ud835',
  '',
];
const anyText = fc.string({
  unit: fc.constantFrom('a', 'Z', '7', "'", '’', '-', ' ', '.', 'é', '个', '𝒜', '\ud835', '\udc9c', '²'),
  maxLength: 90,
});

const expected = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{0,60}/gu) ?? [];

function wordsIn(text: string, from = 0, to = text.length): string[] {
  const words: string[] = [];
  eachWord(text, from, to, (start, end) => words.push(text.slice(start, end)) > 0);
  return words;
}

describe('words in any script', () => {
  it.each(texts)('are those of the Unicode expressions: %s', (text) => {
    expect(wordsIn(text)).toEqual(expected(text));
    expect(countWords(text)).toBe(text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
  });
  it('are those of the part that is asked for, whatever stands around it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(90), fc.nat(90), (text, a, b) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const part = expected(text.slice(from, to));
        expect(wordsIn(text, from, to)).toEqual(part);
        expect(countWordsIn(text, from, to)).toBe(part.length);
        expect(firstWords(text.slice(from, to), 3)).toEqual(part.slice(0, 3));
      }),
    );
  });
});

describe('the words within a range of a document', () => {
  it('are those of the range alone, wherever it cuts', async () => {
    const text = `We don’t sell e-mail addresses. ${'x'.repeat(150)} Naïve 个人信息 — it's 2 of 3.`;
    const document = await parseDocument(text, { path: 'p.txt' });
    fc.assert(
      fc.property(fc.nat(document.text.length), fc.nat(document.text.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(wordsWithin(document, { start, end })).toBe(expected(document.text.slice(start, end)).length);
      }),
      { numRuns: 500 },
    );
  });
});
