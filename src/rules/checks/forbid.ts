import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { claimHit } from '../places.js';
import { selectClaims } from '../select.js';
import type { ForbidCheck } from '../types.js';
import { onePerPlace, onlyFirst } from './merge.js';

/** A hit for each claim that must not be there. */
export function checkForbid(check: ForbidCheck, context: RuleContext): Hit[] {
  const hits = onePerPlace(selectClaims(check.claim, context).map(claimHit));
  return check.once ? onlyFirst(hits) : hits;
}
