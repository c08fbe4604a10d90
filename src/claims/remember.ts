import { ownString } from '../data/own-string.js';

/** Reads a sentence once for all who ask the same of it, one after another. Linear in what is asked; keeps the sentences seen last. */
export function remember<T>(read: (lower: string) => T): (lower: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (lower) => {
    const before = known.get(lower);
    if (before) return before.value;
    if (known.size > MOST) known.clear();
    const value = read(lower);
    known.set(ownString(lower), { value });
    return value;
  };
}

const MOST = 2000;
