import { describe, expect, test } from 'vitest';
import { makePhrases } from '../../src/data/phrases.js';
import { listsIn, wordsOf } from '../../src/data/words.js';
import { compilePhraseList } from '../../src/phrase/list.js';

describe('what the words of a text rule out', () => {
  const animals = ['wombat', 'quokka', 'numbat', 'bilby', 'dunnart', 'potoroo', 'quoll', 'echidna'];
  const patterns = animals.map((animal) => makePhrases(compilePhraseList([`the ${animal} ... asleep`, `${animal}s of old`], {})));
  const text = 'the quoll and the bilby are asleep';

  test('is the same for the first list that asks and for the last', () => {
    const found = patterns.map((pattern) => pattern.mayMatch(wordsOf(text)));
    expect(found).toEqual(animals.map((animal) => text.includes(animal)));
    expect(wordsOf(text).lists).toBeDefined();
    expect(patterns.map((pattern) => pattern.mayMatch(wordsOf(text)))).toEqual(found);
  });
  test('is told of a text that hardly any list asks about without a look at all lists', () => {
    const part = 'the quokka and the numbat';
    expect(patterns.slice(0, 3).map((pattern) => pattern.mayMatch(wordsOf(part)))).toEqual([false, true, true]);
    expect(wordsOf(part).lists).toBeUndefined();
    const lists = listsIn(wordsOf(part));
    expect(wordsOf(part).lists).toBe(lists);
    expect(patterns.map((pattern) => pattern.mayMatch(wordsOf(part)))).toEqual(animals.map((animal) => part.includes(animal)));
  });
  test('includes sets of words that a phrase requires', () => {
    const both = makePhrases(compilePhraseList(['asleep ...0-5 (wombat|quokka) ...0-5 (tree|burrow)'], {}));
    for (const [sentence, expected] of [
      ['asleep is the wombat in a burrow', true],
      ['asleep is the wombat in a nest', false],
      ['asleep is the bilby in a burrow', false],
    ] as const)
      for (let time = 0; time < 8; time++) expect(both.test(sentence)).toBe(expected);
  });
});
