/** Options of structure tests, read with their defaults. Their types are checked where a configuration sets them. */
import { isPhraseSource } from '../patterns.js';
import type { PhraseSource } from '../types.js';

export type Options = Readonly<Record<string, unknown>>;

export function numberOption(options: Options, name: string, otherwise: number): number {
  const value = options[name];
  return typeof value === 'number' ? value : otherwise;
}

/** Compiled wording; null where the rule gives none. */
export function wordingOption(options: Options, name: 'any' | 'of' | 'unless'): PhraseSource | null {
  const value = options[name];
  return isPhraseSource(value) ? value : null;
}
