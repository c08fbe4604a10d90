import type { Claim } from '../../claims/types.js';
import type { Range, Section, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { overlapOf } from '../overlap.js';
import { valuesOf } from '../places.js';
import { fieldOf, selectClaims } from '../select.js';
import type { ConflictCheck, ConflictSide } from '../types.js';

/** One side of a pair: a claim, or a sentence meant by its wording. */
export interface Statement {
  readonly claim: Claim | null;
  readonly sentence: Sentence;
  readonly range: Range;
  readonly focus: Range;
  readonly section: Section;
}

/** One hit for each key on which two statements disagree where their scopes meet: the first pair, the others related. */
export function checkConflict(check: ConflictCheck, context: RuleContext): Hit[] {
  const byKey = new Map<string, Hit>();
  const second = statementsOf(check.b, context);
  for (const a of statementsOf(check.a, context)) {
    for (const b of second) {
      if (a.sentence === b.sentence || !disagree(a, b, check)) continue;
      const overlap = overlapOf(a, b, check, context);
      if (!overlap) continue;
      const key = keyOf(a, b, check);
      const known = byKey.get(key);
      const hit = pairHit(a, b, check, overlap);
      // Full overlap speaks louder than one with an unknown; otherwise the first in reading order stands.
      if (!known || (known.level === 'note' && hit.level !== 'note')) byKey.set(key, hit);
    }
  }
  return [...byKey.values()];
}

function statementsOf(side: ConflictSide, context: RuleContext): Statement[] {
  if (side.claim)
    return selectClaims(side.claim, context).map((claim) => ({
      claim,
      sentence: claim.sentence,
      range: claim.range,
      focus: claim.focus,
      section: claim.section,
    }));
  if (!side.text) return [];
  return context.sentencesBy(side.text).map(({ sentence, focus }) => ({
    claim: null,
    sentence,
    range: { start: sentence.start, end: sentence.end },
    focus,
    section: sentence.block.section,
  }));
}

function disagree(a: Statement, b: Statement, check: ConflictCheck): boolean {
  const { same, differ } = check;
  if (same && !same.every((field) => sameValue(read(a, field), read(b, field)))) return false;
  if (!differ) return true;
  const left = read(a, differ.field);
  const right = read(b, differ.field);
  if (typeof left === 'number' && typeof right === 'number')
    return a.range.start < b.range.start && Math.abs(left - right) > (differ.tolerance ?? 0) * Math.max(Math.abs(left), Math.abs(right));
  return typeof left === 'string' && typeof right === 'string' && a.range.start < b.range.start && left !== right;
}

const read = (statement: Statement, field: string): unknown => (statement.claim ? fieldOf(statement.claim, field) : undefined);

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.some((entry) => b.includes(entry));
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return a === b;
}

function keyOf(a: Statement, b: Statement, check: ConflictCheck): string {
  const fields = (check.same ?? []).map((field) => String(read(a, field) ?? read(b, field) ?? ''));
  return fields.join('|') + (check.differ ? '' : `|${a.claim?.kind ?? ''}`);
}

function pairHit(a: Statement, b: Statement, check: ConflictCheck, overlap: { readonly certain: boolean; readonly on: string }): Hit {
  const values: Record<string, string | number> = { overlap: overlap.on };
  for (const [name, side] of [
    ['a', a],
    ['b', b],
  ] as const) {
    const own = side.claim ? valuesOf(side.claim) : { quote: side.sentence.text };
    for (const [key, value] of Object.entries(own)) values[`${name}.${key}`] = value;
  }
  return {
    range: a.range,
    focus: a.focus,
    section: a.section,
    values,
    related: [{ message: check.aboutB ?? 'the other statement', range: b.range }],
    key: `${keyOf(a, b, check)}|${a.sentence.lower.slice(0, 80)}|${b.sentence.lower.slice(0, 80)}`,
    ...(overlap.certain ? {} : { level: 'note' as const, confidence: 'low' as const }),
  };
}
