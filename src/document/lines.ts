/** Whole lines of the source, for what is to be taken out with its markup. */
import type { PolicyDocument, Range, Span } from './types.js';

/**
 * The lines from that in which a range starts to that in which what follows it starts. Null where a line holds other text
 * before either, and in HTML, where blocks are no lines.
 */
export function linesOf({ start, end }: Range, document: PolicyDocument): Span | null {
  if (document.format === 'html') return null;
  const first = lineStart(start, document);
  const next = end >= document.text.length ? document.source.length : lineStart(end, document);
  return first === null || next === null || next <= first ? null : { start: first, end: next };
}

function lineStart(at: number, document: PolicyDocument): number | null {
  const { source } = document;
  const own = document.toSource({ start: at, end: at + 1 }).start;
  const start = own === 0 ? 0 : Math.max(source.lastIndexOf('\n', own - 1), source.lastIndexOf('\r', own - 1)) + 1;
  return /[\p{L}<>|]/u.test(source.slice(start, own)) ? null : start;
}
