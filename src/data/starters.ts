import { firstFrom } from '../phrase/tokens.js';
import { filed, type KnownWord, UNNUMBERED } from './filed.js';

/** Which phrases of a list may begin with a word, found out once a word. */
export class Starters {
  readonly #first: number;
  readonly #end: number;
  /** By the word's number, a bit: unset where it is known that none begins with it. Of many words little enough to stay at hand. */
  #open = new Int32Array(0);
  /** By the word's number: 0 where nothing is known, else the place in `#lists`. Of many lists none is begun by a word of a page. */
  #places: Uint16Array | undefined;
  #lists: (readonly number[])[] = [];
  #generation = -1;

  /** `first` and `end`: the numbers of the list's phrases among those of all. */
  constructor(first: number, end: number) {
    this.#first = first;
    this.#end = end;
  }

  /** Bits of the words, by their numbers, that it is worth to ask `of` for. Holds until another text is read. */
  open(): Int32Array {
    if (this.#generation !== filed.generation || this.#open.length << 5 <= filed.words()) this.#grow();
    return this.#open;
  }

  /** Their places in the list, ascending. */
  of(word: KnownWord): readonly number[] {
    const place = this.#places?.[word.id] ?? 0;
    return place === 0 ? this.#read(word) : (this.#lists[place] ?? NO_PHRASE);
  }

  #read({ id, files, starts, keys }: KnownWord): readonly number[] {
    const first = this.#first;
    const end = this.#end;
    // A text asks this thousands of times, and most words begin no phrase of most lists: not even phrases before and behind them.
    const isAmong = starts < keys && (files[starts] ?? 0) < end && (files[keys - 1] ?? 0) >= first;
    const at = isAmong ? firstFrom(files, first, starts, keys) : keys;
    let found = NO_PHRASE;
    let last = at;
    while (last < keys && (files[last] ?? 0) < end) last++;
    if (last > at) {
      // To push to it would make room for more than there are.
      const phrases = new Array<number>(last - at);
      for (let index = at; index < last; index++) phrases[index - at] = (files[index] ?? 0) - first;
      found = phrases;
    }
    if (id === UNNUMBERED) return found;
    if (found === NO_PHRASE) this.#open[id >> 5] = (this.#open[id >> 5] ?? 0) & ~(1 << (id & 31));
    else {
      this.#places ??= new Uint16Array(this.#open.length << 5);
      this.#places[id] = this.#lists.push(found) - 1;
    }
    return found;
  }

  #grow(): void {
    const open = new Int32Array(Math.max(FEW, (filed.words() >> 4) + 1)).fill(-1);
    if (this.#generation === filed.generation) {
      open.set(this.#open);
      const places = this.#places;
      if (places) {
        this.#places = new Uint16Array(open.length << 5);
        this.#places.set(places);
      }
    } else {
      this.#lists = [NO_PHRASE];
      this.#places = undefined;
    }
    // The number of all words that no phrase begins with.
    open[0] = (open[0] ?? 0) & ~1;
    this.#open = open;
    this.#generation = filed.generation;
  }
}

export const NO_PHRASE: readonly number[] = [];
/** Of the numbers that bits are in: as many as V8 keeps together with the list, which takes a tenth of the time. Enough for the words of a page. */
const FEW = 16;
