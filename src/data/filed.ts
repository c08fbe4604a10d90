/**
 * Under which words phrases are filed: what the words of the built-in lists announce was found out by the build
 * (`scripts/compile-phrases.ts`) and is looked up when a text holds the word; lists made at run time are filed beside them.
 */
import compiled from '../../build/data/phrases.json' with { type: 'json' };
import type { Word } from '../phrase/tokens.js';
import { type Bits, bitsOf } from './bits.js';

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

/** What the build writes; see `scripts/compile-phrases.ts`. */
export interface CompiledPhrases {
  /**
   * Each list as text, read when it is asked for: a line for each phrase, with tabs between its source, the numbers of the sets of words
   * that it requires, and the number of the set of words that may come next behind its first word: nothing where any may, `-` where no
   * first word tells the phrase. Numbers are to base 36.
   */
  lists: string[];
  /** The number of the first phrase of each list among those of all, then how many there are. */
  first: number[];
  /** How many sets of words there are. */
  sets: number;
  /** Word → what it announces, in three fields with `|` between: numbers of `starts`, of `keys` and of `sets` (see `KnownWord`). Sorted, each as the difference to the one before. */
  exact: Record<string, string>;
  /** The same of beginnings of words. */
  prefixes: Record<string, string>;
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
  readonly source: string;
  /** Numbers of sets of words. */
  readonly required: readonly number[];
  /** The set of words of which one must come next behind the first, commas left out; or `ANY`. */
  readonly second: number;
}

export const ANY = -1;

/** Where a list is filed: one of the build's already is, another is filed now. */
export function enlist(source: BuiltList | readonly CompiledPhrase[]): Entry {
  if (!('list' in source)) return file(source);
  const text = built.lists[source.list];
  if (text === undefined) throw new Error(`no list of phrases has the number ${source.list}`);
  const lines = text.split('\n');
  const untold = text.includes(UNTOLD) ? lines.flatMap((line, index) => (line.endsWith(UNTOLD) ? [index] : [])) : [];
  const known: (EntryPhrase | undefined)[] = [];
  const phrase = (index: number): EntryPhrase | undefined => {
    const line = lines[index];
    if (line !== undefined) known[index] ??= readPhrase(line);
    return known[index];
  };
  return entryOf(source.list, built.first[source.list] ?? 0, lines.length, phrase, untold);
}

/** Ends the line of a phrase that no first word tells. */
const UNTOLD = '\t-';

function readPhrase(line: string): EntryPhrase {
  const [source = '', sets = '', next = ''] = line.split('\t');
  const required = wordsIn(sets).map((number) => Number.parseInt(number, 36));
  return { source, required, second: next === '' || next === '-' ? ANY : Number.parseInt(next, 36) };
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
  const phrases = list.map(([source, firstWords, secondWords = '', ...sets]) => {
    const phrase = nextPhrase++;
    for (const word of wordsIn(firstWords)) filesOf(word).starts.push(phrase);
    for (const word of wordsIn(sets[0] ?? firstWords)) filesOf(word).keys.push(id);
    const second = secondWords === '' ? ANY : numberOfSet(secondWords);
    return { source, required: sets.map(numberOfSet), second };
  });
  wordIds.clear();
  filed.generation++;
  const untold = list.flatMap(([, firstWords], index) => (firstWords === '' ? [index] : []));
  return entryOf(id, first, phrases.length, (index) => phrases[index], untold);
}

const wordsIn = (set: string): readonly string[] => (set === '' ? [] : set.split(' '));

let nextList = built.lists.length;
let nextPhrase = built.first[built.lists.length] ?? 0;

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

/** A word and what it announces, gathered from its own entry and those of its beginnings. */
export class KnownWord implements Word {
  readonly text: string;
  /** Tells it from the other words that a phrase begins with; 0 where none does, `UNNUMBERED` where there are too many. */
  readonly id: number;
  /** Bits of the lists of which it is the most telling word of some phrase. */
  readonly keys: Bits;
  /** Bits of the sets of words that it is in. */
  readonly sets: Bits;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.text = text;
    const entries = entriesOf(text);
    this.keys = bitsOf(gathered(entries, 1));
    this.sets = bitsOf(gathered(entries, 2));
    this.id = entries.some((entry) => (typeof entry === 'string' ? !entry.startsWith('|') : entry.starts.length > 0)) ? wordId(text) : 0;
  }

  /** Numbers of the phrases that may begin with it, ascending, each once. */
  get starts(): readonly number[] {
    this.#starts ??= [...new Set(gathered(entriesOf(this.text), 0))].sort((a, b) => a - b);
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

/** What is filed under a word and its beginnings: text of the build, and what was filed since. */
function entriesOf(text: string): readonly (string | Files)[] {
  const entries: (string | Files)[] = [];
  const add = (entry: string | Files | undefined): void => {
    if (entry !== undefined) entries.push(entry);
  };
  add(own(built.exact, text));
  if (made.size > 0) add(made.get(text));
  for (let length = 1; length <= text.length; length++) {
    const beginning = text.slice(0, length);
    add(own(built.prefixes, beginning));
    if (made.size > 0) add(made.get(`${beginning}*`));
  }
  return entries;
}

const own = (entries: Record<string, string>, key: string): string | undefined => (Object.hasOwn(entries, key) ? entries[key] : undefined);

/** One field of the entries together. */
function gathered(entries: readonly (string | Files)[], field: 0 | 1 | 2): number[] {
  const found: number[] = [];
  for (const entry of entries) {
    if (typeof entry === 'string') decode(entry.split('|', 3)[field] ?? '', found);
    else found.push(...(field === 0 ? entry.starts : field === 1 ? entry.keys : entry.sets));
  }
  return found;
}

/** The numbers of one field of an entry. The engine's reader of JSON takes a fraction of the time that code takes which runs for the first time. */
function decode(field: string, to: number[]): void {
  if (field === '') return;
  let number = 0;
  const differences: readonly number[] = JSON.parse(`[${field}]`);
  for (const difference of differences) {
    number += difference;
    to.push(number);
  }
}
