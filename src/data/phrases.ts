/** Lists of phrases, tried only where a word stands that one of them begins with. Linear in the text. */
import type { Range } from '../document/types.js';
import { beginsAtStart, matchAt, search } from '../phrase/match.js';
import { firstFrom } from '../phrase/tokens.js';
import { hasBit } from './bits.js';
import { type BuiltList, type CompiledPhrase, type Entry, filed, type KnownWord, UNNUMBERED } from './filed.js';
import { enlist, goesOn, holds, mayHold, type TextTable, type Words, wordsOf } from './words.js';

export type { BuiltList, CompiledPhrase } from './filed.js';

/** A list of phrases: one that the build has filed, or one made since. */
export type PhraseSource = BuiltList | readonly CompiledPhrase[];

/** A compiled list of phrases. Ranges are offsets into the string given. */
export interface Pattern {
  test(lower: string): boolean;
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

  which(lower: string): readonly number[] {
    const words = wordsOf(lower);
    if (!this.mayMatch(words)) return [];
    const found = new Set<number>();
    const { starters, anchored, free } = this.#made;
    const open = starters.open();
    words.words.forEach((word, place) => {
      for (const index of hasBit(open, word.id) ? starters.of(word) : NO_PHRASE)
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
    const { starters } = this.#made;
    const open = starters.open();
    const found: Match[] = [];
    let last = from;
    for (let i = from === 0 ? 0 : firstFrom(starts, from); i < ids.length; i++) {
      const start = starts[i] ?? 0;
      if (!hasBit(open, ids[i] ?? 0) || start < last) continue;
      if (start >= to) break;
      const match = this.#longestAt(words, i, to);
      if (!match) continue;
      found.push(match);
      last = match.end;
    }
    return found;
  }

  #longestAt(all: Words, i: number, to: number): Match | undefined {
    const start = all.starts[i] ?? 0;
    const word = all.words[i];
    let longest: Match | undefined;
    for (const phrase of word ? this.#made.starters.of(word) : NO_PHRASE) {
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
    const lower = words.text;
    const told = this.#fromWords(words, lower, from);
    if (free.length === 0 && (from > 0 || anchored.length === 0)) return told;
    let best = told && { range: told, index: this.#lastIndex };
    const offer = (range: Range | null, index: number): void => {
      if (range && (!best || range.start < best.range.start || (range.start === best.range.start && index < best.index)))
        best = { range, index };
    };
    for (const index of from === 0 ? anchored : []) if (this.#isPossible(index, words)) offer(this.#at(index, lower, 0), index);
    for (const index of free) offer(this.#search(index, lower, words, from), index);
    return best?.range ?? null;
  }

  /** The phrase that `#fromWords` found last. */
  #lastIndex = 0;

  #fromWords(all: Words, lower: string, from: number): Range | null {
    const { starts, ids } = all;
    const { starters } = this.#made;
    const open = starters.open();
    for (let i = from === 0 ? 0 : firstFrom(starts, from); i < ids.length; i++) {
      if (!hasBit(open, ids[i] ?? 0)) continue;
      const word = all.words[i];
      const indices = word ? starters.of(word) : NO_PHRASE;
      for (let at = 0; at < indices.length; at++) {
        const index = indices[at] ?? 0;
        if (!this.#mayBegin(index, all, i)) continue;
        const range = this.#at(index, lower, starts[i] ?? 0);
        if (!range) continue;
        this.#lastIndex = index;
        return range;
      }
    }
    return null;
  }

  /** The first match of a phrase that no word tells. */
  #search(index: number, lower: string, words: Words, from: number): Range | null {
    const { programs, program, required } = this.#entry.phrase(index);
    return holds(words, required) ? search(programs, program, lower, from) : null;
  }

  #isPossible(index: number, words: Words): boolean {
    return holds(words, this.#entry.phrase(index).required);
  }

  #isAnyPossible(words: Words): boolean {
    const { count } = this.#entry;
    for (let at = 0; at < count; at++) if (this.#isPossible(at, words)) return true;
    return false;
  }

  /** Whether the words let the phrase begin with the word at this place. */
  #mayBegin(index: number, words: Words, place: number): boolean {
    const { second, required } = this.#entry.phrase(index);
    return goesOn(words, place, second) && holds(words, required);
  }

  #at(index: number, lower: string, start: number): Range | null {
    const { programs, program } = this.#entry.phrase(index);
    const end = matchAt(programs, program, lower, start);
    return end < 0 ? null : { start, end };
  }
}

/** What is found out of a list once. */
interface Phrases {
  readonly starters: Starters;
  /** Phrases, by their places in the list, that no first word tells: tied to the start of the text, or to nothing. */
  readonly anchored: readonly number[];
  readonly free: readonly number[];
  /** Of few phrases it is soon told that none is possible. */
  readonly isShort: boolean;
}

function phrasesOf(entry: Entry): Phrases {
  const { first, count } = entry;
  const isAnchored = (index: number): boolean => beginsAtStart(entry.phrase(index).programs, entry.phrase(index).program);
  const untold = entry.untold();
  return {
    starters: new Starters(first, first + count),
    anchored: untold.filter(isAnchored),
    free: untold.filter((index) => !isAnchored(index)),
    isShort: count <= SHORT && allRequire(entry),
  };
}

function allRequire(entry: Entry): boolean {
  for (let at = 0; at < entry.count; at++) if (entry.phrase(at).required.length === 0) return false;
  return true;
}

/** Which phrases of a list may begin with a word, found out once a word. */
class Starters {
  readonly #first: number;
  readonly #end: number;
  /** By the word's number, a bit: unset where it is known that none begins with it. Of many words little enough to stay at hand. */
  #open = new Int32Array(0);
  /** By the word's number: 0 where nothing is known, else the place in `#lists`. */
  #places = new Uint16Array(0);
  #lists: (readonly number[])[] = [];
  #generation = -1;

  /** `first` and `end`: the numbers of the list's phrases among those of all. */
  constructor(first: number, end: number) {
    this.#first = first;
    this.#end = end;
  }

  /** Bits of the words, by their numbers, that it is worth to ask `of` for. Holds until another text is read. */
  open(): Int32Array {
    if (this.#generation !== filed.generation || this.#places.length <= filed.words()) this.#grow();
    return this.#open;
  }

  /** Their places in the list, ascending. */
  of(word: KnownWord): readonly number[] {
    const place = this.#places[word.id] ?? 0;
    return place === 0 ? this.#read(word) : (this.#lists[place] ?? NO_PHRASE);
  }

  #read({ id, files, starts, keys }: KnownWord): readonly number[] {
    const first = this.#first;
    const end = this.#end;
    // A text asks this thousands of times, and most words begin no phrase of most lists: not even phrases before and behind them.
    const isAmong = starts < keys && (files[starts] ?? 0) < end && (files[keys - 1] ?? 0) >= first;
    let at = isAmong ? firstFrom(files, first, starts, keys) : keys;
    let found = NO_PHRASE;
    if (at < keys && (files[at] ?? 0) < end) {
      const phrases: number[] = [];
      for (; at < keys && (files[at] ?? 0) < end; at++) phrases.push((files[at] ?? 0) - first);
      found = phrases;
    }
    if (id === UNNUMBERED) return found;
    if (found === NO_PHRASE) this.#open[id >> 5] = (this.#open[id >> 5] ?? 0) & ~(1 << (id & 31));
    else this.#places[id] = this.#lists.push(found) - 1;
    return found;
  }

  #grow(): void {
    const places = new Uint16Array(Math.max(FEW, filed.words() * 2));
    const open = new Int32Array((places.length >> 5) + 1).fill(-1);
    if (this.#generation === filed.generation) {
      places.set(this.#places);
      open.set(this.#open);
    } else this.#lists = [NO_PHRASE];
    // The number of all words that no phrase begins with.
    open[0] = (open[0] ?? 0) & ~1;
    this.#open = open;
    this.#places = places;
    this.#generation = filed.generation;
  }
}

const NO_PHRASE: readonly number[] = [];
const SHORT = 4;
const FEW = 512;
