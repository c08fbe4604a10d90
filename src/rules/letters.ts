/** Words of texts in any script, without the Unicode expressions that took a third of the time of a run, and without a string for each. */
import { signTable } from '../data/sign-table.js';

/**
 * Calls `visit` with the ends of each word of `text` from `from` to before `to`: runs of letters and digits, with apostrophes and
 * hyphens inside or at their end; a run of more than 61 signs is cut. Stops where `visit` returns false. Linear, allocates nothing.
 */
export function eachWord(text: string, from: number, to: number, visit: (start: number, end: number) => boolean): void {
  let at = from;
  while (at < to) {
    const size = PLAIN[text.charCodeAt(at)] ?? letterAt(text, at, to);
    if (size === 0) {
      at++;
      continue;
    }
    const start = at;
    at += size;
    for (let signs = 1; signs < MAX_SIGNS && at < to; signs++) {
      const code = text.charCodeAt(at);
      const next = PLAIN[code] || (isJoint(code) ? 1 : letterAt(text, at, to));
      if (next === 0) break;
      at += next;
    }
    if (!visit(start, at)) return;
  }
}

/** How many words there are. */
export function countWordsIn(text: string, from: number, to: number): number {
  let count = 0;
  eachWord(text, from, to, () => ++count > 0);
  return count;
}

/** The first words, `most` at most. */
export function firstWords(text: string, most: number): string[] {
  const words: string[] = [];
  if (most > 0) eachWord(text, 0, text.length, (start, end) => words.push(text.slice(start, end)) < most);
  return words;
}

/** How many runs of letters and digits there are, `most` at most: joined words count one by one. */
export function countWords(text: string, most = Number.POSITIVE_INFINITY): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length && words < most; ) {
    const size = PLAIN[text.charCodeAt(at)] ?? letterAt(text, at, text.length);
    if (size > 0 && !inWord) words++;
    inWord = size > 0;
    at += size || 1;
  }
  return words;
}

const MAX_SIGNS = 61;

/** Of the signs of ASCII, 1 for letters and digits: every letter of a text is looked up several times. */
const PLAIN = signTable(128, '09', 'AZ', 'az');

const isJoint = (code: number): boolean => code === 0x27 || code === 0x2d || code === 0x2019;

/** The size of the letter or digit that stands at `at`, in code units; 0 where none does. */
function letterAt(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return PLAIN[code] ?? 0;
  if (code < 0xd800 || code > 0xdbff) return isLetter(code) ? 1 : 0;
  return at + 1 < to && isLetter(text.codePointAt(at) ?? code) ? 2 : 0;
}

const letters = new Map<number, boolean>();

function isLetter(code: number): boolean {
  // Dashes, quotes and what else stands among words.
  if (code >= 0x2000 && code <= 0x206f) return false;
  let is = letters.get(code);
  if (is === undefined) {
    is = /^[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
    letters.set(code, is);
  }
  return is;
}
