/** What holds of every rule, whatever it is about. */
import { describe, expect, test } from 'vitest';
import { provision } from '../../src/data/law.js';
import { ruleDocs } from '../../src/data/rule-docs.js';
import { builtInPresets, builtInRules } from '../../src/data/rules.js';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';
import type { Rule } from '../../src/rules/types.js';

const each = test.each(builtInRules.map((rule) => [rule.id, rule] as const));
const docsOf = (rule: Rule) => ruleDocs.get(rule.id) ?? expect.fail(`${rule.id} has no texts`);

describe('every rule', () => {
  test('has an id and a title of its own', () => {
    expect(new Set(builtInRules.map(({ id }) => id)).size).toBe(builtInRules.length);
    const titles = builtInRules.map(({ id, title }) => `${id.split('/')[0]}: ${title}`);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  each('%s: message, why, how and limits are sentences', (_, rule) => {
    const { why, how, limits } = docsOf(rule);
    for (const text of [rule.message, why, how, ...(limits === undefined ? [] : [limits])]) expect(text).toMatch(/[.!?]["”)]?$/);
  });

  each('%s: the title is no sentence', (_, rule) => {
    expect(rule.title).not.toMatch(/\.$/);
  });

  each('%s: cites law that there is', (_, rule) => {
    expect(rule.law.filter((id) => provision(id) === undefined)).toEqual([]);
  });

  each('%s: the placeholders of the message are known to its check', (_, rule) => {
    const used = [...rule.message.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
    expect(used.filter((name) => !isKnown(name, rule))).toEqual([]);
  });

  each('%s: a gap comes with a clause, and a clause with a place', (_, rule) => {
    if (rule.check.require && rule.severity === 'error') expect(rule.fix?.clause).toBeDefined();
    if (rule.fix?.clause) expect(rule.fix.section ?? rule.fix.heading ?? rule.check.require?.at?.[0] ?? 'front').not.toBe('');
  });

  each('%s: has an example that fails and two that pass, all different', (_, rule) => {
    const { fail, pass } = docsOf(rule).examples;
    expect(fail.length).toBeGreaterThanOrEqual(1);
    expect(pass.length).toBeGreaterThanOrEqual(2);
    const all = [...fail, ...pass].map((example) => JSON.stringify(example));
    expect(new Set(all).size).toBe(all.length);
  });

  each('%s: says why where it is experimental', (_, rule) => {
    if (rule.status === 'experimental') expect(docsOf(rule).limits).toBeDefined();
  });

  each('%s: none of its expressions repeats a repetition', (_, rule) => {
    for (const source of sourcesOf({ ...rule.check, when: rule.when })) {
      expect(() => new RegExp(source)).not.toThrow();
      expect(source).not.toMatch(/[*+]\)[*+]/);
    }
  });
});

describe('every preset', () => {
  test.each(builtInPresets.map(({ id }) => [id]))('%s: holds rules, and no experimental one', (preset) => {
    const { rules } = loadRules({ preset });
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter(({ status }) => status === 'experimental')).toEqual([]);
  });

  test('ci-minimal is made of errors at high confidence', () => {
    const { rules } = loadRules({ preset: 'ci-minimal' });
    expect(rules.filter(({ severity, confidence }) => severity !== 'error' || confidence !== 'high')).toEqual([]);
  });
});

describe('the state of the law', () => {
  test('a duty of June 2026 is not asked for before', async () => {
    const found = async (lawAsOf: string): Promise<string[]> => {
      const text = 'Under the UK GDPR you can complain to the ICO.';
      const { findings } = await lint(text, { path: 'policy.md' }, loadRules({ preset: 'auditor', regimes: ['uk'], lawAsOf }));
      return findings.map(({ ruleId }) => ruleId);
    };
    // The regulator's Article 13(2)(d) has always applied, Article 13(2)(ca) since 19 June 2026.
    expect(await found('2026-06-18')).not.toContain('uk/complaint-to-controller');
    expect(await found('2026-06-19')).toContain('uk/complaint-to-controller');
  });
});

/** Fields of the claims that a check reads are values of its hits; phrases give their words. */
function isKnown(name: string, { check }: Rule): boolean {
  if (check.structure || check.compare) return true;
  if (check.conflict) return /^[ab]\.[\w-]+$/.test(name) || ['topic', 'overlap', 'quote', 'words'].includes(name);
  if (check.phrase) return ['quote', 'words', 'count'].includes(name);
  if (check.require) return name === 'names';
  return /^[a-z-]+$/.test(name);
}

/** Every text of the compiled check that is an expression. */
function sourcesOf(node: unknown): string[] {
  if (typeof node === 'string') return /\\b|\(\?:/.test(node) ? [node] : [];
  if (Array.isArray(node)) return node.flatMap(sourcesOf);
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(sourcesOf) : [];
}
