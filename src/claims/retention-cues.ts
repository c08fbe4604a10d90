/** The verbs around a period: keeping, deleting, anonymising, or something else that takes time. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range } from '../document/types.js';
import { clauseEnd, clauseStart } from './clause.js';
import { around } from './nearby.js';
import type { Duration } from './quantity.js';

export type Verb = 'keep' | 'delete' | 'anonymise' | 'rival';

export interface Cue extends Range {
  readonly verb: Verb;
  /** "Retention", "deletion": names the act. */
  readonly isNoun: boolean;
  /** Says of itself that data stay; "store" may only say where. */
  readonly isFirm: boolean;
}

const wording = lexicon('retention');
const VERBS: readonly Verb[] = ['keep', 'delete', 'anonymise', 'rival'];

/** The cues of a sentence by position; none where only others' requests for deletion are spoken of, or where data are kept safe. */
export function cuesIn(lower: string): Cue[] {
  const cues = VERBS.flatMap((verb) =>
    wording
      .pattern(verb)
      .all(lower)
      .map((range) => {
        const whole = lower.slice(range.start, range.end);
        // "If a call is recorded, it is kept for 30 days": the verb that the length belongs to comes after the comma.
        const inner = verb === 'keep' && whole.includes(', ') ? wording.pattern('firm-keep').find(whole) : null;
        const start = range.start + (inner?.start ?? 0);
        const word = lower.slice(start, range.end);
        return {
          start,
          // "Save it until" says that it is kept, and the verb alone does so.
          end: SAVE.test(word) ? start + word.indexOf(' ') : range.end,
          verb,
          isNoun: wording.pattern('noun').find(word)?.start === 0,
          isFirm: wording.pattern('firm-keep').find(word)?.start === 0,
        };
      }),
  );
  const masked = wording.pattern('masked').all(lower);
  return (
    cues
      .filter((cue) => cue.verb !== 'anonymise' || !isAttribute(lower, cue))
      // "Collected information for up to": which information.
      .filter((cue) => cue.verb !== 'keep' || cue.isFirm || !WHICH_DATA.test(lower.slice(cue.start, cue.end)))
      .filter((cue) => cue.verb === 'rival' || !masked.some((range) => range.start <= cue.start && cue.end <= range.end))
      .sort((a, b) => a.start - b.start || b.end - a.end)
  );
}

const WHICH_DATA = expression('retention')`^[a-z]{2,14}${'participle-ending'} (?:${'data-adjective'} )?${'data-noun'} `;
const SAVE = expression('retention')`^${'save'} `;
const isAttribute = (lower: string, { start, end }: Range): boolean =>
  (PARTICIPLE.test(lower.slice(start, end)) && OF_DATA.test(lower.slice(end, end + 80))) ||
  RESULT.test(lower.slice(Math.max(0, start - 60), start));

const PARTICIPLE = expression('retention')`${'participle-ending'}(?: |$)|^${'participle-like'}`;
/** "Anonymised or aggregated information", "information which has been anonymised": what it is, and not what is done to it. */
const OF_DATA = expression(
  'retention',
)`^(?:,? (?:${'shared/joining'} )?[a-z-]{2,14}${'participle-ending'}){0,3} (?:${'data-adjective'} )?(?:${'data-noun'}|${'data-form'})`;
const RESULT = expression('retention')`${'relative-clause'} ${'has-been'} (?:[a-z-]{2,16},? (?:${'shared/joining'} )?){0,3}$`;

/**
 * The verb that a length of time belongs to: the last one before it in its clause, else the first after it there, else the
 * same beyond the clause ("if you are inactive for a year, we delete ..."). Undefined where no verb is near.
 */
export function governorOf(lower: string, all: readonly Cue[], at: Duration): Cue | undefined {
  const cues = around(all, at, REACH);
  // Only what is near is read: a text without a full stop would cost its square.
  const from = Math.max(0, at.bounded.start - REACH);
  const near = lower.slice(from, at.end + REACH);
  const start = from + clauseStart(near, at.bounded.start - from);
  const end = from + clauseEnd(near, at.end - from);
  // A break may hold the verb itself (", we delete"): it belongs to the clause that it opens.
  // "Available for 30" holds the number itself.
  const before = cues.filter(
    (cue) => cue.start < at.start && cue.end < at.end && cue.end >= start && !isBracketed(near, cue.start - from, at.start - from),
  );
  const after = cues.filter((cue) => cue.start >= at.end && cue.start < end);
  const comma = from + near.lastIndexOf(', ', at.start - from);
  // "When you close the account, after 30 days we erase ...": what opens a clause of its own belongs to what follows.
  const opens = OPENS.test(lower.slice(Math.max(comma, start), at.bounded.start));
  const first = after[0];
  const resumed = resumedBefore(near, at.bounded.start - from);
  const kept = resumed === undefined ? undefined : cues.findLast((cue) => cue.end <= from + resumed && cue.verb !== 'rival');
  if (kept && (kept.verb === 'keep' || before.length === 0)) return kept;
  if (opens && first && lower.slice(at.end, first.start).length < 90) return first;
  return (
    before.findLast((cue) => !cue.isNoun || !UPON.test(lower.slice(Math.max(0, cue.start - SHORT), cue.start))) ??
    before.at(-1) ??
    first ??
    cues.find((cue) => cue.start >= at.end && cue.start - at.end < REACH) ??
    cues.findLast((cue) => cue.end <= at.start && at.start - cue.end < REACH)
  );
}

const REACH = 200;
const SHORT = 12;
/** "We erase it upon deletion of the account or after a year": the act is the occasion. */
const UPON = expression('retention')`\b${'afterwards'} $`;
/**
 * "We keep letters, which are sent to us by post, for a month, after which we shred them": where what stands between commas before a length
 * begins, which goes on with what was said before that.
 */
function resumedBefore(text: string, length: number): number | undefined {
  const resumes = RESUMES.exec(text.slice(Math.max(0, length - SHORT), length))?.[0];
  if (resumes === undefined) return undefined;
  const end = length - resumes.length;
  const start = text.lastIndexOf(', ', end - 1);
  return start >= 0 && ASIDE.test(text.slice(start, end)) ? start : undefined;
}

const RESUMES = expression('retention')`, (?:${'for-length'} )?$`;
const ASIDE = expression('retention')`^, ${'aside'} `;

/** "We delete it (after the retention window) or in a year": what is bracketed before a length is not of it. */
function isBracketed(text: string, at: number, length: number): boolean {
  const open = text.lastIndexOf('(', at);
  const close = open < 0 ? -1 : text.indexOf(')', open);
  return close > at && close < length;
}

/**
 * The verb that a period without a number belongs to: the last one before it, else, of those within it, the one that says what is done
 * ("when you delete your account, we erase your notes"), else the nearest. A verb rather than a noun ("retention period").
 */
export function governorOfPeriod(lower: string, all: readonly Cue[], range: Range): Cue | undefined {
  const cues = around(all, range, REACH);
  const verbs = cues.filter((cue) => cue.verb !== 'rival' && !cue.isNoun);
  // "Logs are kept for a while, and addresses retained permanently", "which expire, or stay here until you delete them": the period holds its
  // own verb, or begins with the end of it.
  const last = verbs.findLast((cue) => cue.end <= range.start && distance(cue, range) < REACH);
  const own = verbs.findLast(
    (cue) =>
      cue.verb === 'keep' && cue.end > range.start && (cue.start === range.start || (cue.start < range.start && last?.verb !== 'keep')),
  );
  const before = own ?? last;
  const inside = verbs.filter((cue) => distance(cue, range) === 0);
  const done = inside.find((cue) => !OCCASION.test(lower.slice(cue.end, cue.end + 40)));
  return before ?? done ?? nearestCue(verbs, range) ?? nearestCue(cues, range);
}

const OCCASION = expression('retention')`^\w{0,4} ${'whose-account'} (?:\w{1,20} )?${'account'}`;
const OPENS = expression('retention')`^(?:, )?${'opens-clause'} [^,]{0,80}$`;

/** The nearest verb of keeping or deleting, where one is near. */
export function nearestCue(cues: readonly Cue[], range: Range): Cue | undefined {
  let best: Cue | undefined;
  for (const cue of around(cues, range, REACH))
    if (cue.verb !== 'rival' && (!best || distance(cue, range) < distance(best, range))) best = cue;
  return best;
}

/** Characters between two ranges; 0 where they touch or overlap. */
export const distance = (a: Range, b: Range): number => Math.max(0, a.start - b.end, b.start - a.end);
