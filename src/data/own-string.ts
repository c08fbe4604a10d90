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
