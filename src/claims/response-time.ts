/** Within how long a request is answered. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range } from '../document/types.js';
import { clauseStart } from './clause.js';
import type { Extractor } from './extractor.js';
import { around } from './nearby.js';
import { durationsIn } from './quantity.js';

const wording = lexicon('response-time');

export const responseTime: Extractor<'response-time'> = {
  kind: 'response-time',
  *extract(sentence) {
    const { lower } = sentence;
    const durations = durationsIn(lower).filter((duration) => !duration.role && duration.days <= LONGEST && duration.bound !== 'min');
    if (durations.length === 0) return;
    if (wording.pattern('no-promise').test(lower)) return;
    const answers = wording.pattern('answer').all(lower);
    if (answers.length === 0) return;
    const rivals = wording.pattern('rival').all(lower);
    let last = -1;
    for (const duration of durations) {
      const from = Math.max(0, duration.bounded.start - REACH);
      const start = from + clauseStart(lower.slice(from, duration.end), duration.bounded.start - from);
      const answer = nearest(answers, duration, start);
      const rival = nearest(rivals, duration, start);
      if (answer === Number.POSITIVE_INFINITY || rival <= answer || duration.days === last || isExtension(lower, duration)) continue;
      last = duration.days;
      yield {
        value: { days: duration.days },
        focus: { start: sentence.start + duration.bounded.start, end: sentence.start + duration.bounded.end },
      };
    }
  },
};

/** "45 days, or 90 days if we need more time": the second is the exception. */
const isExtension = (lower: string, at: Range): boolean => {
  const rest = lower.slice(at.end, at.end + 80);
  return CONDITION.test(rest) && wording.pattern('more-time').test(rest);
};

const CONDITION = expression('response-time')`^,? ${'condition'}`;

/** Beyond half a year it is no time to answer. */
const LONGEST = 183;
const REACH = 140;

/**
 * How far the nearest of `cues` is from a length of time. Those before it in its clause come first; one after it counts as further
 * away, for a verb mostly stands before its time.
 */
function nearest(cues: readonly Range[], at: Range, clause: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const cue of around(cues, at, REACH)) {
    let distance = cue.end <= at.start ? at.start - cue.end : cue.start >= at.end ? cue.start - at.end + AFTER : 0;
    if (cue.end <= clause) distance += AFTER;
    if (distance < REACH && distance < best) best = distance;
  }
  return best;
}
const AFTER = 40;
