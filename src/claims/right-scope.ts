/** For whom a right is told. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';

const words = lexicon('right');

/** For whom: "EEA residents", "California and Virginia residents"; undefined where nothing limits it. `selfNames`: what the text means by "we". */
export function scopeOfRights(sentence: Sentence, selfNames: readonly string[]): string | undefined {
  const { block } = sentence;
  const names = selfNames.map((name) => name.toLowerCase()).filter((name) => words.values('region', name).length > 0);
  const places = [sentence.lower, block.leadIn?.lower ?? '', block.parent?.sentences[0]?.lower ?? ''];
  for (const text of places) {
    if (!words.pattern('resident').test(text)) continue;
    const regions = regionsIn(text, names);
    if (regions.length > 0) return `${regions.join(' and ')} residents`;
  }
  for (let section: typeof block.section | null = block.section; section; section = section.parent) {
    const regions = regionsIn(section.heading?.sentences[0]?.lower ?? '', names, true);
    if (regions.length > 0) return `${regions.join(' and ')} residents`;
  }
  return undefined;
}

const regionsIn = (lower: string, names: readonly string[], isHeading = false): string[] =>
  words
    .values('region', lower)
    .filter(([, pattern]) =>
      pattern
        .all(lower)
        .some(
          (range) =>
            isPlace(lower, range) &&
            !isInName(lower, range, names) &&
            !isOutside(lower, range) &&
            (isHeading || !isOfAuthority(lower, range)),
        ),
    )
    .map(([name]) => name);

/** "bookbarter.eu" is none. */
const isPlace = (lower: string, { start }: Range): boolean => !/[.@/]/.test(lower.charAt(start - 1));

/** "Harbour California's privacy notice": whoever is called so lives anywhere. */
const isInName = (lower: string, { start, end }: Range, names: readonly string[]): boolean =>
  names.some((name) => {
    const at = lower.lastIndexOf(name, start);
    return at >= 0 && at + name.length >= end;
  });

/** "Outside the EU", "outside the US and Canada". */
const isOutside = (lower: string, { start }: Range): boolean => OUTSIDE.test(lower.slice(Math.max(0, start - 60), start));

/** "The UK commissioner" says of nobody that they live there. */
const isOfAuthority = (lower: string, { end }: Range): boolean => words.pattern('of-authority').test(lower.slice(end, end + 60));

const OUTSIDE = expression('right')`\b${'outside'} (?:(?:[a-z.]{2,12},? ){1,4}${'shared/joining'} (?:${'the'} )?)?$`;
