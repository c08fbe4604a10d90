import { whenAsked } from '../data/expression.js';

/**
 * Length of the bullet at the start of a line (of its first 24 characters or more), without white space behind it; 0 for
 * none. Knows the characters that copies from web pages and word processors leave, and mis-decoded ones.
 */
export function bulletLength(text: string, indented = false): number {
  const first = firstBullet(text, indented);
  if (first === 0 || deniesBy(text)) return first;
  // "- ✅ We encrypt": the second mark is decoration.
  const rest = text.slice(first).trimStart();
  const second = deniesBy(rest) ? 0 : decorationLength(rest);
  return second === 0 ? first : text.length - rest.length + second;
}

/** Whether the mark at the start says "no": it is a part of what the line says, and stays in its text. */
export function deniesBy(text: string): boolean {
  return DENIAL.test(text);
}

const DENIAL = /^(?:❌|❎|✖|✗|✘|🚫|⛔)/u;

function firstBullet(text: string, indented: boolean): number {
  const char = text.charAt(0);
  const next = text.charAt(1);
  const spaced = next === '' || next === ' ' || next === '\t' || next === '\u00a0';
  if (SIGNS.includes(char)) {
    if (spaced) return 1;
    return DOTS.includes(char) && next !== char ? 1 : TIGHT.test(text) ? 1 : 0;
  }
  if (char === 'o') return (indented ? LETTER : WIDE_LETTER).test(text) ? 1 : 0;
  return text.charCodeAt(0) < 0x80 ? 0 : (MARK().exec(text)?.[0].trimEnd().length ?? 0);
}

/** Length of an emoji or mis-decoded emoji at the start of a line, without white space behind it; 0 for none. */
export function decorationLength(text: string): number {
  if (text.charCodeAt(0) < 0x80) return 0;
  if ('•·▪◦●■○'.includes(text.charAt(0))) return text.charAt(1) === ' ' ? 1 : 0;
  return MARK().exec(text)?.[0].trimEnd().length ?? 0;
}

/** The signs of rights count as pictures too, and decorate nothing. */
const EMOJI = '(?![©®™])\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]{0,2}(?:\\u200d\\p{Extended_Pictographic}\\ufe0f?){0,3}';
/** UTF-8 bytes of bullets and emoji read as Thai, Windows-1252 or Mac letters. */
const MIS_DECODED = '[๏๐โ][\\u0e00-\\u0e7f]{0,3}(?=[ \\t])|â€¢|â—[\\u0080-\\u00ff]?|Â·|ï‚·';
/** Slow to compile, so met by lines only that open with a character of its kind. */
const MARK = whenAsked(() => new RegExp(`^(?:${EMOJI}|${MIS_DECODED})(?:[ \\t\\u00a0]{1,8}|$)`, 'u'));
const SIGNS = '-*+•–—·●◦○▪▫■□◆◇★☆➤►▶▸✓✔✅→⇒⁃‣∙⦁›»\uf0a7\uf0b7\uf0d8\uf0fc\ufffd';
/** Bullets that need no space behind them. */
const DOTS = '•●◦▪■·⦁‣∙\uf0b7\uf0a7';
/** A dash right before a word in capitals. */
const TIGHT = /^[-–*][A-Z][a-z]/;
/** Where no indent shows that it is one, only a name or a sentence behind it does. */
const WIDE_LETTER = /^o(?:(?:\t| {2,8})\S| [A-Z][A-Za-z])/;
const LETTER = /^o(?:\t| {1,8})\S/;
