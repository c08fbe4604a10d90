/** The compiled packs and presets of `rules/`. */
import compiled from '../../build/data/rules.json' with { type: 'json' };
import type { Preset } from '../rules/ruleset.js';
import type { Rule } from '../rules/types.js';

interface CompiledRules {
  readonly rules: readonly Rule[];
  readonly presets: readonly Preset[];
}

// The build compiled and validated this file against the schema of rules and presets.
const data = compiled as unknown as CompiledRules;

/** All built-in rules, sorted by id. */
export const builtInRules: readonly Rule[] = data.rules;
export const builtInPresets: readonly Preset[] = data.presets;
