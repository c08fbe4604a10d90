/** Options of structure tests, read with their defaults. Their types are checked where a configuration sets them. */
import { list, strings } from '../../data/untyped.js';
import { isPhraseSource } from '../patterns.js';
import type { PhraseSource } from '../types.js';

export type Options = Readonly<Record<string, unknown>>;

export function numberOption(options: Options, name: string, otherwise: number): number {
  const value = options[name];
  return typeof value === 'number' ? value : otherwise;
}

/** Plain words, as the rule writes them. */
export function wordsOption(options: Options, name: string): ReadonlySet<string> {
  const value = list(options[name]);
  const known = wordLists.get(value);
  if (known) return known;
  const made = new Set(strings(value));
  wordLists.set(value, made);
  return made;
}

const wordLists = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** Compiled wording; null where the rule gives none. */
export function wordingOption(options: Options, name: 'any' | 'of' | 'unless'): PhraseSource | null {
  const value = options[name];
  return isPhraseSource(value) ? value : null;
}
