import type { CompiledPhrase } from '../data/phrases.js';
import { compilePhrase, PhraseError, type Terms } from './compile.js';
import { firstWords } from './first-words.js';

/** Compiles a list of phrases to what `src/data/phrases.ts` matches. Throws a `PhraseError` that names `where`. */
export function compilePhraseList(phrases: readonly string[], terms: Terms, where = 'phrase'): CompiledPhrase[] {
  if (phrases.length === 0) throw new PhraseError(`${where}: the list of phrases is empty`);
  return phrases.map((phrase) => {
    const source = compilePhrase(phrase, terms, where);
    const first = firstWords(phrase, terms);
    return first.any ? [source] : [source, ...first.exact, ...first.prefixes.map((prefix) => `${prefix}*`)];
  });
}
