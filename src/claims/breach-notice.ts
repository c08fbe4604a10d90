/** Promises to notify a breach of personal data: to whom, how soon. */
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Range } from '../document/types.js';
import { negationScopes } from './clause.js';
import type { Extractor } from './extractor.js';
import { durationsIn } from './quantity.js';
import type { ClaimValues } from './types.js';

const wording = lexicon('breach-notice');

export const breachNotice: Extractor<'breach-notice'> = {
  kind: 'breach-notice',
  *extract(sentence) {
    const { lower } = sentence;
    const notify = noticeIn(lower);
    if (!notify) return;
    // Under "If there is a breach" all that is told is told of one.
    const heading = sentence.block.section.heading?.sentences[0]?.lower ?? '';
    const context = `${sentence.block.leadIn?.lower ?? ''} ${lower} ${heading.length < LONGEST_TITLE ? heading : ''}`;
    if (!breachIn(context) || lower.endsWith('?') || wording.pattern('duty-of-all').test(lower)) return;
    const recipient = recipientOf(lower, notify);
    if (!recipient) return;
    const duration = durationsIn(lower).find((found) => !found.role && found.days <= 60 && found.end > notify.start - 120);
    const term = wording.pattern('term').find(lower);
    const focus = duration?.bounded ?? term ?? notify;
    yield {
      value: {
        recipient,
        hours: duration ? duration.hours : null,
        ...(!duration && term ? { term: lower.slice(term.start, term.end) } : {}),
      },
      focus: { start: sentence.start + focus.start, end: sentence.start + focus.end },
    };
  },
};

const LONGEST_TITLE = 80;

/** The words of notification, unless it is the user who is to notify us, or none is promised. */
function noticeIn(lower: string): Range | null {
  const toUs = wording.pattern('to-us').all(lower);
  const byProcessor = wording.pattern('processor-subject').test(lower);
  const denied = negationScopes(lower);
  return (
    wording
      .pattern('notify')
      .all(lower)
      .find(
        (range) =>
          (byProcessor || !overlapsAny(toUs, range)) && !denied.some((scope) => scope.start <= range.start && range.start < scope.end),
      ) ?? null
  );
}

function breachIn(lower: string): boolean {
  const others = wording.pattern('other-breach').all(lower);
  return wording
    .pattern('breach')
    .all(lower)
    .some((range) => !overlapsAny(others, range));
}

function recipientOf(lower: string, notify: Range): ClaimValues['breach-notice']['recipient'] | undefined {
  if (wording.pattern('processor-subject').test(lower)) return 'controller';
  // "Your information" makes nobody a recipient; what stands before "notify" mostly says whose data it is.
  const after = lower.slice(Math.max(0, notify.start - 3));
  const named = wording.values('recipient').filter(([, pattern]) => pattern.test(after));
  const names = named.map(([name]) => name);
  const passive =
    names.length > 0
      ? names
      : wording
          .values('recipient')
          .filter(([, pattern]) => pattern.test(lower))
          .map(([name]) => name);
  if (passive.includes('authority') && passive.includes('users')) return 'both';
  if (passive.includes('authority')) return 'authority';
  if (passive.includes('users')) return 'users';
  return passive.includes('controller') ? 'controller' : undefined;
}
