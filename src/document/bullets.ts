/**
 * Length of the bullet at the start of a line (of its first 24 characters or more), without white space behind it; 0 for
 * none. Knows the characters that copies from web pages and word processors leave, and mis-decoded ones.
 */
export function bulletLength(text: string, indented = false): number {
  if (!mayOpen(text)) return 0;
  const match = BULLET.exec(text) ?? TIGHT.exec(text) ?? (indented ? LETTER : WIDE_LETTER).exec(text);
  if (!match) return 0;
  const first = match[0].trimEnd().length;
  // "- ✅ We encrypt": the second mark is decoration.
  const rest = text.slice(first).trimStart();
  const second = DECORATION.exec(rest)?.[0].trimEnd().length ?? 0;
  return second === 0 ? first : text.length - rest.length + second;
}

/** Length of an emoji or mis-decoded emoji at the start of a line, without white space behind it; 0 for none. */
export function decorationLength(text: string): number {
  return text.charCodeAt(0) < 0x80 ? 0 : (DECORATION.exec(text)?.[0].trimEnd().length ?? 0);
}

/** Rules out nearly every line before the expressions, which are slow to compile, are needed. */
function mayOpen(text: string): boolean {
  return text.charCodeAt(0) >= 0x80 || '-*+o'.includes(text.charAt(0));
}

const EMOJI = '\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]{0,2}(?:\\u200d\\p{Extended_Pictographic}\\ufe0f?){0,3}';
/** UTF-8 bytes of bullets and emoji read as Thai, Windows-1252 or Mac letters. */
const MIS_DECODED = '[๏๐โ][\\u0e00-\\u0e7f]{0,3}(?=[ \\t])|â€¢|â—[\\u0080-\\u00ff]?|Â·|ï‚·|[\\uf0a7\\uf0b7\\uf0d8\\uf0fc\\ufffd]';
const DECORATION = new RegExp(`^(?:${EMOJI}|${MIS_DECODED}|[•·▪◦●■○])(?:[ \\t\\u00a0]{1,8}|$)`, 'u');
const BULLET = new RegExp(
  `^(?:(?:[-*+•–—·●◦○▪▫■□◆◇★☆➤►▶▸✓✔✅→⇒⁃‣∙⦁›»§]|${EMOJI}|${MIS_DECODED})(?:[ \\t\\u00a0]{1,8}|$)|[•●◦▪■·⦁‣∙\\uf0b7\\uf0a7](?=[\\p{L}\\d]))`,
  'u',
);
/** A dash right before a word in capitals. */
const TIGHT = /^[-–*](?=\p{Lu}\p{Ll})/u;
const WIDE_LETTER = /^o(?:\t| {2,8})(?=\S)/;
const LETTER = /^o(?:\t| {1,8})(?=\S)/;
