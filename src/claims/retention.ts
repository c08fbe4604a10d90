/** Retention: how long something is kept, or when it is deleted or anonymised. */
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { isFragment, negationScopes } from './clause.js';
import type { Draft, Extractor } from './extractor.js';
import { type Duration, durationsIn } from './quantity.js';
import { type Cue, cuesIn, distance, governorOf, governorOfPeriod, nearestCue, type Verb } from './retention-cues.js';
import { type Frame, frameOf, subjectAt } from './retention-subject.js';
import type { Bound, RetentionPeriod, RetentionTrigger } from './types.js';

export const retention: Extractor<'retention'> = {
  kind: 'retention',
  *extract(sentence) {
    const { lower } = sentence;
    if (isQuestion(lower)) return;
    const frame = frameOf(sentence);
    const cues = cuesIn(lower);
    if (!frame.expected && !frame.deleting && cues.every((cue) => cue.verb === 'rival')) return;
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
  // What an exception or a bracket stands after is the trigger of something else.
  const lead = before.split(/[;(]|\b(?:except|unless)\b|\. /).at(-1) ?? '';
  for (const text of [after.split(/[;]|, (?:unless|except|but)|\. /)[0] ?? '', lead]) {
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
  const found = new Map<PeriodName, Range>();
  for (const [name, pattern] of wording.values('period')) {
    const period = PERIODS.find((known) => known === name);
    if (!period) continue;
    const range = pattern.all(lower).find((candidate) => governs(context, candidate, period));
    if (range) found.set(period, range);
  }
  for (const [name, range] of found) {
    if (isRepeated(name, found, timed, lower)) continue;
    const period = name === 'legal-purpose' ? 'legal-requirement' : name;
    const governor = governorOfPeriod(lower, cues, range);
    // "Until account deletion": the verb is a part of the period, and says nothing of what is done.
    const isInside = governor !== undefined && governor.start >= range.start && CRITERION.test(lower.slice(range.start, range.end));
    const verb = isInside ? 'keep' : (governor?.verb ?? 'keep');
    yield draftOf(context, range, governor, {
      period,
      bound: 'max',
      trigger: period === 'account-lifetime' && verb !== 'keep' ? 'deletion' : 'none',
      action: frame.expected && !governor ? 'keep' : actionOf(verb),
    });
  }
}

const CRITERION = /^(?:until|(?:as|so) long|while|whilst|for|during|throughout)\b/;

type PeriodName = RetentionPeriod | 'legal-purpose';
const PERIODS: readonly PeriodName[] = ['account-lifetime', 'as-needed', 'legal-requirement', 'legal-purpose', 'indefinite', 'session'];

/** Whether the words of a period speak of keeping or deleting here. */
function governs({ sentence: { lower }, frame, cues }: Context, range: Range, period: PeriodName): boolean {
  const governor = governorOfPeriod(lower, cues, range);
  const before = lower.slice(0, range.start);
  if (period === 'indefinite' && (denied(lower, range.start) || /\bno(?:t|t be|t under any)? oblig\w{0,8} to\b/.test(before))) return false;
  if (before.endsWith('even ')) return false;
  // "Deleting your account removes your access" takes something from the user, not from the store.
  if (period === 'account-lifetime' && /^(?: your| the| all)? access\b/.test(lower.slice(range.end, range.end + 14))) return false;
  if (period === 'account-lifetime' && /\bremains? (?:\w{1,20} ){0,2}(?:even )?$/.test(before)) return false;
  if (!governor) return frame.expected;
  if (distance(governor, range) >= 200) return false;
  const isGround = wording.pattern('ground-of-right').test(lower);
  if (governor.verb !== 'keep' && period !== 'indefinite') {
    if (isDenied(lower, governor.start)) return false;
    if (period === 'as-needed' && isNoun(lower, governor)) return false;
  }
  if (period === 'as-needed' && isGround && !WE_KEEP.test(lower)) return false;
  if (period !== 'legal-requirement' && period !== 'legal-purpose') return true;
  if (isGround && !WE_KEEP.test(lower)) return false;
  // "Request deletion, subject to legal retention obligations" is the exception of a right; "we delete it unless the law obliges us to
  // retain it" that of a deletion: neither says how long anything is kept.
  const deleting = cues.find((cue) => cue.verb === 'delete' || cue.verb === 'anonymise');
  const exception = wording.pattern('exception').find(lower);
  if (deleting && exception && deleting.start < exception.start && exception.start <= range.start) return frame.expected;
  const keeping = cues.filter(
    (cue) => cue.verb === 'keep' && distance(cue, range) < 200 && lower.slice(cue.start, cue.end) !== 'retention',
  );
  const words = lower.slice(range.start, range.end);
  const isFirm = keeping.some((cue) => wording.pattern('firm-keep').find(lower, cue.start)?.start === cue.start);
  if (period === 'legal-purpose') return isFirm;
  return (
    keeping.length > 0 &&
    wording.pattern('legal-length').test(words) &&
    (isFirm || /\b(?:longer|periods?|retention|stor\w{1,4})\b/.test(words))
  );
}

const WE_KEEP = /\b(?:we|company|us)\b[^.]{0,60}\b(?:retain|keep|store|hold|maintain|preserve)/;
const isDenied = (lower: string, at: number): boolean =>
  /(?:\bnot|\bnever|n't|\bcannot)(?: [\w-]{1,20}){0,2} $/.test(lower.slice(Math.max(0, at - 50), at));
const denied = (lower: string, at: number): boolean => negationScopes(lower).some((scope) => scope.start <= at && at < scope.end);

const isNoun = (lower: string, cue: Cue): boolean => {
  const found = wording.pattern('noun').find(lower, cue.start);
  return found?.start === cue.start && isFragment(lower);
};

/**
 * "Active or as needed to provide the service" is one criterion; what the law requires beyond a number of days is the exception of
 * that number; the law among the purposes of "as long as necessary" is no period of its own.
 */
function isRepeated(name: PeriodName, found: ReadonlyMap<PeriodName, Range>, timed: readonly RetentionDraft[], lower: string): boolean {
  const account = found.get('account-lifetime');
  const needed = found.get('as-needed');
  const purpose = found.get('legal-purpose');
  const isLegal = name === 'legal-requirement' || name === 'legal-purpose';
  if (isLegal && timed.length > 0) return true;
  if (name === 'legal-purpose')
    return (
      found.has('legal-requirement') ||
      found.has('indefinite') ||
      account !== undefined ||
      (needed !== undefined && !follows(needed, purpose))
    );
  if (isLegal) return false;
  if (timed.some((draft) => draft.value.action !== 'keep' && draft.value.trigger === 'deletion')) return name !== 'indefinite';
  if (name !== 'as-needed' || !needed) return false;
  if (found.has('session') || (account && follows(account, needed, lower))) return true;
  const words = lower.slice(needed.start, needed.end);
  if (timed.length > 0 && wording.pattern('vague-length').test(words)) return true;
  if (follows(needed, purpose)) return true;
  const legal = found.get('legal-requirement');
  return legal !== undefined && follows(needed, legal) && wording.pattern('extent').test(words);
}

/** Whether `b` overlaps `a` or comes right after it; with the text, also where no more than an "or" stands between them. */
function follows(a: Range, b: Range | undefined, lower?: string): boolean {
  if (!b) return false;
  if (a.start < b.end && b.start < a.end + 12) return true;
  return lower !== undefined && b.start < a.end + 30 && /\b(?:or|and)\b/.test(lower.slice(a.start, b.end));
}

/** "We delete it immediately": kept for no time. */
function* atOnce(context: Context): Iterable<RetentionDraft> {
  const { sentence, cues, frame } = context;
  const { lower } = sentence;
  const range = wording.pattern('immediate').find(lower);
  if (!range || wording.pattern('not-immediate').test(lower) || isDenied(lower, range.start)) return;
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

function exceptionAfter(sentence: Sentence, from: number): string | undefined {
  const found = wording.pattern('exception').find(sentence.lower, from);
  if (!found) return undefined;
  const rest = sentence.text.slice(found.start);
  return (/^[^;)]{1,160}/.exec(rest)?.[0] ?? rest).replace(/[\s.,:]{1,3}$/, '');
}
