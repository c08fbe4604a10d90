import type { Claim } from '../../claims/types.js';
import type { RuleContext } from '../context.js';
import { claimHit } from '../places.js';
import { numberOption } from './options.js';
import type { StructureTest } from './test.js';

/** A "last updated" date more than `days` after the date that the run goes by. An announced day of entry into force is no fault. */
export const futureDate: StructureTest = (context, options) =>
  latestFirst(context)
    .filter(
      (claim) =>
        claim.value.label === 'last-updated' &&
        daysBetween(context.today ?? context.lawAsOf, claim.value.date) > numberOption(options, 'days', 2),
    )
    .slice(0, 1)
    .map(claimHit);

/** The latest date is more than `months` before the date that the run goes by. */
export const staleDate: StructureTest = (context, options) => {
  const [latest] = latestFirst(context);
  const now = context.today ?? context.lawAsOf;
  if (!latest || daysBetween(latest.value.date, now) <= numberOption(options, 'months', 24) * 30.44) return [];
  const years = Math.floor(daysBetween(latest.value.date, now) / 365.25);
  const hit = claimHit(latest);
  return [{ ...hit, values: { ...hit.values, years } }];
};

type Dated = Extract<Claim, { kind: 'effective-date' }>;

function latestFirst({ claims }: RuleContext): Dated[] {
  const dated = claims.filter((claim): claim is Dated => claim.kind === 'effective-date' && /^\d{4}-\d\d-\d\d$/.test(claim.value.date));
  return dated.sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
