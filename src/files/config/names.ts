/** Names in a configuration that must be known: those of presets, rules and options. */

import { builtInPresets, builtInRules } from '../../data/rules.js';
import { record } from '../../data/untyped.js';
import { nearest } from '../../nearest.js';
import { optionFlaws } from '../../rules/customise.js';
import type { Rule } from '../../rules/types.js';
import { flawMessages } from './read.js';
import type { Flaw } from './schema.js';
import type { Layer, Problems } from './types.js';

/** Says what the names of all layers are wrong in. Overrides are looked at whether or not they hold for a file. */
export async function checkNames(layers: readonly Layer[], packs: readonly { readonly rule: Rule }[], problems: Problems): Promise<void> {
  const rules = rulesById(packs.map(({ rule }) => rule));
  for (const { content, file, name } of layers) problems.add(...(await flawMessages(file, name, nameFlaws(content, rules))));
}

/** The built-in rules and those of packs. */
export function rulesById(packs: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map([...builtInRules, ...packs].map((rule) => [rule.id, rule]));
}

/**
 * What names nothing in a configuration and its overrides, with the nearest name that does, and options that a rule does not
 * have. What the schema refuses is left out.
 */
export function nameFlaws(content: unknown, rules: ReadonlyMap<string, Rule>): Flaw[] {
  const { overrides } = record(content);
  const own = flawsOfSettings(content, [], rules);
  const others = Array.isArray(overrides) ? overrides : [];
  return [...own, ...others.flatMap((override, index) => flawsOfSettings(override, ['overrides', index], rules))];
}

function flawsOfSettings(settings: unknown, at: Flaw['path'], rules: ReadonlyMap<string, Rule>): Flaw[] {
  const flaws: Flaw[] = [];
  const { preset, rules: entries } = record(settings);
  const presets = builtInPresets.map(({ id }) => id);
  if (typeof preset === 'string' && !presets.includes(preset)) {
    const advice = suggest(preset, presets) || `; known: ${presets.join(', ')}.`;
    flaws.push({ path: [...at, 'preset'], message: `there is no preset "${preset}"${advice}` });
  }
  const ids = [...rules.keys()];
  for (const [pattern, entry] of Object.entries(record(entries))) {
    const path = [...at, 'rules', pattern];
    const isPattern = pattern.includes('*');
    if (isPattern ? !ids.some((id) => matches(id, pattern)) : !ids.includes(pattern)) {
      const advice = suggest(pattern, ids) || '; "policylint rules" lists them.';
      flaws.push({ path, isKey: true, message: `there is no rule "${pattern}"${advice}` });
    } else if (isPattern && typeof entry === 'object')
      flaws.push({ path, isKey: true, message: 'a pattern takes a severity alone; message and options belong to one rule.' });
    const rule = rules.get(pattern);
    const options = rule ? optionFlaws(rule, record(record(entry)['options'])) : [];
    flaws.push(...options.map(({ key, message }): Flaw => ({ path: [...path, 'options', key], isKey: true, message })));
  }
  return flaws;
}

function suggest(name: string, known: readonly string[]): string {
  const sameName = known.find((id) => id.endsWith(`/${name}`));
  const near = sameName ?? nearest(name, known) ?? nearestPattern(name, known);
  return near ? `; did you mean "${near}"?` : '';
}

/** "gpdr/*": of a pattern its part before the slash is what may be misspelt. */
function nearestPattern(name: string, known: readonly string[]): string | null {
  const [pack = '', rest = ''] = name.split('/');
  const near = name.includes('*') ? nearest(pack, new Set(known.map((id) => id.split('/')[0] ?? ''))) : null;
  return near === null ? null : `${near}/${rest || '*'}`;
}

function matches(id: string, pattern: string): boolean {
  const [before = '', after = ''] = [pattern.slice(0, pattern.indexOf('*')), pattern.slice(pattern.lastIndexOf('*') + 1)];
  return id.startsWith(before) && id.endsWith(after) && id.length >= before.length + after.length;
}
