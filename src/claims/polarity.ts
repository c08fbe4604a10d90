/** Polarity, hedging and exceptions of a sentence: part of every claim. */
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import type { Modality, Polarity } from './types.js';

const shared = lexicon('shared');

/**
 * Whether what stands at `at` (an offset within the sentence) is denied: a negation before it in the same clause, or a
 * lead-in that negates its items ("We do not collect the following:").
 */
export function polarityAt(sentence: Sentence, at: number): Polarity {
  if (negatedBefore(sentence.lower, at)) return 'negated';
  const leadIn = sentence.block.leadIn;
  if (leadIn && sentence.block.kind !== 'heading' && negatedBefore(leadIn.lower, leadIn.lower.length)) return 'negated';
  return 'affirmed';
}

/** "You may have the right to ...": the sentence, or the lead-in of its list, leaves open whether it holds. */
export function modalityOf(sentence: Sentence): Modality {
  const hedge = shared.pattern('hedge');
  if (hedge.test(sentence.lower)) return 'hedged';
  const leadIn = sentence.block.leadIn;
  return leadIn && hedge.test(leadIn.lower) ? 'hedged' : 'stated';
}

/** The words from an exception marker to the end of its clause, or null. */
export function exceptionIn(sentence: Sentence): Range | null {
  const found = shared.pattern('exception').find(sentence.lower);
  if (!found) return null;
  const stop = sentence.lower.slice(found.end).search(/[.;]/);
  const end = stop < 0 ? sentence.lower.length : found.end + stop;
  return { start: sentence.start + found.start, end: sentence.start + end };
}

const CLAUSE_BREAK =
  /[;:]|, (?:but|however|although|while|whereas|we|you|they|and (?:we|you|they))\b|\b(?:but|however|although|whereas)\b/g;

function negatedBefore(lower: string, at: number): boolean {
  const before = lower.slice(0, at);
  let clauseStart = 0;
  for (const match of before.matchAll(CLAUSE_BREAK)) clauseStart = match.index + match[0].length;
  return shared.pattern('negation').test(before.slice(clauseStart));
}
