/** Retention: how long something is kept, or when it is deleted or anonymised. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { Range, Sentence } from '../document/types.js';
import { negationScopes } from './clause.js';
import type { Draft, Extractor } from './extractor.js';
import { type Duration, durationsIn } from './quantity.js';
import { type Context, contextOf } from './retention-context.js';
import { type Cue, governorOf, nearestCue, type Verb } from './retention-cues.js';
import type { Frame } from './retention-frame.js';
import { isDenied, periodsIn } from './retention-periods.js';
import { subjectAt } from './retention-subject.js';
import type { Bound, RetentionPeriod, RetentionTrigger } from './types.js';

export const retention: Extractor<'retention'> = {
  kind: 'retention',
  *extract(sentence) {
    if (isQuestion(sentence.lower) || isNoStatement(sentence)) return;
    const context = contextOf(sentence);
    const { frame, cues } = context;
    // "Response time: ... as the law requires": a label may speak of periods, yet the sentence of something else that takes time.
    if (cues.every((cue) => cue.verb === 'rival') && (cues.length > 0 ? !frame.cell : !frame.expected && !frame.deleting)) return;
    const timed = withDurations(context);
    const now = timed.length === 0 ? [...atOnce(context)] : [];
    yield* timed;
    yield* withPeriods(context, timed, now);
    yield* now;
  },
};

/** What is weighed when a period is set, or who counts as a customer for how long. */
const isNoStatement = ({ block, lower }: Sentence): boolean =>
  (block.kind === 'item' && wording.pattern('weighed').test(lower)) ||
  wording.pattern('defining').test(`${block.leadIn?.lower ?? ''} ${lower}`) ||
  wording.pattern('hypothetical').test(lower) ||
  wording.pattern('not-said').test(lower);

type RetentionDraft = Draft<'retention'>;
const wording = lexicon('retention');

/** A heading in question form that the markup does not show as one. */
const isQuestion = (lower: string): boolean => QUESTION.test(lower);

function withDurations(context: Context): RetentionDraft[] {
  const { sentence, frame, cues } = context;
  const { lower } = sentence;
  const drafts: RetentionDraft[] = [];
  let previous: Duration | undefined;
  for (const duration of durationsIn(lower)) {
    if (duration.role && !isIdleTime(lower, duration, cues) && !isRound(duration, governorOf(lower, cues, duration))) continue;
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
        trigger: startedBefore(sentence, verb, triggerOf(lower, duration, governor)),
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

/** "Location history is erased every 24 hours": nothing gets older. */
const isRound = (duration: Duration, governor: Cue | undefined): boolean =>
  duration.role === 'recurring' && governor?.verb === 'delete' && !governor.isNoun;

const isFragmentOf = (frame: Frame, lower: string): boolean => frame.cell || lower.length < 200;

/** "logs older than 90 days are deleted" and "not stored for more than 90 days" keep them 90 days at most. */
function boundOf(lower: string, duration: Duration, verb: Verb): Bound {
  if (duration.bound === 'exact' && wording.pattern('at-most-is').test(lower.slice(0, duration.start).trimEnd())) return 'max';
  if (duration.bound !== 'min') return duration.bound;
  if (
    verb !== 'keep' ||
    wording.pattern('never-longer').test(lower.slice(0, duration.start).trimEnd()) ||
    OLDER.test(lower.slice(duration.bounded.start, duration.start))
  )
    return 'max';
  return negationScopes(lower).some((scope) => scope.start <= duration.bounded.start && duration.bounded.start < scope.end) ? 'max' : 'min';
}

const NEAR = 90;

/** What starts the period: what follows the length says it first, then what stands before it. */
function triggerOf(lower: string, duration: Range, governor?: Cue): RetentionTrigger {
  const after = lower.slice(duration.end, duration.end + NEAR);
  const from = Math.max(0, duration.start - NEAR);
  // "What we got from you for checks is deleted ...": the verb of the period starts none.
  const isOurs =
    governor?.verb === 'delete' &&
    !governor.isNoun &&
    governor.start >= from &&
    wording.pattern('our-act').test(lower.slice(from, governor.start).trimEnd());
  const before = lower.slice(from, isOurs ? Math.min(governor.start, duration.start) : duration.start);
  // What an exception or a bracket stands after is the trigger of something else.
  const lead = before.split(BEFORE_EXCEPTION(before)).at(-1) ?? '';
  const told = startIn(after.split(UP_TO_EXCEPTION(after))[0] ?? '', governor) ?? startIn(lead, governor);
  // "We erase it if nobody was here for a year".
  const idle = isOurs && told === undefined ? startIn(lower.slice(governor.end, duration.start), governor) : undefined;
  return told ?? (idle === 'last-activity' ? idle : 'none');
}

/** "You can close your account. Your data are gone within a month": the sentence before says what the period starts with. */
function startedBefore({ block, lower, index }: Sentence, verb: Verb, told: RetentionTrigger): RetentionTrigger {
  if (told !== 'none' || verb === 'keep' || !wording.pattern('goes-then').test(lower) || wording.pattern('own-start').test(lower))
    return told;
  const before = block.sentences[index - (block.sentences[0]?.index ?? index) - 1];
  return before && wording.pattern('may-close').test(before.lower) ? 'deletion' : told;
}

/** The first start of a period that a few words tell. */
function startIn(text: string, governor?: Cue): RetentionTrigger | undefined {
  const hits = wording
    .values('trigger')
    .map(([name, pattern]) => [name, pattern.find(text)] as const)
    .filter((hit): hit is readonly [string, Range] => hit[1] !== null)
    .filter(([name, { start, end }]) => name !== 'deletion' || !isOtherEnd(text, start, end, governor))
    .sort((a, b) => a[1].start - b[1].start);
  const first = hits[0];
  // "From the last visit", "after a year of inactivity that ends ...": what nobody does says more than what the words around it do.
  const idle = hits.find(([name, range]) => name === 'last-activity' && first && range.start < first[1].end);
  const name = (idle ?? first)?.[0];
  return name === 'last-activity' || name === 'deletion' || name === 'collection' ? name : undefined;
}

/** "After the support request", "from the end of the event", "kept for a month and deleted thereafter": nothing of the data's had ended. */
const isOtherEnd = (text: string, start: number, end: number, governor?: Cue): boolean =>
  OTHER_REQUEST.test(text.slice(start, end)) ||
  wording.pattern('other-end').test(text.slice(start, end + NEAR)) ||
  (governor?.verb === 'keep' && wording.pattern('gone-then').test(text.slice(Math.max(0, start - 30), end)));

function* withPeriods(context: Context, drafts: readonly RetentionDraft[], now: readonly RetentionDraft[]): Iterable<RetentionDraft> {
  const gone = drafts.filter(({ value }) => value.action !== 'keep');
  const timed = {
    any: drafts.length > 0,
    onDeletion: [...gone, ...now].some(({ value }) => value.trigger === 'deletion'),
    deletion: gone.length + now.length > 0,
  };
  for (const { period, range, governor, isCriterion } of periodsIn(context, timed)) {
    // "What follows is kept for a limited time:", and the list says for how long.
    const { lower } = context.sentence;
    if (lower.endsWith(':') && wording.pattern('told-below').test(lower.slice(range.start, range.end))) continue;
    // "We delete all but what the law obliges us to keep": what the law asks for is keeping.
    const verb = isCriterion || period === 'legal-requirement' ? 'keep' : (governor?.verb ?? 'keep');
    const trigger = period === 'account-lifetime' && verb !== 'keep' ? 'deletion' : startOfVague(lower, range, period);
    yield draftOf(context, range, governor, { period, bound: 'max', trigger, action: actionOf(verb) });
  }
}

/** "For a reasonable time after you close your account": the only length that starts somewhere, of those without a number. */
function startOfVague(lower: string, { start, end }: Range, period: RetentionPeriod): RetentionTrigger {
  if (period !== 'as-needed' || !wording.pattern('vague-length').test(lower.slice(start, end))) return 'none';
  const after = lower.slice(end, end + NEAR);
  if (!STARTS.test(after)) return 'none';
  return startIn(after.split(UP_TO_EXCEPTION(after))[0] ?? '') ?? 'none';
}

/** "We delete it immediately": kept for no time. */
function* atOnce(context: Context): Iterable<RetentionDraft> {
  const { sentence, cues, frame } = context;
  const { lower } = sentence;
  const range = wording.pattern('immediate').find(lower);
  if (!range || wording.pattern('not-immediate').test(lower) || isDenied(lower, range.start)) return;
  // "Deleted immediately once no longer needed": as long as they are needed.
  if (wording.pattern('when-needless').test(lower.slice(range.end).trimStart())) return;
  const governor = nearestCue(cues, range);
  if (!governor && !frame.deleting) return;
  const told = startedBefore(sentence, 'delete', triggerOf(lower, range));
  // "It is immediate", under "Deleting your account".
  const isAfter = isAfterOther(lower, range);
  const trigger = told === 'none' && !governor && frame.deleting ? 'deletion' : isAfter ? 'none' : told;
  // "If we find out that a child wrote to us, we delete it at once": nothing is said of what is kept otherwise.
  if (trigger === 'none' && !isAfter && OCCASIONAL.test(lower)) return;
  yield {
    ...draftOf(context, range, governor, { days: 0, bound: 'max', trigger: trigger === 'collection' ? 'none' : trigger, action: 'delete' }),
    confidence: 'medium',
  };
}

/** "You donate, and the data are deleted immediately thereafter": after what the sentence tells, which ends no account. */
const isAfterOther = (lower: string, { start, end }: Range): boolean =>
  THEN.test(lower.slice(end)) && startIn(lower.slice(Math.max(0, start - NEAR), start)) !== 'deletion';

function draftOf(
  context: Context,
  at: Range & { readonly bounded?: Range },
  governor: Cue | undefined,
  rest: Omit<RetentionDraft['value'], 'subject'>,
): RetentionDraft {
  const { sentence, frame, cues } = context;
  const subject = subjectAt(sentence, governor, cues, at, frame);
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

const EXCEPTION_REACH = 400;

function exceptionAfter(sentence: Sentence, from: number): string | undefined {
  const found = wording.pattern('exception').find(sentence.lower.slice(from, from + EXCEPTION_REACH));
  if (!found) return undefined;
  const rest = sentence.text.slice(from + found.start, from + found.start + EXCEPTION_REACH);
  return (/^[^;)]{1,160}/.exec(rest)?.[0] ?? rest).replace(/[\s.,:]{1,3}$/, '');
}

const OTHER_REQUEST = expression('retention')`${'other-request'}`;
const QUESTION = expression('retention')`^${'question'}.{0,200}\?$`;
const OCCASIONAL = expression('retention')`(?:^|[, ])${'occasion'} (?!${'asked'})`;
const THEN = expression('retention')`^ ${'then'}\b`;
const STARTS = expression('retention')`^ ${'starts'} `;
const OLDER = expression('retention')`${'older'}`;
const BEFORE_EXCEPTION = expression('retention')`[;(]|${'exception-before'}|\. `;
const UP_TO_EXCEPTION = expression('retention')`[;]|, ${'exception-after'}|, ${'own-act-after'} | ${'or-until'} |\. `;
