import { wholeRule } from '../data/rule-table.js';
import { type LoadOptions, loadRules } from './load.js';
import type { RuleSet } from './ruleset.js';

/** As `loadRules`, for programs that may copy rules or change them: each is a plain object, with all of it read. */
export function loadWholeRules(options: LoadOptions = {}): RuleSet {
  const set = loadRules(options);
  return { ...set, rules: set.rules.map(wholeRule), ...(set.requirements ? { requirements: set.requirements.map(wholeRule) } : {}) };
}
