/** Polarity, hedging and exceptions of a sentence: part of every claim. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseEnd, isFragment, negationScopes } from './clause.js';
import { remember } from './remember.js';
import type { Modality, Polarity } from './types.js';

const shared = lexicon('shared');

/**
 * Whether what stands at `at` (an offset within the sentence) is denied: by a negation before it in the same clause, by a
 * lead-in that negates its items ("We do not collect the following:"), or by the heading or column that a fragment stands under
 * ("What we never do").
 */
export function polarityAt(sentence: Sentence, at: number): Polarity {
  if (negationScopes(sentence.lower).some((scope) => scope.start <= at && at < scope.end)) return 'negated';
  return deniedByContext(sentence) ? 'negated' : 'affirmed';
}

/** As `polarityAt` for a thing named at `range` (offsets within the sentence), which the verb after it may deny too: "Tracking cookies are not used". */
export function polarityOf(sentence: Sentence, range: Range): Polarity {
  return polarityAt(sentence, range.start) === 'negated' || deniedAfter(sentence.lower, range.end) ? 'negated' : 'affirmed';
}

/**
 * Whether the sentence, or the lead-in of its list, leaves open that it holds: "You may have the right to ...", "depending on
 * where you live". With `at`, a doubt counts only where it comes before that offset, or conditions the whole sentence. What a
 * person is free to do ("you may request a copy") is no doubt.
 */
export function modalityOf(sentence: Sentence, at?: number): Modality {
  if (doubts(sentence.lower, at ?? sentence.lower.length)) return 'hedged';
  const leadIn = sentence.block.leadIn;
  return leadIn && leadsOn(leadIn) && doubts(leadIn.lower, leadIn.lower.length) ? 'hedged' : 'stated';
}

/**
 * The words from an exception marker to the end of its clause, in offsets of the document's text, or null. With `after`, an offset within
 * the sentence, one that opens the sentence or stands behind that.
 */
export function exceptionIn(sentence: Sentence, after = 0): Range | null {
  const pattern = shared.pattern('exception');
  const found = after > 0 ? (pattern.at(sentence.lower, 0) ?? pattern.find(sentence.lower, after)) : pattern.find(sentence.lower);
  if (!found) return null;
  const rest = sentence.lower.slice(found.end);
  const stop = rest.search(/[;)]|\.(?: |$)/);
  return { start: sentence.start + found.start, end: sentence.start + (stop < 0 ? sentence.lower.length : found.end + stop) };
}

function deniedByContext(sentence: Sentence): boolean {
  const { block, lower } = sentence;
  if (block.kind === 'heading' || block.sentences[0] !== sentence || SPEAKER.test(lower)) return false;
  if (CROSS_MARK.test(sentence.text)) return true;
  if (block.leadIn && leadsOn(block.leadIn) && deniesToTheEnd(block.leadIn.lower)) return true;
  const header = block.table?.columnHeader;
  if (header && block.table?.column !== 0 && deniesToTheEnd(header.sentences[0]?.lower ?? '')) return true;
  if (block.kind !== 'item' && block.kind !== 'cell') return false;
  const heading = block.section.heading?.sentences[0];
  return heading !== undefined && !leadInClaims(block.leadIn) && isFragment(lower) && DENYING_HEADING.test(heading.lower);
}

/** Goes on in its items: "We never:", "the following". A full sentence before a table says nothing about the cells. */
const leadsOn = (leadIn: Sentence): boolean => !/[.!?]["')]?$/.test(leadIn.lower) || POINTS_ON.test(leadIn.lower);

/** A lead-in that says of itself what its items are, so that the heading above does not. */
const leadInClaims = (leadIn: Sentence | null): boolean => leadIn !== null && shared.pattern('own-statement').test(leadIn.lower);

const CROSS_MARK = /^\s{0,3}(?:❌|❎|✖|✗|✘|🚫|⛔)/u;
const DENYING_HEADING = expression('shared')`${'denies-at-end'}(?: \w{1,20})?$|${'heading-denies'}`;
const SPEAKER = expression('shared')`^${'speaker'} `;
const POINTS_ON = expression('shared')`${'points-on'}`;

/** "Special categories of data, which include:" goes on with what was denied. */
const LEADS_ON = expression('shared')`,? ${'leads-on'}$`;

function deniesToTheEnd(lower: string): boolean {
  const end = lower.replace(/[\s:.]{1,4}$/, '').replace(LEADS_ON(), '').length;
  return negationScopes(lower).some((scope) => scope.end >= end);
}

/** The first auxiliary after `from` in its clause, unless a relative pronoun owns it, says "not". */
function deniedAfter(lower: string, from: number): boolean {
  const rest = lower.slice(from, Math.min(clauseEnd(lower, from), from + 160));
  const bracket = rest.indexOf(' (');
  const clause = bracket < 0 || BRACKET_OF_SUBJECT.test(rest.slice(bracket)) ? rest : rest.slice(0, bracket);
  for (const match of clause.matchAll(AUXILIARY(clause))) {
    if (match[1]) continue;
    // "What you do even when you do not sign in": somebody else is spoken of.
    if (OTHER_SUBJECT.test(clause.slice(0, match.index))) return false;
    if (match[2] === undefined) return false;
    const verb = shared.pattern('denied-predicate').find(clause, match.index + match[0].length);
    return verb !== null && clause.slice(match.index + match[0].length, verb.start).split(' ').length <= 5;
  }
  return false;
}

const OTHER_SUBJECT = expression('shared')`${'other-subject'} $`;
const BRACKET_OF_SUBJECT = expression('shared')`^[^)]*\) ?${'auxiliary'}`;

/** 1: a relative pronoun, which owns it; 2: that it is denied. */
const AUXILIARY = expression('shared', 'g')`(${'relative-pronoun'} )?(?:(${'denied-auxiliary'})|${'auxiliary'})(?! ${'after-no-denial'})`;

function doubts(lower: string, before: number): boolean {
  const first = firstDoubt(lower);
  return first !== null && first < before;
}

/** Where the first word stands that leaves open whether something is so; before everything where a condition does. */
const firstDoubt = remember((lower) => {
  if (shared.pattern('condition-hedge').test(lower)) return Number.NEGATIVE_INFINITY;
  const granted = shared.pattern('permission').all(lower);
  const hedges = shared.pattern('hedge').all(lower);
  const doubt = hedges.find(
    (hedge) => !granted.some((range) => hedge.start >= range.start && hedge.end <= range.end) && !isMonth(lower, hedge),
  );
  return doubt?.start ?? null;
});

const BEFORE_A_MONTH = expression('shared')`${'before-a-month'} $`;

/** "May 2024", "25 May", "in May". */
function isMonth(lower: string, hedge: Range): boolean {
  if (!shared.words('month-too').has(lower.slice(hedge.start, hedge.end))) return false;
  return (
    /^[.,]? ?\d/.test(lower.slice(hedge.end, hedge.end + 4)) || BEFORE_A_MONTH.test(lower.slice(Math.max(0, hedge.start - 8), hedge.start))
  );
}
