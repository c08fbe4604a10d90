/**
 * A string of its own with the same text. What is cut out of a text keeps the whole text in memory as long as it is kept itself: the key of
 * something remembered for the process must not be cut out of a document.
 */
export function ownString(text: string): string {
  // Engines keep cuts of so few signs as strings of their own.
  if (text.length < 13) return text;
  // Joining makes a new string when it is cut again.
  return ` ${text}`.slice(1);
}
