/** What stands near a place, without reading all that a long sentence holds. */
import type { Range } from '../document/types.js';

/** Longer than any phrase that a lexicon matches. */
const LONGEST = 400;

/** Those of `ranges`, which are in order of their start, that begin or end at most `reach` characters from `at`. */
export function around<T extends Range>(ranges: readonly T[], at: Range, reach: number): T[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < at.start - reach - LONGEST) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low; index < ranges.length; index++) {
    const range = ranges[index];
    if (!range || range.start > at.end + reach) break;
    if (range.end >= at.start - reach) found.push(range);
  }
  return found;
}
