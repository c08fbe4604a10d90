/**
 * Under which words phrases are filed: what the words of the built-in lists announce was found out by the build
 * (`scripts/compile-phrases.ts`) and is looked up when a text holds the word; lists made at run time are filed beside them.
 */
import compiled from '../../build/data/phrases.json' with { type: 'json' };
import type { Numbers, Programs } from '../phrase/match.js';
import { ProgramWriter } from '../phrase/program.js';
import { firstFrom, type Word } from '../phrase/tokens.js';
import { type Bits, bitsOf } from './bits.js';
import { numberOf, type WordTable } from './word-table.js';

/**
 * A phrase: the source of its expression; the words that it may begin with, with a space between (`*` for any ending; empty: it may begin with
 * anything); in the same form the words that may come next, commas left out (empty: any); then sets of words of each of which every text
 * that it matches holds one, the most telling first. Made by `compilePhraseList` of `src/phrase/list.ts`.
 */
export type CompiledPhrase = readonly [source: string, firstWords: string, secondWords?: string, ...required: string[]];

/** The number of a list of phrases that the build filed. */
export interface BuiltList {
  readonly list: number;
}

/** What the build writes; see `scripts/compile-phrases.ts`. Long lists of numbers are views of a file. */
export interface CompiledPhrases {
  /** The number of the first phrase of each list among those of all, then how many there are. */
  readonly first: Numbers;
  /**
   * Four numbers for each phrase: its program; the set of words that may come next behind its first word (0: any; else the number of the set
   * and one); two sets of words that it requires, the same way (0: none).
   */
  readonly phrases: Numbers;
  /** The numbers of the phrases that no first word tells, ascending. */
  readonly untold: Numbers;
  readonly programs: Programs;
  /** How many sets of words there are. */
  readonly sets: number;
  readonly words: WordTable;
  /** What words announce: for each, one behind the other, numbers of `starts`, of `keys` and of `sets` (see `KnownWord`), ascending. Those of its beginnings are with it. */
  readonly files: Numbers;
  /** Where in `files` each of the three begins for each word, then where the last ends. */
  readonly fields: Numbers;
}

const built: CompiledPhrases = compiled;

/** A list as it is filed. */
export interface Entry {
  readonly id: number;
  /** The number of its first phrase among those of all lists; the others follow. */
  readonly first: number;
  readonly count: number;
  /** By its place in the list. Those of the build are read when they are asked for: a text asks for few. */
  phrase(index: number): EntryPhrase | undefined;
  /** The places of those that no first word tells. */
  readonly untold: readonly number[];
  /** Some phrase needs no word of which is known. */
  readonly canMatchAnything: boolean;
}

interface EntryPhrase {
  readonly programs: Programs;
  /** Its number among them. */
  readonly program: number;
  /** Numbers of sets of words. */
  readonly required: readonly number[];
  /** The set of words of which one must come next behind the first, commas left out; or `ANY`. */
  readonly second: number;
}

export const ANY = -1;

/** Where a list is filed: one of the build's already is, another is filed now. */
export function enlist(source: BuiltList | readonly CompiledPhrase[]): Entry {
  if (!('list' in source)) return file(source);
  const first = built.first[source.list];
  const end = built.first[source.list + 1];
  if (first === undefined || end === undefined) throw new Error(`no list of phrases has the number ${source.list}`);
  const untold: number[] = [];
  for (let at = firstFrom(built.untold, first); (built.untold[at] ?? end) < end; at++) untold.push((built.untold[at] ?? 0) - first);
  const known: (EntryPhrase | undefined)[] = [];
  const phrase = (index: number): EntryPhrase | undefined => {
    let made = known[index];
    if (made === undefined) {
      made = readPhrase(first + index);
      known[index] = made;
    }
    return made;
  };
  return entryOf(source.list, first, end - first, phrase, untold);
}

function readPhrase(number: number): EntryPhrase {
  const { phrases, programs } = built;
  const at = number * 4;
  const required: number[] = [];
  for (let field = at + 2; field < at + 4; field++) {
    const set = phrases[field] ?? 0;
    if (set > 0) required.push(set - 1);
  }
  return { programs, program: phrases[at] ?? 0, required, second: (phrases[at + 1] ?? 0) - 1 };
}

const entryOf = (id: number, first: number, count: number, phrase: Entry['phrase'], untold: readonly number[]): Entry => ({
  id,
  first,
  count,
  phrase,
  untold,
  canMatchAnything: untold.some((index) => phrase(index)?.required.length === 0),
});

/** Files a list under the words that its phrases may begin with, and under those without which they cannot match. */
function file(list: readonly CompiledPhrase[]): Entry {
  const id = nextList++;
  const first = nextPhrase;
  const programs = new ProgramWriter();
  const phrases = list.map(([source, firstWords, secondWords = '', ...sets]): EntryPhrase => {
    const phrase = nextPhrase++;
    for (const word of wordsIn(firstWords)) filesOf(word).starts.push(phrase);
    for (const word of wordsIn(sets[0] ?? firstWords)) filesOf(word).keys.push(id);
    const second = secondWords === '' ? ANY : numberOfSet(secondWords);
    return { programs, program: programs.add(source), required: sets.map(numberOfSet), second };
  });
  wordIds.clear();
  filed.generation++;
  const untold = list.flatMap(([, firstWords], index) => (firstWords === '' ? [index] : []));
  return entryOf(id, first, phrases.length, (index) => phrases[index], untold);
}

const wordsIn = (set: string): readonly string[] => (set === '' ? [] : set.split(' '));

let nextList = built.first.length - 1;
let nextPhrase = built.first[nextList] ?? 0;

/** How many lists and sets of words are filed by now, and the greatest number of a word. What tables know of words holds for one generation. */
export const filed = {
  generation: 0,
  lists: (): number => nextList,
  sets: (): number => built.sets + setNumbers.size,
  words: (): number => Math.min(wordIds.size, UNNUMBERED),
};

/** What a word announces. */
interface Files {
  readonly starts: number[];
  readonly keys: number[];
  readonly sets: number[];
}

const made = new Map<string, Files>();

function filesOf(word: string): Files {
  const known = made.get(word);
  if (known) return known;
  const files: Files = { starts: [], keys: [], sets: [] };
  made.set(word, files);
  return files;
}

const setNumbers = new Map<string, number>();

function numberOfSet(set: string): number {
  const known = setNumbers.get(set);
  if (known !== undefined) return known;
  const number = built.sets + setNumbers.size;
  setNumbers.set(set, number);
  for (const word of set.split(' ')) filesOf(word).sets.push(number);
  return number;
}

/** A word and what it announces together with its beginnings. */
export class KnownWord implements Word {
  readonly text: string;
  /** Tells it from the other words that a phrase begins with; 0 where none does, `UNNUMBERED` where there are too many. */
  readonly id: number;
  /** Bits of the lists of which it is the most telling word of some phrase. */
  readonly keys: Bits;
  #sets: Bits | undefined;
  #starts: Numbers | undefined;
  /** Its number, or that of its longest beginning, among the words that the build filed something under. */
  readonly #number: number;

  constructor(text: string) {
    this.text = text;
    this.#number = numberOf(built.words, text);
    this.keys = bitsOf(announced(text, this.#number, 'keys'));
    this.id = announced(text, this.#number, 'starts').length > 0 ? wordId(text) : 0;
  }

  /** Bits of the sets of words that it is in. */
  get sets(): Bits {
    this.#sets ??= bitsOf(announced(this.text, this.#number, 'sets'));
    return this.#sets;
  }

  /** Numbers of the phrases that may begin with it, ascending, each once. */
  get starts(): Numbers {
    this.#starts ??= announced(this.text, this.#number, 'starts');
    return this.#starts;
  }
}

/** The words of a language that phrases begin with are fewer by far. */
export const UNNUMBERED = 16_000;
const wordIds = new Map<string, number>();

/** The same word may be forgotten and met again. */
function wordId(text: string): number {
  const known = wordIds.get(text);
  if (known !== undefined) return known;
  if (wordIds.size + 1 >= UNNUMBERED) return UNNUMBERED;
  wordIds.set(text, wordIds.size + 1);
  return wordIds.size;
}

const FIELDS = { starts: 0, keys: 1, sets: 2 } as const;

/** What a word announces by what is filed under it and its beginnings, by the build and since. Ascending, each once. */
function announced(text: string, number: number, field: keyof Files): Numbers {
  const at = number * 3 + FIELDS[field];
  const own = number < 0 ? NOTHING : built.files.slice(built.fields[at] ?? 0, built.fields[at + 1] ?? 0);
  if (made.size === 0) return own;
  const all = new Set(Array.from(own));
  const add = (word: string): void => {
    for (const entry of made.get(word)?.[field] ?? []) all.add(entry);
  };
  add(text);
  for (let length = 1; length <= text.length; length++) add(`${text.slice(0, length)}*`);
  return [...all].sort((a, b) => a - b);
}

const NOTHING: Numbers = [];
