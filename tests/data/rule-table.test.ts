import { describe, expect, test } from 'vitest';
import { changedRule, isFiled, rulesOf, ruleTable, wholeRule } from '../../src/data/rule-table.js';
import { builtInRules } from '../../src/data/rules.js';
import { loadRules } from '../../src/index.js';
import type { Rule } from '../../src/rules/types.js';

const RULE: Rule = {
  id: 'a/b',
  title: 'A – “title”',
  severity: 'warning',
  confidence: 'high',
  regimes: ['gdpr'],
  law: ['GDPR-7'],
  status: 'stable',
  check: { phrase: { any: { list: 7 }, once: true } },
  message: 'Said.',
};
const FULL: Rule = {
  ...RULE,
  id: 'a/c',
  languages: ['*'],
  inForce: [{ from: '2020-01-01' }],
  requirement: 'c',
  group: 'g',
  suppressible: false,
  when: { topic: 'retention' },
  silentWhen: { is: 'x' },
  warningWhen: { words: { min: 3 } },
  fix: { clause: 'A clause.' },
};

describe('a rule that is filed', () => {
  const filed = rulesOf(ruleTable([RULE, FULL]));

  test.each([RULE, FULL])('has all that was filed of it, and nothing else: $id', (rule) => {
    const found = filed.find(({ id }) => id === rule.id) ?? expect.fail();
    expect(wholeRule(found)).toStrictEqual(rule);
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(rule);
    for (const [key, value] of Object.entries(rule)) expect(Reflect.get(found, key), key).toEqual(value);
  });

  test('lacks what it was filed without', () => {
    for (const key of Object.keys(FULL)) if (!(key in RULE)) expect(Reflect.get(filed[0] ?? expect.fail(), key), key).toBeUndefined();
  });

  test('shares with others what is the same, so that it is answered once', () => {
    const [a, b] = filed;
    expect(a?.check).toBeDefined();
    expect(a?.check).toBe(b?.check);
    expect(a?.check).toBe(a?.check);
  });

  test('keeps everything but what a copy changes, and the copy is no built-in rule', () => {
    for (const rule of filed) {
      const copy = changedRule(rule, { severity: 'note' });
      expect(copy).toStrictEqual({ ...wholeRule(rule), severity: 'note' });
      expect([isFiled(rule), isFiled(copy)]).toEqual([true, false]);
    }
  });
});

test('every built-in rule survives being filed', () => {
  const whole = builtInRules.map(wholeRule);
  expect(rulesOf(ruleTable(whole)).map(wholeRule)).toStrictEqual(whole);
});

test('programs get rules that they may copy', () => {
  const { rules, requirements = [] } = loadRules();
  for (const rule of [...rules, ...requirements]) expect(Object.keys(rule)).toEqual(expect.arrayContaining(['title', 'check', 'message']));
});
