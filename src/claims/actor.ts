/** Whether the policy's own side does what a verb says. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { wordsOf } from '../data/words.js';
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
  if (leadIn && kind === 'item' && !/[a-z]{3}/.test(sentence.lower.slice(start, at).replace(WITHOUT_SUBJECT(), '')))
    return lastActor(leadIn.text, leadIn.lower, selfNames);
  return 'unknown';
}

/** What stands before the verb makes it talked about, not stated: "whether we sell", "opt out of the sale". */
export function isEmbedded({ lower }: Sentence, at: number): boolean {
  const embedded = words.pattern('embedded');
  return embedded.mayMatch(wordsOf(lower)) && embedded.test(lower.slice(clauseStart(lower, at), at).replace(SUBJECT_CLAUSE(), ''));
}

/** "What you write may be used": the clause is what the sentence is about. */
const SUBJECT_CLAUSE = expression('actors')`^${'what-somebody'} [a-z]{2,20} (?=${'modal'})`;

const CLAUSE = expression('actors', 'g')`[;:]|${'clause-opener'}|, ${'subject-after-comma'}|${'and-subject'}`;
const CLAUSE_END = expression('actors')`[;:]|\. |${'contrast'}|, ${'subject'}`;

/** Where the clause that holds `at` begins. */
export function clauseStart(lower: string, at: number): number {
  let start = farthestStart(lower, at);
  const openers = CLAUSE();
  openers.lastIndex = start;
  for (let match = openers.exec(lower); match && match.index < at; match = openers.exec(lower)) {
    // The subject that opens the clause belongs to it; punctuation and conjunctions do not.
    const opener = /^[;:]/.test(match[0]) ? 1 : match[0].startsWith(',') ? 2 : 0;
    if (match.index + opener < at) start = match.index + opener;
  }
  return start;
}

/** Where the clause that holds `at` ends: the next semicolon, full stop within, or contrast. */
export function clauseEnd(lower: string, at: number): number {
  const stop = lower.slice(at, at + LONGEST_CLAUSE).search(CLAUSE_END());
  return stop < 0 ? Math.min(lower.length, at + LONGEST_CLAUSE) : at + stop;
}

/** What may stand before the verb of an item that has no subject of its own. */
const WITHOUT_SUBJECT = expression('actors', 'g')`${'without-subject'}`;

function lastActor(text: string, lower: string, selfNames: readonly string[]): Actor {
  const first = Math.max(lastOf(words.pattern('first').all(lower)), ...selfNames.map((name) => text.lastIndexOf(name)));
  const other = lastOf(words.pattern('other').all(lower));
  if (first < 0 && other < 0) return 'unknown';
  return first >= other ? 'first' : 'other';
}

const lastOf = (ranges: readonly { readonly start: number }[]): number => ranges.at(-1)?.start ?? -1;
