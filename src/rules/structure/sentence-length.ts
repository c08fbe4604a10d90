import { onlyFirst } from '../checks/merge.js';
import { wordsWithin } from '../word-index.js';
import { numberOption } from './options.js';
import { proseOf, sentenceHit } from './prose.js';
import type { StructureTest } from './test.js';

/** `words`: longest sentence allowed. `at-least`: so many longer ones make one finding, at the longest. */
export const sentenceLength: StructureTest = ({ document }, options) => {
  const most = numberOption(options, 'words', 40);
  const long = proseOf(document)
    .filter(({ block }) => block.leadIn === null || block.kind !== 'item')
    .map((sentence) => ({ sentence, words: wordsWithin(document, sentence) }))
    .filter(({ words }) => words > most);
  if (long.length < numberOption(options, 'at-least', 1)) return [];
  const sorted = long.sort((a, b) => b.words - a.words || a.sentence.start - b.sentence.start);
  return onlyFirst(sorted.map(({ sentence, words }) => sentenceHit(sentence, { values: { words, limit: most }, key: 'sentence-length' })));
};
