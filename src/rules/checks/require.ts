import type { Hit } from '../../findings/types.js';
import { evaluate } from '../condition.js';
import type { RuleContext } from '../context.js';
import { headingHit } from '../places.js';
import type { RequireCheck } from '../types.js';

/** One hit, at the heading where the missing thing belongs, when the condition does not hold. */
export function checkRequire(check: RequireCheck, context: RuleContext): Hit[] {
  return evaluate(check.condition, context).holds ? [] : [headingHit(context, check.at ?? [])];
}
