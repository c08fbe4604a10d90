import type { CompiledPhrase } from '../data/filed.js';

/**
 * The sets of words that still need to be asked of a text where the phrase's first two words were found in it: without those that hold all
 * first words, or all second ones.
 */
export function unasked([, firstWords, secondWords = '', ...sets]: CompiledPhrase): readonly string[] {
  const asked = [firstWords, secondWords].filter((words) => words !== '').map((words) => words.split(' '));
  return sets.filter((set) => {
    const words = new Set(set.split(' '));
    return !asked.some((known) => known.every((word) => words.has(word)));
  });
}
