/** What a sentence only says on the occasion of something else: "before we access it", "if you ask us to delete it". */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range } from '../document/types.js';
import { clauseEnd, clauseOpening, lastBefore } from './clause.js';
import { remember } from './remember.js';

const shared = lexicon('shared');

/**
 * The clause of an occasion, a condition or a presupposition that holds `at`: from the word that opens it ("if", "before", "even after")
 * to where the main clause begins, or to the end. Null where `at` stands in none. All offsets are within the lower-cased sentence.
 */
export function occasionAt(lower: string, at: number): Range | null {
  const marker = lastBefore(markersOf(lower), at);
  if (!marker || marker.start < clauseOpening(lower, at) || !reaches(lower, marker.end, at)) return null;
  const end = clauseEnd(lower, at);
  const pause = lower.slice(at, end).search(PAUSE());
  return { start: marker.start, end: pause < 0 ? end : at + pause };
}

/** What the sentence says besides a clause of it. */
export const besides = (lower: string, { start, end }: Range): string => `${lower.slice(0, start)} ${lower.slice(end)}`;

const markersOf = remember((lower) => shared.pattern('occasion').all(lower));

/** Whether what follows the marker is still of its clause. Of a list ("if you ask us to see, correct or delete it") the commas part nothing. */
function reaches(lower: string, from: number, at: number): boolean {
  // What stands at `at` may itself begin with the main clause.
  if (MAIN_CLAUSE.test(lower.slice(from, at + LONGEST_SUBJECT))) return false;
  const between = lower.slice(from, at);
  const comma = between.indexOf(',');
  if (comma < 0) return true;
  // "If it rests on a contract, or on your consent": the second of two.
  if (EITHER.test(between.slice(comma)) && !between.includes(')')) return true;
  return shared.pattern('asking').test(between.slice(0, comma)) && LIST.test(between.slice(comma));
}

/** "Once you have asked we are obliged to ..." needs no comma to begin with what it says. */
const MAIN_CLAUSE = expression('shared')`[a-z]{2} ${'obliged'} |, (?:${'joining'} )?${'main-subject'} `;
const EITHER = expression('shared')`^, ${'alternatively'} [^,;:]*$`;
const LONGEST_SUBJECT = 7;
/** ", correct or": a few words between two commas. */
const LIST = /^(?:,(?: [a-z'/-]{1,20}){0,3}(?=,| ?$)){0,6}(?: ?|, [a-z'/ -]{0,40})$/;
const PAUSE = expression('shared')`,(?! ${'joining'} )|[;)]`;
