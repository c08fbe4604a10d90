/** The policy's own date lies further back than a number of days, where the day of the run is known. */
import type { StructureTest } from './index.js';

const DAY = 86_400_000;

/** Options: `days`. The latest date in the text decides. */
export const olderThan: StructureTest = function* (context, options) {
  const { days } = options;
  if (typeof days !== 'number') throw new Error('older-than needs the option "days"');
  if (context.today === undefined) return;
  const latest = context.claimsOf('effective-date').reduce<{ date: string; index: number } | null>((known, claim, index) => {
    if (claim.kind !== 'effective-date') return known;
    return known === null || claim.value.date > known.date ? { date: claim.value.date, index } : known;
  }, null);
  if (latest === null) return;
  const age = (Date.parse(context.today) - Date.parse(latest.date)) / DAY;
  const claim = context.claimsOf('effective-date')[latest.index];
  if (claim && age > days) yield { range: claim.range, focus: claim.focus, section: claim.section, values: { date: latest.date } };
};
