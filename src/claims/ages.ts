/** Ages of people in lower-cased text: "under 13", "thirteen (13) years of age", "18+". */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range } from '../document/types.js';
import { aroundNumbers, numberOf } from './number-words.js';

export interface Age extends Range {
  /** Of a span ("13 to 15"), the lower end. */
  readonly years: number;
  /** `under`: "younger than 13"; `least`: "16 or older"; `exact`: "the age of majority is 18", "13-year-old". */
  readonly bound: 'under' | 'least' | 'exact';
  /** Upper end of a span. */
  readonly to?: number;
}

/** Every age in `lower`, in order. A bare number is one only where people are spoken of. */
export function agesIn(lower: string): Age[] {
  const found: Age[] = [];
  const expression = ageIn(lower);
  for (let match = expression.exec(lower); match; match = expression.exec(lower)) {
    const age = ageOf(match, lower, found.at(-1));
    if (age) found.push(age);
  }
  return found;
}

const { cue } = lexicon('quantity');
const ageIn = aroundNumbers((number) => {
  const again = `(?: ?[(\\[] ?(?:${cue('age-in-brackets')} )?(${number}) ?[)\\]])?`;
  const tail = `(\\+|(?:[- ]?${cue('year')}(?:'|\\(s\\))?)?[- ]?${cue('old')}\\b|[- ]?${cue('year')}\\b|s\\b|${cue('ordinal')} ${cue('birthday')}\\b)?`;
  return `(?<![\\w.,$€£#/§])(${number})${again}(?: ?(?:-|${cue('age-to')}) ?(${number})(?=[ ,.;:)+-]|$))?${tail}`;
});

const UNDER = expression('quantity')`${'under-age'}[- ]$`;
const LEAST = expression('quantity')`${'least-age'} $`;
const AGE_WORD = expression('quantity')`${'minimum-age'}[^.,;]{0,40} ${'is-of'} $|${'age-word'}(?::(?: ${'age-bound'})?)? $`;
const PEOPLE = expression('quantity')`${'people'}`;
const OF_AGE = expression('quantity')`${'old'}$|${'birthday'}`;
// After a bare number: the end of the phrase, or a word that does not make it a count of something else.
const ENDS = /^(?:$|[.,;:)\]"'?!/]| ?\(| -)/;
const GOES_ON = expression('quantity')`^ (?:${'after-age'}|\w{2,12}${'verb-ending'}\b)`;
const isBareEnd = (after: string): boolean => ENDS.test(after) || GOES_ON.test(after);
const INCLUSIVE_UNDER = expression('quantity')`^ ?,? ?(?:${'joins-ages'}|&) ${'younger'}`;
const INCLUSIVE_OVER = expression('quantity')`^ ?,? ?(?:${'joins-ages'}|&) ${'older'}`;
const JOINED = expression('quantity')`^ ${'joins-ages'} (?:${'under'} )?$`;
const PLUS_END = expression('quantity')`^(?:$|[).,;\]]| ${'after-plus'})`;

function ageOf(match: RegExpExecArray, lower: string, previous: Age | undefined): Age | null {
  const [text, first = '', again, upper, tail = ''] = match;
  const years = numberOf(again ?? first);
  const start = match.index;
  const end = start + text.length;
  if (!Number.isInteger(years) || years < 5 || years > 120) return null;
  // "Children under (13) years".
  const before = lower.slice(Math.max(0, start - 100), start).replace(/[([]$/, '');
  const after = lower.slice(end, end + 24);
  const ofAge = tail !== '' && OF_AGE.test(tail);
  const isStrong = (): boolean => ofAge || AGE_WORD.test(before);
  if (years > 25 && !isStrong()) return null;
  const under = UNDER.test(before);
  if (tail === 's' && !under) return null;
  const inclusive = INCLUSIVE_UNDER.test(after);
  const over = tail === '+' || INCLUSIVE_OVER.test(after);
  const isBounded = under || over || inclusive;
  const least = !isBounded && LEAST.test(before);
  const goesOn = previous !== undefined && JOINED.test(lower.slice(previous.end, start)) && isBareEnd(after);
  // What needs large expressions is asked last.
  const isAge =
    goesOn ||
    (tail === '+' && PLUS_END.test(after)) ||
    (tail === 's' && under) ||
    (tail.includes('y') && under && isBareEnd(after)) ||
    ((isBounded || least) && (inclusive || over || isBareEnd(after)) && PEOPLE.test(before)) ||
    isStrong();
  if (!isAge) return null;
  const to = upper === undefined ? undefined : numberOf(upper);
  const bound = under || inclusive ? 'under' : over || least ? 'least' : goesOn ? previous.bound : 'exact';
  return { start, end, years: inclusive ? firstAllowed(years) : years, bound, ...(to !== undefined && to > years ? { to } : {}) };
}

/** "12 and under" is the law's "under 13"; but "13 or under" is most often meant as under 13 too, and stays. */
function firstAllowed(years: number): number {
  const limits = [13, 14, 16, 18, 21];
  return !limits.includes(years) && limits.includes(years + 1) ? years + 1 : years;
}
