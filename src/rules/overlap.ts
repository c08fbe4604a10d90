/** Do two statements speak of the same thing? The heart of every contradiction. */

import type { Statement } from './checks/conflict.js';
import type { RuleContext } from './context.js';
import type { ConflictCheck } from './types.js';

export interface Overlap {
  /** False where one dimension carries an unresolved marker on one side: such a pair is at most a note. */
  readonly certain: boolean;
  /** The scope on which the two meet, for the message. */
  readonly on: string;
}

const DIMENSIONS = ['actor', 'action', 'data', 'recipient', 'purpose', 'subject', 'region', 'product', 'event'] as const;

/** Null where some dimension tells them apart. */
export function overlapOf(a: Statement, b: Statement, check: ConflictCheck, _context: RuleContext): Overlap | null {
  let certain = true;
  for (const dimension of DIMENSIONS) {
    if (check.ignore?.includes(dimension)) continue;
    const left = listOf(a.claim?.scope[dimension]);
    const right = listOf(b.claim?.scope[dimension]);
    if (left.length && right.length && !left.some((entry) => right.includes(entry))) return null;
  }
  if (a.claim?.scope.markers?.length || b.claim?.scope.markers?.length) certain = false;
  return { certain, on: '' };
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
