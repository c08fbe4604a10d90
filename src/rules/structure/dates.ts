import { dateOrderOf, datesIn } from '../../claims/dates.js';
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
        readingsOf(claim, context).every((date) => daysBetween(context.today ?? context.lawAsOf, date) > numberOption(options, 'days', 2)),
    )
    .slice(0, 1)
    .map(claimHit);

/** "12/01/2026" is in January or in December; where no other date of the text tells, both count. */
function readingsOf({ value, focus }: Dated, { document }: RuleContext): readonly string[] {
  if (dateOrderOf(document)) return [value.date];
  const words = document.lower.slice(focus.start, focus.end);
  const read = (['day-first', 'month-first'] as const).flatMap((order) => datesIn(words, order)).map(({ iso }) => iso);
  return read.length > 0 ? read : [value.date];
}

/** The latest date is more than `months` before the date that the run goes by. */
export const staleDate: StructureTest = (context, options) => {
  const [latest] = latestFirst(context);
  const now = context.today ?? context.lawAsOf;
  if (!latest || daysBetween(latest.value.date, now) <= numberOption(options, 'months', 24) * 30.44) return [];
  const years = Math.floor(daysBetween(latest.value.date, now) / 365.25);
  const hit = claimHit(latest);
  return [{ ...hit, values: { ...hit.values, years } }];
};

/** The latest date, given to the month at least, is before the option `date` (an ISO day). */
export const datedBefore: StructureTest = ({ claims }, options) => {
  const { date } = options;
  if (typeof date !== 'string') throw new Error('dated-before needs the option "date"');
  const latest = claims
    .filter(isDated)
    .reduce<Dated | null>((known, claim) => (known && lastDay(known) >= lastDay(claim) ? known : claim), null);
  return latest && lastDay(latest) < date ? [claimHit(latest)] : [];
};

const isDated = (claim: Claim): claim is Dated => claim.kind === 'effective-date' && /^\d{4}(-\d\d){0,2}$/.test(claim.value.date);

/** Of a month or a year, its last day: what may still have been before is not held to be. */
const lastDay = ({ value: { date } }: Dated): string => `${date}${'-12-31'.slice(date.length - 4)}`;

type Dated = Extract<Claim, { kind: 'effective-date' }>;

function latestFirst({ claims }: RuleContext): Dated[] {
  const dated = claims.filter((claim): claim is Dated => claim.kind === 'effective-date' && /^\d{4}-\d\d-\d\d$/.test(claim.value.date));
  return dated.sort((a, b) => (a.value.date < b.value.date ? 1 : -1));
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
