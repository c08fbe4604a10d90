/** Words of texts in any script, without the Unicode expressions that take a third of the time of a run. */

/** Runs of letters and digits, with apostrophes and hyphens inside or at their end; a run of more than 61 signs is cut. */
export function wordsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  // Quotation marks and dashes are no letters, so that most sentences need no Unicode.
  const words = text.match(NOT_PLAIN.test(text) ? ANY_WORD : PLAIN_WORD) ?? [];
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, words);
  return words;
}

const NOT_PLAIN = /[\u0080-\u2012\u2015-\u2017\u201a\u201b\u201e-\u2021\u2023-\u2025\u2027-\uffff]/;
const ANY_WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]{0,60}/gu;
const PLAIN_WORD = /[A-Za-z0-9][A-Za-z0-9'’-]{0,60}/g;

/** Several tests read the same sentences. */
const known = new Map<string, readonly string[]>();
const MAX_KNOWN = 4000;

/** How many runs of letters and digits there are. */
export function countWords(text: string): number {
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPart = code < 128 ? isPlain(code) : isLetter(text.codePointAt(at) ?? code);
    if (isPart && !inWord) words++;
    inWord = isPart;
    if (code >= 0xd800 && code <= 0xdbff) at++;
  }
  return words;
}

const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const letters = new Map<number, boolean>();

function isLetter(code: number): boolean {
  let is = letters.get(code);
  if (is === undefined) {
    is = /^[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
    letters.set(code, is);
  }
  return is;
}
