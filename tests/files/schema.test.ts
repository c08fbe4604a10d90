/** The schema checker against Ajv: what one refuses the other refuses, on valid files and on damaged ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import configSchema from '../../schema/config.schema.json' with { type: 'json' };
import ruleSchema from '../../schema/rule.schema.json' with { type: 'json' };
import { flawsOf, type Schema } from '../../src/files/config/schema.js';

const ajv = new Ajv({ allowUnionTypes: true });
addFormats.default(ajv);
const isRule = ajv.compile(ruleSchema);
const isConfig = ajv.compile(configSchema);

const rules = readdirSync('rules/packs', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.yaml'))
  .slice(0, 40)
  .map((entry): unknown => parse(readFileSync(join(entry.parentPath, entry.name), 'utf8')));

const config = {
  extends: ['strict', './team.yaml'],
  preset: 'auditor',
  rules: { 'gdpr/*': 'on', 'gdpr/retention': { severity: 'error', message: 'Ask the lawyers first.', options: { max: 3 } } },
  regimes: ['gdpr', 'uk'],
  facts: { controller: 'Example Ltd', establishment: 'DE', audience: 'general', processors: ['Stripe'], consentUsed: false },
  lawAsOf: '2026-08-02',
  maxWarnings: 3,
  ignore: 'drafts/',
  overrides: [{ files: '*.txt', regimes: 'auto' }],
};

describe('agrees with Ajv', () => {
  test('on the built-in rules', () => {
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) expect(flawsOf(rule, ruleSchema as Schema)).toEqual([]);
  });
  test('on a full configuration', () => {
    expect(isConfig(config)).toBe(true);
    expect(flawsOf(config, configSchema as Schema)).toEqual([]);
  });
  test('on damaged rules and configurations', () => {
    let refused = 0;
    const damage = fc.record({
      which: fc.nat(),
      where: fc.nat(),
      how: fc.constantFrom<unknown>(undefined, null, 0, '', 'x', [], {}, -1, true, ['x'], { x: 1 }, 'DELETE', 'ADD'),
    });
    fc.assert(
      fc.property(damage, ({ which, where, how }) => {
        const samples = [config, ...rules];
        const data = structuredClone(samples[which % samples.length]);
        damaged(data, where, how);
        const valid = which % samples.length === 0 ? isConfig(data) : isRule(data);
        const flaws = flawsOf(data, (which % samples.length === 0 ? configSchema : ruleSchema) as Schema);
        if (!valid) refused++;
        expect({ data, valid: flaws.length === 0 }).toEqual({ data, valid });
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(refused).toBeGreaterThan(300);
  });
});

test('names the place and the nearest key', () => {
  const [flaw] = flawsOf({ facts: { controler: 'x' } }, configSchema as Schema);
  expect(flaw).toEqual({
    path: ['facts', 'controler'],
    isKey: true,
    message: 'there is no key "controler" in "facts"; did you mean "controller"?',
  });
});

test.each([
  [{ rules: { 'gdpr/x': 'eror' } }, '"rules.gdpr/x" must be error, warning, note, on or off, not "eror"; did you mean "error"?'],
  [{ rules: { 'gdpr/x': 3 } }, '"rules.gdpr/x" must be error, warning, note, on or off or a map, not 3'],
  [{ maxWarnings: 1.5 }, '"maxWarnings" must be a whole number, not 1.5'],
  [{ lawAsOf: 'May' }, '"lawAsOf" is "May", which does not have the form of a date such as 2026-08-02'],
  [[], 'the file must be a map, not a list'],
  [{ overrides: [{ rules: {} }] }, '"overrides.0" lacks "files"'],
])('says what is wrong with %j', (data, message) => {
  expect(flawsOf(data, configSchema as Schema).map((flaw) => flaw.message)).toEqual([message]);
});

/** Changes the `where`-th place of a tree in a way that may or may not be valid. */
function damaged(data: unknown, where: number, how: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const pending: unknown[] = [data];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, value] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      pending.push(value);
    }
  }
  const [node, key] = places[where % places.length] ?? [];
  if (!node || key === undefined) return;
  if (how === 'DELETE' && !Array.isArray(node)) delete node[key];
  else if (how === 'ADD') node[Array.isArray(node) ? '0' : 'unheardOf'] = 'x';
  else node[key] = how === undefined ? 'x' : how;
}
