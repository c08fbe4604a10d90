/** Where a comment that silences a finding has to stand so that the rendered text stays as it is. */
import type { PolicyDocument, Span } from '../document/types.js';
import { lineAt, lineBreak } from './places.js';
import type { Edit } from './types.js';

/** `comment`: the whole comment. In Markdown it gets a line of its own where the place begins one; elsewhere it stands right before it. */
export function commentBefore(span: Span, comment: string, document: PolicyDocument): Edit {
  const { source, format } = document;
  const line = lineAt(source, span.start);
  const before = source.slice(line.start, span.start);
  const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });
  if (format === 'html') return insert(span.start, comment);
  const end = lineBreak(document);
  const item = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(before)?.[0];
  // A line that begins with a comment is HTML up to the comment's end: the text needs a line of its own, indented as the item is.
  if (item !== undefined) return insert(line.start + item.length, comment + end + item.replace(/[^>\t]/g, ' '));
  if (before.includes('|') || line.text.trimStart().startsWith('|') || !isLineStart(before))
    return insert(span.start, ` ${comment} `.slice(before.endsWith(' ') ? 1 : 0));
  const above = line.start > 0 ? lineAt(source, line.start - 1) : null;
  // Within a paragraph a line that begins with a comment would end it.
  if (above && /^[ \t>]*[\p{L}\p{N}("“'‘]/u.test(above.text)) return insert(above.start + above.text.length, ` ${comment}`);
  const quote = /^[ \t>]*/.exec(before)?.[0] ?? '';
  return insert(line.start, quote + comment + end);
}

/** Nothing but quote signs, heading signs and emphasis before it. */
const isLineStart = (before: string): boolean => /^[ \t>#*_]*$/.test(before);
