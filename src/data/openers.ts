import type { Numbers } from '../phrase/match.js';

/**
 * Which words the phrases of each list begin with: a row for each list, with bits of the words by their numbers. It is filled word by word, as
 * texts hold them: asking thousands of times whether a word begins a phrase of a list takes as long as all else that is done with phrases.
 */
export class Openers {
  /** Holds until another word is added. */
  bits: Int32Array;
  /** How long a row is. */
  lanes = FEW;
  /** The list of each phrase: of those that the build filed, and behind them of those filed since. */
  readonly #built: Numbers;
  readonly #since: Numbers;
  #lists: number;

  constructor(lists: number, built: Numbers, since: Numbers) {
    this.#lists = lists;
    this.#built = built;
    this.#since = since;
    this.bits = new Int32Array(lists * FEW);
  }

  /** Adds the word with this number: it begins the phrases that stand in `phrases` from one place to before another, ascending. */
  add(word: number, phrases: Numbers, from: number, end: number): void {
    while (word >> 5 >= this.lanes) this.#resize(this.#lists, this.lanes * 2);
    const { bits, lanes } = this;
    const built = this.#built;
    const lane = word >> 5;
    const bit = 1 << (word & 31);
    for (let at = from; at < end; at++) {
      const phrase = phrases[at] ?? 0;
      const place = (built[phrase] ?? this.#since[phrase - built.length] ?? 0) * lanes + lane;
      bits[place] = (bits[place] ?? 0) | bit;
    }
  }

  /** Makes the word with this number one that every list is asked about. */
  addToAll(word: number): void {
    while (word >> 5 >= this.lanes) this.#resize(this.#lists, this.lanes * 2);
    for (let at = word >> 5; at < this.bits.length; at += this.lanes) this.bits[at] = (this.bits[at] ?? 0) | (1 << (word & 31));
  }

  /** Makes room for so many lists. */
  grow(lists: number): void {
    if (lists > this.#lists) this.#resize(lists, this.lanes);
  }

  #resize(lists: number, lanes: number): void {
    const bits = new Int32Array(lists * lanes);
    for (let list = 0; list < this.#lists; list++) bits.set(this.bits.subarray(list * this.lanes, (list + 1) * this.lanes), list * lanes);
    this.bits = bits;
    this.lanes = lanes;
    this.#lists = lists;
  }
}

/** Numbers that bits are in: enough for the words of a page. */
const FEW = 16;
