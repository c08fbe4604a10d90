import { expression } from '../data/expression.js';
import { bulletLength, decorationLength, deniesBy } from './bullets.js';
import { isBold } from './emphasis.js';
import { joinLines, lineSpan, sliceLine } from './line.js';
import { withoutText } from './long-headings.js';
import { type Line, type Marker, type RawBlock, rawBlock } from './raw.js';
import { endsInside, endsOpen, questionTitle, titleLike } from './titles.js';

/** One block for each paragraph, of one line each: wrapped lines joined, others apart. */
export function splitBlocks(source: string, blocks: readonly RawBlock[]): RawBlock[] {
  const width = wrapWidth(blocks);
  const units: RawBlock[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'code' || block.kind === 'heading') {
      const unit = { ...block, lines: [joinLines(block.lines)] };
      units.push(...(block.kind === 'heading' ? withoutText(unit) : [unit]));
      return;
    }
    groupLines(source, block, width, index === 0).forEach((group, i) => {
      const unit = i === 0 ? { ...block } : continuation(block, group);
      unit.lines = [joinLines(group.lines)];
      if (i === 0 && block.term > 0) unit.termLength = joinLines(block.lines.slice(0, block.term)).text.length;
      if (unit.kind === 'paragraph' && isCode(unit.lines[0]?.text ?? '')) unit.kind = 'code';
      else if (block.kind !== 'cell') unbullet(unit, i > 0 || block.kind === 'paragraph');
      if (!RULE.test(unit.lines[0]?.text ?? '')) units.push(unit);
    });
  });
  return units;
}

/** A line drawn with characters, where Markdown sees text; a page number. */
const RULE = expression(
  'layout',
  'i',
)`^[-=_*~]{3,200}$|^(?:[-–—] ?){0,10}${'page'} \d{1,4}(?: (?:${'of-pages'}|\/) \d{1,4})?(?: ?[-–—]){0,10}$`;

/** A script or style sheet that a copy of the page took for text. */
function isCode(text: string): boolean {
  if (!text.includes('{') && !text.includes('();')) return false;
  const signs = text.slice(0, 2000).match(/[{};=<>$\\]|\(\)|\w\(['"]/g)?.length ?? 0;
  return signs >= 4 && signs * 25 > Math.min(text.length, 2000);
}

function continuation(block: RawBlock, group: Group): RawBlock {
  const kind = block.kind === 'item' ? 'paragraph' : block.kind;
  return rawBlock(kind, [], { gap: false, depth: group.lazy ? 0 : block.depth, table: block.table && { ...block.table } });
}

/** Takes a bullet or an emoji off the start of the text; a paragraph with a bullet is an item. */
function unbullet(unit: RawBlock, mayBeItem: boolean): void {
  const [line] = unit.lines;
  if (!line) return;
  const head = line.text.slice(0, 32);
  const size = mayBeItem ? bulletLength(head) : decorationLength(head);
  const rest = size > 0 ? sliceLine(line, deniesBy(head) ? 0 : size, line.text.length) : null;
  const { start } = lineSpan(line);
  if (!rest) return;
  unit.lines = [rest];
  if (!mayBeItem) return;
  const marker: Marker = { start, end: start + size, ordered: false };
  unit.kind = 'item';
  unit.marker = marker;
  unit.depth += 1;
}

interface Group {
  lines: Line[];
  /** A line at the margin that Markdown takes for the rest of the list item before it. */
  lazy: boolean;
}

function groupLines(source: string, block: RawBlock, width: number, first: boolean): Group[] {
  const groups: Group[] = [];
  const margin = block.marker ? column(source, block.marker.start) : -1;
  block.lines.forEach((line, i) => {
    const last = groups.at(-1);
    const previous = last?.lines.at(-1);
    const lazy = margin >= 0 && column(source, lineSpan(line).start) <= margin;
    if (
      last &&
      previous &&
      !startsItem(line) &&
      (i < block.term ||
        (i === block.term && i > 0) ||
        goesOn(previous, line, block.lines[i + 1], width) ||
        isContinuation(block, previous, line, lazy))
    ) {
      last.lines.push(line);
    } else groups.push({ lines: [line], lazy: lazy && i > 0 });
  });
  return joinAddresses(groups, block, first);
}

function startsItem(line: Line): boolean {
  return bulletLength(line.text.slice(0, 32)) > 0;
}

/** Whether a paragraph goes on from one line to the next; `after` is the line behind that one. */
function goesOn(line: Line, next: Line, after: Line | undefined, width: number): boolean {
  const open = endsOpen(line.text);
  // Who writes all in small letters begins prose with one, too, below a bold title.
  const isBelowTitle = isBold(line) && !isBold(next);
  if (startsLower(next.text) && open && !isBelowTitle) return true;
  if (open && !line.hard && sourceLength(line) <= MAX_WIDTH && breaksOff(line.text) && !LABELLED.test(next.text)) return true;
  const length = sourceLength(line);
  if (line.hard || length > width + SLACK || length + 1 + firstWord(next) <= width) return false;
  // A short line with more below it is no part of a wrapped paragraph but the title of the next one.
  return !(after && endsOpen(next.text) && titleLike(next.text) && sourceLength(next) + 1 + firstWord(after) <= width);
}

/** Whether a line stops where no sentence, title or list entry does. */
function breaksOff(text: string): boolean {
  if (LABELLED.test(text) || questionTitle(text)) return false;
  return endsInside(text) || (text.length >= MIN_WIDTH && !titleLike(text));
}

/** "E-mail: ..." */
const LABELLED = /^[^:]{1,40}: /;

/** An indented line below a bullet belongs to it; below a numbered title, only where the title is no title. */
function isContinuation(block: RawBlock, line: Line, next: Line, lazy: boolean): boolean {
  if (block.kind !== 'item' || lazy || !block.marker || next.hard || line.hard) return false;
  return !(block.marker.ordered && titleLike(line.text));
}

function startsLower(text: string): boolean {
  const char = text.charAt(0);
  return char !== char.toUpperCase();
}

function sourceLength(line: Line): number {
  const span = lineSpan(line);
  return span.end - span.start;
}

function firstWord(line: Line): number {
  const space = line.text.indexOf(' ');
  return space < 0 ? line.text.length : space;
}

/** The column of an offset in its source line, or far right where the line begins out of sight. */
function column(source: string, offset: number): number {
  for (let i = 1; i <= MAX_COLUMN; i++) {
    const before = source.charCodeAt(offset - i);
    if (offset - i < 0 || before === 10 || before === 13) return i - 1;
  }
  return MAX_COLUMN;
}

const MAX_COLUMN = 60;

/**
 * The column at which the text is wrapped by hand, or Infinity where each paragraph is one line. The evidence is lines
 * that break off in the middle of a sentence.
 */
function wrapWidth(blocks: readonly RawBlock[]): number {
  const broken: number[] = [];
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'cell') continue;
    block.lines.forEach((line, i) => {
      const next = block.lines[i + 1];
      const length = sourceLength(line);
      if (!next || line.hard || length < MIN_WIDTH || length > MAX_WIDTH) return;
      if (startsLower(next.text) && endsOpen(line.text)) broken.push(length);
    });
  }
  if (broken.length < 2) return Number.POSITIVE_INFINITY;
  broken.sort((a, b) => a - b);
  return broken[Math.floor((broken.length - 1) * 0.98)] ?? Number.POSITIVE_INFINITY;
}

const SLACK = 4;
const MIN_WIDTH = 45;
const MAX_WIDTH = 132;

/** Puts short lines without an end mark together where they are an address or a signature; a last one may be a title of what follows. */
function joinAddresses(groups: Group[], block: RawBlock, first: boolean): Group[] {
  if (block.kind === 'cell') return groups;
  const out: Group[] = [];
  for (let i = 0; i < groups.length; ) {
    let end = i;
    while (end < groups.length && isShort(groups[end]) && !(end > i && groups[end]?.lazy)) end++;
    // What stands over a paragraph may be its title; over "E-mail: ..." it is not.
    const after = groups[end]?.lines[0]?.text;
    const run = groups.slice(i, after !== undefined && !LABELLED.test(after) ? Math.max(i, end - 1) : end);
    if (first && i === 0) run.shift();
    if (run.length >= 2 && run.some((group) => isAddressLine(group.lines[0]?.text ?? ''))) {
      if (first && i === 0) out.push(...groups.slice(0, 1));
      out.push({ lines: run.flatMap((group) => group.lines), lazy: run[0]?.lazy ?? false });
      i += run.length + (first && i === 0 ? 1 : 0);
    } else {
      out.push(...groups.slice(i, Math.max(end, i + 1)));
      i = Math.max(end, i + 1);
    }
  }
  return out;
}

const ADDRESS_LINE = expression('layout', 'i')`^\d{1,5}[ ,]|\d{3,}|,|${'address-part'}`;

function isAddressLine(text: string): boolean {
  return ADDRESS_LINE.test(text);
}

function isShort(group: Group | undefined): boolean {
  const line = group?.lines[0];
  return group?.lines.length === 1 && line !== undefined && line.text.length <= 60 && endsOpen(line.text) && !LABELLED.test(line.text);
}
