import { Recent } from '../data/recent.js';

/** Reads a sentence once for all who ask the same of it, one after another. Linear in what is asked; knows the sentences of two documents. */
export function remember<T>(read: (lower: string) => T): (lower: string) => T {
  const known = new Recent<{ readonly value: T }>();
  return (lower) => {
    const before = known.get(lower);
    if (before) return before.value;
    const value = read(lower);
    known.set(lower, { value });
    return value;
  };
}
