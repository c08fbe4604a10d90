/** Retention: how long something is kept, or when it is deleted or anonymised. */
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { isFragment, negationScopes } from './clause.js';
import type { Draft, Extractor } from './extractor.js';
import { type Duration, durationsIn } from './quantity.js';
import { type Cue, cuesIn, governorOf, type Verb } from './retention-cues.js';
import { type Frame, frameOf, subjectAt } from './retention-subject.js';
import type { Bound, RetentionPeriod, RetentionTrigger } from './types.js';

export const retention: Extractor<'retention'> = {
  kind: 'retention',
  *extract(sentence) {
    const { lower } = sentence;
    if (isQuestion(lower)) return;
    const frame = frameOf(sentence);
    const cues = cuesIn(lower);
    if (!frame.expected && !frame.deleting && cues.length === 0) return;
    const context: Context = { sentence, frame, cues };
    const timed = withDurations(context);
    yield* timed;
    yield* withPeriods(context, timed);
    if (timed.length === 0) yield* atOnce(context);
  },
};

interface Context {
  readonly sentence: Sentence;
  readonly frame: Frame;
  readonly cues: readonly Cue[];
}

type RetentionDraft = Draft<'retention'>;
const wording = lexicon('retention');

/** A heading in question form that the markup does not show as one. */
const isQuestion = (lower: string): boolean => /^(?:how|what|when|why|do|does|is|are|can|will|where|who)\b.{0,200}\?$/.test(lower);

function withDurations(context: Context): RetentionDraft[] {
  const { sentence, frame, cues } = context;
  const { lower } = sentence;
  const drafts: RetentionDraft[] = [];
  let previous: Duration | undefined;
  for (const duration of durationsIn(lower)) {
    if (duration.role && !isIdleTime(lower, duration, cues)) continue;
    // "one (1) month (30 days)": the same length again.
    if (previous && previous.days === duration.days && duration.start - previous.end < 6) continue;
    const governor = governorOf(lower, cues, duration);
    if (governor?.verb === 'rival') continue;
    const verb = governor?.verb ?? (frame.expected ? 'keep' : undefined);
    if (!verb || (!governor && !isFragmentOf(frame, lower))) continue;
    previous = duration;
    const exception = exceptionAfter(sentence, duration.end);
    drafts.push(
      draftOf(context, duration, governor, {
        days: duration.days,
        bound: boundOf(lower, duration, verb),
        trigger: triggerOf(lower, duration),
        ...(exception ? { exception } : {}),
        action: actionOf(verb),
      }),
    );
  }
  return drafts;
}

/** "No login in the past two years": how long nothing happened before the data go. */
const isIdleTime = (lower: string, duration: Duration, cues: readonly Cue[]): boolean =>
  duration.role === 'lookback' &&
  cues.some((cue) => cue.verb === 'delete' && cue.start > duration.end) &&
  triggerOf(lower, duration) === 'last-activity';

const isFragmentOf = (frame: Frame, lower: string): boolean => frame.cell || lower.length < 200;

/** "logs older than 90 days are deleted" and "not stored for more than 90 days" keep them 90 days at most. */
function boundOf(lower: string, duration: Duration, verb: Verb): Bound {
  if (duration.bound !== 'min') return duration.bound;
  if (verb !== 'keep' || /\bolder than\b/.test(lower.slice(duration.bounded.start, duration.start))) return 'max';
  return negationScopes(lower).some((scope) => scope.start <= duration.bounded.start && duration.bounded.start < scope.end) ? 'max' : 'min';
}

const NEAR = 90;

/** What starts the period: what follows the length says it first, then what stands before it. */
function triggerOf(lower: string, duration: Range): RetentionTrigger {
  const after = lower.slice(duration.end, duration.end + NEAR);
  const before = lower.slice(Math.max(0, duration.start - NEAR), duration.start);
  for (const text of [after.split(/[;]|, (?:unless|except|but)|\. /)[0] ?? '', before]) {
    const hits = wording
      .values('trigger')
      .map(([name, pattern]) => [name, pattern.find(text)] as const)
      .filter((hit): hit is readonly [string, Range] => hit[1] !== null)
      .sort((a, b) => a[1].start - b[1].start);
    const name = hits[0]?.[0];
    if (name === 'last-activity' || name === 'deletion' || name === 'collection') return name;
  }
  return 'none';
}

/** Periods that are no number; one of each in a sentence. */
function* withPeriods(context: Context, timed: readonly RetentionDraft[]): Iterable<RetentionDraft> {
  const { sentence, cues, frame } = context;
  const { lower } = sentence;
  const found = new Map<RetentionPeriod, Range>();
  for (const [name, pattern] of wording.values('period')) {
    const period = periodNamed(name);
    if (!period) continue;
    const range = pattern.all(lower).find((candidate) => governs(context, candidate, period));
    if (range) found.set(period, range);
  }
  for (const [period, range] of found) {
    if (isRepeated(period, found, timed, lower)) continue;
    const governor = governorOfPeriod(lower, cues, range);
    const verb = governor?.verb ?? 'keep';
    yield draftOf(context, range, governor, {
      period,
      bound: 'max',
      trigger: period === 'account-lifetime' && verb !== 'keep' ? 'deletion' : 'none',
      action: frame.expected && !governor ? 'keep' : actionOf(verb),
    });
  }
}

const PERIODS: readonly RetentionPeriod[] = ['account-lifetime', 'as-needed', 'legal-requirement', 'indefinite', 'session'];
const periodNamed = (name: string): RetentionPeriod | undefined => PERIODS.find((period) => period === name);

/** Whether the words of a period speak of keeping or deleting here. */
function governs({ sentence: { lower }, frame, cues }: Context, range: Range, period: RetentionPeriod): boolean {
  const governor = governorOfPeriod(lower, cues, range);
  if (period === 'indefinite' && denied(lower, range.start)) return false;
  if (lower.slice(Math.max(0, range.start - 5), range.start) === 'even ') return false;
  if (!governor) return frame.expected;
  if (distance(governor, range) >= 200) return false;
  if (governor.verb !== 'keep' && period !== 'indefinite') {
    if (/(?:\bnot|\bnever|n't|\bcannot)(?: [\w-]{1,20}){0,2} $/.test(lower.slice(Math.max(0, governor.start - 50), governor.start)))
      return false;
    if (period === 'as-needed' && (wording.pattern('ground-of-right').test(lower) || isNoun(lower, governor))) return false;
  }
  if (period !== 'legal-requirement') return true;
  // "Request deletion, subject to legal retention obligations" is the exception of a right; "we delete it unless the law obliges us to
  // retain it" that of a deletion: neither says how long anything is kept.
  const deleting = cues.find((cue) => cue.verb === 'delete' || cue.verb === 'anonymise');
  const exception = wording.pattern('exception').find(lower);
  if (deleting && exception && deleting.start < exception.start && exception.start <= range.start) return frame.expected;
  return cues.some((cue) => cue.verb === 'keep' && distance(cue, range) < 200 && lower.slice(cue.start, cue.end) !== 'retention');
}

const denied = (lower: string, at: number): boolean => negationScopes(lower).some((scope) => scope.start <= at && at < scope.end);

const isNoun = (lower: string, cue: Cue): boolean => {
  const found = wording.pattern('noun').find(lower, cue.start);
  return found?.start === cue.start && isFragment(lower);
};

/**
 * "Active or as needed to provide the service" is one criterion; what the law requires beyond a number of days is the
 * exception of that number.
 */
function isRepeated(
  period: RetentionPeriod,
  found: ReadonlyMap<RetentionPeriod, Range>,
  timed: readonly RetentionDraft[],
  lower: string,
): boolean {
  if (period === 'as-needed') {
    const own = found.get('as-needed');
    const account = found.get('account-lifetime');
    const legal = found.get('legal-requirement');
    const session = found.get('session');
    if (session || !own) return true;
    const words = lower.slice(own.start, own.end);
    if (legal && own.end > legal.start && own.start < legal.end && wording.pattern('extent').test(words)) return true;
    if (timed.length > 0 && wording.pattern('vague-length').test(words)) return true;
    if (account && account.start < own.end && own.start < account.end) return true;
    if (account && own.start < account.end + 30 && /\b(?:or|and)\b/.test(lower.slice(account.start, own.end))) return true;
  }
  if (period === 'account-lifetime' || period === 'as-needed')
    return timed.some((draft) => draft.value.action !== 'keep' && draft.value.trigger === 'deletion');
  return period === 'legal-requirement' && timed.length > 0;
}

/** "We delete it immediately": kept for no time. */
function* atOnce(context: Context): Iterable<RetentionDraft> {
  const { sentence, cues, frame } = context;
  const { lower } = sentence;
  const range = wording.pattern('immediate').find(lower);
  if (!range || wording.pattern('not-immediate').test(lower)) return;
  const governor = nearestCue(cues, range);
  if (!governor && !frame.deleting) return;
  const trigger = triggerOf(lower, range);
  yield {
    ...draftOf(context, range, governor, { days: 0, bound: 'max', trigger: trigger === 'collection' ? 'none' : trigger, action: 'delete' }),
    confidence: 'medium',
  };
}

function draftOf(
  context: Context,
  at: Range & { readonly bounded?: Range },
  governor: Cue | undefined,
  rest: Omit<RetentionDraft['value'], 'subject'>,
): RetentionDraft {
  const { sentence, frame } = context;
  const subject = subjectAt(sentence, governor, at, frame);
  const focus = at.bounded ?? at;
  return {
    value: { subject, ...rest },
    focus: { start: sentence.start + focus.start, end: sentence.start + focus.end },
    ...(frame.plan || rest.trigger !== 'none'
      ? { scope: { ...(frame.plan ? { product: [frame.plan] } : {}), ...(rest.trigger === 'none' ? {} : { event: rest.trigger }) } }
      : {}),
  };
}

const actionOf = (verb: Verb): 'delete' | 'anonymise' | 'keep' => (verb === 'rival' ? 'keep' : verb);

/** The last verb of keeping or deleting before a period, else the nearest one; a verb rather than a noun ("retention period"). */
function governorOfPeriod(lower: string, cues: readonly Cue[], range: Range): Cue | undefined {
  const verbs = cues.filter((cue) => cue.verb !== 'rival' && wording.pattern('noun').find(lower, cue.start)?.start !== cue.start);
  return (
    verbs.findLast((cue) => cue.end <= range.start && distance(cue, range) < 200) ?? nearestCue(verbs, range) ?? nearestCue(cues, range)
  );
}

/** The nearest verb of keeping or deleting. */
function nearestCue(cues: readonly Cue[], range: Range): Cue | undefined {
  let best: Cue | undefined;
  for (const cue of cues) if (cue.verb !== 'rival' && (!best || distance(cue, range) < distance(best, range))) best = cue;
  return best;
}

const distance = (a: Range, b: Range): number => Math.max(0, a.start - b.end, b.start - a.end);

function exceptionAfter(sentence: Sentence, from: number): string | undefined {
  const found = wording.pattern('exception').find(sentence.lower, from);
  if (!found) return undefined;
  const rest = sentence.text.slice(found.start);
  return (/^[^;)]{1,160}/.exec(rest)?.[0] ?? rest).replace(/[\s.,:]{1,3}$/, '');
}
