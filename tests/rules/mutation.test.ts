/** Every rule's check carries its weight: where it is broken, an example of the rule notices. */
import { beforeAll, describe, expect, test } from 'vitest';
import { extractClaims } from '../../src/claims/extract.js';
import type { Facts } from '../../src/claims/extractor.js';
import type { Claim } from '../../src/claims/types.js';
import { ruleDocs } from '../../src/data/rule-docs.js';
import { changedRule } from '../../src/data/rule-table.js';
import { builtInRules } from '../../src/data/rules.js';
import { parseDocument } from '../../src/document/document.js';
import type { PolicyDocument } from '../../src/document/types.js';
import { runRules } from '../../src/rules/run.js';
import type { Check, Condition, Example, PhraseSource, Rule } from '../../src/rules/types.js';

const ALL_REGIMES = ['gdpr', 'eprivacy', 'uk', 'ccpa', 'caloppa', 'coppa', 'lgpd'] as const;
/** Wording that stands in no example. */
const NOWHERE: PhraseSource = [['\\bqzxqzx\\b', '']];

/** Rules of which no passing example has the words, so that none guards what narrows the check. To be emptied. */
const UNGUARDED: ReadonlySet<string> = new Set([
  'accuracy/anonymous-advertising-id',
  'accuracy/hashed-anonymous',
  'accuracy/vendor-wrong-country',
  'clarity/double-negative',
  'clarity/permitted-by-law',
  'eprivacy/legitimate-interest-for-cookies',
  'gdpr/changes-immediate-continued-use',
  'gdpr/child-consent-wrong-country-age',
  'gdpr/consent-by-use',
  'gdpr/contract-basis-for-ads',
  'gdpr/response-extension-over-two-months',
]);

/** A text read once; the mutants of its rule run on it. */
interface Read {
  readonly document: PolicyDocument;
  readonly claims: readonly Claim[];
  readonly facts: Facts;
  readonly fails: boolean;
}

const rules = builtInRules.filter((rule) => !rule.check.compare);
const read = new Map<string, readonly Read[]>();

beforeAll(async () => {
  for (const rule of rules) {
    const examples = ruleDocs.get(rule.id)?.examples;
    const all = [...(examples?.fail ?? []).map((e) => [e, true] as const), ...(examples?.pass ?? []).map((e) => [e, false] as const)];
    read.set(rule.id, await Promise.all(all.map(([example, fails]) => readExample(example, fails))));
  }
}, 60_000);

describe('a rule that is switched off inside', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s: an example notices', (_, rule) => {
    expect(isNoticed(changedRule(rule, { check: silenced(rule.check) }))).toBe(true);
  });
});

describe('a rule that takes everything', () => {
  const greedy = rules.flatMap((rule) => {
    const check = widened(rule.check);
    return check === null || UNGUARDED.has(rule.id)
      ? []
      : [[rule.id, changedRule(rule, check.require || check.limit ? { check } : { check, ...UNCONDITIONAL })] as const];
  });
  test.each(greedy)('%s: an example notices', (_, mutant) => {
    expect(isNoticed(mutant)).toBe(true);
  });
});

async function readExample(example: Example, fails: boolean): Promise<Read> {
  const facts = typeof example === 'object' && example.facts ? example.facts : {};
  const document = await parseDocument(typeof example === 'string' ? example : (example.text ?? ''), { path: 'policy.md' });
  return { document, claims: extractClaims(document, facts), facts, fails };
}

/** Whether an example comes out otherwise than it must. */
function isNoticed(mutant: Rule): boolean {
  return (read.get(mutant.id) ?? []).some(({ document, claims, facts, fails }) => {
    const set = { rules: [mutant], facts, regimes: ALL_REGIMES, preset: 'auditor', lawAsOf: '2026-11-01', today: '2026-11-21' };
    return runRules(document, claims, set).hits.length > 0 !== fails;
  });
}

/** What keeps a rule from a text is as much a part of what narrows it as its own wording. */
const UNCONDITIONAL = { when: undefined };

const ALWAYS: Condition = { words: { min: 0 } };
const NEVER: Condition = { none: [ALWAYS] };

/** The check finds nothing any more. */
function silenced(check: Check): Check {
  if (check.require) return { require: { ...check.require, condition: ALWAYS } };
  if (check.forbid) return { forbid: { ...check.forbid, claim: { ...check.forbid.claim, text: NOWHERE } } };
  if (check.limit) return { limit: { ...check.limit, claim: { ...check.limit.claim, text: NOWHERE } } };
  if (check.conflict) return { conflict: { ...check.conflict, a: { text: { any: NOWHERE } } } };
  return { phrase: { any: NOWHERE } };
}

/** The check finds more than it should; null where it has nothing that narrows it. */
function widened(check: Check): Check | null {
  if (check.require) return { require: { ...check.require, condition: NEVER } };
  if (check.forbid) {
    const { kind } = check.forbid.claim;
    return { forbid: { claim: { kind } } };
  }
  if (check.limit) {
    const { max: _max, min: _min, claim, ...rest } = check.limit;
    return { limit: { ...rest, claim, ...(check.limit.max === undefined ? { min: Number.MAX_SAFE_INTEGER } : { max: -1 }) } };
  }
  if (check.phrase) {
    const { any, unless, unlessNear, with: also, withNear, polarity, atLeast, topics } = check.phrase;
    const isNarrowed = [unless, unlessNear, also, withNear, polarity, atLeast, topics].some((part) => part !== undefined);
    return isNarrowed ? { phrase: { any, ...(check.phrase.blocks ? { blocks: check.phrase.blocks } : {}) } } : null;
  }
  return null;
}
