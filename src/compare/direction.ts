/** Whether a statement protects people less or more than the one that it replaced. */
import type { Claim, RetentionPeriod } from '../claims/types.js';

export type Direction = 'weakened' | 'strengthened' | 'changed';

/** Both claims speak of the same thing. */
export function direction(before: Claim, after: Claim): Direction {
  const isPromise = PROTECTING.has(after.kind);
  if (before.polarity !== after.polarity) return (after.polarity === 'affirmed') === isPromise ? 'strengthened' : 'weakened';
  const score = strength(after) - strength(before);
  if (score !== 0 && !Number.isNaN(score)) return score > 0 ? 'strengthened' : 'weakened';
  const holds = isPromise || after.polarity === 'negated';
  if (before.modality !== after.modality && holds) return after.modality === 'hedged' ? 'weakened' : 'strengthened';
  const [was, is] = [isLimited(before), isLimited(after)];
  if (after.polarity === 'negated' && was !== is) return is ? 'weakened' : 'strengthened';
  return 'changed';
}

/** Kinds that protect people where they are affirmed; the others protect them where they are denied. */
const PROTECTING: ReadonlySet<Claim['kind']> = new Set([
  'right',
  'security',
  'contact',
  'dpo',
  'representative',
  'breach-notice',
  'response-time',
  'minimum-age',
  'retention',
  'policy-change',
]);

/** Longer is worse. Days come before every period without a number but the session. */
const RANK: Readonly<Record<RetentionPeriod, number>> = {
  session: 0,
  'account-lifetime': 1e6,
  'as-needed': 2e6,
  'legal-requirement': 3e6,
  indefinite: 4e6,
};

/** How long data are kept, as a number that grows with the time; NaN where nothing is said. */
export function keptFor(claim: Claim): number {
  if (claim.kind !== 'retention') return Number.NaN;
  return claim.value.days ?? (claim.value.period ? RANK[claim.value.period] : Number.NaN);
}

/** Comparable within a kind only: more is better for people. */
function strength(claim: Claim): number {
  switch (claim.kind) {
    case 'retention':
      return -keptFor(claim);
    case 'response-time':
      return -claim.value.days;
    case 'breach-notice':
      return claim.value.hours === null ? -1e6 : -claim.value.hours;
    case 'minimum-age':
      return claim.value.years;
    case 'policy-change':
      return claim.value['notice-days'] ?? 0;
    default:
      return 0;
  }
}

/** Whether a denial leaves something out. */
const isLimited = ({ value, scope }: Claim): boolean => scope.exception !== undefined || 'exception' in value || 'limit' in value;
