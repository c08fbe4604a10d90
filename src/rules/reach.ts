/** Which laws were applied to a document: apart from what finds that out, so that a report needs no wording to say it. */
import type { Range } from '../document/types.js';
import type { Regime } from './types.js';

/** How one law came to be applied, or not. */
export interface Reach {
  readonly regime: Regime;
  /**
   * `configured`: by the settings. `shown`: words of the text, or a configured establishment, show that it holds. `assumed`: nothing
   * speaks against it. `not-shown`: the text shows only the law of another country; what the law would forbid is said in notes.
   */
  readonly status: 'configured' | 'shown' | 'assumed' | 'not-shown';
  /** The words that decide: of `shown`, those that show it; of the others, those that show another country. */
  readonly evidence?: Range;
  /** Of `not-shown`: the other country, in English. Of `assumed`: the same, where there is a sign of one. */
  readonly country?: string;
}

/** The laws that a document is read under. */
export function appliedRegimes(reach: readonly Reach[]): Regime[] {
  return reach.filter(({ status }) => status !== 'not-shown').map(({ regime }) => regime);
}
