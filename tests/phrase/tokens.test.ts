import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstFrom, Vocabulary } from '../../src/phrase/tokens.js';

const plain = (text: string) => [...text.matchAll(/\w+|[^\w ]/g)].map((match) => [match.index, match[0]]);
const read = (vocabulary: Vocabulary<{ text: string; id: number }>, text: string) => {
  const { starts, words, ids } = vocabulary.tokens(text);
  expect(ids).toEqual(words.map(({ id }) => id));
  return starts.map((start, index) => [start, words[index]?.text]);
};

describe('the words of a text', () => {
  test('are runs of what \\w matches, and other signs by themselves', () => {
    const vocabulary = new Vocabulary((text) => ({ text, id: text.length }));
    const signs = fc.constantFrom(..."abz09_Aé-' .,\n");
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 60 }), (text) => {
        expect(read(vocabulary, text)).toEqual(plain(text));
      }),
    );
  });

  test('are the same objects wherever they stand, however many there are', () => {
    const made: string[] = [];
    const vocabulary = new Vocabulary((text) => {
      made.push(text);
      return { text, id: 0 };
    });
    const text = Array.from({ length: 5000 }, (_, index) => `word${index} again`).join(' ');
    expect(read(vocabulary, text)).toEqual(plain(text));
    const { words } = vocabulary.tokens(text);
    expect(words[1]).toBe(words[3]);
    expect(made).toHaveLength(5001);
  });

  test('are made anew when they were forgotten', () => {
    const vocabulary = new Vocabulary((text) => ({ text, id: text.length }));
    const [before] = vocabulary.tokens('word').words;
    vocabulary.forget();
    expect(vocabulary.tokens('word').words).toEqual([before]);
    expect(vocabulary.tokens('word').words[0]).not.toBe(before);
  });
});

test('the first place from a value on', () => {
  expect([0, 1, 2, 3, 7, 8].map((wanted) => firstFrom([1, 3, 3, 7], wanted))).toEqual([0, 0, 1, 1, 3, 4]);
});
