/** The compiled wording of `rules/lexicon/en/*.yaml`: patterns by name, matched on lower-cased clean text. */
import compiled from '../../build/data/lexicon.json' with { type: 'json' };
import type { Range } from '../document/types.js';
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
  const patterns = new Map<string, Pattern>();
  const groups = new Map<string, readonly (readonly [string, Pattern])[]>();
  return {
    triggers: data.triggers,
    pattern(key) {
      const known = patterns.get(key);
      if (known) return known;
      const phrases = data.patterns[key];
      if (!phrases) throw new Error(`rules/lexicon/en/${name}.yaml has no pattern "${key}"`);
      const made = makePhrases(phrases);
      patterns.set(key, made);
      return made;
    },
    values(key) {
      const known = groups.get(key);
      if (known) return known;
      const group = data.values[key];
      if (!group) throw new Error(`rules/lexicon/en/${name}.yaml has no group "${key}"`);
      const made = Object.entries(group).map(([value, phrases]) => [value, makePhrases(phrases)] as const);
      groups.set(key, made);
      return made;
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

/** A pattern of one expression, for sources that are compiled elsewhere. */
export function makePattern(source: string): Pattern {
  let compiledExpression: RegExp | undefined;
  const expression = (from: number): RegExp => {
    compiledExpression ??= new RegExp(source, 'g');
    compiledExpression.lastIndex = from;
    return compiledExpression;
  };
  const find = (lower: string, from = 0): Range | null => {
    const match = expression(from).exec(lower);
    return match ? { start: match.index, end: match.index + match[0].length } : null;
  };
  return {
    test: (lower) => expression(0).test(lower),
    find,
    all(lower) {
      const ranges: Range[] = [];
      for (let next = find(lower); next; next = find(lower, Math.max(next.end, next.start + 1))) ranges.push(next);
      return ranges;
    },
  };
}
