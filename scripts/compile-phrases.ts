import type { BuiltList, CompiledPhrase, CompiledPhrases } from '../src/data/words.js';
import type { Terms } from '../src/phrase/compile.js';
import { compilePhraseList } from '../src/phrase/list.js';

interface Files {
  readonly starts: Set<number>;
  readonly keys: Set<number>;
  readonly sets: Set<number>;
}

/**
 * The phrases of all files in one table: lists by number, and for every word the lists and sets that it speaks for,
 * so that the tool files nothing when it starts.
 */
export class PhraseTable {
  readonly #lists: string[] = [];
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
    return { list };
  }

  data(): CompiledPhrases {
    const entries = [...this.#words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, files]) => [word, written(files)] as const);
    return {
      lists: this.#lists,
      sets: this.#sets.all.length,
      exact: Object.fromEntries(entries.filter(([word]) => !word.endsWith('*'))),
      prefixes: Object.fromEntries(entries.filter(([word]) => word.endsWith('*')).map(([word, fields]) => [word.slice(0, -1), fields])),
    };
  }

  #file([source, firstWords, ...sets]: CompiledPhrase, list: number): string {
    for (const word of wordsIn(firstWords)) this.#filesOf(word).starts.add(list);
    for (const word of wordsIn(sets[0] ?? firstWords)) this.#filesOf(word).keys.add(list);
    const numbers = sets.map((set) => {
      const number = this.#sets.of(set);
      for (const word of wordsIn(set)) this.#filesOf(word).sets.add(number);
      return number;
    });
    return [source, firstWords, numbers.join(' ')].join('\t');
  }

  #filesOf(word: string): Files {
    const known = this.#words.get(word);
    if (known) return known;
    const files: Files = { starts: new Set(), keys: new Set(), sets: new Set() };
    this.#words.set(word, files);
    return files;
  }
}

/** Texts by number, in the order of their first use. */
class Numbers {
  readonly all: string[] = [];
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.all.length);
    return this.all.push(text) - 1;
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
      return difference.toString(36);
    })
    .join(' ');
}
