import type { BuiltList, CompiledPhrase, CompiledPhrases } from '../src/data/filed.js';
import type { Terms } from '../src/phrase/compile.js';
import { compilePhraseList } from '../src/phrase/list.js';

interface Files {
  readonly starts: Set<number>;
  readonly keys: Set<number>;
  readonly sets: Set<number>;
}

/**
 * The phrases of all files in one table: lists by number, and for every word the phrases, lists and sets that it speaks for,
 * so that the tool files nothing when it starts.
 */
export class PhraseTable {
  readonly #lists: string[] = [];
  readonly #first: number[] = [0];
  #phrases = 0;
  /** Lists by their content: the same wording in two places is one list. */
  readonly #numbers = new Map<string, number>();
  readonly #sets = new Numbers();
  readonly #words = new Map<string, Files>();

  /** Adds a list. Throws a `PhraseError` that names `where`. */
  add(phrases: readonly string[], terms: Terms, where: string): BuiltList {
    const compiled = compilePhraseList(phrases, terms, where);
    const key = JSON.stringify(compiled);
    const known = this.#numbers.get(key);
    if (known !== undefined) return { list: known };
    const list = this.#lists.length;
    this.#numbers.set(key, list);
    this.#lists.push(compiled.map((phrase) => this.#file(phrase, list)).join('\n'));
    this.#first.push(this.#phrases);
    return { list };
  }

  data(): CompiledPhrases {
    const entries = [...this.#words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, files]) => [word, written(files)] as const);
    return {
      lists: this.#lists,
      first: this.#first,
      sets: this.#sets.count,
      exact: Object.fromEntries(entries.filter(([word]) => !word.endsWith('*'))),
      prefixes: Object.fromEntries(entries.filter(([word]) => word.endsWith('*')).map(([word, fields]) => [word.slice(0, -1), fields])),
    };
  }

  #file([source, firstWords, secondWords = '', ...sets]: CompiledPhrase, list: number): string {
    const phrase = this.#phrases++;
    for (const word of wordsIn(firstWords)) this.#filesOf(word).starts.add(phrase);
    for (const word of wordsIn(sets[0] ?? firstWords)) this.#filesOf(word).keys.add(list);
    const required = sets.map((set) => this.#set(set)).join(' ');
    return [source, required, firstWords === '' ? UNTOLD : secondWords === '' ? '' : this.#set(secondWords)].join('\t');
  }

  #set(set: string): string {
    const number = this.#sets.of(set);
    for (const word of wordsIn(set)) this.#filesOf(word).sets.add(number);
    return number.toString(36);
  }

  #filesOf(word: string): Files {
    const known = this.#words.get(word);
    if (known) return known;
    const files: Files = { starts: new Set(), keys: new Set(), sets: new Set() };
    this.#words.set(word, files);
    return files;
  }
}

/** In place of the words that come next. */
const UNTOLD = '-';

/** Texts by number, in the order of their first use. */
class Numbers {
  readonly #known = new Map<string, number>();

  get count(): number {
    return this.#known.size;
  }

  of(text: string): number {
    const known = this.#known.get(text) ?? this.#known.size;
    this.#known.set(text, known);
    return known;
  }
}

const wordsIn = (set: string): readonly string[] => (set === '' ? [] : set.split(' '));
const written = ({ starts, keys, sets }: Files): string => [starts, keys, sets].map(differences).join('|');

/** See `CompiledPhrases.exact`. */
function differences(numbers: ReadonlySet<number>): string {
  let before = 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted
    .map((number) => {
      const difference = number - before;
      before = number;
      return difference;
    })
    .join(',');
}
