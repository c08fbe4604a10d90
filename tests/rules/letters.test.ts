import { describe, expect, it } from 'vitest';
import { countWords, wordsOf } from '../../src/rules/letters.js';

const texts = [
  "We don’t sell e-mail addresses — it's 2 of 3 don't-s.",
  'Wir löschen Ihre Daten nach 30 Tagen, naïve café',
  'Политика 个人信息 𝒜𝒷 x²y _under_score_',
  `${'long'.repeat(40)} “quoted” • item… end`,
  '',
];

describe('words in any script', () => {
  it.each(texts)('are those of the Unicode expressions: %s', (text) => {
    expect(wordsOf(text)).toEqual(text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{0,60}/gu) ?? []);
    expect(countWords(text)).toBe(text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
  });
});
