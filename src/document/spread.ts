import { bulletLength } from './bullets.js';
import { lineSpan } from './line.js';
import type { RawBlock } from './raw.js';
import { endsInside, endsOpen } from './titles.js';

/**
 * Puts paragraphs together whose every line was set apart by a blank one, as copies from PDF files are: blocks that break
 * off in the middle of a sentence take the next one in. Documents that do so only now and then stay as they are.
 */
export function joinSpread(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const breaks = blocks.filter((block, i) => breaksOff(block, blocks[i + 1])).length;
  if (breaks < MIN_BREAKS || breaks * 6 < blocks.length) return blocks;
  const joined: RawBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before && goesOn(before, block)) joined[joined.length - 1] = { ...before, lines: [...before.lines, ...block.lines] };
    else joined.push(block);
  }
  return joined;
}

const MIN_BREAKS = 8;

/** Evidence of such a document: a full line without an end, and a line in small letters behind the blank one. */
function breaksOff(block: RawBlock, next: RawBlock | undefined): boolean {
  return next !== undefined && block.lines.length === 1 && isFull(block) && goesOn(block, next);
}

function isFull({ lines: [line] }: RawBlock): boolean {
  if (!line) return false;
  const { start, end } = lineSpan(line);
  return end - start >= MIN_WIDTH && end - start <= MAX_WIDTH;
}

const MIN_WIDTH = 60;
const MAX_WIDTH = 132;

function goesOn(block: RawBlock, next: RawBlock): boolean {
  const last = block.lines.at(-1)?.text ?? '';
  const text = next.lines[0]?.text ?? '';
  if (!isText(block) || next.kind !== 'paragraph' || next.lines.length !== 1 || !endsOpen(last)) return false;
  if (next.depth > block.depth || bulletLength(text.slice(0, 32)) > 0 || last.length < MIN_JOINED) return false;
  const char = text.charAt(0);
  return char !== char.toUpperCase() || (endsInside(last) && last.length >= MIN_WIDTH);
}

/** Shorter lines may be entries of a list. */
const MIN_JOINED = 40;

const isText = (block: RawBlock): boolean => block.kind === 'paragraph' || block.kind === 'item';
