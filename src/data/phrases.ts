/** Lists of compiled phrases, tried only where a word stands that one of them begins with. Linear in the text. */
import type { Range } from '../document/types.js';

/**
 * A phrase: the source of its expression, then the words that it may begin with (`*` for any ending). No words: it may begin
 * with anything. Made by `compilePhraseList` of `src/phrase/list.ts`.
 */
export type CompiledPhrase = readonly [source: string, ...firstWords: string[]];

/** A compiled list of phrases. Ranges are offsets into the string given. */
export interface Pattern {
  test(lower: string): boolean;
  /** The first match at or after `from`, or null; where two phrases match at one place, the earlier in the list. */
  find(lower: string, from?: number): Range | null;
  all(lower: string): readonly Range[];
}

/** The pattern that matches where any of the phrases does. Nothing is compiled before a text holds a first word of it. */
export function makePhrases(phrases: readonly CompiledPhrase[]): Pattern {
  let list: PhraseList | undefined;
  const find = (lower: string, from = 0): Range | null => {
    list ??= new PhraseList(phrases);
    return list.find(lower, from);
  };
  return {
    test: (lower) => find(lower) !== null,
    find,
    all(lower) {
      let next = find(lower);
      // Most lists are not in most sentences.
      if (!next) return NONE;
      const ranges: Range[] = [];
      for (; next; next = find(lower, Math.max(next.end, next.start + 1))) ranges.push(next);
      return ranges;
    },
  };
}

const NONE: readonly Range[] = [];

class PhraseList {
  readonly #id = nextId++;
  readonly #phrases: readonly CompiledPhrase[];
  readonly #compiled: (RegExp | undefined)[] = [];
  /** Numbers of phrases that no first word tells: tied to the start of the text, or to nothing. */
  readonly #anchored: number[] = [];
  readonly #free: number[] = [];

  constructor(phrases: readonly CompiledPhrase[]) {
    this.#phrases = phrases;
    phrases.forEach(([source, ...words], index) => {
      if (words.length === 0) (source.startsWith('^') ? this.#anchored : this.#free).push(index);
      for (const word of words) {
        const open = word.endsWith('*');
        const key = open ? word.slice(0, -1) : word;
        const table = open ? prefixes : exact;
        table.set(key, [...(table.get(key) ?? []), [this.#id, index]]);
      }
    });
    // What is remembered of words does not know this list.
    known.clear();
    texts.clear();
  }

  find(lower: string, from: number): Range | null {
    const told = this.#fromWords(lower, from);
    if (this.#free.length === 0 && (from > 0 || this.#anchored.length === 0)) return told;
    let best = told && { range: told, index: this.#lastIndex };
    const offer = (range: Range | null, index: number): void => {
      if (range && (!best || range.start < best.range.start || (range.start === best.range.start && index < best.index)))
        best = { range, index };
    };
    for (const index of from === 0 ? this.#anchored : []) offer(this.#at(index, lower, 0), index);
    for (const index of this.#free) {
      const expression = this.#expression(index, 'g');
      expression.lastIndex = from;
      const match = expression.exec(lower);
      if (match) offer({ start: match.index, end: match.index + match[0].length }, index);
    }
    return best?.range ?? null;
  }

  /** The phrase that `#fromWords` found last. */
  #lastIndex = 0;

  #fromWords(lower: string, from: number): Range | null {
    const { starts, words, lists } = wordsOf(lower);
    if (!hasBit(lists, this.#id)) return null;
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i] ?? 0;
      const candidates = start < from ? undefined : words[i]?.phrases.get(this.#id);
      if (!candidates) continue;
      for (const index of candidates) {
        const range = this.#at(index, lower, start);
        if (!range) continue;
        this.#lastIndex = index;
        return range;
      }
    }
    return null;
  }

  #at(index: number, lower: string, start: number): Range | null {
    const expression = this.#expression(index, 'y');
    expression.lastIndex = start;
    const match = expression.exec(lower);
    return match ? { start, end: start + match[0].length } : null;
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

/** Of a word, the lists with phrases that may begin with it, and which of their phrases, in order. */
interface WordInfo {
  readonly phrases: ReadonlyMap<number, readonly number[]>;
  /** The lists as bits, 30 a number: small integers cost the collector nothing. */
  readonly lists: readonly number[];
}

let nextId = 0;
const exact = new Map<string, readonly (readonly [list: number, phrase: number])[]>();
const prefixes = new Map<string, readonly (readonly [list: number, phrase: number])[]>();
const known = new Map<string, WordInfo>();
const MAX_KNOWN = 50_000;

interface Words {
  readonly starts: readonly number[];
  readonly words: readonly WordInfo[];
  /** The lists of all words: most lists have no first word in a sentence and need look no further. */
  readonly lists: readonly number[];
}

/** The extractors go over the sentences of a document one after another: room for those of a long policy. */
const texts = new Map<string, Words>();
const MAX_TEXTS = 6000;

function wordsOf(lower: string): Words {
  const before = texts.get(lower);
  if (before) return before;
  const starts: number[] = [];
  const words: WordInfo[] = [];
  const lists = noLists();
  for (let at = 0; at < lower.length; at++) {
    if (!isWord(lower.charCodeAt(at))) continue;
    const start = at;
    do at++;
    while (isWord(lower.charCodeAt(at)));
    const info = infoOf(lower.slice(start, at));
    if (info.phrases.size === 0) continue;
    starts.push(start);
    words.push(info);
    for (let i = 0; i < lists.length; i++) lists[i] = (lists[i] ?? 0) | (info.lists[i] ?? 0);
  }
  if (texts.size >= MAX_TEXTS) texts.clear();
  const made = { starts, words, lists };
  texts.set(lower, made);
  return made;
}

const LANE = 30;
const noLists = (): number[] => new Array<number>(Math.floor(nextId / LANE) + 1).fill(0);
const hasBit = (lists: readonly number[], id: number): boolean => (((lists[Math.floor(id / LANE)] ?? 0) >> (id % LANE)) & 1) === 1;

/** What `\w` matches in lower-cased text, without the match object that an expression would make of every word. */
export const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 65 && code <= 90);

function infoOf(word: string): WordInfo {
  const before = known.get(word);
  if (before) return before;
  const info = new Map<number, number[]>();
  const lists = noLists();
  const add = (entries: readonly (readonly [number, number])[] | undefined): void => {
    for (const [list, phrase] of entries ?? []) {
      const lane = Math.floor(list / LANE);
      lists[lane] = (lists[lane] ?? 0) | (1 << (list % LANE));
      const phrases = info.get(list);
      if (!phrases) info.set(list, [phrase]);
      else if (!phrases.includes(phrase)) phrases.push(phrase);
    }
  };
  add(exact.get(word));
  for (let length = 1; length <= word.length; length++) add(prefixes.get(word.slice(0, length)));
  for (const phrases of info.values()) phrases.sort((a, b) => a - b);
  if (known.size > MAX_KNOWN) known.clear();
  const made = { phrases: info, lists };
  known.set(word, made);
  return made;
}
