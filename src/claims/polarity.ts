/** Polarity and exceptions of a sentence: part of every claim. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseEnd, isFragment, negationScopes } from './clause.js';
import type { Polarity } from './types.js';

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
 * The words from an exception marker to the end of its clause, in offsets of the document's text, or null. With `after`, an offset within
 * the sentence, one that opens the sentence or stands behind that.
 */
export function exceptionIn(sentence: Sentence, after = 0): Range | null {
  const pattern = shared.pattern('exception');
  const found = after > 0 ? (pattern.at(sentence.lower, 0) ?? pattern.find(sentence.lower, after)) : pattern.find(sentence.lower);
  if (!found) return null;
  return { start: sentence.start + found.start, end: sentence.start + clausesEnd(sentence.lower, found.end) };
}

/** Up to a semicolon, a full stop, or the end of the brackets that `from` stands in: "except: (i) with banks, (ii) by law" goes on behind "(i)". */
function clausesEnd(lower: string, from: number): number {
  let open = 0;
  for (let at = from; at < lower.length; at++) {
    const sign = lower.charAt(at);
    if (sign === '(') open++;
    else if (sign === ';' || (sign === ')' && open-- === 0) || (sign === '.' && (at + 1 === lower.length || lower.charAt(at + 1) === ' ')))
      return at;
  }
  return lower.length;
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
export const leadsOn = (leadIn: Sentence): boolean => !/[.!?]["')]?$/.test(leadIn.lower) || POINTS_ON.test(leadIn.lower);

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
