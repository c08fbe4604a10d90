import { type BuiltList, type CompiledPhrase, makePhrases, type Pattern } from '../data/phrases.js';
import { isFiled } from '../data/rule-table.js';
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

/** Makes the patterns of rules of one's own before a text is read: what is remembered of texts is forgotten with every new list of phrases. */
export function preparePatterns(set: RuleSet): void {
  if (prepared.has(set)) return;
  prepared.add(set);
  for (const rule of [...set.rules, ...(set.requirements ?? [])]) {
    // The build filed their wording.
    if (isFiled(rule)) continue;
    const { check, when, silentWhen, warningWhen } = rule;
    prepare(check);
    for (const condition of [when, silentWhen, warningWhen]) if (condition) prepare(condition);
  }
}

const prepared = new WeakSet<RuleSet>();

function prepare(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if (isCompiled(node)) patternOf(node);
  else if (!isBuilt(node)) for (const inner of Object.values(node)) prepare(inner);
}

/** A number that the build gave, or a list of lists of strings: neither is anything else in a rule. */
export const isPhraseSource = (node: unknown): node is PhraseSource => isBuilt(node) || isCompiled(node);
const isBuilt = (node: unknown): node is BuiltList =>
  typeof node === 'object' && node !== null && 'list' in node && typeof node.list === 'number';
const isCompiled = (node: unknown): node is readonly CompiledPhrase[] => Array.isArray(node) && node.length > 0 && node.every(isPhrase);
const isPhrase = (entry: unknown): boolean => Array.isArray(entry) && entry.length > 1 && entry.every((part) => typeof part === 'string');
