import { expect, test } from 'vitest';
import { numberOf, wordTable } from '../../src/data/word-table.js';

const words = ['cookie', 'cookie*', 'con*', 'consent*', 'a', '–', '@', 'data', 'é'];
const table = wordTable(words);
const found = (word: string): string | undefined => words[numberOf(table, word)];

test.each([
  ['cookie', 'cookie'],
  ['cookies', 'cookie*'],
  ['contact', 'con*'],
  ['consents', 'consent*'],
  ['consent', 'consent*'],
  ['con', 'con*'],
  ['a', 'a'],
  ['–', '–'],
  ['@', '@'],
  ['é', 'é'],
])('"%s" is found as %s', (word, entry) => {
  expect(found(word)).toBe(entry);
});

test.each(['', 'co', 'cook', 'dat', 'datum', 'b', '*', 'acookie', 'ata'])('"%s" is not in the table', (word) => {
  expect(found(word)).toBeUndefined();
});

test('each of many words is found', () => {
  const many = Array.from({ length: 3000 }, (_, index) => `w${index * 7919}`);
  const large = wordTable(many);
  expect(many.filter((word, number) => numberOf(large, word) !== number)).toEqual([]);
  expect(many.filter((word) => numberOf(large, `${word}x`) !== -1)).toEqual([]);
});
