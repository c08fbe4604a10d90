/** Runs the rules on a document: hits for findings, and one verdict for each requirement. */
import type { Claim } from '../claims/types.js';
import type { PolicyDocument, Range } from '../document/types.js';
import type { Coverage, Hit, Level } from '../findings/types.js';
import { BLANK_RULE, standsWithBlanks, withFactsInClause } from './blanks.js';
import { checkConflict } from './checks/conflict.js';
import { checkForbid } from './checks/forbid.js';
import { checkLimit } from './checks/limit.js';
import { checkPhrase } from './checks/phrase.js';
import { checkRequire } from './checks/require.js';
import { checkStructure } from './checks/structure.js';
import { evaluate, type Verdict } from './condition.js';
import { makeContext, type RuleContext } from './context.js';
import { withFact } from './fact-fix.js';
import { oneEach } from './one-each.js';
import { preparePatterns } from './patterns.js';
import { appliedRegimes, type Reach } from './reach.js';
import { readable } from './readable.js';
import { reachOf } from './regimes.js';
import { roleOf } from './role.js';
import type { RuleSet } from './ruleset.js';
import type { Check, DocumentRole, Rule } from './types.js';

export interface RuleHit {
  readonly rule: Rule;
  readonly hit: Hit;
}

export interface RunResult {
  readonly hits: readonly RuleHit[];
  readonly coverage: readonly Coverage[];
  /** The laws it was read under, and why; also those that it was not read under because of what the text shows. */
  readonly reach: readonly Reach[];
  readonly role: DocumentRole;
  /** The text denies that personal data are processed, and nothing in it shows otherwise (`processes-no-data` of rules/conditions.yaml). */
  readonly deniesData: boolean;
}

/** A rule that throws is a bug of the rule: the error names it. */
export function runRules(document: PolicyDocument, claims: readonly Claim[], all: RuleSet): RunResult {
  preparePatterns(all);
  const set = readable(all, document);
  const role = roleOf(document, claims);
  // A law none of whose rules can read the text has not been applied to it.
  const isRead = ({ regime }: Reach): boolean => set === all || set.rules.some(({ regimes }) => regimes.includes(regime));
  const reach = reachOf(document, claims, set.facts, set.regimes).filter(isRead);
  const context = makeContext(document, claims, {
    facts: set.facts,
    regimes: new Set(appliedRegimes(reach)),
    role,
    lawAsOf: set.lawAsOf,
    ...(set.today === undefined ? {} : { today: set.today }),
  });
  const holdOf = (rule: Rule): Hold => (isInForce(rule, set.lawAsOf) ? holdUnder(rule, reach) : 'no');
  const coverage: Coverage[] = [];
  const met = new Set<string>();
  for (const rule of set.requirements ?? set.rules) {
    if (!rule.requirement || holdOf(rule) === 'no') continue;
    const row = coverageOf(rule, context);
    coverage.push(row);
    if (row.status !== 'absent' && rule.check.require) met.add(rule.id);
  }
  const hits = set.rules.flatMap((rule) => {
    const hold = holdOf(rule);
    // Nobody need be told what a law asks that does not reach the text.
    if (hold === 'no' || met.has(rule.id) || (hold === 'advice' && rule.check.require)) return [];
    const found = hitsOf(rule, context, set);
    const most = found.length > 0 ? mostOf(rule, hold, context) : null;
    return most ? found.map((entry) => ({ ...entry, hit: { ...entry.hit, level: lesser(most, entry.hit.level) } })) : found;
  });
  const deniesData = evaluate(NO_DATA, context).holds;
  return { hits: oneEach(hits), coverage: mergeCoverage(coverage), reach, role, deniesData };
}

const NO_DATA = { is: 'processes-no-data' };

/**
 * `doubtful`: nothing shows the law, and there is a sign of another country; what is missing under it may be asked for. `advice`: only the law
 * of another country is shown; what this one would forbid is said, and no more than a note.
 */
type Hold = 'yes' | 'doubtful' | 'advice' | 'no';

function holdUnder({ regimes }: Rule, reach: readonly Reach[]): Hold {
  if (regimes.length === 0) return 'yes';
  const own = reach.filter(({ regime }) => regimes.includes(regime));
  const holding = own.filter(({ status }) => status !== 'not-shown');
  // The law of a state is assumed only because there is a sign of it, and of no more.
  const isDoubtful = ({ regime, status, country }: Reach): boolean =>
    status === 'assumed' && (country !== undefined || (regime !== 'gdpr' && regime !== 'eprivacy'));
  if (holding.length > 0) return holding.every(isDoubtful) ? 'doubtful' : 'yes';
  return own.length > 0 ? 'advice' : 'no';
}

/** The most that findings of a rule may say, where that is less than the rule does. */
function mostOf({ check, warningWhen }: Rule, hold: Hold, context: RuleContext): 'warning' | 'note' | null {
  if (hold === 'advice') return 'note';
  if (hold === 'doubtful' && check.require) return 'warning';
  return warningWhen && evaluate(warningWhen, context).holds ? 'warning' : null;
}

const lesser = (most: 'warning' | 'note', level: Level | undefined): Level => (level === 'note' ? level : most);

function hitsOf(rule: Rule, context: RuleContext, { facts, rules }: RuleSet): RuleHit[] {
  const cause = rule.when ? evaluate(rule.when, context) : null;
  if ((cause && !cause.holds) || (rule.silentWhen && evaluate(rule.silentWhen, context).holds)) return [];
  const found = withFact(rule, runCheck(rule, context), facts);
  if (found.length === 0 || !rule.check.require) return found.map((hit) => ({ rule, hit }));
  if (standsWithBlanks(rule, context.document) && rules.some(({ id }) => id === BLANK_RULE)) return [];
  const offered = withFactsInClause(rule, facts);
  return found.map((hit) => ({ rule: offered, hit: cause ? withCause(hit, cause, context.document) : hit }));
}

/** What is missing is missing because of something: the claims that call for it, and their names (`{names}`). */
function withCause(hit: Hit, { claims }: Verdict, document: PolicyDocument): Hit {
  if (claims.length === 0) return hit;
  const names = [...new Set(claims.flatMap(({ value }) => ('name' in value && value.name ? [value.name] : [])))];
  const listed = names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
  const places = [...new Map(claims.map((claim) => shownAt(claim, document)).map((range) => [range.start, range])).values()].slice(0, 5);
  return {
    ...hit,
    values: { ...hit.values, ...(listed ? { names: listed } : {}) },
    related: [...(hit.related ?? []), ...places.map((range) => ({ message: 'what calls for it', range }))],
  };
}

/** Where a name is listed with a label of its own ("Acme: payments.") it is shown best, wherever it was read first. */
function shownAt({ range, value }: Claim, { blocks, lower }: PolicyDocument): Range {
  const name = 'name' in value && value.name ? value.name.toLowerCase() : null;
  return blocks.find(({ label }) => name !== null && label && lower.slice(label.start, label.end).trim() === name) ?? range;
}

/** A rule rests on the provisions that it cites: without any in force at the date, nothing is asked. */
function isInForce({ inForce = [] }: Rule, lawAsOf: string): boolean {
  return (
    inForce.length === 0 ||
    inForce.some(({ from, until }) => (from === undefined || from <= lawAsOf) && (until === undefined || lawAsOf < until))
  );
}

function runCheck(rule: Rule, context: RuleContext): readonly Hit[] {
  try {
    return check(rule.check, context);
  } catch (error) {
    throw new Error(`rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function check(what: Check, context: RuleContext): readonly Hit[] {
  if (what.require) return checkRequire(what.require, context);
  if (what.forbid) return checkForbid(what.forbid, context);
  if (what.limit) return checkLimit(what.limit, context);
  if (what.conflict) return checkConflict(what.conflict, context);
  if (what.phrase) return checkPhrase(what.phrase, context);
  if (what.structure) return checkStructure(what.structure, context);
  // `compare` needs a second document: see src/compare.
  return [];
}

function coverageOf(rule: Rule, context: RuleContext): Coverage {
  const requirement = rule.requirement ?? rule.id;
  const base = { requirement, law: rule.law };
  if (rule.when && !evaluate(rule.when, context).holds) return { ...base, status: 'not-applicable', spans: [] };
  const verdict = rule.check.require
    ? evaluate(rule.check.require.condition, context)
    : { holds: runCheck(rule, context).length === 0, evidence: [] };
  const spans = verdict.evidence.map((range) => context.document.toSource(range));
  return { ...base, status: verdict.holds ? 'present' : 'absent', spans };
}

/** Two rules may decide one requirement (a stricter and a laxer one): absent where one of them says so. */
function mergeCoverage(rows: readonly Coverage[]): Coverage[] {
  const byRequirement = new Map<string, Coverage>();
  const weight = { absent: 2, present: 1, 'not-applicable': 0 } as const;
  for (const row of rows) {
    const known = byRequirement.get(row.requirement);
    if (!known || weight[row.status] > weight[known.status]) byRequirement.set(row.requirement, row);
  }
  return [...byRequirement.values()].sort((a, b) => (a.requirement < b.requirement ? -1 : 1));
}
