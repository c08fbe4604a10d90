/** The compiled wording of `rules/lexicon/en/*.yaml`: patterns by name, matched on lower-cased clean text. */
import compiled from '../../build/data/lexicon.json' with { type: 'json' };
import { type CompiledPhrase, makePhrases, type Pattern } from './phrases.js';

export type { Pattern } from './phrases.js';

export interface CompiledLexicon {
  /** By file name: `triggers` (words, `*` for any ending), `patterns` (phrases with their first words) and groups of patterns by value. */
  kinds: Record<string, CompiledKind>;
  /** Files with a format of their own (numbers, topics), as they are. */
  raw: Record<string, unknown>;
}

export interface CompiledKind {
  triggers: string[];
  patterns: Record<string, CompiledPhrase[]>;
  values: Record<string, Record<string, CompiledPhrase[]>>;
}

// Written by scripts/compile-data.ts in this shape; JSON has no tuples.
const lexiconData = compiled as unknown as CompiledLexicon;

/** The wording of one lexicon file. Throws where a name is not there: that is a bug, not an input error. */
export function lexicon(name: string): Lexicon {
  const known = lexicons.get(name);
  if (known) return known;
  const made = read(name);
  lexicons.set(name, made);
  return made;
}

const lexicons = new Map<string, Lexicon>();

function read(name: string): Lexicon {
  const data = lexiconData.kinds[name];
  if (!data) throw new Error(`no lexicon file rules/lexicon/en/${name}.yaml`);
  // All at once: what the words of a text announce is remembered, and forgotten with every new list.
  const patterns = new Map(Object.entries(data.patterns).map(([key, phrases]) => [key, makePhrases(phrases)]));
  const groups = new Map(
    Object.entries(data.values).map(([key, group]) => [
      key,
      Object.entries(group).map(([value, phrases]) => [value, makePhrases(phrases)] as const),
    ]),
  );
  return {
    triggers: data.triggers,
    pattern(key) {
      const pattern = patterns.get(key);
      if (!pattern) throw new Error(`rules/lexicon/en/${name}.yaml has no pattern "${key}"`);
      return pattern;
    },
    values(key) {
      const group = groups.get(key);
      if (!group) throw new Error(`rules/lexicon/en/${name}.yaml has no group "${key}"`);
      return group;
    },
  };
}

/** Files with a format of their own. */
export function rawLexicon(name: string): unknown {
  return lexiconData.raw[name];
}

export interface Lexicon {
  readonly triggers: readonly string[];
  pattern(key: string): Pattern;
  /** A group of patterns by value, in the file's order: `[['access', pattern], ...]`. */
  values(key: string): readonly (readonly [string, Pattern])[];
}
