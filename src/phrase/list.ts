import type { CompiledPhrase } from '../data/filed.js';
import { compilePhrase, PhraseError, type Terms } from './compile.js';
import { firstWords, secondWords } from './first-words.js';
import { type Frequency, requiredWords } from './required.js';

/**
 * Compiles a list of phrases to what `src/data/phrases.ts` matches. `frequency` says which words are the most telling. Throws a `PhraseError`
 * that names `where`.
 */
export function compilePhraseList(phrases: readonly string[], terms: Terms, where = 'phrase', frequency?: Frequency): CompiledPhrase[] {
  if (phrases.length === 0) throw new PhraseError(`${where}: the list of phrases is empty`);
  return phrases.map((phrase) => {
    const source = compilePhrase(phrase, terms, where);
    const first = firstWords(phrase, terms);
    const words = first.any ? [] : [...first.exact, ...first.prefixes.map((prefix) => `${prefix}*`)];
    // A further set that holds all first words tells nothing beyond them.
    const required = requiredWords(phrase, terms, frequency).filter(
      (set, index) => index === 0 || words.length === 0 || !words.every((word) => set.includes(word)),
    );
    const second = secondWords(phrase, terms) ?? [];
    return [source, words.join(' '), second.length > MOST_SECOND ? '' : second.join(' '), ...required.map((set) => set.join(' '))];
  });
}

/** More tell nothing and make the data longer. */
const MOST_SECOND = 150;
