import { describe, expect, it } from 'vitest';
import { partitionPoint, sentenceAt } from '../../src/document/at.js';
import { parseText } from '../../src/document/document.js';

describe('partitionPoint', () => {
  it.each([
    [[], 3, 0],
    [[3], 3, 0],
    [[1, 2], 3, 2],
    [[1, 3, 3, 5], 3, 1],
    [[4, 5, 6], 3, 0],
  ])('%j: those before %i', (items, wanted, expected) => {
    expect(partitionPoint(items, (item) => item < wanted)).toBe(expected);
  });
});

describe('sentenceAt', () => {
  const document = parseText('We keep logs. We delete them.\n\nWrite to us.', { path: 'a.txt', format: 'text' });
  it.each([
    ['We keep', 0],
    ['delete', 1],
    ['us.', 2],
  ])('%s', (words, index) => {
    expect(sentenceAt(document, document.text.indexOf(words))?.index).toBe(index);
  });
  it('is the last sentence behind the end, and none where there is none', () => {
    expect(sentenceAt(document, document.text.length + 10)?.index).toBe(2);
    expect(sentenceAt(parseText('', { path: 'a.txt', format: 'text' }), 0)).toBeUndefined();
  });
});
