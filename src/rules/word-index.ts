/** Which sentences may match a list of phrases, by the words in them: made once a document, asked by every rule on wording. */
import type { Sentence } from '../document/types.js';
import type { Anchors } from '../phrase/anchors.js';

export interface WordIndex {
  /** Positions in the list of sentences, ascending, of those that hold a beginning of each set of some phrase. */
  candidates(anchors: Anchors): readonly number[];
}

export function wordIndexOf(sentences: readonly Sentence[]): WordIndex {
  const places = new Map<string, number[]>();
  sentences.forEach((sentence, position) => {
    for (const [word] of sentence.lower.matchAll(/\w+/g)) {
      const known = places.get(word);
      if (!known) places.set(word, [position]);
      else if (known[known.length - 1] !== position) known.push(position);
    }
  });
  const words = [...places.keys()].sort();
  const byBeginning = new Map<string, readonly number[]>();

  const beginningWith = (beginning: string): readonly number[] => {
    const known = byBeginning.get(beginning);
    if (known) return known;
    const found = new Set<number>();
    for (let at = firstFrom(words, beginning); words[at]?.startsWith(beginning); at++)
      for (const position of places.get(words[at] ?? '') ?? []) found.add(position);
    const made = [...found];
    byBeginning.set(beginning, made);
    return made;
  };

  const withEach = (sets: readonly (readonly string[])[]): ReadonlySet<number> => {
    let left: Set<number> | null = null;
    for (const set of sets) {
      const here = new Set<number>();
      for (const beginning of set) for (const position of beginningWith(beginning)) if (!left || left.has(position)) here.add(position);
      left = here;
      if (left.size === 0) break;
    }
    return left ?? new Set();
  };

  return {
    candidates(anchors) {
      const found = new Set<number>();
      for (const sets of anchors) for (const position of withEach(sets)) found.add(position);
      return [...found].sort((a, b) => a - b);
    },
  };
}

/** The first place in the sorted list whose word is not before `wanted`. */
function firstFrom(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
