/** Clauses of a sentence, and how far a negation reaches. All offsets are within the lower-cased sentence. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { partitionPoint } from '../document/at.js';
import { overlapsAny } from '../document/range.js';
import type { Range } from '../document/types.js';
import { remember } from './remember.js';

const shared = lexicon('shared');

/** The stretches of a sentence that a negation denies, in order. Remembered for the sentences seen last. */
export const negationScopes: (lower: string) => readonly Range[] = remember(findScopes);

/** The end of the clause that holds `at`. */
export function clauseEnd(lower: string, at: number): number {
  const breaks = breaksOf(lower);
  const end = breaks[firstAt(breaks, at)]?.start ?? lower.length;
  return Math.min(end, wordEnd(lower, at + LONGEST_CLAUSE));
}

/** The start of the clause that holds `at`. */
export function clauseStart(lower: string, at: number): number {
  const start = lastBefore(breaksOf(lower), at)?.end ?? 0;
  return Math.max(start, farthestStart(lower, at));
}

/**
 * No clause that anybody reads is longer. A sentence without an end would otherwise have everything that it says read once more for each
 * thing that it says.
 */
export const LONGEST_CLAUSE = 1000;

/** The first place from which a clause that holds `at` is read: its beginning, or a word some way before. */
export const farthestStart = (lower: string, at: number): number => (at <= LONGEST_CLAUSE ? 0 : wordEnd(lower, at - LONGEST_CLAUSE));

/** The end of the word that stands at `at`. */
function wordEnd(lower: string, at: number): number {
  if (at >= lower.length) return lower.length;
  const end = lower.slice(at, at + 100).indexOf(' ');
  return end < 0 ? at : at + end;
}

/** The number of the first range that begins at `at` or after it; they are in order. */
const firstAt = (ranges: readonly Range[], at: number): number => partitionPoint(ranges, ({ start }) => start < at);

/** The last of some ranges, in order, that ends by `at`. */
export function lastBefore(ranges: readonly Range[], at: number): Range | undefined {
  let index = firstAt(ranges, at + 1) - 1;
  while (index >= 0 && (ranges[index]?.end ?? 0) > at) index--;
  return ranges[index];
}

/** Where what opens the clause that holds `at` begins: ", we may" opens one with its subject. */
export function clauseOpening(lower: string, at: number): number {
  return Math.max(lastBefore(breaksOf(lower), at)?.start ?? 0, farthestStart(lower, at));
}

/** Whether `at` stands in a condition ("if you do not provide your name, ..."): nothing is said to be so there. */
export function isConditional(lower: string, at: number): boolean {
  const marker = markerBefore(lower, clauseStart(lower, at), at);
  return marker !== undefined && !lower.slice(marker.end, at).includes(',');
}

const conditionsOf = remember((lower) => shared.pattern('conditional').all(lower));

/** The last marker of a condition between two offsets. */
function markerBefore(lower: string, from: number, at: number): Range | undefined {
  const last = lastBefore(conditionsOf(lower), at);
  return last && last.start >= from ? last : undefined;
}

/** "Packing the boxes"; not "packing of boxes", which is a thing. */
export const opensWithGerund = (lower: string): boolean => /^[a-z]{2,16}ing\b(?! of\b)/.test(lower);

/** No finite verb with a subject of its own: "Contact lists", "Sell your data". */
export function isFragment(lower: string): boolean {
  return !shared.pattern('own-statement').test(lower);
}

function findScopes(lower: string): Range[] {
  const negations = shared.pattern('negation').all(lower);
  if (negations.length === 0) return [];
  const harmless = shared.pattern('not-a-negation').all(lower);
  const breaks = breaksOf(lower);
  const scopes: Range[] = [];
  for (const negation of negations) {
    if (overlapsAny(harmless, negation)) continue;
    if (conditionBefore(lower, negation.start)) continue;
    scopes.push(...withoutException(lower, { start: negation.end, end: scopeEnd(lower, negation, breaks) }));
  }
  return scopes;
}

/** Up to what is excepted; "not to anybody (other than our banks) for their marketing" goes on with its denial behind the bracket. */
function withoutException(lower: string, { start, end }: Range): readonly Range[] {
  if (end <= start) return [];
  const exception = shared.pattern('exception-break').find(lower, start);
  if (!exception || exception.start >= end) return [{ start, end }];
  const before = exception.start > start ? [{ start, end: exception.start }] : [];
  const close =
    lower.charAt(exception.start - 1) === '(' ? lower.slice(exception.start, exception.start + LONGEST_BRACKET).indexOf(')') : -1;
  const from = exception.start + close + 1;
  if (close < 0 || from >= end) return before;
  const next = shared.pattern('exception-break').find(lower, from);
  return [...before, { start: from, end: Math.min(end, next?.start ?? end) }];
}

const LONGEST_BRACKET = 200;

function scopeEnd(lower: string, negation: Range, breaks: readonly Range[]): number {
  let end = breaks[firstAt(breaks, negation.end)]?.start ?? lower.length;
  const close = closingParenthesis(lower, negation.start);
  if (close >= 0) end = Math.min(end, close);
  const narrow = shared.pattern('narrow-negation').find(lower, negation.start);
  const isNarrow =
    narrow?.start === negation.start ||
    RELATIVE.test(lower.slice(Math.max(0, negation.start - 12), negation.start)) ||
    ENSURED.test(lower.slice(Math.max(0, negation.start - 60), negation.start));
  if (!isNarrow) return end;
  const ends = NARROW_END();
  ends.lastIndex = negation.end;
  const stop = ends.exec(lower);
  return stop ? Math.min(end, stop.index) : end;
}

/** "users who do not have an account can ...": the denial ends with the relative clause. */
const RELATIVE = expression('shared')`${'relative'} $`;
/** "to ensure that ads are not shown twice, and to count visits": what is made sure of ends with its clause. */
const ENSURED = expression('shared')`${'ensures'}(?: [^ ,]{1,20}){0,5} $`;
const NARROW_END = expression('shared', 'g')`, (?!${'joining'})| ${'and-to'}|${'finite-verb'}| ${'main-clause-end'} `;

/** "if you do not", "where consent is not": a marker of condition at most four words before, in the same breath. */
function conditionBefore(lower: string, at: number): boolean {
  const marker = markerBefore(lower, at - 60, at);
  if (!marker) return false;
  const between = lower.slice(marker.end, at);
  // "While we do not share ..." grants it, and conditions nothing.
  if (CONCEDING.test(lower.slice(marker.start, marker.start + 20)) && OWN_SUBJECT.test(between)) return false;
  return !/[,;:]/.test(between) && between.split(' ').length <= 6;
}

const CONCEDING = expression('shared')`^${'conceding'} `;
const OWN_SUBJECT = expression('shared')`^ ${'own-subject'}`;

/** The end of the parenthesis that `at` stands in, or -1. */
function closingParenthesis(lower: string, at: number): number {
  const open = lower.lastIndexOf('(', at);
  if (open < 0 || lower.lastIndexOf(')', at) > open) return -1;
  return lower.indexOf(')', at);
}

/** Where a clause ends and the next begins, in order. */
const breaksOf = remember(findBreaks);

function findBreaks(lower: string): Range[] {
  // "We do not, however, share it" goes on with its denial.
  const breaks = shared
    .pattern('clause-break')
    .all(lower)
    .filter(({ start }) => !DENYING.test(lower.slice(Math.max(0, start - 8), start)));
  for (const match of lower.matchAll(PUNCTUATION(lower))) {
    const end = match.index + match[0].length;
    if (match[0] === ':' && carriesOver(lower, match.index)) continue;
    breaks.push({ start: match.index, end });
  }
  return breaks.sort((a, b) => a.start - b.start);
}

const DENYING = expression('shared')`\b${'denying'}, $`;

/** A semicolon or dash that only goes on with the list ("do not sell; or rent") breaks nothing; brackets are no clauses. */
const PUNCTUATION = expression(
  'shared',
  'g',
)`;(?! ${'goes-on-with-list'})(?! \()|:(?= )| -{1,2} (?!${'goes-on-after-dash'})|[.!?] (?=[a-z])`;

const NEW_CLAUSE = expression('shared')`^ ?${'clause-after-colon'}`;

/** "We do not collect the following: names, addresses": the list after the colon is what is denied. */
function carriesOver(lower: string, colon: number): boolean {
  const before = lower.slice(Math.max(0, colon - 70), colon);
  if (!shared.pattern('negation').test(before)) return false;
  return !NEW_CLAUSE.test(lower.slice(colon + 1, colon + 8));
}
