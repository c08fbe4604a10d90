import type { PolicyDocument } from '../document/types.js';

/**
 * Whether the lower-cased text of a document holds words so many times or more. Found out once for all places that name them; of a text
 * that names more than any policy does, nothing is found out about the rest, so that the time stays linear in the text.
 */
export function holdsOften(document: PolicyDocument, words: string, times: number): boolean {
  const lower = words.toLowerCase();
  const known = counts.get(document) ?? new Map<string, number>();
  counts.set(document, known);
  let count = known.get(lower);
  if (count === undefined) {
    count = known.size < MOST_KNOWN ? document.lower.split(lower, MOST_COUNTED + 1).length - 1 : 0;
    known.set(lower, count);
  }
  return count >= times;
}

const counts = new WeakMap<PolicyDocument, Map<string, number>>();
const MOST_KNOWN = 200;
const MOST_COUNTED = 10;
