/** Lists of phrases, tried only where a word stands that one of them begins with. Linear in the text. */
import type { Range } from '../document/types.js';
import { firstFrom, type Word } from '../phrase/tokens.js';
import { type BuiltList, type CompiledPhrase, type Entry, enlist, holds, mayHold, mayStart, type Words, wordsOf } from './words.js';

export type { BuiltList, CompiledPhrase } from './words.js';

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
  /** False where the words of a text rule out that it matches. */
  mayMatch(words: Words): boolean;
}

/** The pattern that matches where any of the phrases does. No expression is compiled before a text holds the words for it. */
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

const NONE: readonly Range[] = [];

class PhraseList implements Pattern {
  readonly #entry: Entry;
  readonly #compiled: (RegExp | undefined)[] = [];
  /** Numbers of phrases that no first word tells: tied to the start of the text, or to nothing. */
  readonly #anchored: number[] = [];
  readonly #free: number[] = [];
  /** Which phrases may begin with a word; made when first asked for. */
  #first: FirstWordTable | undefined;

  constructor(entry: Entry) {
    this.#entry = entry;
    entry.phrases.forEach(({ source, firstWords }, index) => {
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

  which(lower: string): readonly number[] {
    const words = wordsOf(lower);
    if (!this.mayMatch(words)) return [];
    const found = new Set<number>();
    words.words.forEach((word, i) => {
      if (!mayStart(word, this.#entry.id)) return;
      for (const index of this.#startingWith(word))
        if (!found.has(index) && this.#isPossible(index, words) && this.#at(index, lower, words.starts[i] ?? 0)) found.add(index);
    });
    for (const index of this.#anchored) if (this.#isPossible(index, words) && this.#at(index, lower, 0)) found.add(index);
    for (const index of this.#free) if (this.#search(index, lower, words, 0)) found.add(index);
    return [...found].sort((a, b) => a - b);
  }

  mayMatch(words: Words): boolean {
    return mayHold(words, this.#entry);
  }

  find(lower: string, from = 0): Range | null {
    const words = wordsOf(lower);
    if (!this.mayMatch(words)) return null;
    const told = this.#fromWords(words, lower, from);
    if (this.#free.length === 0 && (from > 0 || this.#anchored.length === 0)) return told;
    let best = told && { range: told, index: this.#lastIndex };
    const offer = (range: Range | null, index: number): void => {
      if (range && (!best || range.start < best.range.start || (range.start === best.range.start && index < best.index)))
        best = { range, index };
    };
    for (const index of from === 0 ? this.#anchored : []) if (this.#isPossible(index, words)) offer(this.#at(index, lower, 0), index);
    for (const index of this.#free) offer(this.#search(index, lower, words, from), index);
    return best?.range ?? null;
  }

  /** The phrase that `#fromWords` found last. */
  #lastIndex = 0;

  #fromWords(all: Words, lower: string, from: number): Range | null {
    const { starts, words } = all;
    for (let i = from === 0 ? 0 : firstFrom(starts, from); i < words.length; i++) {
      const word = words[i];
      if (!word || !mayStart(word, this.#entry.id)) continue;
      for (const index of this.#startingWith(word)) {
        if (!this.#isPossible(index, all)) continue;
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
    if (!this.#isPossible(index, words)) return null;
    const expression = this.#expression(index, 'g');
    expression.lastIndex = from;
    const match = expression.exec(lower);
    return match && { start: match.index, end: match.index + match[0].length };
  }

  #isPossible(index: number, words: Words): boolean {
    const phrase = this.#entry.phrases[index];
    return phrase === undefined || holds(words, phrase.required);
  }

  #startingWith(word: Word): readonly number[] {
    this.#first ??= new FirstWordTable(this.#entry.phrases.map(({ firstWords }) => firstWords));
    return this.#first.startingWith(word.text);
  }

  #at(index: number, lower: string, start: number): Range | null {
    const expression = this.#expression(index, 'y');
    expression.lastIndex = start;
    return expression.test(lower) ? { start, end: expression.lastIndex } : null;
  }

  #expression(index: number, flag: 'g' | 'y'): RegExp {
    let made = this.#compiled[index];
    if (!made) {
      made = new RegExp(this.#entry.phrases[index]?.source ?? '(?!)', flag);
      this.#compiled[index] = made;
    }
    return made;
  }
}

/** Which of some phrases may begin with a word, by number, ascending. */
export class FirstWordTable {
  readonly #exact = new Map<string, number[]>();
  readonly #prefixes: (readonly [string, number])[] = [];
  readonly #known = new Map<string, readonly number[]>();

  constructor(firstWords: readonly string[]) {
    firstWords.forEach((words, index) => {
      for (const word of words === '' ? [] : words.split(' ')) {
        if (word.endsWith('*')) this.#prefixes.push([word.slice(0, -1), index]);
        else {
          const numbers = this.#exact.get(word);
          if (numbers) numbers.push(index);
          else this.#exact.set(word, [index]);
        }
      }
    });
  }

  startingWith(word: string): readonly number[] {
    const known = this.#known.get(word);
    if (known) return known;
    const open = this.#prefixes.filter(([prefix]) => word.startsWith(prefix)).map(([, index]) => index);
    const exact = this.#exact.get(word) ?? [];
    const numbers = open.length === 0 ? exact : [...new Set([...exact, ...open])].sort((a, b) => a - b);
    if (this.#known.size > MOST_WORDS) this.#known.clear();
    this.#known.set(word, numbers);
    return numbers;
  }
}

const MOST_WORDS = 5000;
