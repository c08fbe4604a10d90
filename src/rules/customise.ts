/** A rule with the message and options of a configuration. */
import { nearest } from '../nearest.js';
import type { Check, Rule } from './types.js';

export interface Customisation {
  readonly message?: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Throws OptionError for options that the rule's check does not have. */
export function customise(rule: Rule, { message, options }: Customisation): Rule {
  const named = message === undefined ? rule : { ...rule, message };
  return options === undefined ? named : { ...named, check: withOptions(rule, options) };
}

/** The options that a rule has, with their values. */
function optionsOf({ limit, phrase, conflict, structure, compare }: Check): Readonly<Record<string, unknown>> {
  if (limit) return { max: limit.max, min: limit.min };
  if (phrase) return { atLeast: phrase.atLeast };
  if (conflict?.differ) return { tolerance: conflict.differ.tolerance ?? 0 };
  return structure?.options ?? compare?.options ?? {};
}

export class OptionError extends Error {
  override name = 'OptionError';
}

function withOptions(rule: Rule, options: Readonly<Record<string, unknown>>): Check {
  const { check } = rule;
  const known = optionsOf(check);
  for (const [key, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, key)) throw new OptionError(unknownOption(rule.id, key, Object.keys(known)));
    const wanted = known[key] === undefined ? 'number' : typeof known[key];
    if (typeof value !== wanted)
      throw new OptionError(`the option "${key}" of ${rule.id} must be a ${wanted}, not ${JSON.stringify(value)}`);
  }
  // The types of the values are checked above, against those of the rule itself.
  if (check.limit) return { limit: { ...check.limit, ...options } };
  if (check.phrase) return { phrase: { ...check.phrase, ...options } };
  if (check.conflict?.differ) return { conflict: { ...check.conflict, differ: { ...check.conflict.differ, ...options } } };
  if (check.structure) return { structure: { ...check.structure, options: { ...check.structure.options, ...options } } };
  if (check.compare) return { compare: { ...check.compare, options: { ...check.compare.options, ...options } } };
  return check;
}

function unknownOption(id: string, key: string, known: readonly string[]): string {
  if (known.length === 0) return `${id} has no options, so no "${key}"`;
  const near = nearest(key, known);
  return `${id} has no option "${key}"${near ? `; did you mean "${near}"?` : `; it has ${known.join(', ')}`}`;
}
