import type { Line, RawBlock } from './raw.js';
import { isClause, titleLike } from './titles.js';
import type { Range } from './types.js';

const MAX_WORDS = 8;
const MAX_PARAGRAPH_WORDS = 6;
const MAX_RUN_IN_WORDS = 5;
const MAX_LENGTH = 100;
const SEPARATORS = [': ', ' – ', ' — ', ' - ', '：'];

/**
 * The label at the start of a block, in offsets of its line: the term of a definition, a bold run-in, or what stands
 * before a colon or a dash ("Stripe: Payment processing."). A clause before a dash is no label.
 */
export function labelOf(unit: RawBlock, line: Line): Range | null {
  if (unit.kind === 'heading' || unit.kind === 'code') return null;
  if (unit.term > 0) return trimmed(line.text, unit.termLength);
  const bold = boldEnd(line);
  if (bold > 0) return trimmed(line.text, bold);
  const head = line.text.slice(0, MAX_LENGTH);
  let end = -1;
  for (const separator of SEPARATORS) {
    const at = head.indexOf(separator);
    if (at > 0 && (end < 0 || at < end)) end = at;
  }
  if (end <= 0) return runIn(line.text);
  const label = head.slice(0, end);
  const most = unit.kind === 'item' ? MAX_WORDS : MAX_PARAGRAPH_WORDS;
  if (label.split(' ').length > most || /[.!?;] |^["“]/.test(label) || isClause(label) || end >= line.text.length - 2) return null;
  return trimmed(line.text, end);
}

/** A title with a full stop at the start of its own paragraph: "Direct marketing. We may send ...". */
function runIn(text: string): Range | null {
  const end = text.slice(0, 60).indexOf('. ');
  if (end <= 0) return null;
  const title = text.slice(0, end);
  if (title.split(' ').length > MAX_RUN_IN_WORDS || !titleLike(title) || isClause(title) || /[\d,:;]/.test(title)) return null;
  return /^[\p{Lu}“"]/u.test(text.slice(end + 2)) ? { start: 0, end } : null;
}

/** Where bold text at the very start of the line ends, if there is more text behind it; 0 for none. */
function boldEnd(line: Line): number {
  let end = 0;
  for (const range of line.strong) {
    if (range.start > end + 1) break;
    end = Math.max(end, range.end);
  }
  if (end === 0 || end >= line.text.length - 2) return 0;
  return line.text.slice(0, end).trim().split(' ').length <= MAX_WORDS ? end : 0;
}

function trimmed(text: string, end: number): Range | null {
  const label = text.slice(0, end).replace(/[\s:.–—-]{1,5}$/, '');
  return label === '' ? null : { start: 0, end: label.length };
}
