/** For whom a right is told. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';

const words = lexicon('right');

/** For whom: "EEA residents", "California and Virginia residents"; undefined where nothing limits it. */
export function scopeOfRights(sentence: Sentence): string | undefined {
  const { block } = sentence;
  const places = [sentence.lower, block.leadIn?.lower ?? '', block.parent?.sentences[0]?.lower ?? ''];
  for (const text of places) {
    if (!words.pattern('resident').test(text)) continue;
    const regions = regionsIn(text);
    if (regions.length > 0) return `${regions.join(' and ')} residents`;
  }
  for (let section: typeof block.section | null = block.section; section; section = section.parent) {
    const regions = regionsIn(section.heading?.sentences[0]?.lower ?? '', true);
    if (regions.length > 0) return `${regions.join(' and ')} residents`;
  }
  return undefined;
}

const regionsIn = (lower: string, isHeading = false): string[] =>
  words
    .values('region', lower)
    .filter(([, pattern]) => pattern.all(lower).some((range) => isPlace(lower, range) && (isHeading || isOfPeople(lower, range))))
    .map(([name]) => name);

/** "bookbarter.eu" is none. */
const isPlace = (lower: string, { start }: Range): boolean => !/[.@/]/.test(lower.charAt(start - 1));

/** "Outside the EU" and "the UK commissioner" say of nobody that they live there. */
const isOfPeople = (lower: string, { start, end }: Range): boolean =>
  !OUTSIDE.test(lower.slice(Math.max(0, start - 16), start)) && !words.pattern('of-authority').test(lower.slice(end, end + 60));

const OUTSIDE = expression('right')`${'outside'} $`;
