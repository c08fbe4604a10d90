import { beginsAtStart } from '../phrase/match.js';
import { firstFrom } from '../phrase/tokens.js';
import { type Entry, type KnownWord, UNNUMBERED } from './filed.js';

/** What is found out of a list once. */
export interface Phrases {
  readonly starters: Starters;
  /** Phrases, by their places in the list, that no first word tells: tied to the start of the text, or to nothing. */
  readonly anchored: readonly number[];
  readonly free: readonly number[];
  /** Of few phrases it is soon told that none is possible. */
  readonly isShort: boolean;
}

export function phrasesOf(entry: Entry): Phrases {
  const { first, count } = entry;
  const isAnchored = (index: number): boolean => beginsAtStart(entry.programs, entry.program(index));
  const untold = entry.untold();
  return {
    starters: new Starters(first, first + count),
    anchored: untold.filter(isAnchored),
    free: untold.filter((index) => !isAnchored(index)),
    isShort: count <= SHORT && allRequire(entry),
  };
}

function allRequire(entry: Entry): boolean {
  for (let at = 0; at < entry.count; at++) if (entry.table[entry.place + at * 4 + 2] === 0) return false;
  return true;
}

const SHORT = 4;

/** Which phrases of a list begin with a word, found out once a word. */
export class Starters {
  readonly #first: number;
  readonly #end: number;
  /** By the words' numbers. */
  readonly #known = new Map<number, readonly number[]>();

  /** `first` and `end`: the numbers of the list's phrases among those of all. */
  constructor(first: number, end: number) {
    this.#first = first;
    this.#end = end;
  }

  /** Their places in the list, ascending. */
  of(word: KnownWord): readonly number[] {
    return this.#known.get(word.id) ?? this.#read(word);
  }

  #read({ id, files, starts, keys }: KnownWord): readonly number[] {
    const at = firstFrom(files, this.#first, starts, keys);
    let last = at;
    while (last < keys && (files[last] ?? 0) < this.#end) last++;
    // To push to it would make room for more than there are.
    const phrases = new Array<number>(last - at);
    for (let index = at; index < last; index++) phrases[index - at] = (files[index] ?? 0) - this.#first;
    // A word that was read before the list was filed knows nothing of it.
    if (id !== UNNUMBERED && last > at) this.#known.set(id, phrases);
    return phrases;
  }
}
