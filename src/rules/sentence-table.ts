/** The sentences of a document, to be gone over by many lists of phrases one after another. */
import type { Pattern } from '../data/lexicon.js';
import { TextTable, type Words, wordsOf } from '../data/words.js';
import type { PolicyDocument, Sentence } from '../document/types.js';

/** A sentence and its words. */
export interface SentenceWords {
  readonly sentence: Sentence;
  readonly words: Words;
}

export class SentenceTable {
  readonly #sentences: readonly Sentence[];
  readonly #words: readonly Words[];
  readonly #table: TextTable;

  private constructor({ sentences }: PolicyDocument) {
    this.#sentences = sentences;
    this.#words = sentences.map(({ lower }) => wordsOf(lower));
    this.#table = new TextTable(this.#words);
  }

  /** Made once a document. */
  static of(document: PolicyDocument): SentenceTable {
    const known = tables.get(document);
    if (known) return known;
    const made = new SentenceTable(document);
    tables.set(document, made);
    return made;
  }

  /** The sentences whose words let the pattern match, in order. */
  *mayMatch(pattern: Pattern): Iterable<SentenceWords> {
    for (let at = pattern.nextIn(this.#table, 0); at < this.#words.length; at = pattern.nextIn(this.#table, at + 1)) {
      const sentence = this.#sentences[at];
      const words = this.#words[at];
      if (sentence && words) yield { sentence, words };
    }
  }
}

const tables = new WeakMap<PolicyDocument, SentenceTable>();
