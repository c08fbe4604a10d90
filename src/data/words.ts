/** The words of texts and what they announce together. Read once a text for all lists of all extractors and rules. */
import type { Numbers } from '../phrase/match.js';
import { firstFrom, type Tokens, Vocabulary } from '../phrase/tokens.js';
import { addBits, addPacked, hasBit, hasPackedBit, isPacked, lanes, packedLanes } from './bits.js';
import { type BuiltList, type CompiledPhrase, type Entry, enlist as file, filed, KnownWord } from './filed.js';
import { Recent } from './recent.js';

/** A text's words and what they announce together. */
export interface Words extends Tokens<KnownWord> {
  readonly text: string;
  /**
   * Bits of the lists that have a phrase whose most telling word is here: most lists have none in a sentence and need look no further. Made
   * when several were asked about: most parts of sentences are read for one or two.
   */
  lists: readonly number[] | undefined;
  /** The same of the sets of words that the text holds one of, sixteen to a lane. */
  sets: readonly number[] | undefined;
  /** How often it was asked about either before they were made. */
  asked: number;
  /** Lists from this number on were made later: nothing is known of them. */
  readonly known: number;
}

/** Where a list is filed; what is remembered of words does not know a new one. */
export function enlist(source: BuiltList | readonly CompiledPhrase[]): Entry {
  const entry = file(source);
  if (!('list' in source)) {
    vocabulary.forget();
    texts.clear();
    last = undefined;
  }
  return entry;
}

export function wordsOf(lower: string): Words {
  if (last === undefined || last.text !== lower) last = wordsWithin(lower, 0, lower);
  return last;
}

/** As `wordsOf` for a part that was cut out of a text at `from`: what is cut is read more slowly than the text itself. */
export function wordsWithin(whole: string, from: number, lower: string): Words {
  const known = texts.get(lower);
  if (known !== undefined) return known;
  const words = read(whole, from, lower);
  texts.set(lower, words);
  return words;
}

function read(whole: string, from: number, lower: string): Words {
  const { starts, words, ids } = vocabulary.tokens(whole, from, from + lower.length);
  return { text: lower, starts, words, ids, lists: undefined, sets: undefined, asked: 0, known: filed.lists() };
}

/** The words of texts read before: the extractors go over the sentences of a document one after another, each asking anew. */
const texts = new Recent<Words>();

/** Many lists are asked of one text in a row. */
let last: Words | undefined;

/** Whether the text may hold a phrase of the list: the most telling word of one is there. */
export function mayHold(words: Words, { id, canMatchAnything }: Entry): boolean {
  const { lists } = words;
  if (canMatchAnything || id >= words.known) return true;
  if (lists !== undefined) return (((lists[id >> 5] ?? 0) >> (id & 31)) & 1) === 1;
  if (words.asked++ < SELDOM) return isTold(words, id);
  return hasBit(listsIn(words), id);
}

/** Not within `mayHold`, which would make a closure with every call. */
const isTold = ({ words }: Words, list: number): boolean => words.some(({ files, keys, follows }) => isAmong(files, list, keys, follows));

/** To ask so often takes less time than to make the bits of all. */
const SELDOM = 4;

/** Of a text that many lists are asked about. */
export function listsIn(words: Words): readonly number[] {
  if (words.lists !== undefined) return words.lists;
  const lists = lanes(words.known);
  for (let at = 0; at < words.words.length; at++) {
    const word = words.words[at];
    if (word !== undefined) addBits(lists, word.files, word.keys, word.follows);
  }
  words.lists = lists;
  return lists;
}

/** Whether the number stands in the ascending list from one place to before another. */
function isAmong(numbers: Numbers, number: number, from: number, end: number): boolean {
  const at = firstFrom(numbers, number, from, end);
  return at < end && numbers[at] === number;
}

/** Lists of the build, to be asked for together. */
export class Lists {
  /** The lanes that tell them: their numbers, and behind each its bits. */
  readonly #lanes: number[] = [];

  readonly #isOpen: boolean;

  constructor(lists: readonly BuiltList[]) {
    const entries = lists.map((list) => enlist(list));
    this.#isOpen = entries.some(({ canMatchAnything }) => canMatchAnything);
    const bits = new Map<number, number>();
    for (const { id } of entries) bits.set(id >> 5, (bits.get(id >> 5) ?? 0) | (1 << (id & 31)));
    for (const [lane, own] of bits) this.#lanes.push(lane, own);
  }

  /** Whether the words rule out that the text holds a phrase of any of them. */
  isNone(words: Words): boolean {
    const lanes = this.#lanes;
    if (this.#isOpen) return false;
    const lists = listsIn(words);
    for (let at = 0; at < lanes.length; at += 2) if (((lists[lanes[at] ?? 0] ?? 0) & (lanes[at + 1] ?? 0)) !== 0) return false;
    return true;
  }
}

/** Many texts, for lists of phrases that are to be sought in all of them one after another. */
export class TextTable {
  readonly #texts: readonly Words[];
  /** The lanes of `lists`, those of all texts side by side: a list goes over one row. */
  readonly #rows: Int32Array;
  readonly #known: number;

  constructor(texts: readonly Words[]) {
    this.#texts = texts;
    this.#known = Math.min(filed.lists(), ...new Set(texts.map(({ known }) => known)));
    this.#rows = new Int32Array(lanes(this.#known).length * texts.length);
    texts.forEach((words, place) => {
      const lists = listsIn(words);
      for (let at = place, lane = 0; at < this.#rows.length; at += texts.length) this.#rows[at] = lists[lane++] ?? 0;
    });
  }

  /** The first text from `from` on that may hold a phrase of the list, else how many there are. */
  next(entry: Entry, from: number): number {
    const { length } = this.#texts;
    if (entry.canMatchAnything || entry.id >= this.#known) return Math.min(from, length);
    const row = (entry.id >> 5) * length;
    const bit = 1 << (entry.id & 31);
    for (let at = from; at < length; at++) if (((this.#rows[row + at] ?? 0) & bit) !== 0) return at;
    return length;
  }
}

/** Whether a word of the set comes next behind the word at this place, commas left out. `set`: its number and one. */
export function goesOn({ words }: Words, place: number, set: number): boolean {
  let next = words[place + 1];
  for (let at = place + 2; next?.text === ','; at++) next = words[at];
  if (next === undefined) return false;
  return isAmong(next.files, set - 1, next.follows, next.sets);
}

/** Whether the text holds a word of each of the sets that a phrase requires; `at`: where its four numbers stand in the table. */
export function holds(words: Words, table: Numbers, at: number): boolean {
  const one = table[at + 2] ?? 0;
  if (one === 0) return true;
  const other = table[at + 3] ?? 0;
  return holdsOne(words, one - 1) && (other === 0 || holdsOne(words, other - 1));
}

function holdsOne(words: Words, set: number): boolean {
  const { sets } = words;
  if (sets !== undefined) return hasPackedBit(sets, set);
  if (words.asked++ < SELDOM) return isInOne(words, set);
  return hasPackedBit(setsIn(words), set);
}

const isInOne = ({ words }: Words, set: number): boolean => words.some(({ files, sets, end }) => isPacked(files, set, sets, end));

function setsIn(words: Words): readonly number[] {
  const found = packedLanes(filed.sets());
  for (let at = 0; at < words.words.length; at++) {
    const word = words.words[at];
    if (word !== undefined) addPacked(found, word.files, word.sets, word.end);
  }
  words.sets = found;
  return found;
}

const vocabulary = new Vocabulary((text) => new KnownWord(text));
