/** Where the words of a document stand, found out once for all tests that count them. */
import type { PolicyDocument, Range } from '../document/types.js';
import { firstFrom } from '../phrase/tokens.js';
import { countWordsIn, eachWord } from './letters.js';

/** How many words there are in a range of the document's text: those of `eachWord`. Takes the logarithm of the text's length. */
export function wordsWithin(document: PolicyDocument, { start, end }: Range): number {
  let index = known.get(document);
  if (!index) {
    index = indexOf(document.text);
    known.set(document, index);
  }
  const first = firstFrom(index.starts, start);
  const last = firstFrom(index.starts, end);
  const isCut = (before: number, at: number): boolean => before > 0 && (index.ends[before - 1] ?? 0) > at;
  // A range that begins or ends within a word has other words than the text.
  if (isCut(first, start) || isCut(last, end)) return countWordsIn(document.text, start, end);
  return last - first;
}

const known = new WeakMap<PolicyDocument, WordIndex>();

interface WordIndex {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function indexOf(text: string): WordIndex {
  let size = 0;
  let starts = new Int32Array(Math.ceil(text.length / 5) + 16);
  let ends = new Int32Array(starts.length);
  eachWord(text, 0, text.length, (start, end) => {
    if (size === starts.length) {
      starts = grown(starts);
      ends = grown(ends);
    }
    starts[size] = start;
    ends[size++] = end;
    return true;
  });
  return { starts: starts.subarray(0, size), ends: ends.subarray(0, size) };
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const made = new Int32Array(from.length * 2);
  made.set(from);
  return made;
}
