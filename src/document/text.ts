import { bulletLength, deniesBy } from './bullets.js';
import { takeComments } from './comments.js';
import { charKind, INK, LineBuilder } from './line.js';
import { type Marker, type RawBlock, type RawDocument, rawBlock } from './raw.js';
import { titleLike } from './titles.js';

/**
 * Plain text as raw blocks: what blank lines, bullets, numbers and underlines say. What is a heading and which lines a
 * wrapped paragraph spans is for the outline pass. Linear time.
 */
export function parsePlain(whole: string, from = 0, to = whole.length): RawDocument {
  const { text: source, comments } = takeComments(whole, from, to);
  const blocks: RawBlock[] = [];
  const indents: number[] = [];
  let gap = true;
  const builder = new LineBuilder();
  forEachLine(source, from, to, (start, end) => {
    const first = skipSpace(source, start, end);
    if (first >= end) {
      gap = true;
      return;
    }
    const last = blocks.at(-1);
    const rule = ruleChar(source, first, end);
    if (rule !== '') {
      if (!gap && last?.kind === 'paragraph' && (rule === '=' || rule === '-')) underline(blocks, last, rule === '=' ? 1 : 2);
      gap = true;
      return;
    }
    const marker = findMarker(source, start, first, end);
    builder.copy(source, marker ? marker.end : first, end);
    const line = builder.take();
    if (!line) return;
    if (marker) {
      const depth = listDepth(indents, first - start);
      blocks.push(rawBlock('item', [line], { marker, depth, gap }));
    } else {
      // An indented paragraph below a list entry belongs to the entry.
      const inside = indents.filter((indent) => indent < first - start && first - start <= indent + MAX_HANGING).length;
      if (last && !gap && last.kind !== 'heading') last.lines.push(line);
      else blocks.push(rawBlock('paragraph', [line], { gap, depth: inside }));
      indents.length = inside;
    }
    gap = false;
  });
  return { blocks, comments };
}

/** A paragraph further to the right of a bullet than this is indented for another reason. */
const MAX_HANGING = 6;

function forEachLine(source: string, from: number, to: number, visit: (start: number, end: number) => void): void {
  const breaks = /\r\n|[\n\r\u2028\u2029\f\v\u0085]/g;
  breaks.lastIndex = from;
  let start = from;
  for (let match = breaks.exec(source); match && match.index < to; match = breaks.exec(source)) {
    visit(start, match.index);
    start = breaks.lastIndex;
  }
  if (start < to) visit(start, to);
}

function skipSpace(source: string, from: number, end: number): number {
  let i = from;
  while (i < end && charKind(source.charCodeAt(i)) !== INK) i++;
  return i;
}

/** The character of a line that is only a rule ("-----", "=====", "* * *"), or ''. */
function ruleChar(source: string, start: number, end: number): string {
  const char = source.charAt(start);
  if (!'=-_*~#+—–─━═'.includes(char)) return '';
  let count = 0;
  for (let i = start; i < end; i++) {
    const c = source.charAt(i);
    if (c === char) count++;
    else if (c !== ' ' && c !== '\t') return '';
  }
  return count >= 3 ? char : '';
}

/** Makes the last line of a paragraph a heading. */
function underline(blocks: RawBlock[], last: RawBlock, level: number): void {
  const line = last.lines.at(-1);
  // A rule below a paragraph underlines nothing.
  if (!line || !titleLike(line.text)) return;
  last.lines.pop();
  if (last.lines.length === 0) blocks.pop();
  blocks.push(rawBlock('heading', [line], { level, gap: last.gap }));
}

/** What every number before a text has within its first characters. */
const NUMBER_MARK = /^.{1,18}[.):]|^\(/;
const NUMBER =
  /^(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}[.):]|\d{1,3}(?:\.\d{1,3}){1,4}|\(?(?:[ivxl]{1,6}|[IVXL]{1,6})[.)]|\(?[a-zA-Z][.)])(?=[ \t\u00a0])|^\d{1,2}(?:\.\d{1,2}){0,2}[.)](?=[A-Z][A-Za-z])/;

/** A bullet or number before the text. */
function findMarker(source: string, start: number, first: number, end: number): Marker | null {
  const head = source.slice(first, Math.min(end, first + 32));
  const number = NUMBER_MARK.test(head) ? NUMBER.exec(head) : null;
  if (number) return { start: first, end: first + number[0].length, ordered: true };
  const bullet = bulletLength(head, first - start >= 2);
  return bullet > 0 ? { start: first, end: deniesBy(head) ? first : first + bullet, ordered: false } : null;
}

/** Depth of a bullet in the stack of indents, from 1. */
function listDepth(indents: number[], indent: number): number {
  while (indents.length > 0 && (indents.at(-1) ?? 0) > indent + 1) indents.pop();
  if (indents.length === 0 || (indents.at(-1) ?? 0) + 1 < indent) indents.push(indent);
  return indents.length;
}
