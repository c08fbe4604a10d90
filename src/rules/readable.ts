/** Which rules can read a text: one that reads English finds nothing in a German text, and neither its alarm nor its silence means anything. */
import { language as ours } from '../data/lexicon.js';
import { languagesOf } from '../document/language.js';
import type { PolicyDocument } from '../document/types.js';
import type { RuleSet } from './ruleset.js';
import type { Rule } from './types.js';

/** The set without the rules for other languages than the text's; the same object where that is all of it. */
export function readable(set: RuleSet, { language, lower }: PolicyDocument): RuleSet {
  if (DEFAULT.includes(language) || language === 'und') return set;
  const languages = languagesOf(lower);
  const canRead = ({ languages: read = DEFAULT }: Rule): boolean => read.some((entry) => entry === '*' || languages.includes(entry));
  if (set.rules.every(canRead)) return set;
  return { ...set, rules: set.rules.filter(canRead), ...(set.requirements ? { requirements: set.requirements.filter(canRead) } : {}) };
}

/** Of a rule that names none. */
const DEFAULT: readonly string[] = [ours];
