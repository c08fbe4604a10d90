/** One side of a contradiction. */
import { dataIn } from '../claims/scope-data.js';
import type { Claim, Polarity, Scope } from '../claims/types.js';
import type { Range, Section, Sentence } from '../document/types.js';
import type { Level } from '../findings/types.js';

/** A claim, or a sentence meant by its wording. */
export interface Statement {
  readonly claim: Claim | null;
  readonly scope: Scope;
  readonly sentence: Sentence;
  readonly range: Range;
  readonly focus: Range;
  readonly section: Section;
  /** Where the rule asks for one. */
  readonly polarity: Polarity | undefined;
  /** The most that a pair with this statement may say. */
  readonly level?: Level;
  /** Leaves no room for a reading in which the other does not break it. */
  readonly firm?: boolean;
}

/** The kinds of data that a statement is about: those of its subject, or else those that its sentence names. */
export function dataOf({ claim, sentence }: Statement): readonly string[] {
  if (claim?.kind === 'retention') {
    const named = dataIn(claim.value.subject.toLowerCase());
    return named.length > 0 ? named : dataIn(sentence.lower.slice(0, claim.focus.start - sentence.start));
  }
  if (claim?.kind === 'data-category') return [claim.value.category];
  return claim?.scope.data ?? dataIn(sentence.lower);
}
