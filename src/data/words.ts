/** The words of texts and what they announce together. Read once a text for all lists of all extractors and rules. */
import { firstFrom, type Tokens, Vocabulary } from '../phrase/tokens.js';
import { addBits, hasBit, lanes } from './bits.js';
import { ANY, type BuiltList, type CompiledPhrase, type Entry, enlist as file, filed, KnownWord } from './filed.js';

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
  if (last !== undefined && last.text === lower) return last;
  let words = texts.get(lower);
  if (words === undefined) {
    words = read(lower);
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(lower, words);
  }
  words.seen = document;
  last = words;
  return words;
}

function read(lower: string): Words {
  const { starts, words, ids } = vocabulary.tokens(lower);
  const lists = lanes(filed.lists());
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word !== undefined) addBits(lists, word.files, word.keys, word.sets);
  }
  return {
    text: lower,
    starts,
    words,
    ids,
    lists,
    sets: undefined,
    known: filed.lists(),
    seen: document,
  };
}

/** Another document, or another version of one, is read from now on: what neither this one nor the one before asked for is forgotten. */
export function nextDocument(): void {
  for (const [text, { seen }] of texts) if (seen < document) texts.delete(text);
  last = undefined;
  document++;
}

let document = 0;

/** The words of texts read before: the extractors go over the sentences of a document one after another, each asking anew. */
const texts = new Map<string, Words>();
const MOST_TEXTS = 16_384;

/** Many lists are asked of one text in a row. */
let last: Words | undefined;

/** Whether the text may hold a phrase of the list: the most telling word of one is there. */
export const mayHold = (words: Words, { id, canMatchAnything }: Entry): boolean =>
  canMatchAnything || id >= words.known || hasBit(words.lists, id);

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
    texts.forEach(({ lists }, place) => {
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

/** Whether a word of the set comes next behind the word at this place, commas left out. */
export function goesOn({ words }: Words, place: number, set: number): boolean {
  if (set === ANY) return true;
  let next = words[place + 1];
  for (let at = place + 2; next?.text === ','; at++) next = words[at];
  if (next === undefined) return false;
  const { files, sets, end } = next;
  const at = firstFrom(files, set, sets, end);
  return at < end && files[at] === set;
}

/** Whether the text holds a word of each of these sets. */
export function holds(words: Words, sets: readonly number[]): boolean {
  if (sets.length === 0) return true;
  words.sets ??= setsIn(words);
  for (let at = 0; at < sets.length; at++) if (!hasBit(words.sets, sets[at] ?? 0)) return false;
  return true;
}

function setsIn({ words }: Words): number[] {
  const found = lanes(filed.sets());
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word !== undefined) addBits(found, word.files, word.sets, word.end);
  }
  return found;
}

const vocabulary = new Vocabulary((text) => new KnownWord(text));
