import { makePhrases, type Pattern } from '../data/phrases.js';
import { namedConditions } from '../data/rules.js';
import type { RuleSet } from './ruleset.js';
import type { PhraseSource } from './types.js';

/** The pattern of a rule's wording, kept as long as the rule is. */
export function patternOf(source: PhraseSource): Pattern {
  const known = patterns.get(source);
  if (known) return known;
  const made = makePhrases(source);
  patterns.set(source, made);
  return made;
}

const patterns = new WeakMap<PhraseSource, Pattern>();

/** Makes the patterns of all rules before a text is read: what is remembered of texts is forgotten with every new list of phrases. */
export function preparePatterns(set: RuleSet): void {
  if (prepared.has(set)) return;
  prepared.add(set);
  for (const condition of namedConditions.values()) prepare(condition);
  for (const { check, when, silentWhen } of [...set.rules, ...(set.requirements ?? [])]) {
    prepare(check);
    for (const condition of [when, silentWhen]) if (condition) prepare(condition);
  }
}

const prepared = new WeakSet<RuleSet>();

function prepare(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (isPhraseSource(node)) patternOf(node);
  else for (const inner of Object.values(node)) prepare(inner);
}

/** A list of lists of strings, which is nothing else in a rule. */
export const isPhraseSource = (node: unknown): node is PhraseSource => Array.isArray(node) && node.length > 0 && node.every(isPhrase);
const isPhrase = (entry: unknown): boolean => Array.isArray(entry) && entry.length > 1 && entry.every((part) => typeof part === 'string');
