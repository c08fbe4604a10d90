/** A rule with the message and options of a configuration. */
import { changedRule } from '../data/rule-table.js';
import { nearest } from '../nearest.js';
import type { Check, Rule } from './types.js';

export interface Customisation {
  readonly message?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** `options`: without flaws (see `optionFlaws`). */
export function customise(rule: Rule, { message, options }: Customisation): Rule {
  const named = message === undefined ? rule : changedRule(rule, { message });
  return options === undefined ? named : changedRule(named, { check: withOptions(rule, options) });
}

/** The options that a rule has, with their values. */
function optionsOf({ limit, phrase, conflict, structure, compare }: Check): Readonly<Record<string, unknown>> {
  if (limit) return { max: limit.max, min: limit.min };
  if (phrase) return { atLeast: phrase.atLeast };
  if (conflict?.differ) return { tolerance: conflict.differ.tolerance ?? 0 };
  return structure?.options ?? compare?.options ?? {};
}

/** What is wrong with options for a rule: those that its check does not have, and values of another type. */
export function optionFlaws({ id, check }: Rule, options: Readonly<Record<string, unknown>>): { key: string; message: string }[] {
  const known = optionsOf(check);
  return Object.entries(options).flatMap(([key, value]) => {
    if (!Object.hasOwn(known, key)) return [{ key, message: unknownOption(id, key, Object.keys(known)) }];
    const wanted = known[key] === undefined ? 'number' : typeof known[key];
    return typeof value === wanted
      ? []
      : [{ key, message: `the option "${key}" of ${id} must be a ${wanted}, not ${JSON.stringify(value)}.` }];
  });
}

function withOptions({ check }: Rule, options: Readonly<Record<string, unknown>>): Check {
  // The types of the values have been checked, against those of the rule itself.
  if (check.limit) return { limit: { ...check.limit, ...options } };
  if (check.phrase) return { phrase: { ...check.phrase, ...options } };
  if (check.conflict?.differ) return { conflict: { ...check.conflict, differ: { ...check.conflict.differ, ...options } } };
  if (check.structure) return { structure: { ...check.structure, options: { ...check.structure.options, ...options } } };
  if (check.compare) return { compare: { ...check.compare, options: { ...check.compare.options, ...options } } };
  return check;
}

function unknownOption(id: string, key: string, known: readonly string[]): string {
  if (known.length === 0) return `${id} has no options, so no "${key}".`;
  const near = nearest(key, known);
  return `${id} has no option "${key}"${near ? `; did you mean "${near}"?` : `; it has ${known.join(', ')}.`}`;
}
