/** Conditions: preconditions of rules, and what `require` asks for. */
import type { Claim } from '../claims/types.js';
import { namedConditions } from '../data/rules.js';
import type { Range } from '../document/types.js';
import type { RuleContext } from './context.js';
import { selectClaims } from './select.js';
import type { Condition } from './types.js';
import { mayBeUnread } from './unread-rights.js';

export interface Verdict {
  readonly holds: boolean;
  /** Where the text shows that it holds, in order; empty where nothing in the text does. */
  readonly evidence: readonly Range[];
  /** The claims among the evidence. */
  readonly claims: readonly Claim[];
}

/** Every key given must hold. Each condition is answered once a document. */
export function evaluate(condition: Condition, context: RuleContext): Verdict {
  const known = verdicts.get(context) ?? new Map<Condition, Verdict>();
  verdicts.set(context, known);
  const before = known.get(condition);
  if (before) return before;
  const verdict = passesFacts(condition, context) ? weigh(condition, context) : NOT;
  known.set(condition, verdict);
  return verdict;
}

const verdicts = new WeakMap<RuleContext, Map<Condition, Verdict>>();

/** What costs next to nothing to ask, and shows nothing in the text. */
function passesFacts({ regime, role, words, fact }: Condition, context: RuleContext): boolean {
  if (regime && !context.regimes.has(regime)) return false;
  if (role !== undefined && !list(role).includes(context.role)) return false;
  if (words && !(context.words >= (words.min ?? 0) && context.words <= (words.max ?? Number.POSITIVE_INFINITY))) return false;
  return fact === undefined || Object.entries(fact).every(([key, value]) => Reflect.get(context.facts, key) === value);
}

/** Stops at the first thing that does not hold. */
function weigh(condition: Condition, context: RuleContext): Verdict {
  const found: Verdict[] = [];
  const add = (verdict: Verdict): boolean => found.push(verdict) > 0 && verdict.holds;
  const holds =
    (condition.topic === undefined || context.sectionOn(list(condition.topic)) !== null) &&
    (condition.all ?? []).every((inner) => add(evaluate(inner, context))) &&
    (!condition.any || add(anyOf(condition.any.map((inner) => evaluate(inner, context))))) &&
    !condition.none?.some((inner) => evaluate(inner, context).holds) &&
    (!condition.claim || add(fromClaims(selectClaims(condition.claim, context)))) &&
    (!condition.text || add(fromRanges(context.sentencesBy(condition.text).map((match) => match.sentence)))) &&
    (condition.unread === undefined || mayBeUnread(condition.unread, context)) &&
    (condition.is === undefined || add(named(condition.is, context)));
  return holds ? { holds, ...together(found) } : NOT;
}

function named(name: string, context: RuleContext): Verdict {
  const condition = namedConditions.get(name);
  if (!condition) throw new Error(`no condition "${name}" in rules/conditions.yaml; there are: ${[...namedConditions.keys()].join(', ')}`);
  return evaluate(condition, context);
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  const holding = verdicts.filter((verdict) => verdict.holds);
  return { holds: holding.length > 0, ...together(holding) };
}

function together(verdicts: readonly Verdict[]): Pick<Verdict, 'evidence' | 'claims'> {
  const [only, ...others] = verdicts;
  if (only && others.length === 0) return only;
  return { evidence: verdicts.flatMap(({ evidence }) => evidence), claims: verdicts.flatMap(({ claims }) => claims) };
}

const NOT: Verdict = { holds: false, evidence: [], claims: [] };
const fromRanges = (evidence: readonly Range[]): Verdict => ({ holds: evidence.length > 0, evidence, claims: [] });
const fromClaims = (claims: readonly Claim[]): Verdict => ({
  holds: claims.length > 0,
  evidence: claims.map(({ range }) => range),
  claims,
});
const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]); // Array.isArray does not narrow readonly arrays
