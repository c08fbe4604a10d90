/** What stands near a place, without reading all that a long sentence holds. */
import { partitionPoint } from '../document/at.js';
import type { Range } from '../document/types.js';

/** Longer than any phrase that a lexicon matches. */
const LONGEST = 400;

/** Those of `ranges`, which are in order of their start, that begin or end at most `reach` characters from `at`. */
export function around<T extends Range>(ranges: readonly T[], at: Range, reach: number): T[] {
  const found: T[] = [];
  for (let index = partitionPoint(ranges, ({ start }) => start < at.start - reach - LONGEST); index < ranges.length; index++) {
    const range = ranges[index];
    if (!range || range.start > at.end + reach) break;
    if (range.end >= at.start - reach) found.push(range);
  }
  return found;
}
