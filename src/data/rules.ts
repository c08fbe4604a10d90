/** The compiled packs and presets of `rules/`. */
import compiled from '../../build/data/rules.json' with { type: 'json' };
import type { Preset } from '../rules/ruleset.js';
import type { Condition, Rule } from '../rules/types.js';
import { type RuleTable, rulesOf } from './rule-table.js';

interface CompiledRules {
  readonly rules: RuleTable;
  readonly presets: readonly Preset[];
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly groups: Readonly<Record<string, string>>;
}

// The build compiled and validated this file against the schema of rules and presets.
const data = compiled as unknown as CompiledRules;

/** All built-in rules, sorted by id. */
export const builtInRules: readonly Rule[] = rulesOf(data.rules);
export const builtInPresets: readonly Preset[] = data.presets;
/** Those of `rules/conditions.yaml`, by name. */
export const namedConditions: ReadonlyMap<string, Condition> = new Map(Object.entries(data.conditions));
/** What is said below the list of a group of gaps, by the group's id. */
export const groupTexts: ReadonlyMap<string, string> = new Map(Object.entries(data.groups));
