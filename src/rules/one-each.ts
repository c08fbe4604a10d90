/** Of several rules that set the same two places against each other, one speaks. */
import type { Level } from '../findings/types.js';
import type { RuleHit } from './run.js';

/** The hits without those of conflict rules that report a pair of places again: what says most stands, else what comes first. */
export function oneEach(hits: readonly RuleHit[]): readonly RuleHit[] {
  const best = new Map<string, RuleHit>();
  for (const one of hits) {
    const pair = pairOf(one);
    const known = pair === null ? undefined : best.get(pair);
    if (pair !== null && (!known || weightOf(one) > weightOf(known))) best.set(pair, one);
  }
  return hits.filter((one) => {
    const pair = pairOf(one);
    return pair === null || best.get(pair) === one;
  });
}

/** Both places in reading order, or null for a hit of another kind. */
function pairOf({ rule, hit }: RuleHit): string | null {
  const other = hit.related?.[0];
  if (!rule.check.conflict || !other) return null;
  return [hit.range.start, other.range.start].sort((a, b) => a - b).join(' ');
}

const WEIGHTS: Readonly<Record<Level, number>> = { error: 3, warning: 2, note: 1 };
const weightOf = ({ rule, hit }: RuleHit): number => WEIGHTS[hit.level ?? rule.severity];
