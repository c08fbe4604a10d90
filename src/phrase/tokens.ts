/** The words of texts: runs of `\w`, and every other sign but the space by itself, each made into a string once and for all. */
import { ownString } from '../data/own-string.js';
import { signTable } from '../data/sign-table.js';

/** A word of the language of texts, the same object wherever it stands. */
export interface Word {
  readonly text: string;
  /** What tables know it by. */
  readonly id: number;
}

export interface Tokens<W extends Word = Word> {
  /** Offsets, ascending. */
  readonly starts: readonly number[];
  readonly words: readonly W[];
  /** The numbers of the words. */
  readonly ids: readonly number[];
}

/** What `\w` matches, without the match object that an expression would make of every word. */
export const isWord = (code: number): boolean => SIGNS[code] === 1;

/** 1 for what `\w` matches. */
const SIGNS = signTable(123, '09', 'AZ', '__', 'az');

/** The first place in the ascending list, or in the ascending part of one, whose value is not before `wanted`. */
export function firstFrom(values: ArrayLike<number>, wanted: number, from = 0, end = values.length): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Finds words in texts without cutting them out: by a hash of their signs, in a table with open addressing. A word that is seen for
 * the first time is made by `make`; what is known is forgotten when there are too many.
 */
export class Vocabulary<W extends Word> {
  readonly #make: (text: string) => W;
  #table: (W | undefined)[] = new Array<W | undefined>(FIRST_SIZE).fill(undefined);
  #count = 0;
  /** Filled anew for every text: lists that grow are copied again and again. */
  #starts: number[] = [];
  #words: W[] = [];
  #ids: number[] = [];

  constructor(make: (text: string) => W) {
    this.#make = make;
  }

  /** The words from one place of the text to before another; their offsets are from the first. */
  tokens(text: string, from = 0, end = text.length): Tokens<W> {
    const starts = this.#starts;
    const words = this.#words;
    const ids = this.#ids;
    let count = 0;
    for (let at = from; at < end; ) {
      let code = text.charCodeAt(at);
      const start = at++;
      if (code === SPACE) continue;
      let hash = code;
      // Not `isWord`: to ask it of every sign takes longer than all else here.
      if (SIGNS[code] === 1) {
        for (code = text.charCodeAt(at); at < end && SIGNS[code] === 1; code = text.charCodeAt(++at))
          hash = (Math.imul(hash, 31) + code) | 0;
      }
      starts[count] = start - from;
      const word = this.#find(text, start, at, hash);
      words[count] = word;
      ids[count++] = word.id;
    }
    const tokens = { starts: starts.slice(0, count), words: words.slice(0, count), ids: ids.slice(0, count) };
    if (count > LONG) this.#clear();
    return tokens;
  }

  forget(): void {
    this.#table = new Array<W | undefined>(FIRST_SIZE).fill(undefined);
    this.#count = 0;
    this.#clear();
  }

  #clear(): void {
    this.#starts = [];
    this.#words = [];
    this.#ids = [];
  }

  #find(text: string, start: number, end: number, hash: number): W {
    const mask = this.#table.length - 1;
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const known = this.#table[slot];
      if (known === undefined) return this.#add(ownString(text.slice(start, end)), slot);
      if (isAt(known.text, text, start, end)) return known;
    }
  }

  #add(text: string, slot: number): W {
    const made = this.#make(text);
    this.#table[slot] = made;
    this.#count++;
    if (this.#count > MOST) this.forget();
    else if (this.#count * 2 > this.#table.length) this.#grow();
    return made;
  }

  #grow(): void {
    const before = this.#table;
    const mask = before.length * 2 - 1;
    const table = new Array<W | undefined>(mask + 1).fill(undefined);
    for (const word of before) {
      if (!word) continue;
      let slot = mixed(hashOf(word.text)) & mask;
      while (table[slot]) slot = (slot + 1) & mask;
      table[slot] = word;
    }
    this.#table = table;
  }
}

const SPACE = 32;
/** A power of two, as every size is. */
const FIRST_SIZE = 2048;
const MOST = 50_000;
/** Of so many words the lists are not kept for the next text. */
const LONG = 20_000;

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** The low bits alone tell little of long words. */
const mixed = (hash: number): number => hash ^ (hash >>> 15);
