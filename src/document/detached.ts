/**
 * The same string by itself. Engines cut strings without copying: a sentence that is remembered would hold the whole text that it
 * was cut from, and an editor makes a new text with every keystroke.
 */
export const detached = (text: string): string => ` ${text}`.slice(1);
