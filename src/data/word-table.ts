/**
 * A table of words and beginnings of words (with `*`), made by the build: what is found in it needs no more than a look at a few numbers,
 * so that a program may carry thousands of words and start as fast as with none.
 */
import type { Numbers } from '../phrase/match.js';

export interface WordTable {
  /** All words, one behind the other, and where each ends. */
  readonly texts: string;
  readonly ends: Numbers;
  /** The numbers of the words, counted from one, each at the place that its hash tells, or at the next free one behind it. */
  readonly slots: Numbers;
}

/** The table of these words; their numbers are their places in the list. */
export function wordTable(words: readonly string[]): WordTable {
  let size = 1;
  while (size < words.length * 3) size *= 2;
  const slots = new Array<number>(size).fill(0);
  const ends: number[] = [];
  words.forEach((word, number) => {
    ends.push((ends[number - 1] ?? 0) + word.length);
    let slot = slotOf(hashOf(word), size);
    while (slots[slot] !== 0) slot = (slot + 1) % size;
    slots[slot] = number + 1;
  });
  return { texts: words.join(''), ends, slots };
}

/** The number of the word, else of the longest beginning of it that the table holds; -1 where it holds neither. */
export function numberOf(table: WordTable, word: string): number {
  const { slots } = table;
  let hash = 0;
  let found = -1;
  for (let length = 1; length <= word.length; length++) {
    hash = (Math.imul(hash, 31) + word.charCodeAt(length - 1)) | 0;
    const open = (Math.imul(hash, 31) + STAR) | 0;
    if (slots[slotOf(open, slots.length)] === 0) continue;
    const number = find(table, `${word.slice(0, length)}*`, open);
    if (number >= 0) found = number;
  }
  const whole = find(table, word, hash);
  return whole >= 0 ? whole : found;
}

function find({ slots, texts, ends }: WordTable, word: string, hash: number): number {
  for (let slot = slotOf(hash, slots.length); ; slot = (slot + 1) % slots.length) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0) return -1;
    const start = ends[number - 1] ?? 0;
    if ((ends[number] ?? 0) - start === word.length && texts.startsWith(word, start)) return number;
  }
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return hash;
}

/** The low bits alone tell little of long words. `size`: a power of two. */
const slotOf = (hash: number, size: number): number => (hash ^ (hash >>> 15)) & (size - 1);
const STAR = 42;
