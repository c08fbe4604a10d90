/**
 * A string of its own with the same text. Engines cut strings without copying: what is cut out of a text keeps the whole text in memory
 * as long as it is kept itself, and an editor makes a new text with every keystroke. What is remembered must be no such cut.
 */
export function ownString(text: string): string {
  // Engines keep cuts of so few signs as strings of their own.
  if (text.length < 13) return text;
  // Joining makes a new string when it is cut again.
  return ` ${text}`.slice(1);
}

/**
 * A string of its own with the same text, in one byte a sign where each of its signs fits into one. What is cut or lowered from a text
 * with a curly quote keeps two, also where the quote is gone, and engines compile every expression once for either kind.
 */
export function narrowString(text: string): string {
  if (WIDE.test(text)) return ownString(text);
  // Parsing makes the narrowest string, and gives back what was written.
  return JSON.parse(JSON.stringify(text)) as string;
}

const WIDE = /[^\0-\xff]/;
