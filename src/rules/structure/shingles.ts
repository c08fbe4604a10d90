/** Sequences of words that sections share, told apart by two 32-bit sums over their letters: no string is made of them. */
import type { Range } from '../../document/types.js';
import { eachWord } from '../letters.js';

/** The sums of the words of a text, two numbers a word. */
export function wordSums(text: string, ranges: readonly Range[]): number[] {
  const sums: number[] = [];
  for (const { start, end } of ranges)
    eachWord(text, start, end, (from, to) => {
      let a = 0;
      let b = 0x2545f491;
      for (let at = from; at < to; at++) {
        const code = text.charCodeAt(at);
        a = Math.imul(a ^ code, 0x01000193) + 0x9e37;
        b = Math.imul(b, 31) ^ code ^ (b >>> 15);
      }
      sums.push(a | 0, b);
      return true;
    });
  return sums;
}

/** Which sections hold which sequences of four words. Sections are added one after another, each held against the earlier ones. */
export class Shingles {
  /** Open addressing, three numbers a place: both sums of the sequence, and the number of the first section that has it, plus one. */
  readonly #table: Int32Array;
  readonly #mask: number;
  /** The sections after the first one, by place. */
  readonly #more = new Map<number, number[]>();
  readonly #sizes = new Map<number, number>();

  /** Room for sequences of so many words in all. */
  constructor(words: number) {
    let places = 64;
    while (places < words * 2) places *= 2;
    this.#mask = places - 1;
    this.#table = new Int32Array(places * 3);
  }

  /** The earlier section that shares most of the sequences (-1: none), and which share of both they are. Adds those of this section. */
  add(section: number, sums: readonly number[]): { index: number; share: number } {
    const common = new Map<number, number>();
    let size = 0;
    for (let at = 0; at + 7 < sums.length; at += 2) {
      const place = this.#placeOf(sums, at);
      const first = this.#table[place + 2] ?? 0;
      const more = this.#more.get(place);
      if ((more?.at(-1) ?? first - 1) === section) continue;
      size++;
      if (first === 0) {
        this.#table[place + 2] = section + 1;
        continue;
      }
      common.set(first - 1, (common.get(first - 1) ?? 0) + 1);
      for (const other of more?.slice(0, MAX_SECTIONS - 1) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
      if (more) more.push(section);
      else this.#more.set(place, [section]);
    }
    this.#sizes.set(section, size);
    let best = { index: -1, share: 0 };
    for (const [index, count] of common) {
      const share = count / (size + (this.#sizes.get(index) ?? 0) - count);
      if (share > best.share) best = { index, share };
    }
    return best;
  }

  /** Where the sequence that begins at `at` stands in the table, or may be put. */
  #placeOf(sums: readonly number[], at: number): number {
    let a = 0;
    let b = 0;
    for (let word = at; word < at + 8; word += 2) {
      a = (Math.imul(a, 0x01000193) + (sums[word] ?? 0)) | 0;
      b = Math.imul(b ^ (b >>> 15), 0x5bd1e995) ^ (sums[word + 1] ?? 0);
    }
    for (let probe = (a ^ (b >>> 7)) & this.#mask; ; probe = (probe + 1) & this.#mask) {
      const place = probe * 3;
      if (this.#table[place + 2] === 0) {
        this.#table[place] = a;
        this.#table[place + 1] = b;
        return place;
      }
      if (this.#table[place] === a && this.#table[place + 1] === b) return place;
    }
  }
}

/** A sequence of many sections is boilerplate: no more of them are counted. */
const MAX_SECTIONS = 20;
