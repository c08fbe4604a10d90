/** Whether the policy's own side does what a verb says. */
import { lexicon } from '../data/lexicon.js';
import type { Sentence } from '../document/types.js';
import { farthestStart, LONGEST_CLAUSE } from './clause.js';

const words = lexicon('actors');

export type Actor = 'first' | 'other' | 'unknown';

/**
 * The last one named before `at` (an offset within the sentence) in its clause: "we" and the controller's names are `first`,
 * third parties, users and the like `other`. A lead-in ("We do not:") speaks for an item that names nobody.
 */
export function actorBefore(sentence: Sentence, at: number, selfNames: readonly string[]): Actor {
  const start = clauseStart(sentence.lower, at);
  const found = lastActor(sentence.text.slice(start, at), sentence.lower.slice(start, at), selfNames);
  if (found !== 'unknown') return found;
  const { leadIn, kind } = sentence.block;
  if (leadIn && kind === 'item' && !/[a-z]{3}/.test(sentence.lower.slice(start, at).replace(NEGATORS, '')))
    return lastActor(leadIn.text, leadIn.lower, selfNames);
  return 'unknown';
}

/** What stands before the verb makes it talked about, not stated: "whether we sell", "opt out of the sale". */
export function isEmbedded(sentence: Sentence, at: number): boolean {
  return words.pattern('embedded').test(sentence.lower.slice(clauseStart(sentence.lower, at), at).replace(SUBJECT_CLAUSE, ''));
}

/** "What you write may be used": the clause is what the sentence is about. */
const SUBJECT_CLAUSE = /^what(?:ever)? (?:you|users|people|we) [a-z]{2,20} (?=(?:may|can|will|is|are)\b)/;

const CLAUSE =
  /[;:]|\b(?:but|however|although|while|whereas|unless|because)\b|, (?:and |or )?(?:we|you|they|i|it|our|the|this|these|those|any)\b|\band (?:we|you|they|i)\b/g;

/** Where the clause that holds `at` begins. */
export function clauseStart(lower: string, at: number): number {
  let start = farthestStart(lower, at);
  CLAUSE.lastIndex = start;
  for (let match = CLAUSE.exec(lower); match && match.index < at; match = CLAUSE.exec(lower)) {
    // The subject that opens the clause belongs to it; punctuation and conjunctions do not.
    const opener = /^[;:]/.test(match[0]) ? 1 : match[0].startsWith(',') ? 2 : 0;
    if (match.index + opener < at) start = match.index + opener;
  }
  return start;
}

/** Where the clause that holds `at` ends: the next semicolon, full stop within, or contrast. */
export function clauseEnd(lower: string, at: number): number {
  const stop = lower.slice(at, at + LONGEST_CLAUSE).search(/[;:]|\. |\bbut\b|\bhowever\b|, (?:and |or )?(?:we|you|they|i)\b/);
  return stop < 0 ? Math.min(lower.length, at + LONGEST_CLAUSE) : at + stop;
}

/** What may stand before the verb of an item that has no subject of its own. */
const NEGATORS =
  /\b(?:do|does|will|shall|not|never|nor|to|or|and|knowingly|ever|share|rent|trade|lease|disclose|collect|use|also|without)\b/g;

function lastActor(text: string, lower: string, selfNames: readonly string[]): Actor {
  const first = Math.max(lastOf(words.pattern('first').all(lower)), ...selfNames.map((name) => text.lastIndexOf(name)));
  const other = lastOf(words.pattern('other').all(lower));
  if (first < 0 && other < 0) return 'unknown';
  return first >= other ? 'first' : 'other';
}

const lastOf = (ranges: readonly { readonly start: number }[]): number => ranges.at(-1)?.start ?? -1;
