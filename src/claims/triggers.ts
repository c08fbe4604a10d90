import type { Lexicon } from '../data/lexicon.js';
import { listsIn, wordsWithin } from '../data/words.js';
import type { PolicyDocument, Sentence } from '../document/types.js';

/** For each list of triggers, those of some sentences of a document that hold one of them, in order. */
export function sentencesWith(
  triggers: readonly Lexicon['isTriggered'][],
  { lower }: PolicyDocument,
  sentences: readonly Sentence[],
): Sentence[][] {
  const lists: Sentence[][] = triggers.map(() => []);
  for (const sentence of sentences) {
    const words = wordsWithin(lower, sentence.start, sentence.lower);
    listsIn(words);
    for (let at = 0; at < triggers.length; at++) if (triggers[at]?.(words)) lists[at]?.push(sentence);
  }
  return lists;
}
