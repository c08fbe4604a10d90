/** Durations in lower-cased text: "thirty (30) days", "12-24 months", "a year". Offsets are those of the text given. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range } from '../document/types.js';
import { alternation, aroundNumbers, numberOf, numbers, type Unit } from './number-words.js';
import type { Bound } from './types.js';

export { type Age, agesIn } from './ages.js';
export { type CalendarDate, dateOrderOf, datesIn } from './dates.js';

/** A length of time. Its range covers number and unit, without the words that bound it. */
export interface Duration extends Range {
  /** Of a range ("12 to 24 months"), the larger end. */
  readonly value: number;
  readonly unit: Unit;
  /** 1 month = 30, 1 year = 365, 24 hours = 1. */
  readonly days: number;
  readonly hours: number;
  /** "up to 30 days" is max, "at least 30 days" min, "30 days" exact; a range is max. */
  readonly bound: Bound;
  /** The words that bound it, with the number: "no longer than 30 days". */
  readonly bounded: Range;
  /** Of a range, the smaller end in days. */
  readonly least?: number;
  /** Business, working or court days. */
  readonly workingDays?: true;
  /** `lookback`: "the past 12 months"; `recurring`: "every 30 days"; neither is a period that starts now. */
  readonly role?: 'lookback' | 'recurring';
}

/** Every duration in `lower`, in order. Ages ("13 years old"), rates ("24 hours a day") and vague lengths ("a few days") are none. */
export function durationsIn(lower: string): Duration[] {
  const found: Duration[] = [];
  const length = lengthIn(lower);
  for (let match = length.exec(lower); match; match = length.exec(lower)) {
    const duration = durationOf(match, lower);
    if (!duration) continue;
    const previous = found.at(-1);
    const joined = previous && joinedRange(previous, duration, lower);
    if (joined) found[found.length - 1] = joined;
    else found.push(duration);
  }
  return found;
}

const unitOf = new Map(numbers.units.flatMap((unit) => unit.words.map((word) => [word, unit] as const)));
const wording = lexicon('quantity');
const { cue } = wording;
const UNIT = alternation([...unitOf.keys()]);
const MODIFIER = alternation(Object.keys(numbers.modifiers));
const lengthIn = aroundNumbers((number) => {
  const again = `(?: ?[(\\[] ?(${number}) ?[)\\]])?`;
  return (
    `(?<![\\w.,$€£#/-])(?:(${number})( ${cue('and-a-half')}| ?½)?${again}` +
    `(?:(?: ?(?:-|${cue('length-to')}) ?)(${number})${again})?|(${cue('one')}|${cue('half')})(?= ))[- ]?((?:(?:${MODIFIER})[- ]){0,2})(${UNIT})(?:\\(s\\)|'s?)?(?!\\w)`
  );
});

function durationOf(match: RegExpExecArray, lower: string): Duration | null {
  const [text, first, half, firstAgain, second, secondAgain, article, modifiers = '', unitText = ''] = match;
  const unit = unitOf.get(unitText);
  const start = match.index;
  const end = start + text.length;
  if (!unit || isRate(lower, start, end, article !== undefined) || isAge(lower, start, end, unit.id)) return null;
  const low = article ? (wording.words('half').has(article) ? 0.5 : 1) : numberOf(firstAgain ?? first ?? '') + (half ? 0.5 : 0);
  const high = second ? numberOf(secondAgain ?? second) : low;
  const value = Math.max(low, high);
  const length = unit.days;
  // "3D Secure" is a product.
  if (unitText === 'd' && value < 7) return null;
  const days = round(value * length);
  const words = modifiers.split(/[- ]/);
  const { bound, range } = boundOf(lower, start, end);
  const role = roleOf(lower, start);
  return {
    start,
    end,
    value,
    unit: unit.id,
    days,
    hours: round(value * length * 24),
    bound: second ? 'max' : bound,
    bounded: range,
    ...(second ? { least: round(Math.min(low, high) * length) } : {}),
    ...(unit.business || words.some((word) => numbers.modifiers[word]) ? { workingDays: true as const } : {}),
    ...(role ? { role } : {}),
  };
}

/** "24 hours a day", "once a year", "$5 a month": how often, not how long. */
function isRate(lower: string, start: number, end: number, article: boolean): boolean {
  if (RATE.test(lower.slice(end, end + 14))) return true;
  return article && BEFORE_RATE.test(lower.slice(Math.max(0, start - 12), start));
}

/** "13 years old", "under 16 years", "18 years and over" are ages, and `agesIn` finds them. */
function isAge(lower: string, start: number, end: number, unit: Unit): boolean {
  if (unit !== 'year') return false;
  if (AGE.test(lower.slice(end, end + 14))) return true;
  const before = lower.slice(Math.max(0, start - 60), start);
  if (AGED.test(before)) return true;
  return PEOPLE.test(before) && UNDER.test(before);
}
const PEOPLE = expression('quantity')`${'people-of-an-age'}`;
const RATE = expression('quantity')`^ ${'rate'}`;
const BEFORE_RATE = expression('quantity')`(?:${'before-rate'}|[\d%]) $`;
const AGE = expression('quantity')`^(?:[- ]?${'of-age'}| ${'and-older'})`;
const AGED = expression('quantity')`${'aged'} $`;
const UNDER = expression('quantity')`${'under-or-over'} $`;
const RANGE = expression('quantity')`^ ?(?:${'range-to'}|-) ?(?:${'up-to'} )?$`;
const RANGE_AND = expression('quantity')`^ ${'range-and'} $`;
const BETWEEN = expression('quantity')`^${'between'} $`;

const REACH = 60;

function boundOf(lower: string, start: number, end: number): { bound: Bound; range: Range } {
  const left = lower.slice(Math.max(0, start - REACH), start).trimEnd();
  const offset = Math.max(0, start - REACH);
  const most = wording.pattern('max-before').find(left);
  const least = wording.pattern('min-before').find(left);
  // "no more than" holds "more than": the cue that starts earlier is the one that is meant.
  if (most && (!least || most.start <= least.start)) return { bound: 'max', range: { start: offset + most.start, end } };
  if (least) return { bound: 'min', range: { start: offset + least.start, end } };
  const right = lower.slice(end, end + 24).replace(/^[,( ]{1,3}/, '');
  if (wording.pattern('max-after').test(right)) return { bound: 'max', range: { start, end } };
  return { bound: wording.pattern('min-after').test(right) ? 'min' : 'exact', range: { start, end } };
}

function roleOf(lower: string, start: number): Duration['role'] {
  const left = lower.slice(Math.max(0, start - 30), start).trimEnd();
  if (wording.pattern('lookback').test(left)) return 'lookback';
  return wording.pattern('recurring').test(left) ? 'recurring' : undefined;
}

/** "6 months to 2 years", "between 30 days and 1 year": one range, not two lengths. */
function joinedRange(a: Duration, b: Duration, lower: string): Duration | null {
  const gap = lower.slice(a.end, b.start);
  const joins = RANGE.test(gap) || (RANGE_AND.test(gap) && BETWEEN.test(lower.slice(Math.max(0, a.start - 8), a.start)));
  if (!joins || a.days > b.days) return null;
  return { ...b, start: a.start, bounded: { start: a.bounded.start, end: b.bounded.end }, bound: 'max', least: a.days };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
