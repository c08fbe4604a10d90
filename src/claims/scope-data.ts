/** Which data a stretch of text names, as far as two statements about them can be compared. */
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Range } from '../document/types.js';

/** Names of kinds of data in the lower-cased text; general words ("your data") count only where nothing narrower is named. */
export function dataIn(lower: string): readonly string[] {
  const found: string[] = [];
  const taken: Range[] = [];
  for (const [name, pattern] of lexicon('scope').values('data', lower)) {
    const free = pattern.all(lower).filter((range) => !overlapsAny(taken, range));
    if (free.length === 0 || (name === 'personal-data' && found.length > 0)) continue;
    found.push(name);
    taken.push(...free);
  }
  return found;
}
