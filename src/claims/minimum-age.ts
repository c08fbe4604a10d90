/** The age below which the service is not offered, or below which no data is knowingly taken. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Extractor } from './extractor.js';
import { type Age, agesIn } from './quantity.js';
import type { ClaimValues } from './types.js';

const wording = lexicon('minimum-age');

export const minimumAge: Extractor<'minimum-age'> = {
  kind: 'minimum-age',
  *extract(sentence) {
    const { lower } = sentence;
    const ages = agesIn(lower).filter((age) => age.years >= YOUNGEST && age.years <= OLDEST && isLimit(age, lower));
    if (ages.length === 0) return;
    const { leadIn } = sentence.block;
    // "We do not knowingly "sell" ...": quotation marks stand between the words of a phrase.
    const plain = lower.replaceAll('"', '');
    const context = leadIn ? `${leadIn.lower} ${plain}` : plain;
    if (!wording.pattern('bar').test(context)) return;
    if (wording.pattern('other-matter').test(plain) && !wording.pattern('plain-bar').test(context)) return;
    if (wording.pattern('part-of-service').test(plain)) return;
    const role = roleOf(lower);
    const seen = new Set<number>();
    for (const age of ages) {
      if (seen.has(age.years)) continue;
      seen.add(age.years);
      yield {
        value: { years: age.years, role },
        // "We do not collect data from children under 13" states the limit; its denial is the statement.
        polarity: 'affirmed',
        focus: { start: sentence.start + age.start, end: sentence.start + age.end },
      };
    }
  },
};

const YOUNGEST = 10;
const OLDEST = 21;

/** A span ("13 to 17") limits nothing by itself; an age without a direction does so only where the words say that it is a limit. */
function isLimit(age: Age, lower: string): boolean {
  if (age.to !== undefined) return false;
  return age.bound !== 'exact' || LIMITING.test(lower);
}

const LIMITING = expression('minimum-age')`${'limiting'}`;

function roleOf(lower: string): NonNullable<ClaimValues['minimum-age']['role']> {
  for (const [name, pattern] of wording.values('role')) {
    if (name === 'parental-consent' && pattern.test(lower)) return 'parental-consent';
    if (name === 'contract' && pattern.test(lower)) return 'contract';
  }
  return 'use';
}
