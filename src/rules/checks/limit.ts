import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { claimHit } from '../places.js';
import { fieldOf, selectClaims } from '../select.js';
import type { LimitCheck } from '../types.js';
import { onePerPlace, onlyFirst } from './merge.js';

/** A hit for each claim whose number is beyond the bound. Claims without the number are left alone. */
export function checkLimit(check: LimitCheck, context: RuleContext): Hit[] {
  const hits: Hit[] = [];
  for (const claim of selectClaims(check.claim, context)) {
    const value = fieldOf(claim, check.field);
    if (typeof value !== 'number') continue;
    const isBeyond = (check.max !== undefined && value > check.max) || (check.min !== undefined && value < check.min);
    if (!isBeyond) continue;
    const hit = claimHit(claim);
    hits.push({ ...hit, values: { ...hit.values, limit: check.max ?? check.min ?? 0 } });
  }
  const merged = onePerPlace(hits);
  return check.once ? onlyFirst(merged) : merged;
}
