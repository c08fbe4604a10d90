/** Periods of retention that are no number: as long as the account, as needed, as the law requires, for ever, for the session. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Range } from '../document/types.js';
import { isFragment, negationScopes } from './clause.js';
import { around } from './nearby.js';
import type { Context } from './retention-context.js';
import { type Cue, distance, governorOfPeriod } from './retention-cues.js';
import type { RetentionPeriod } from './types.js';

export interface Period {
  readonly period: RetentionPeriod;
  readonly range: Range;
  readonly governor: Cue | undefined;
  /** "Until account deletion": the verb is a part of the period, and says nothing of what is done. */
  readonly isCriterion: boolean;
}

/** What the lengths of time of the same sentence have said already. */
export interface Timed {
  readonly any: boolean;
  /** One says within how long data go after a deletion. */
  readonly onDeletion: boolean;
  /** One says within how long data go, after whatever. */
  readonly deletion: boolean;
}

/** The periods of a sentence, one of each kind. */
export function periodsIn(context: Context, timed: Timed): Period[] {
  const { lower } = context.sentence;
  const found = new Map<PeriodName, Range>();
  for (const [name, pattern] of wording.values('period', lower)) {
    const period = PERIODS.find((known) => known === name);
    if (!period) continue;
    const range = pattern
      .all(lower)
      .map((candidate) => withoutThing(lower, candidate))
      .find((candidate) => governs(context, candidate, period));
    if (range) found.set(period, range);
  }
  const periods = [...found]
    .filter(([name]) => !isRepeated(name, found, timed, lower))
    .map(([name, range]) => {
      const governor = governorOfPeriod(lower, context.cues, range);
      const isCriterion = governor !== undefined && governor.start >= range.start && CRITERION.test(lower.slice(range.start, range.end));
      return { period: periodOf(name, range, lower), range, governor, isCriterion };
    })
    // "For a year, unless no longer required by law": the law is the exception of the year, whatever words say so.
    .filter(({ period }) => period !== 'legal-requirement' || !timed.any);
  return periods.filter(({ period }, at) => periods.findIndex((other) => other.period === period) === at);
}

/** "Cookies (which end with your visit) and cookies that stay until you delete them": the period is what the last of them says. */
function withoutThing(lower: string, { start, end }: Range): Range {
  return { start: start + (THING.exec(lower.slice(start, end))?.[0].length ?? 0), end };
}

const THING = expression('retention')`^${'cookie'}\b.*[ (](?=${'until'} )`;
const wording = lexicon('retention');

/** "As long as required by law": the need is the law's. */
function periodOf(name: PeriodName, range: Range, lower: string): RetentionPeriod {
  // "For business or legal reasons": the law is one of several.
  if (name === 'legal-purpose')
    return wording.pattern('mixed-reasons').test(lower.slice(range.start, range.end)) ? 'as-needed' : 'legal-requirement';
  if (name !== 'as-needed') return name;
  const words = lower.slice(range.start, range.end + BY_LAW);
  const byLaw = wording.pattern('needed-by-law').find(words);
  // "As long as necessary or required by law" says two things.
  const isOther =
    !byLaw ||
    wording.pattern('outer-bound').test(words.slice(0, byLaw.end)) ||
    byLaw.end <= range.end - range.start ||
    wording.pattern('two-needs').test(words.slice(0, byLaw.end));
  return isOther ? name : 'legal-requirement';
}

const BY_LAW = 60;
/** "Until you delete them", "until you close your browser": no account ends with it. */
const withoutAccount = (lower: string): readonly Range[] =>
  wording.values('period', lower).flatMap(([name, pattern]) => (name === 'indefinite' || name === 'session' ? pattern.all(lower) : []));
const CRITERION = /^(?:until|(?:as|so) long|while|whilst|for|during|throughout)\b/;

type PeriodName = RetentionPeriod | 'legal-purpose';
const PERIODS: readonly PeriodName[] = ['account-lifetime', 'as-needed', 'legal-requirement', 'legal-purpose', 'indefinite', 'session'];

const isOfLaw = (name: PeriodName): boolean => name === 'legal-requirement' || name === 'legal-purpose';

/** Whether the words of a period speak of keeping or deleting here. */
function governs(context: Context, range: Range, period: PeriodName): boolean {
  const { lower } = context.sentence;
  const { frame, cues } = context;
  const governor = governorOfPeriod(lower, cues, range);
  const before = lower.slice(Math.max(0, range.start - 60), range.start);
  // "For a year, or until you delete it": another end, which leaves the first.
  if (period === 'indefinite' && OR.test(before)) return false;
  if (period === 'indefinite' && (denied(lower, range.start) || /\bno(?:t|t be|t under any)? oblig\w{0,8} to\b/.test(before))) return false;
  if (before.endsWith('even ')) return false;
  if (period === 'account-lifetime' && !isOfAccount(lower, range, before)) return false;
  // "We consider the applicable legal requirements" measures a period, and sets none.
  if (isOfLaw(period) && wording.pattern('criteria').test(lower)) return false;
  if (isOfLaw(period) && isNoDuty(lower, range)) return false;
  if (!governor) return frame.expected;
  // "Gone forever" is how something goes; "remain after you close the browser" says that they outlast it.
  const words = lower.slice(range.start, range.end);
  if (period === 'indefinite' && governor.verb === 'delete' && !LASTING.test(words)) return false;
  if (isOfLaw(period) && governor.verb === 'delete' && !context.exception() && wording.pattern('allowed').test(words)) return false;
  if (period === 'session' && governor.verb === 'keep' && AFTER.test(words)) return false;
  if (distance(governor, range) >= 200) return false;
  if (governor.verb !== 'keep' && period !== 'indefinite') {
    if (isDenied(lower, governor.start)) return false;
    if (period === 'as-needed' && governor.isNoun && isFragment(lower)) return false;
  }
  if (period === 'as-needed') return !context.isGroundOfRight();
  return !isOfLaw(period) || isLegalPeriod(context, range, period);
}

/** "Where there is no legal duty", "we keep it for legal claims": the law asks for nothing. */
function isNoDuty(lower: string, { start, end }: Range): boolean {
  if (wording.pattern('no-duty').test(lower)) return true;
  const dispute = wording.pattern('dispute').find(lower, start);
  return dispute !== null && dispute.start < end && dispute.end > end;
}

const OR = expression('retention')`\b${'or'} $`;
const EXAMPLE = expression('retention')`\(${'for-example'}`;
const LASTING = expression('retention')`\b${'lasting'}\b`;
const AFTER = expression('retention')`^${'afterwards'}\b`;

function isOfAccount(lower: string, range: Range, before: string): boolean {
  if (overlapsAny(withoutAccount(lower), range)) return false;
  const after = lower.slice(range.end, range.end + 40);
  // "Deleting your account removes your access" takes something from the user, not from the store.
  const next = after.trimStart();
  if (/^(?: your| the| all)? access\b/.test(after) || wording.pattern('step').test(next) || wording.pattern('taken-down').test(next))
    return false;
  const words = lower.slice(range.start, range.end);
  if (isUntilStopped(words) || wording.pattern('own-end').test(words)) return false;
  return !wording.pattern('thing-needed').test(words + after) && !/\bremains? (?:\w{1,20} ){0,2}(?:even )?$/.test(before);
}

/** "Until you unsubscribe from the letters and are deleted from the list": no account ends. */
const isUntilStopped = (words: string): boolean =>
  wording.pattern('until-stopped').test(words) && !wording.pattern('account-word').test(words);

function isLegalPeriod(context: Context, range: Range, period: PeriodName): boolean {
  const { frame, cues } = context;
  const { lower } = context.sentence;
  if (context.isGroundOfRight()) return false;
  // "Request deletion, subject to legal retention obligations" is the exception of a right; "we delete it unless the law obliges us to
  // retain it" that of a deletion: neither says how long anything is kept.
  const deleting = cues.find((cue) => cue.verb === 'delete' || cue.verb === 'anonymise');
  const exception = context.exception();
  if (deleting && exception && deleting.start < exception.start && exception.start <= range.start) return frame.expected;
  // "A legal duty to collect, use or keep it": why it is had at all.
  if (wording.pattern('duty-of-acts').test(lower.slice(range.start, range.end + 120))) return false;
  const before = lower.slice(Math.max(0, range.start - 40), range.start).trimEnd();
  if (wording.pattern('disclosing').test(before)) return false;
  // "To comply with the law (e.g. to keep a record of it)": an example of what the law is obeyed for.
  const keeping = around(cues, range, 200).filter(
    (cue) => cue.verb === 'keep' && !cue.isNoun && !EXAMPLE.test(lower.slice(range.end, cue.start)),
  );
  const isFirm = keeping.some((cue) => cue.isFirm);
  if (period === 'legal-purpose') return isFirm;
  const words = lower.slice(range.start, range.end);
  const isLength = isFirm || wording.pattern('length').test(words);
  return keeping.length > 0 && wording.pattern('legal-length').test(words) && isLength;
}

/**
 * "Active or as needed to provide the service" is one criterion; what the law requires beyond a number of days is the exception of
 * that number; the law among the purposes of "as long as necessary" is no period of its own.
 */
function isRepeated(name: PeriodName, found: ReadonlyMap<PeriodName, Range>, timed: Timed, lower: string): boolean {
  const account = found.get('account-lifetime');
  const needed = found.get('as-needed');
  const purpose = found.get('legal-purpose');
  if (isOfLaw(name) && timed.any) return true;
  // "As long as needed, but not longer than the law permits": an outer bound of what was said.
  const law = isOfLaw(name) ? found.get(name) : undefined;
  if (law && found.size > 1 && wording.pattern('outer-bound').test(lower.slice(Math.max(0, law.start - 40), law.end))) return true;
  if (name === 'legal-purpose') {
    const before = purpose ? lower.slice(Math.max(0, purpose.start - 60), purpose.start).trimEnd() : '';
    if (wording.pattern('own-extent').test(before)) return found.has('legal-requirement');
    return (
      found.has('legal-requirement') ||
      found.has('indefinite') ||
      account !== undefined ||
      (needed !== undefined && !isForLaw(needed, purpose, lower))
    );
  }
  if (isOfLaw(name)) return false;
  // "Kept for the life of your account and deleted within 60 days of its closure" says both.
  const isSpan = account !== undefined && /^(?:for|during|throughout|(?:as|so) long)\b/.test(lower.slice(account.start, account.end));
  // "When an account is closed, its files are erased within 60 days": the length says it.
  if (timed.deletion && name === 'account-lifetime' && !isSpan && governsDeletion(account, lower)) return true;
  if (timed.onDeletion) return name !== 'indefinite' && !(name === 'account-lifetime' && isSpan);
  if (name !== 'as-needed' || !needed) return false;
  if (found.has('session') || (account && follows(account, needed, lower))) return true;
  const words = lower.slice(needed.start, needed.end);
  if (timed.any && wording.pattern('vague-length').test(words)) return true;
  if (isForLaw(needed, purpose, lower)) return true;
  const legal = found.get('legal-requirement');
  if (legal && isSetByLaw(needed, legal, lower) && !wording.pattern('own-need').test(words)) return true;
  return legal !== undefined && follows(needed, legal) && wording.pattern('extent').test(words);
}

/** The words of the period hold the deletion of an account, and what is deleted with it. */
const governsDeletion = (account: Range | undefined, lower: string): boolean =>
  account !== undefined && /^(?:when|if|once|should|upon|after|following|as soon as)\b/.test(lower.slice(account.start, account.end));

/** "As long as necessary to comply with the law", and not "to serve you or to comply with the law". */
const isForLaw = (needed: Range, purpose: Range | undefined, lower: string): boolean =>
  purpose !== undefined &&
  follows(needed, purpose) &&
  !wording.pattern('another-purpose').test(lower.slice(needed.start, purpose.start + 4));

/** "As long as the law requires", "the period required by law": the need is the law's. */
const isSetByLaw = (needed: Range, legal: Range, lower: string): boolean =>
  needed.end <= legal.end &&
  (legal.start <= needed.start || (legal.start < needed.end && wording.pattern('set-by-law').test(lower.slice(needed.start, legal.end))));

/** Whether `b` overlaps `a` or comes right after it; with the text, also where no more than an "or" stands between them. */
function follows(a: Range, b: Range | undefined, lower?: string): boolean {
  if (!b) return false;
  if (a.start < b.end && b.start < a.end + 12) return true;
  return lower !== undefined && b.start < a.end + 30 && /\b(?:or|and)\b/.test(lower.slice(a.start, b.end));
}

/** Whether a verb at `at` is denied right before it: "are not automatically deleted". */
export const isDenied = (lower: string, at: number): boolean =>
  /(?:\bnot|\bnever|n't|\bcannot)(?: [\w-]{1,20}){0,5} $/.test(lower.slice(Math.max(0, at - 80), at));

const denied = (lower: string, at: number): boolean => negationScopes(lower).some((scope) => scope.start <= at && at < scope.end);
