import { joinLines, LineBuilder, lineSpan } from './line.js';
import { findLevels } from './levels.js';
import { numberOf } from './numbering.js';
import { type Line, type RawBlock, rawBlock } from './raw.js';
import { titleLike, leadInLike, proseLike } from './titles.js';

/**
 * Finds the headings that markup does not name (numbered lines, bold lines, label lines), takes apart what belongs to
 * different paragraphs and puts together what is one. The blocks that come back have one line each; headings know their
 * level in the section tree.
 */
export function outline(source: string, blocks: readonly RawBlock[]): RawBlock[] {
  const units = splitBlocks(blocks);
  numberedHeadings(source, units);
  labelHeadings(units);
  findLevels(units);
  return units;
}

/** One unit for each paragraph: wrapped lines joined, others apart. */
function splitBlocks(blocks: readonly RawBlock[]): RawBlock[] {
  const width = wrapWidth(blocks);
  const units: RawBlock[] = [];
  for (const block of blocks) {
    if (block.kind === 'code' || block.kind === 'cell' || block.kind === 'heading') {
      units.push({ ...block, lines: [joinLines(block.lines)] });
      continue;
    }
    let group: Line[] = [];
    let first = true;
    const flush = (): void => {
      if (group.length === 0) return;
      const lines = [joinLines(group)];
      if (first) units.push({ ...block, lines });
      else units.push(rawBlock(block.kind === 'quote' ? 'quote' : 'paragraph', lines, { gap: false }));
      first = false;
      group = [];
    };
    for (const line of block.lines) {
      const last = group.at(-1);
      if (last && !wraps(last, line, width)) flush();
      group.push(line);
    }
    flush();
  }
  return units;
}

/** Whether a paragraph goes on from one line to the next. */
function wraps(line: Line, next: Line, width: number): boolean {
  const end = line.text.charAt(line.text.length - 1);
  const start = next.text.charAt(0);
  if (start !== start.toUpperCase()) return !/[.!?:;]/.test(end) || sourceLength(line) + 1 + firstWord(next) > width;
  if (/[,–—-]/.test(end) && line.text.length > 30) return true;
  return sourceLength(line) + 1 + firstWord(next) > width;
}

function sourceLength(line: Line): number {
  const span = lineSpan(line);
  return span.end - span.start;
}

function firstWord(line: Line): number {
  const space = line.text.indexOf(' ');
  return space < 0 ? line.text.length : space;
}

/** The column at which the text is wrapped by hand, or Infinity where each paragraph is one line. */
function wrapWidth(blocks: readonly RawBlock[]): number {
  let longest = 0;
  let wrapped = 0;
  for (const block of blocks) {
    block.lines.forEach((line, i) => {
      const length = sourceLength(line);
      if (length > longest) longest = length;
      if (i < block.lines.length - 1 && length >= 50 && length <= 132) wrapped++;
    });
  }
  return longest <= 132 && wrapped >= 3 ? longest : Number.POSITIVE_INFINITY;
}

/** Ordered items that are titles of what follows become headings, number included. */
function numberedHeadings(source: string, units: RawBlock[]): void {
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit?.kind !== 'item' || !unit.marker?.ordered) continue;
    const line = unit.lines[0];
    const next = units[i + 1];
    if (!line || !titleLike(line.text) || !next) continue;
    const number = numberOf(source.slice(unit.marker.start, unit.marker.end));
    if (next.kind === 'item' && next.marker?.ordered) {
      const nextNumber = numberOf(source.slice(next.marker.start, next.marker.end));
      if (!number || !nextNumber || nextNumber.depth <= number.depth) continue;
    }
    const builder = new LineBuilder();
    builder.copy(source, unit.marker.start, unit.marker.end);
    const marker = builder.take();
    units[i] = { ...unit, kind: 'heading', lines: [marker ? joinLines([marker, line]) : line], depth: 0 };
  }
}

/** Short lines without a full stop, with prose or a list right below, are headings. */
function labelHeadings(units: RawBlock[]): void {
  units.forEach((unit, i) => {
    const text = unit.lines[0]?.text ?? '';
    if (unit.kind !== 'paragraph') return;
    const next = units[i + 1];
    const previous = units[i - 1];
    if (!next || next.kind === 'code') return;
    if (i === 0 && titleLike(text.replace(/\.$/, '')) && text.length < 80) unit.kind = 'heading';
    else if (bold(unit) ? boldTitle(text) : isLabel(text, next, previous, unit)) unit.kind = 'heading';
  });
}

function bold(unit: RawBlock): boolean {
  const line = unit.lines[0];
  if (!line) return false;
  const covered = line.strong.reduce((sum, range) => sum + range.end - range.start, 0);
  return covered >= line.text.length - 1;
}

function boldTitle(text: string): boolean {
  return text.length <= 120 && !/[.,;]$/.test(text) && !leadInLike(text);
}

function isLabel(text: string, next: RawBlock, previous: RawBlock | undefined, unit: RawBlock): boolean {
  if (!titleLike(text) || leadInLike(text)) return false;
  const below = next.lines[0]?.text ?? '';
  if (text.endsWith(':')) return next.kind === 'item' || proseLike(below);
  if (/:/.test(text)) return false;
  const before = previous?.lines[0]?.text ?? '';
  const apart = unit.gap || previous === undefined || previous.kind === 'heading' || /[.!?:]["')\]”’]?$/.test(before) || previous.kind === 'item';
  if (!apart) return false;
  return proseLike(below) || (next.kind === 'item' && !next.marker?.ordered) || next.kind === 'heading';
}
