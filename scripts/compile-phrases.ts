import { packed } from '../src/data/bits.js';
import type { BuiltList, CompiledPhrase, CompiledPhrases } from '../src/data/filed.js';
import { textList } from '../src/data/text-list.js';
import { wordTable } from '../src/data/word-table.js';
import type { Terms } from '../src/phrase/compile.js';
import { compilePhraseList } from '../src/phrase/list.js';
import { ProgramWriter } from '../src/phrase/program.js';
import type { Frequency } from '../src/phrase/required.js';
import { unasked } from '../src/phrase/unasked.js';

interface Files {
  readonly starts: Set<number>;
  readonly keys: Set<number>;
  readonly follows: Set<number>;
  readonly sets: Set<number>;
}

/**
 * The phrases of all files in one table: lists by number, and for every word the phrases, lists and sets that it speaks for,
 * so that the tool files nothing when it starts.
 */
export class PhraseTable {
  readonly #expressions: string[][] = [];
  readonly #first: number[] = [0];
  readonly #phrases: number[] = [];
  readonly #untold: number[] = [];
  readonly #open: number[] = [];
  readonly #programs = new ProgramWriter();
  /** The numbers of programs by what they match. */
  readonly #programNumbers = new Map<string, number>();
  /** Lists by their content: the same wording in two places is one list. */
  readonly #numbers = new Map<string, number>();
  readonly #sets = new Numbers();
  readonly #follows = new Numbers();
  readonly #words = new Map<string, Files>();
  readonly #frequency: Frequency | undefined;

  /** `frequency`: of words in policies, to file phrases under the rarest. */
  constructor(frequency?: Frequency) {
    this.#frequency = frequency;
  }

  /** Adds a list. Throws a `PhraseError` that names `where`. */
  add(phrases: readonly string[], terms: Terms, where: string): BuiltList {
    const compiled = compilePhraseList(phrases, terms, where, this.#frequency);
    const key = JSON.stringify(compiled);
    const known = this.#numbers.get(key);
    if (known !== undefined) return { list: known };
    const list = this.#expressions.length;
    this.#numbers.set(key, list);
    for (const phrase of compiled) this.#file(phrase, list);
    if (compiled.some(([, firstWords, , ...sets]) => firstWords === '' && sets.length === 0)) this.#open.push(list);
    this.#expressions.push(compiled.map(([source]) => source));
    this.#first.push(this.#phrases.length / 4);
    return { list };
  }

  data(): CompiledPhrases {
    const words = [...this.#words.keys()].sort();
    const order = this.#orderOfSets();
    const setNumber = (set: number): number => order[set] ?? 0;
    const files: number[] = [];
    const fields = [0];
    for (const word of words) {
      for (const field of ['starts', 'keys', 'follows', 'sets'] as const) {
        const numbers = this.#announced(word, field);
        for (const number of field === 'sets' ? packed(numbers.map(setNumber)) : numbers) files.push(number);
        fields.push(files.length);
      }
    }
    const { code, places, texts } = this.#programs;
    return {
      first: this.#first,
      lists: this.#expressions.flatMap((phrases, list) => phrases.map(() => list)),
      phrases: this.#phrases.map((number, index) => (index % 4 < 2 || number === 0 ? number : setNumber(number - 1) + 1)),
      untold: this.#untold,
      open: this.#open,
      programs: { code, places },
      texts: textList(texts),
      sets: this.#sets.count,
      follows: this.#follows.count,
      words: wordTable(words),
      files,
      fields,
    };
  }

  /** For each list the expressions of its phrases. Nothing runs them: they say what the programs must match. */
  expressions(): readonly (readonly string[])[] {
    return this.#expressions;
  }

  #file(compiled: CompiledPhrase, list: number): void {
    const [source, firstWords, secondWords = '', ...sets] = compiled;
    const phrase = this.#phrases.length / 4;
    for (const word of wordsIn(firstWords)) this.#filesOf(word).starts.add(phrase);
    for (const word of wordsIn(sets[0] ?? firstWords)) this.#filesOf(word).keys.add(list);
    const [first = 0, second = 0, ...more] = unasked(compiled).map((set) => this.#set(set, 'sets') + 1);
    if (more.length > 0) throw new Error(`${source} requires more than two sets of words`);
    if (firstWords === '') this.#untold.push(phrase);
    const next = firstWords === '' || secondWords === '' ? 0 : this.#set(secondWords, 'follows') + 1;
    this.#phrases.push(this.#program(source), next, first, second);
  }

  #program(source: string): number {
    const number = this.#programNumbers.get(source) ?? this.#programs.add(source);
    this.#programNumbers.set(source, number);
    return number;
  }

  /** What the word and its beginnings announce. */
  #announced(word: string, field: keyof Files): readonly number[] {
    const all = new Set(this.#words.get(word)?.[field]);
    for (let length = 1; length < word.length; length++)
      for (const number of this.#words.get(`${word.slice(0, length)}*`)?.[field] ?? []) all.add(number);
    if (!word.endsWith('*')) for (const number of this.#words.get(`${word}*`)?.[field] ?? []) all.add(number);
    return [...all].sort((a, b) => a - b);
  }

  #set(set: string, field: 'sets' | 'follows'): number {
    const number = (field === 'sets' ? this.#sets : this.#follows).of(set);
    for (const word of wordsIn(set)) this.#filesOf(word)[field].add(number);
    return number;
  }

  /** The number that each set of words gets: those that hold the same common word one behind the other, so that they pack well. */
  #orderOfSets(): readonly number[] {
    const common = this.#sets
      .texts()
      .map((set) => wordsIn(set).toSorted((a, b) => this.#commonness(b) - this.#commonness(a) || (a < b ? -1 : 1)));
    const keys = common.map((words) =>
      words
        .slice(0, COMPARED)
        .map((word) => `${(1000 - this.#commonness(word)).toFixed(3)} ${word}`)
        .join(' '),
    );
    const order: number[] = [];
    const sorted = keys.map((key, set) => ({ key, set })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.set - b.set));
    for (const [number, { set }] of sorted.entries()) order[set] = number;
    return order;
  }

  #commonness(word: string): number {
    return this.#frequency?.(word) ?? 0;
  }

  #filesOf(word: string): Files {
    const known = this.#words.get(word);
    if (known) return known;
    const files: Files = { starts: new Set(), keys: new Set(), follows: new Set(), sets: new Set() };
    this.#words.set(word, files);
    return files;
  }
}

/** Texts by number, in the order of their first use. */
class Numbers {
  readonly #known = new Map<string, number>();

  get count(): number {
    return this.#known.size;
  }

  texts(): readonly string[] {
    return [...this.#known.keys()];
  }

  of(text: string): number {
    const known = this.#known.get(text) ?? this.#known.size;
    this.#known.set(text, known);
    return known;
  }
}

/** So many of the commonest words of a set tell where it stands. */
const COMPARED = 3;

const wordsIn = (set: string): readonly string[] => (set === '' ? [] : set.split(' '));
