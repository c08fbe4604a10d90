/** Conditions: preconditions of rules, and what `require` asks for. */
import type { Claim } from '../claims/types.js';
import { namedConditions } from '../data/rules.js';
import type { Range } from '../document/types.js';
import type { RuleContext } from './context.js';
import { selectClaims } from './select.js';
import type { Condition } from './types.js';

export interface Verdict {
  readonly holds: boolean;
  /** Where the text shows that it holds, in order; empty where nothing in the text does. */
  readonly evidence: readonly Range[];
  /** The claims among the evidence. */
  readonly claims: readonly Claim[];
}

/** Every key given must hold. */
export function evaluate(condition: Condition, context: RuleContext): Verdict {
  const verdicts: Verdict[] = [];
  if (condition.all) verdicts.push(...condition.all.map((inner) => evaluate(inner, context)));
  if (condition.any) verdicts.push(anyOf(condition.any.map((inner) => evaluate(inner, context))));
  if (condition.none) verdicts.push(fact(!condition.none.some((inner) => evaluate(inner, context).holds)));
  if (condition.claim) verdicts.push(fromClaims(selectClaims(condition.claim, context)));
  if (condition.text) verdicts.push(fromRanges(context.sentencesBy(condition.text).map((match) => match.sentence)));
  if (condition.topic !== undefined) verdicts.push(fact(context.sectionOn(list(condition.topic)) !== null));
  if (condition.is !== undefined) verdicts.push(named(condition.is, context));
  if (condition.regime) verdicts.push(fact(context.regimes.has(condition.regime)));
  if (condition.role !== undefined) verdicts.push(fact(list(condition.role).includes(context.role)));
  if (condition.words)
    verdicts.push(fact(context.words >= (condition.words.min ?? 0) && context.words <= (condition.words.max ?? Number.POSITIVE_INFINITY)));
  if (condition.fact)
    verdicts.push(fact(Object.entries(condition.fact).every(([key, value]) => Reflect.get(context.facts, key) === value)));
  return verdicts.every((verdict) => verdict.holds) ? { holds: true, ...together(verdicts) } : fact(false);
}

/** Many rules ask for the same: one answer a document. */
function named(name: string, context: RuleContext): Verdict {
  const known = answers.get(context) ?? new Map<string, Verdict>();
  answers.set(context, known);
  const before = known.get(name);
  if (before) return before;
  const condition = namedConditions.get(name);
  if (!condition) throw new Error(`no condition "${name}" in rules/conditions.yaml; there are: ${[...namedConditions.keys()].join(', ')}`);
  const verdict = evaluate(condition, context);
  known.set(name, verdict);
  return verdict;
}

const answers = new WeakMap<RuleContext, Map<string, Verdict>>();

function anyOf(verdicts: readonly Verdict[]): Verdict {
  const holding = verdicts.filter((verdict) => verdict.holds);
  return { holds: holding.length > 0, ...together(holding) };
}

function together(verdicts: readonly Verdict[]): Pick<Verdict, 'evidence' | 'claims'> {
  return { evidence: verdicts.flatMap(({ evidence }) => evidence), claims: verdicts.flatMap(({ claims }) => claims) };
}

const fact = (holds: boolean): Verdict => ({ holds, evidence: [], claims: [] });
const fromRanges = (evidence: readonly Range[]): Verdict => ({ holds: evidence.length > 0, evidence, claims: [] });
const fromClaims = (claims: readonly Claim[]): Verdict => ({
  holds: claims.length > 0,
  evidence: claims.map(({ range }) => range),
  claims,
});
const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]); // Array.isArray does not narrow readonly arrays
