/** Lists of compiled phrases, tried only where a word stands that one of them begins with. Linear in the text. */
import type { Range } from '../document/types.js';
import { enlist, holds, mayHold, type Words, wordsOf } from './words.js';

/**
 * A phrase: the source of its expression; the words that it may begin with, with a space between (`*` for any ending; empty: it may
 * begin with anything); then sets of words in the same form, of each of which every text that it matches holds one. Made by
 * `compilePhraseList` of `src/phrase/list.ts`.
 */
export type CompiledPhrase = readonly [source: string, firstWords: string, ...required: string[]];

/** A compiled list of phrases. Ranges are offsets into the string given. */
export interface Pattern {
  test(lower: string): boolean;
  /** The first match at or after `from`, or null; where two phrases match at one place, the earlier in the list. */
  find(lower: string, from?: number): Range | null;
  all(lower: string): readonly Range[];
  /** False where the words of a text rule out that it matches. */
  mayMatch(words: Words): boolean;
}

/** The pattern that matches where any of the phrases does. No expression is compiled before a text holds the words for it. */
export function makePhrases(phrases: readonly CompiledPhrase[]): Pattern {
  return new PhraseList(phrases);
}

const NONE: readonly Range[] = [];

class PhraseList implements Pattern {
  readonly #id: number;
  readonly #canMatchAnything: boolean;
  readonly #required: readonly (readonly number[])[];
  readonly #phrases: readonly CompiledPhrase[];
  readonly #compiled: (RegExp | undefined)[] = [];
  /** Numbers of phrases that no first word tells: tied to the start of the text, or to nothing. */
  readonly #anchored: number[] = [];
  readonly #free: number[] = [];

  constructor(phrases: readonly CompiledPhrase[]) {
    this.#phrases = phrases;
    const { id, required, canMatchAnything } = enlist(phrases);
    this.#id = id;
    this.#required = required;
    this.#canMatchAnything = canMatchAnything;
    phrases.forEach(([source, firstWords], index) => {
      if (firstWords === '') (source.startsWith('^') ? this.#anchored : this.#free).push(index);
    });
  }

  test(lower: string): boolean {
    return this.find(lower) !== null;
  }

  all(lower: string): readonly Range[] {
    let next = this.find(lower);
    // Most lists are not in most sentences.
    if (!next) return NONE;
    const ranges: Range[] = [];
    for (; next; next = this.find(lower, Math.max(next.end, next.start + 1))) ranges.push(next);
    return ranges;
  }

  mayMatch(words: Words): boolean {
    return this.#canMatchAnything || mayHold(words, this.#id);
  }

  find(lower: string, from = 0): Range | null {
    const words = wordsOf(lower);
    if (!this.mayMatch(words) || !this.#required.some((sets) => holds(words, sets))) return null;
    const told = this.#fromWords(words, lower, from);
    if (this.#free.length === 0 && (from > 0 || this.#anchored.length === 0)) return told;
    let best = told && { range: told, index: this.#lastIndex };
    const offer = (range: Range | null, index: number): void => {
      if (range && (!best || range.start < best.range.start || (range.start === best.range.start && index < best.index)))
        best = { range, index };
    };
    for (const index of from === 0 ? this.#anchored : []) if (this.#isPossible(index, words)) offer(this.#at(index, lower, 0), index);
    for (const index of this.#free) {
      if (!this.#isPossible(index, words)) continue;
      const expression = this.#expression(index, 'g');
      expression.lastIndex = from;
      const match = expression.exec(lower);
      if (match) offer({ start: match.index, end: match.index + match[0].length }, index);
    }
    return best?.range ?? null;
  }

  /** The phrase that `#fromWords` found last. */
  #lastIndex = 0;

  #fromWords(all: Words, lower: string, from: number): Range | null {
    const { starts, words } = all;
    for (let i = from === 0 ? 0 : firstFrom(starts, from); i < starts.length; i++) {
      const candidates = words[i]?.phrases.get(this.#id);
      if (!candidates) continue;
      for (const index of candidates) {
        if (!this.#isPossible(index, all)) continue;
        const range = this.#at(index, lower, starts[i] ?? 0);
        if (!range) continue;
        this.#lastIndex = index;
        return range;
      }
    }
    return null;
  }

  #isPossible(index: number, words: Words): boolean {
    const required = this.#required[index];
    return required === undefined || holds(words, required);
  }

  #at(index: number, lower: string, start: number): Range | null {
    const expression = this.#expression(index, 'y');
    expression.lastIndex = start;
    return expression.test(lower) ? { start, end: expression.lastIndex } : null;
  }

  #expression(index: number, flag: 'g' | 'y'): RegExp {
    let made = this.#compiled[index];
    if (!made) {
      made = new RegExp(this.#phrases[index]?.[0] ?? '(?!)', flag);
      this.#compiled[index] = made;
    }
    return made;
  }
}

/** The first place in the ascending list whose value is not before `wanted`. */
function firstFrom(values: readonly number[], wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
