import type { Frequency } from '../src/phrase/required.js';

/** What is known of the words of a language: `rules/lexicon/<language>/frequencies.yaml`. Throws on another shape. */
export function frequencyOf(content: unknown): Frequency {
  const known = new Map<string, number>();
  for (const [percent, words] of Object.entries(bands(content)))
    for (const word of words.split(/\s+/)) if (word !== '') known.set(word, Number(percent));
  const openings = new Map<string, number>();
  for (const [word, percent] of known)
    for (let length = 1; length <= word.length; length++) {
      const opening = `${word.slice(0, length)}*`;
      openings.set(opening, (openings.get(opening) ?? 0) + percent);
    }
  return (word) => known.get(word) ?? (word.endsWith('*') ? (openings.get(word) ?? 0) + RARE_OPENING : RARE);
}

/** Of a word that is not among the common ones, and of all rare words with one beginning. */
const RARE = 0.3;
const RARE_OPENING = 0.5;

function bands(content: unknown): Record<string, string> {
  const percent = typeof content === 'object' && content !== null && 'percent' in content ? content.percent : undefined;
  const isBand = ([key, words]: [string, unknown]): boolean => Number(key) > 0 && typeof words === 'string';
  if (typeof percent !== 'object' || percent === null || !Object.entries(percent).every(isBand))
    throw new Error('frequencies.yaml: a map "percent" of numbers to words was expected');
  return percent as Record<string, string>; // checked above
}
