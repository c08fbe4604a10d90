/** Applying edits to a text. */
import type { Edit } from './types.js';

/** The text with all edits made. Throws where two overlap: what comes of that is nobody's intention. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let at = 0;
  for (const { span, text } of ordered) {
    if (span.start < at) throw new RangeError('two edits overlap');
    result += source.slice(at, span.start) + text;
    at = span.end;
  }
  return result + source.slice(at);
}

/** Whether two sets of edits touch: they overlap, or insert at the same place. */
export function touches(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a.some((one) => b.some((other) => one.span.start <= other.span.end && other.span.start <= one.span.end));
}
