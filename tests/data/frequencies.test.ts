import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { frequencyOf } from '../../scripts/compile-frequencies.js';
import { compilePhraseList } from '../../src/phrase/list.js';

const frequency = frequencyOf(parse(readFileSync(new URL('../../rules/lexicon/en/frequencies.yaml', import.meta.url), 'utf8')));

describe('how common words are', () => {
  test('is told of common ones, of rare ones, and of beginnings by all words that begin so', () => {
    const of = frequencyOf({ percent: { 20: 'data datum', 3: 'cookie' } });
    expect([of('data'), of('cookie'), of('wombat')]).toEqual([20, 3, 0.3]);
    expect([of('dat*'), of('cook*'), of('wom*')]).toEqual([40.5, 3.5, 0.5]);
  });
  test('says under which word a phrase is filed: the rarest, not the longest', () => {
    const required = (phrase: string): readonly unknown[] => compilePhraseList([phrase], {}, 'phrase', frequency)[0]?.slice(3) ?? [];
    expect(required('information (sold|lent)')).toEqual(['lent sold']);
    expect(required('rent information')).toEqual(['rent', 'information']);
    // What stands in every third sentence rules out too little.
    expect(required('rent from you')).toEqual(['rent', 'from']);
    expect(required('rent you')).toEqual(['rent']);
    // Where there is nothing better.
    expect(required('your information')).toEqual(['information']);
    expect(compilePhraseList(['information (sold|lent)'], {})[0]?.slice(3)).toEqual(['information', 'lent sold']);
  });
  test.each([null, {}, { percent: ['data'] }, { percent: { many: 'data' } }, { percent: { 3: ['data'] } }])(
    'must have its shape: %j',
    (content) => {
      expect(() => frequencyOf(content)).toThrow('frequencies.yaml');
    },
  );
});
