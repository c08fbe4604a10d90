/**
 * The words of texts and what they announce: which lists of phrases may match where, and which sets of words a text holds. Read
 * once a text for all lists of all extractors and rules. What the words of the built-in lists announce was found out by the build
 * (`scripts/compile-phrases.ts`) and is looked up when a text holds the word; lists made at run time are filed beside them.
 */
import compiled from '../../build/data/phrases.json' with { type: 'json' };
import { type Tokens, Vocabulary, type Word } from '../phrase/tokens.js';

/**
 * A phrase: the source of its expression; the words that it may begin with, with a space between (`*` for any ending; empty: it may begin with
 * anything); then sets of words in the same form, of each of which every text that it matches holds one, the most telling first. Made
 * by `compilePhraseList` of `src/phrase/list.ts`.
 */
export type CompiledPhrase = readonly [source: string, firstWords: string, ...required: string[]];

/** The number of a list of phrases that the build filed. */
export interface BuiltList {
  readonly list: number;
}

/** What the build writes; see `scripts/compile-phrases.ts`. */
export interface CompiledPhrases {
  /** Each list as text, read when it is asked for: a line for each phrase, of its source, its first words and the numbers of the sets of words that it requires, with tabs between. */
  lists: string[];
  /** How many sets of words there are. */
  sets: number;
  /** Word → what it announces, in three fields with `|` between: numbers of `starts`, of `keys` and of `sets` (see `Files`). Sorted, each as the difference to the one before, to base 36. */
  exact: Record<string, string>;
  /** The same of beginnings of words. */
  prefixes: Record<string, string>;
}

const built: CompiledPhrases = compiled;

/** A list as it is filed. */
export interface Entry {
  readonly id: number;
  readonly phrases: readonly EntryPhrase[];
  /** Some phrase needs no word of which is known. */
  readonly canMatchAnything: boolean;
}

interface EntryPhrase {
  readonly source: string;
  readonly firstWords: string;
  /** Numbers of sets of words. */
  readonly required: readonly number[];
}

/** Where a list is filed: one of the build's already is, another is filed now. */
export function enlist(source: BuiltList | readonly CompiledPhrase[]): Entry {
  return 'list' in source ? builtEntry(source.list) : file(source);
}

function builtEntry(id: number): Entry {
  const list = built.lists[id];
  if (list === undefined) throw new Error(`no list of phrases has the number ${id}`);
  const phrases = list.split('\n').map((line) => {
    const [source = '', firstWords = '', sets = ''] = line.split('\t');
    return { source, firstWords, required: wordsIn(sets).map(Number) };
  });
  return { id, phrases, canMatchAnything: phrases.some(needsNothing) };
}

const needsNothing = ({ firstWords, required }: EntryPhrase): boolean => firstWords === '' && required.length === 0;

/** Files a list under the words that its phrases may begin with, and under those without which they cannot match. */
function file(list: readonly CompiledPhrase[]): Entry {
  const id = nextList++;
  const phrases = list.map(([source, firstWords, ...sets]) => {
    for (const word of wordsIn(firstWords)) filesOf(word).starts.push(id);
    for (const word of wordsIn(sets[0] ?? firstWords)) filesOf(word).keys.push(id);
    return { source, firstWords, required: sets.map(numberOfSet) };
  });
  // What is remembered of words does not know this list.
  vocabulary.forget();
  texts.fill(undefined);
  return { id, phrases, canMatchAnything: phrases.some(needsNothing) };
}

const wordsIn = (set: string): readonly string[] => (set === '' ? [] : set.split(' '));

/** What a word announces, as numbers of lists and of sets. */
interface Files {
  /** Lists with a phrase that may begin with it. */
  readonly starts: number[];
  /** Lists of which it is the most telling word of some phrase. */
  readonly keys: number[];
  /** Sets that it is in. */
  readonly sets: number[];
}

let nextList = built.lists.length;
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

/** A text's words and what they announce together. */
export interface Words extends Tokens<KnownWord> {
  readonly text: string;
  /** Bits of the lists that have a phrase whose most telling word is here: most lists have none in a sentence and need look no further. */
  readonly lists: readonly number[];
  /** Bits of the sets of words that the text holds one of; made when first asked for. */
  sets: number[] | undefined;
  /** Lists from this number on were made later: nothing is known of them. */
  readonly known: number;
  /** The number of the document in which it was last asked for. */
  seen: number;
}

export function wordsOf(lower: string): Words {
  const slot = slotOf(lower);
  const known = texts[slot];
  if (known !== undefined && known.text === lower) {
    known.seen = document;
    return known;
  }
  const { starts, words } = vocabulary.tokens(lower);
  const lists = lanes(nextList);
  for (const word of words) addBits(lists, word.keys);
  const found = { text: lower, starts, words, lists, sets: undefined, known: nextList, seen: document };
  texts[slot] = found;
  return found;
}

/** Another document, or another version of one, is read from now on: what neither this one nor the one before asked for is forgotten. */
export function nextDocument(): void {
  for (let slot = 0; slot < texts.length; slot++) if ((texts[slot]?.seen ?? document) < document) texts[slot] = undefined;
  document++;
}

let document = 0;

/**
 * The words of texts read before. The extractors go over the sentences of a document one after another, each asking anew, so that
 * looking up must cost next to nothing: one place for a text, told by its length and some of its signs; a later one takes it over.
 */
const texts = new Array<Words | undefined>(8192).fill(undefined);

function slotOf(text: string): number {
  const { length } = text;
  let hash = length;
  for (let part = 0; part < 8; part++) hash = (Math.imul(hash, 31) + text.charCodeAt((length * part) >> 3)) | 0;
  return (hash ^ (hash >>> 13)) & (texts.length - 1);
}

/** Whether the text may hold a phrase of the list: the most telling word of one is there. */
export const mayHold = (words: Words, { id, canMatchAnything }: Entry): boolean =>
  canMatchAnything || id >= words.known || hasBit(words.lists, id);

/** Whether a phrase of the list may begin with the word. */
export const mayStart = (word: KnownWord, list: number): boolean => hasBit(word.starts, list);

/** Whether the text holds a word of each of these sets. */
export function holds(words: Words, sets: readonly number[]): boolean {
  if (sets.length === 0) return true;
  if (!words.sets) {
    words.sets = lanes(built.sets + setNumbers.size);
    for (const word of words.words) addBits(words.sets, word.sets);
  }
  for (const set of sets) if (!hasBit(words.sets, set)) return false;
  return true;
}

/** What a word announces, gathered from its own entry and those of its beginnings. */
export class KnownWord implements Word {
  readonly text: string;
  /** Bits, one for each list. */
  readonly starts: readonly number[];
  readonly keys: Bits;
  readonly sets: Bits;

  constructor(text: string) {
    this.text = text;
    const starts: number[] = [];
    const keys: number[] = [];
    const sets: number[] = [];
    const add = (fields: string | undefined, files: Files | undefined): void => {
      if (fields !== undefined) {
        const [first = '', second = '', third = ''] = fields.split('|');
        decode(first, starts);
        decode(second, keys);
        decode(third, sets);
      }
      if (files) {
        starts.push(...files.starts);
        keys.push(...files.keys);
        sets.push(...files.sets);
      }
    };
    add(own(built.exact, text), made.get(text));
    for (let length = 1; length <= text.length; length++) {
      const beginning = text.slice(0, length);
      add(own(built.prefixes, beginning), made.size > 0 ? made.get(`${beginning}*`) : undefined);
    }
    const bits = starts.length > 0 ? lanes(nextList) : [];
    addBits(bits, bitsOf(starts));
    this.starts = bits;
    this.keys = bitsOf(keys);
    this.sets = bitsOf(sets);
  }
}

const own = (entries: Record<string, string>, key: string): string | undefined => (Object.hasOwn(entries, key) ? entries[key] : undefined);

/** The numbers of one field of an entry. */
function decode(field: string, to: number[]): void {
  if (field === '') return;
  let number = 0;
  for (const difference of field.split(' ')) {
    number += Number.parseInt(difference, 36);
    to.push(number);
  }
}

/** Numbers as bits: pairs of a lane and the bits of it. */
type Bits = readonly number[];

const lanes = (count: number): number[] => new Array<number>((count >> 5) + 1).fill(0);

function bitsOf(numbers: readonly number[]): Bits {
  const bits: number[] = [];
  for (const number of numbers) {
    const lane = number >> 5;
    const bit = 1 << (number & 31);
    const last = bits.length - 2;
    if (last >= 0 && bits[last] === lane) bits[last + 1] = (bits[last + 1] ?? 0) | bit;
    else bits.push(lane, bit);
  }
  return bits;
}

function addBits(to: number[], bits: Bits): void {
  for (let at = 0; at < bits.length; at += 2) {
    const lane = bits[at] ?? 0;
    to[lane] = (to[lane] ?? 0) | (bits[at + 1] ?? 0);
  }
}

const hasBit = (all: readonly number[], number: number): boolean => (((all[number >> 5] ?? 0) >> (number & 31)) & 1) === 1;

const vocabulary = new Vocabulary((text) => new KnownWord(text));
