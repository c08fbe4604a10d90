/**
 * Under which words phrases are filed: what the words of the built-in lists announce was found out by the build
 * (`scripts/compile-phrases.ts`) and is looked up when a text holds the word; lists made at run time are filed beside them.
 */
import compiled from '../../build/data/phrases.json' with { type: 'json' };
import type { Numbers, Programs } from '../phrase/match.js';
import { ProgramWriter } from '../phrase/program.js';
import { firstFrom, type Word } from '../phrase/tokens.js';
import { unasked } from '../phrase/unasked.js';
import { packed, unpacked } from './bits.js';
import { Openers } from './openers.js';
import { type TextList, textsOf } from './text-list.js';
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
  /** The list of each phrase. */
  readonly lists: Numbers;
  /**
   * Four numbers for each phrase: its program; the set of words that may come next behind its first word (0: any; else the number of the set
   * and one); two sets of words that it requires besides, the same way, with numbers of their own (0: none).
   */
  readonly phrases: Numbers;
  /** The numbers of the phrases that no first word tells, ascending. */
  readonly untold: Numbers;
  /** The lists of which some phrase needs no word of which is known. */
  readonly open: readonly number[];
  readonly programs: Pick<Programs, 'code' | 'places'>;
  readonly texts: TextList;
  /** How many sets of words there are that some phrase requires, and how many that come next behind the first word of one. */
  readonly sets: number;
  readonly follows: number;
  readonly words: WordTable;
  /**
   * What words announce: for each, one behind the other, what `KnownWord` holds of it: `starts`, `keys`, `follows` and `sets`. Those of its
   * beginnings are with it.
   */
  readonly files: Numbers;
  /** Where in `files` each of the four begins for each word, then where the last ends. */
  readonly fields: Numbers;
}

const built: CompiledPhrases = compiled;
const programs: Programs = { ...built.programs, text: textsOf(built.texts) };

/** A list as it is filed. */
export interface Entry {
  readonly id: number;
  /** Some phrase needs no word of which is known. */
  readonly canMatchAnything: boolean;
  /** The number of its first phrase among those of all lists; the others follow. */
  readonly first: number;
  readonly count: number;
  readonly programs: Programs;
  /** Four numbers for each phrase, as in `CompiledPhrases`, and where those of the first stand. Ask `program` for the first of the four. */
  readonly table: Numbers;
  readonly place: number;
  /** The number of the program of a phrase, by its place in the list. */
  program(index: number): number;
  /** The places of those that no first word tells. */
  untold(): readonly number[];
}

/** Where a list is filed: one of the build's already is, another is filed now. */
export const enlist = (source: BuiltList | readonly CompiledPhrase[]): Entry =>
  'list' in source ? new BuiltEntry(source.list) : file(source);

class BuiltEntry implements Entry {
  readonly id: number;
  readonly canMatchAnything: boolean;
  readonly first: number;
  readonly count: number;
  readonly programs = programs;
  readonly table = built.phrases;
  readonly place: number;

  constructor(list: number) {
    const first = built.first[list];
    const end = built.first[list + 1];
    if (first === undefined || end === undefined) throw new Error(`no list of phrases has the number ${list}`);
    this.id = list;
    this.canMatchAnything = built.open.includes(list);
    this.first = first;
    this.count = end - first;
    this.place = first * 4;
  }

  program(index: number): number {
    return built.phrases[this.place + index * 4] ?? 0;
  }

  untold(): readonly number[] {
    const { first } = this;
    const untold: number[] = [];
    for (let at = firstFrom(built.untold, first); (built.untold[at] ?? Number.POSITIVE_INFINITY) < first + this.count; at++)
      untold.push((built.untold[at] ?? 0) - first);
    return untold;
  }
}

/** Files a list under the words that its phrases may begin with, and under those without which they cannot match. */
function file(list: readonly CompiledPhrase[]): Entry {
  const id = nextList++;
  const first = nextPhrase;
  const programs = new ProgramWriter();
  const table: number[] = [];
  for (const compiled of list) {
    const [, firstWords, secondWords = '', ...sets] = compiled;
    const phrase = nextPhrase++;
    addedLists.push(id);
    for (const word of wordsIn(firstWords)) filesOf(word).starts.push(phrase);
    for (const word of wordsIn(sets[0] ?? firstWords)) filesOf(word).keys.push(id);
    const [one = 0, other = 0] = unasked(compiled).map((set) => setNumbers.of(set) + 1);
    table.push(0, secondWords === '' ? 0 : followNumbers.of(secondWords) + 1, one, other);
  }
  // A phrase is compiled when a text asks for it.
  const numbers: number[] = [];
  const program = (index: number): number => {
    const number = numbers[index] ?? programs.add(list[index]?.[0] ?? '');
    numbers[index] = number;
    return number;
  };
  openers.grow(nextList);
  const untold = list.flatMap(([, firstWords], index) => (firstWords === '' ? [index] : []));
  const canMatchAnything = list.some(([, firstWords, , ...sets]) => firstWords === '' && sets.length === 0);
  return { id, canMatchAnything, first, count: list.length, programs, table, place: 0, program, untold: () => untold };
}

const wordsIn = (set: string): readonly string[] => (set === '' ? [] : set.split(' '));

let nextList = built.first.length - 1;
let nextPhrase = built.first[nextList] ?? 0;

/** How many lists and sets of words are filed by now. */
export const filed = {
  lists: (): number => nextList,
  sets: (): number => setNumbers.count,
};

/** The lists of the phrases that were filed at run time. */
const addedLists: number[] = [];

/** Which words begin a phrase of a list. */
export const openers = new Openers(nextList, built.lists, addedLists);

/** What a word announces. */
interface Files {
  readonly starts: number[];
  readonly keys: number[];
  readonly follows: number[];
  readonly sets: number[];
}

const made = new Map<string, Files>();

function filesOf(word: string): Files {
  const known = made.get(word);
  if (known) return known;
  const files: Files = { starts: [], keys: [], follows: [], sets: [] };
  made.set(word, files);
  return files;
}

/** Numbers of sets of words that lists made at run time ask for. */
class SetNumbers {
  readonly #known = new Map<string, number>();
  readonly #field: 'follows' | 'sets';

  constructor(field: 'follows' | 'sets') {
    this.#field = field;
  }

  get count(): number {
    return built[this.#field] + this.#known.size;
  }

  of(set: string): number {
    const known = this.#known.get(set);
    if (known !== undefined) return known;
    const number = this.count;
    this.#known.set(set, number);
    for (const word of set.split(' ')) filesOf(word)[this.#field].push(number);
    return number;
  }
}

const setNumbers = new SetNumbers('sets');
const followNumbers = new SetNumbers('follows');

/** A word and what it announces together with its beginnings. */
export class KnownWord implements Word {
  readonly text: string;
  /** Tells it from the other words that a phrase begins with; 0 where none does, `UNNUMBERED` where there are too many. */
  readonly id: number;
  /**
   * What it announces, ascending, each once: from `starts` on the phrases that may begin with it, from `keys` on the lists of which it is
   * the most telling word of some phrase, from `follows` the sets that it is in of words that come next behind a first one, from `sets` to
   * before `end` those of which phrases require a word, packed (see `bits.ts`).
   */
  readonly files: Numbers;
  readonly starts: number;
  readonly keys: number;
  readonly follows: number;
  readonly sets: number;
  readonly end: number;

  constructor(text: string) {
    this.text = text;
    const number = numberOf(built.words, text);
    const at = number < 0 ? 0 : number * 4;
    const { fields } = built;
    this.files = built.files;
    this.starts = fields[at] ?? 0;
    this.keys = number < 0 ? this.starts : (fields[at + 1] ?? 0);
    this.follows = number < 0 ? this.starts : (fields[at + 2] ?? 0);
    this.sets = number < 0 ? this.starts : (fields[at + 3] ?? 0);
    this.end = number < 0 ? this.starts : (fields[at + 4] ?? 0);
    const added = made.size === 0 ? [] : announcedSince(text);
    if (added.length > 0) {
      const part = (from: number, end: number, field: keyof Files): number[] =>
        [...new Set([...Array.from(built.files.slice(from, end)), ...added.flatMap((files) => files[field])])].sort((a, b) => a - b);
      const [starts, keys, follows] = [
        part(this.starts, this.keys, 'starts'),
        part(this.keys, this.follows, 'keys'),
        part(this.follows, this.sets, 'follows'),
      ];
      const sets = packed([...unpacked(built.files, this.sets, this.end), ...added.flatMap((files) => files.sets)]);
      this.files = [...starts, ...keys, ...follows, ...sets];
      this.starts = 0;
      this.keys = starts.length;
      this.follows = this.keys + keys.length;
      this.sets = this.follows + follows.length;
      this.end = this.files.length;
    }
    this.id = this.keys > this.starts ? wordId(text) : 0;
    if (this.id === UNNUMBERED) openers.addToAll(UNNUMBERED);
    else if (this.id > 0) openers.add(this.id, this.files, this.starts, this.keys);
  }
}

/** What is filed under the word and its beginnings by lists made at run time. */
function announcedSince(text: string): Files[] {
  const keys = [text, ...Array.from(text, (_, index) => `${text.slice(0, index + 1)}*`)];
  return keys.flatMap((key) => made.get(key) ?? []);
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
