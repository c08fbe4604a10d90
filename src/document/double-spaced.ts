import { joinLines, lineSpan } from './line.js';
import type { Line, RawBlock } from './raw.js';
import { endsOpen } from './titles.js';

/**
 * Puts paragraphs together that a converter cut at the end of every printed line: a blank line behind each. Only where a text shows often
 * that its lines break off in the middle of sentences; other texts come back as they are.
 */
export function withoutDoubleSpacing(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const widths: number[] = [];
  let plain = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') continue;
    plain++;
    const next = blocks[index + 1];
    const line = block.lines.at(-1);
    if (next && line && isBroken(block, next) && startsLower(next)) widths.push(lengthOf(line));
  }
  if (widths.length < FEWEST || widths.length < plain * SHARE) return blocks;
  widths.sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length / 2)] ?? 0;
  const out: RawBlock[] = [];
  let last: RawBlock | undefined;
  /** The block before this one, as the source has it. */
  let before: RawBlock | undefined;
  let joined = 0;
  for (const block of blocks) {
    const line = before?.lines.at(-1);
    const isRest =
      last && before && line && joined < MOST_JOINED && isBroken(before, block) && (startsLower(block) || lengthOf(line) >= width * FULL);
    joined = isRest ? joined + 1 : 0;
    before = isRest && last ? { ...block, kind: last.kind } : block;
    if (isRest && last) {
      const [first, ...more] = block.lines;
      const end = last.lines.at(-1);
      last.lines = [...last.lines.slice(0, -1), ...(end && first ? [joinLines([end, first])] : []), ...more];
      continue;
    }
    last = { ...block };
    out.push(last);
  }
  return out;
}

/** Lines that make one paragraph; a text without an end to its sentences is no reason to join them all. */
const MOST_JOINED = 60;
/** Breaks that show the habit: in number, and of all paragraphs. */
const FEWEST = 12;
const SHARE = 0.1;
/** From this share of the usual width on, a line is full, and its sentence goes on whatever begins the next. */
const FULL = 0.85;
/** Characters of a line that can be printed prose. */
const SHORTEST = 45;
const LONGEST = 132;

/** The line stops in the middle of a sentence, and a paragraph comes next. */
function isBroken(block: RawBlock, next: RawBlock): boolean {
  const line = block.lines.at(-1);
  if (!line || (block.kind !== 'paragraph' && block.kind !== 'item') || next.kind !== 'paragraph' || block.table || next.table)
    return false;
  const length = lengthOf(line);
  return next.gap && length >= SHORTEST && length <= LONGEST && endsOpen(line.text) && !NUMBERED().test(next.lines[0]?.text ?? '');
}

/** "2.1 ...", "(a) ...", "• ...": what opens a part of its own. */
const NUMBERED = () => /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]? |\(?[a-z]{1,3}\) |[^\p{L}\d("“'‘[]{1,2}\s)/u;

function startsLower(block: RawBlock): boolean {
  return /^\p{Ll}/u.test(block.lines[0]?.text ?? '') && !NUMBERED().test(block.lines[0]?.text ?? '');
}

function lengthOf(line: Line): number {
  const span = lineSpan(line);
  return span.end - span.start;
}
