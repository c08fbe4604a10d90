/** Lists of phrases, tried only where a word stands that one of them begins with. Linear in the text. */
import type { Range } from '../document/types.js';
import { matchAt, search } from '../phrase/match.js';
import { firstFrom } from '../phrase/tokens.js';
import { hasBit } from './bits.js';
import { type BuiltList, type CompiledPhrase, type Entry, openers } from './filed.js';
import { type Phrases, phrasesOf } from './starters.js';
import { enlist, goesOn, holds, mayHold, type TextTable, type Words, wordsOf } from './words.js';

export type { BuiltList, CompiledPhrase } from './filed.js';

/** A list of phrases: one that the build has filed, or one made since. */
export type PhraseSource = BuiltList | readonly CompiledPhrase[];

/** A compiled list of phrases. Ranges are offsets into the string given. */
export interface Pattern {
  test(lower: string): boolean;
  /** Whether a phrase stands in a part of the text, read by itself; most often the words of the whole, which is read anyway, rule it out. */
  testWithin(lower: string, from: number, to: number): boolean;
  /** As `find` where the match begins at `start`; null where none does. */
  at(lower: string, start: number): Range | null;
  /** The first match at or after `from`, or null; where two phrases match at one place, the earlier in the list. */
  find(lower: string, from?: number): Range | null;
  all(lower: string): readonly Range[];
  /** The numbers of the phrases that match somewhere, ascending. */
  which(lower: string): readonly number[];
  /** As `find`, for whoever has the words of the text at hand. */
  findIn(words: Words, from?: number): Range | null;
  /** Where its phrases match between `from` and `to`, in order, without overlaps: of those at one place the longest, the earliest of equals. */
  longest(lower: string, from: number, to: number): readonly Match[];
  /** False where the words of a text rule out that it matches. */
  mayMatch(words: Words): boolean;
  /** The first of many texts, from `from` on, of which `mayMatch` is true; else how many there are. */
  nextIn(texts: TextTable, from: number): number;
}

/** `phrase`: its number in the list. */
export interface Match extends Range {
  readonly phrase: number;
}

/** The pattern that matches where any of the phrases does. Nothing is done for a phrase before a text holds the words for it. */
export function makePhrases(source: PhraseSource): Pattern {
  if (!('list' in source)) return new PhraseList(enlist(source));
  const known = builtPatterns[source.list];
  if (known) return known;
  const made = new PhraseList(enlist(source));
  builtPatterns[source.list] = made;
  return made;
}

/** Whether a phrase is all of the text. */
export function isWhole(pattern: Pattern, lower: string): boolean {
  const [match] = pattern.longest(lower, 0, lower.length);
  return match?.start === 0 && match.end === lower.length;
}

/** Some rules ask for the same wording. */
const builtPatterns: (Pattern | undefined)[] = [];

const NONE: readonly Match[] = [];

class PhraseList implements Pattern {
  readonly #entry: Entry;
  #phrases: Phrases | undefined;

  constructor(entry: Entry) {
    this.#entry = entry;
  }

  /** Made when a text holds a word of one: most lists never get so far. */
  get #made(): Phrases {
    this.#phrases ??= phrasesOf(this.#entry);
    return this.#phrases;
  }

  test(lower: string): boolean {
    return this.findIn(wordsOf(lower)) !== null;
  }

  testWithin(lower: string, from: number, to: number): boolean {
    return mayHold(wordsOf(lower), this.#entry) && this.test(lower.slice(from, to));
  }

  at(lower: string, start: number): Range | null {
    const words = wordsOf(lower);
    if (!mayHold(words, this.#entry)) return null;
    const { anchored, free } = this.#made;
    if (anchored.length > 0 || free.length > 0) {
      const found = this.findIn(words, start);
      return found?.start === start ? found : null;
    }
    const i = firstFrom(words.starts, start);
    return words.starts[i] === start && this.#opens(words.ids[i] ?? 0) ? this.#firstAt(words, i) : null;
  }

  all(lower: string): readonly Range[] {
    let next = this.find(lower);
    // Most lists are not in most sentences.
    if (!next) return NONE;
    const ranges: Range[] = [];
    for (; next; next = this.find(lower, Math.max(next.end, next.start + 1))) ranges.push(next);
    return ranges;
  }

  which(lower: string): readonly number[] {
    const words = wordsOf(lower);
    if (!this.mayMatch(words)) return [];
    const found = new Set<number>();
    const { starters, anchored, free } = this.#made;
    words.words.forEach((word, place) => {
      if (!this.#opens(word.id)) return;
      for (const index of starters.of(word))
        if (!found.has(index) && this.#mayBegin(index, words, place) && this.#at(index, lower, words.starts[place] ?? 0)) found.add(index);
    });
    for (const index of anchored) if (this.#isPossible(index, words) && this.#at(index, lower, 0)) found.add(index);
    for (const index of free) if (this.#search(index, lower, words, 0)) found.add(index);
    return [...found].sort((a, b) => a - b);
  }

  mayMatch(words: Words): boolean {
    return mayHold(words, this.#entry);
  }

  longest(lower: string, from: number, to: number): readonly Match[] {
    const words = wordsOf(lower);
    if (!mayHold(words, this.#entry)) return NONE;
    const { starts, ids } = words;
    const { bits } = openers;
    const row = this.#row;
    const found: Match[] = [];
    let last = from;
    for (let i = from === 0 ? 0 : firstFrom(starts, from); i < ids.length; i++) {
      const id = ids[i] ?? 0;
      if ((((bits[row + (id >> 5)] ?? 0) >> (id & 31)) & 1) === 0) continue;
      const start = starts[i] ?? 0;
      if (start < last) continue;
      if (start >= to) break;
      const match = this.#longestFrom(words, i, to);
      if (!match) continue;
      found.push(match);
      last = match.end;
    }
    return found;
  }

  /** Of the text that was asked of last, by the places of its words: extractors ask for one part of a sentence after another. */
  #asked: Words | undefined;
  #longest: (Match | null | undefined)[] = [];

  #longestFrom(words: Words, i: number, to: number): Match | null {
    if (this.#asked !== words) {
      this.#asked = words;
      this.#longest = [];
    }
    let known = this.#longest[i];
    if (known === undefined) {
      known = this.#longestAt(words, i, words.text.length) ?? null;
      this.#longest[i] = known;
    }
    return known && known.end > to ? (this.#longestAt(words, i, to) ?? null) : known;
  }

  #longestAt(all: Words, i: number, to: number): Match | undefined {
    const start = all.starts[i] ?? 0;
    const word = all.words[i];
    let longest: Match | undefined;
    if (word === undefined) return longest;
    for (const phrase of this.#made.starters.of(word)) {
      const range = this.#mayBegin(phrase, all, i) ? this.#at(phrase, all.text, start) : null;
      if (!range || range.end === start || range.end > to || (longest && range.end <= longest.end)) continue;
      longest = { start, end: range.end, phrase };
    }
    return longest;
  }

  nextIn(texts: TextTable, from: number): number {
    return texts.next(this.#entry, from);
  }

  find(lower: string, from = 0): Range | null {
    return this.findIn(wordsOf(lower), from);
  }

  findIn(words: Words, from = 0): Range | null {
    if (!mayHold(words, this.#entry)) return null;
    const { anchored, free, isShort } = this.#made;
    if (isShort && !this.#isAnyPossible(words)) return null;
    const told = this.#fromWords(words, from);
    return free.length === 0 && (from > 0 || anchored.length === 0) ? told : this.#withUntold(words, from, told);
  }

  /** `told`, or what a phrase that no word tells finds before it. */
  #withUntold(words: Words, from: number, told: Range | null): Range | null {
    const { anchored, free } = this.#made;
    const lower = words.text;
    let best = told && { range: told, index: this.#lastIndex };
    const offer = (range: Range | null, index: number): void => {
      if (range && (!best || range.start < best.range.start || (range.start === best.range.start && index < best.index)))
        best = { range, index };
    };
    for (const index of from === 0 ? anchored : []) if (this.#isPossible(index, words)) offer(this.#at(index, lower, 0), index);
    for (const index of free) offer(this.#search(index, lower, words, from), index);
    return best?.range ?? null;
  }

  /** Where the list's row of `openers` begins. */
  get #row(): number {
    return this.#entry.id * openers.lanes;
  }

  /** Whether a phrase begins with the word of this number. */
  #opens(word: number): boolean {
    return hasBit(openers.bits, (this.#row << 5) + word);
  }

  /** The phrase that `#fromWords` found last. */
  #lastIndex = 0;

  #fromWords(all: Words, from: number): Range | null {
    const { starts, ids } = all;
    const { bits } = openers;
    const row = this.#row;
    for (let i = from === 0 ? 0 : firstFrom(starts, from); i < ids.length; i++) {
      const id = ids[i] ?? 0;
      // Not `#opens`: to ask it takes longer than this.
      if ((((bits[row + (id >> 5)] ?? 0) >> (id & 31)) & 1) === 0) continue;
      const range = this.#firstAt(all, i);
      if (range) return range;
    }
    return null;
  }

  /** The match of the first phrase that begins with the word at this place. */
  #firstAt(all: Words, place: number): Range | null {
    const word = all.words[place];
    if (word === undefined) return null;
    const indices = this.#made.starters.of(word);
    for (let at = 0; at < indices.length; at++) {
      const index = indices[at] ?? 0;
      if (!this.#mayBegin(index, all, place)) continue;
      const range = this.#at(index, all.text, all.starts[place] ?? 0);
      if (!range) continue;
      this.#lastIndex = index;
      return range;
    }
    return null;
  }

  /** The first match of a phrase that no word tells. */
  #search(index: number, lower: string, words: Words, from: number): Range | null {
    const { programs } = this.#entry;
    return this.#isPossible(index, words) ? search(programs, this.#entry.program(index), lower, from) : null;
  }

  #isPossible(index: number, words: Words): boolean {
    const { table, place } = this.#entry;
    return holds(words, table, place + index * 4);
  }

  #isAnyPossible(words: Words): boolean {
    const { count } = this.#entry;
    for (let at = 0; at < count; at++) if (this.#isPossible(at, words)) return true;
    return false;
  }

  /** Whether the words let the phrase begin with the word at this place. */
  #mayBegin(index: number, words: Words, place: number): boolean {
    const { table, place: from } = this.#entry;
    const at = from + index * 4;
    const next = table[at + 1] ?? 0;
    return (next === 0 || goesOn(words, place, next)) && holds(words, table, at);
  }

  #at(index: number, lower: string, start: number): Range | null {
    const end = matchAt(this.#entry.programs, this.#entry.program(index), lower, start);
    return end < 0 ? null : { start, end };
  }
}
