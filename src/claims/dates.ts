/** Calendar dates in lower-cased text, as ISO 8601. */
import { whenAsked } from '../data/expression.js';
import type { PolicyDocument, Range } from '../document/types.js';
import { alternation, numbers } from './number-words.js';

export interface CalendarDate extends Range {
  /** "2026-04-19"; "2026-04" where the text names a month only. */
  readonly iso: string;
  readonly precision: 'day' | 'month';
  /** Whether day and month could be the other way round, and nothing in the text settled it. */
  readonly ambiguous?: true;
}

/** How a text writes dates in figures: 04/19 (month first) or 19/04 (day first). */
export type DateOrder = 'month-first' | 'day-first';

/**
 * Every date in `lower`, in order. `order` settles dates like 03/04/2026; without it slashes and dashes are read month
 * first, full stops day first. Impossible dates (31 February) are none.
 */
export function datesIn(lower: string, order?: DateOrder): CalendarDate[] {
  const found: CalendarDate[] = [];
  if (!YEAR_OR_FIGURES.test(lower)) return found;
  const expression = DATE();
  expression.lastIndex = 0;
  for (let match = expression.exec(lower); match; match = expression.exec(lower)) {
    const date = dateOf(match, order);
    if (date) found.push(date);
  }
  return found;
}

/** The order that the figures of a whole text prove (19/04/2026 can only be day first), or undefined where none does or they disagree. */
export function dateOrderOf(document: Pick<PolicyDocument, 'lower'>): DateOrder | undefined {
  if (!proved.has(document)) proved.set(document, provedIn(document.lower));
  return proved.get(document);
}

/** An extractor and several rules ask of the same document. */
const proved = new WeakMap<Pick<PolicyDocument, 'lower'>, DateOrder | undefined>();

function provedIn(lower: string): DateOrder | undefined {
  let order: DateOrder | undefined;
  if (!FIGURES.test(lower)) return order;
  for (const match of lower.matchAll(/(?<!\d[./-]?)(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g)) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 31 || second > 31 || first > 12 === second > 12) continue;
    const shown: DateOrder = first > 12 ? 'day-first' : 'month-first';
    if (order && order !== shown) return undefined;
    order = shown;
  }
  return order;
}

const MONTH = alternation(Object.keys(numbers.months));
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d{2}';
/** What every date holds; most sentences hold none of it and need not be searched for more. */
const YEAR_OR_FIGURES = /(?:19|20)\d\d|['/.-] ?\d\d/;
const FIGURES = /\d[/.-]\d/;
const DATE = whenAsked(
  () =>
    new RegExp(
      [
        `(?<![\\w./-])(?<iso>${YEAR}([-/.])(?:0?[1-9]|1[0-2])\\2(?:3[01]|[12]\\d|0?[1-9]))(?![\\d-])`,
        `\\b(?<month1>${MONTH})\\.?,? ?(?<day1>${DAY})(?: ?,|\\.| of|,? day of)? ?(?<year1>${YEAR}|'\\d{2})\\b`,
        `(?<![\\w./])(?<day2>${DAY})(?: day)?(?: of)?[ .-]{0,2}(?<month2>${MONTH})[.,]{0,2}[ -]?(?<year2>${YEAR})\\b`,
        `(?<![\\w./-])(?<figure1>\\d{1,2})(?<mark> ?[/.-] ?)(?<figure2>\\d{1,2})\\k<mark>(?<year3>${YEAR}|\\d{2})(?![\\w/-]|\\.\\d)`,
        `\\b(?<month4>${MONTH})\\.?,? (?:of )?(?<year4>${YEAR})\\b`,
        `\\b(?<year5>${YEAR}) (?<month5>${MONTH})\\.? (?<day5>${DAY})\\b`,
      ].join('|'),
      'g',
    ),
);

function dateOf(match: RegExpExecArray, order: DateOrder | undefined): CalendarDate | null {
  const groups = match.groups ?? {};
  const range = { start: match.index, end: match.index + match[0].length };
  const named = (day: string | undefined, month: string | undefined, year: string | undefined) =>
    dayDate(range, Number(year?.replace(/^'/, '20')), numbers.months[month ?? ''] ?? 0, Number.parseInt(day ?? '', 10));
  if (groups.iso) {
    const [year, month, day] = groups.iso.split(/[-/.]/).map(Number);
    return dayDate(range, year ?? 0, month ?? 0, day ?? 0);
  }
  if (groups.month1) return named(groups.day1, groups.month1, groups.year1);
  if (groups.month2) return named(groups.day2, groups.month2, groups.year2);
  if (groups.month5) return named(groups.day5, groups.month5, groups.year5);
  if (groups.month4) {
    const month = numbers.months[groups.month4] ?? 0;
    return { ...range, iso: `${groups.year4}-${pad(month)}`, precision: 'month' };
  }
  return inFigures(range, Number(groups.figure1), Number(groups.figure2), groups.year3 ?? '', groups.mark ?? '', order);
}

function inFigures(
  range: Range,
  first: number,
  second: number,
  yearText: string,
  mark: string,
  order: DateOrder | undefined,
): CalendarDate | null {
  // Two figures for the year only with slashes or full stops: 10-12-24 is too often something else.
  if (yearText.length === 2 && mark.includes('-')) return null;
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const monthFirst = () => dayDate(range, year, first, second);
  const dayFirst = () => dayDate(range, year, second, first);
  if (first > 12) return dayFirst();
  if (second > 12) return monthFirst();
  const date = (order ?? (mark.includes('.') ? 'day-first' : 'month-first')) === 'day-first' ? dayFirst() : monthFirst();
  return date && order === undefined && first !== second ? { ...date, ambiguous: true } : date;
}

function dayDate(range: Range, year: number, month: number, day: number): CalendarDate | null {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return null;
  return { ...range, iso: `${year}-${pad(month)}-${pad(day)}`, precision: 'day' };
}

const pad = (value: number): string => String(value).padStart(2, '0');
