/**
 * The words of texts and what they announce: which lists of phrases may match where, and which sets of words a text holds. Read
 * once a text for all lists of all extractors and rules.
 */

/** A phrase as it is compiled; see `CompiledPhrase` of `phrases.ts`. */
type Filed = readonly [source: string, firstWords: string, ...required: string[]];

/** Under which number a list is filed, and the numbers of the sets of words that each phrase requires. */
export interface Entry {
  readonly id: number;
  readonly required: readonly (readonly number[])[];
  /** Some phrase needs no word of which is known. */
  readonly canMatchAnything: boolean;
}

/** Files a list under the words that its phrases may begin with, and under those without which they cannot match. */
export function enlist(phrases: readonly Filed[]): Entry {
  const id = nextList++;
  let canMatchAnything = false;
  const required = phrases.map(([, firstWords, ...sets], phrase) => {
    if (firstWords !== '') for (const word of firstWords.split(' ')) file(word).starts.push([id, phrase]);
    // The most telling set comes first.
    const key = sets[0] ?? firstWords;
    if (key === '') canMatchAnything = true;
    else for (const word of key.split(' ')) note(file(word).keys, id);
    return sets.map(numberOfSet);
  });
  // What is remembered of words does not know this list.
  if (known.size > 0) known.clear();
  recent.clear();
  earlier.clear();
  return { id, required, canMatchAnything };
}

/** A text's words, as far as any list begins with them. */
export interface Words {
  /** Offsets, ascending. */
  readonly starts: readonly number[];
  readonly words: readonly WordInfo[];
  /** Bits of the lists that have a phrase whose most telling word is here: most lists have none in a sentence and need look no further. */
  readonly lists: readonly number[];
  /** Bits of the sets of words that the text holds one of; made when first asked for. */
  sets: readonly number[] | undefined;
  readonly all: readonly WordInfo[];
  /** Lists from this number on were made later: nothing is known of them. */
  readonly known: number;
}

export interface WordInfo {
  /** The lists with phrases that may begin with the word, and which of their phrases, in order. */
  readonly phrases: ReadonlyMap<number, readonly number[]>;
  /** Whether any phrase may. */
  readonly begins: boolean;
  readonly lists: Bits;
  readonly sets: Bits;
}

export function wordsOf(lower: string): Words {
  const before = recent.get(lower);
  if (before) return before;
  const made = earlier.get(lower) ?? read(lower);
  if (recent.size >= MAX_TEXTS) nextDocument();
  recent.set(lower, made);
  return made;
}

/** Another document, or another version of one, is read from now on: what is not asked for again is forgotten with the next. */
export function nextDocument(): void {
  earlier = recent;
  recent = new Map();
}

function read(lower: string): Words {
  const starts: number[] = [];
  const words: WordInfo[] = [];
  const all: WordInfo[] = [];
  const lists = lanes(nextList);
  for (let at = 0; at < lower.length; at++) {
    if (!isWord(lower.charCodeAt(at))) continue;
    const start = at;
    do at++;
    while (isWord(lower.charCodeAt(at)));
    const info = infoOf(lower.slice(start, at));
    if (info === NOTHING) continue;
    all.push(info);
    addBits(lists, info.lists);
    if (!info.begins) continue;
    starts.push(start);
    words.push(info);
  }
  return { starts, words, lists, sets: undefined, all, known: nextList };
}

/** Whether the text holds the most telling word of some phrase of the list. */
export const mayHold = (words: Words, list: number): boolean => list >= words.known || hasBit(words.lists, list);

/** Whether the text holds a word of each of these sets. */
export function holds(words: Words, sets: readonly number[]): boolean {
  if (sets.length === 0) return true;
  words.sets ??= setsOf(words.all);
  for (const set of sets) if (!hasBit(words.sets, set)) return false;
  return true;
}

/** What `\w` matches in lower-cased text, without the match object that an expression would make of every word. */
export const isWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || (code >= 65 && code <= 90);

interface Files {
  readonly starts: [list: number, phrase: number][];
  /** Bits of the lists of which this word is the most telling of some phrase. */
  readonly keys: number[];
  /** Bits of the sets that it is in. */
  readonly sets: number[];
}

let nextList = 0;
const exact = new Map<string, Files>();
const prefixes = new Map<string, Files>();
let longestPrefix = 0;

function file(word: string): Files {
  const open = word.endsWith('*');
  const key = open ? word.slice(0, -1) : word;
  if (open && key.length > longestPrefix) longestPrefix = key.length;
  const table = open ? prefixes : exact;
  let files = table.get(key);
  if (!files) {
    files = { starts: [], keys: [], sets: [] };
    table.set(key, files);
  }
  return files;
}

const setNumbers = new Map<string, number>();

function numberOfSet(set: string): number {
  const before = setNumbers.get(set);
  if (before !== undefined) return before;
  const number = setNumbers.size;
  setNumbers.set(set, number);
  for (const word of set.split(' ')) note(file(word).sets, number);
  return number;
}

const known = new Map<string, WordInfo>();
const MAX_KNOWN = 50_000;

/**
 * The extractors go over the sentences of a document one after another, and an editor's next version of it has most of them again:
 * what was asked for of this document, and of the one before.
 */
let recent = new Map<string, Words>();
let earlier = new Map<string, Words>();
const MAX_TEXTS = 20_000;

const NOTHING: WordInfo = { phrases: new Map(), begins: false, lists: [], sets: [] };

function infoOf(word: string): WordInfo {
  const before = known.get(word);
  if (before) return before;
  const files: Files[] = [];
  const own = exact.get(word);
  if (own) files.push(own);
  for (let length = Math.min(word.length, longestPrefix); length > 0; length--) {
    const found = prefixes.get(word.slice(0, length));
    if (found) files.push(found);
  }
  const made = files.length === 0 ? NOTHING : new KnownWord(files);
  if (known.size > MAX_KNOWN) known.clear();
  known.set(word, made);
  return made;
}

class KnownWord implements WordInfo {
  readonly lists: Bits;
  readonly sets: Bits;
  readonly begins: boolean;
  readonly #files: readonly Files[];
  #phrases: ReadonlyMap<number, readonly number[]> | undefined;

  constructor(files: readonly Files[]) {
    const [only] = files;
    const isAlone = files.length === 1 && only !== undefined;
    this.#files = files;
    this.lists = isAlone ? only.keys : files.flatMap(({ keys }) => keys);
    this.sets = isAlone ? only.sets : files.flatMap(({ sets }) => sets);
    this.begins = files.some(({ starts }) => starts.length > 0);
  }

  get phrases(): ReadonlyMap<number, readonly number[]> {
    this.#phrases ??= phrasesIn(this.#files);
    return this.#phrases;
  }
}

function phrasesIn(files: readonly Files[]): ReadonlyMap<number, readonly number[]> {
  const phrases = new Map<number, number[]>();
  for (const { starts } of files)
    for (const [list, phrase] of starts) {
      const numbers = phrases.get(list);
      if (!numbers) phrases.set(list, [phrase]);
      else if (!numbers.includes(phrase)) numbers.push(phrase);
    }
  for (const numbers of phrases.values()) if (numbers.length > 1) numbers.sort((a, b) => a - b);
  return phrases;
}

function setsOf(all: readonly WordInfo[]): readonly number[] {
  const made = lanes(setNumbers.size);
  for (const info of all) addBits(made, info.sets);
  return made;
}

/** Numbers as bits, 30 to a lane: small integers cost the collector nothing. Pairs of a lane and bits of it. */
type Bits = readonly number[];

const LANE = 30;
const lanes = (count: number): number[] => new Array<number>(Math.floor(count / LANE) + 1).fill(0);
const hasBit = (all: readonly number[], number: number): boolean => (((all[Math.floor(number / LANE)] ?? 0) >> (number % LANE)) & 1) === 1;

function note(bits: number[], number: number): void {
  bits.push(Math.floor(number / LANE), 1 << (number % LANE));
}

function addBits(to: number[], bits: Bits): void {
  for (let at = 0; at < bits.length; at += 2) {
    const lane = bits[at] ?? 0;
    to[lane] = (to[lane] ?? 0) | (bits[at + 1] ?? 0);
  }
}
