/** What stands at a place: searches in lists that are in order. */
import type { PolicyDocument, Range, Sentence } from './types.js';

/** The sentence at an offset into the text; between two, the later one. None where the text has none. */
export function sentenceAt({ sentences }: Pick<PolicyDocument, 'sentences'>, offset: number): Sentence | undefined {
  return sentences[
    Math.min(
      partitionPoint(sentences, ({ end }) => end <= offset),
      sentences.length - 1,
    )
  ];
}

/** Those of the items, in the order of their starts, that start within the range. */
export const startingIn = <T extends Range>(items: readonly T[], { start, end }: Range): readonly T[] =>
  items.slice(
    partitionPoint(items, (item) => item.start < start),
    partitionPoint(items, (item) => item.start < end),
  );

/** How many of the first items `isBefore` holds for; it must hold for none behind those. */
export function partitionPoint<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // `middle` lies within the list.
    if (isBefore(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
