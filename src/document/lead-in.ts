import type { Line, RawBlock } from './raw.js';
import type { Block, Range, Sentence } from './types.js';

type Open = { -readonly [K in keyof Block]: Block[K] };

/** Sets `leadIn` and `parent` of list items and table cells. `units` and `blocks` go in step. */
export function leadsIn(units: readonly RawBlock[], blocks: readonly Open[]): void {
  let leadIn: Sentence | null = null;
  let inList = false;
  const parents: Open[] = [];
  blocks.forEach((block, i) => {
    const unit = units[i];
    if (!unit) return;
    const listed = block.kind === 'item' || block.kind === 'cell';
    if (listed && !inList) leadIn = leadInBefore(blocks[i - 1]);
    inList = listed;
    if (!listed) {
      parents.length = 0;
      return;
    }
    if (block.kind === 'item') {
      parents.length = Math.min(parents.length, Math.max(0, unit.depth - 1));
      block.parent = parents.at(-1) ?? null;
      parents[unit.depth - 1] = block;
    }
    block.leadIn = leadIn;
  });
}

function leadInBefore(previous: Block | undefined): Sentence | null {
  if (!previous || previous.kind === 'code' || previous.kind === 'item' || previous.kind === 'cell') return null;
  return previous.sentences.at(-1) ?? null;
}

const MAX_LABEL_WORDS = 8;

/** The label at the start of a block: what stands before ':' or a dash, or in bold; in document offsets. */
export function labelOf(unit: RawBlock, line: Line, at: number): Range | null {
  if (unit.kind === 'heading' || unit.kind === 'code' || unit.kind === 'cell') return null;
  const head = line.text.slice(0, 120);
  const match = /^[^:.!?;]{1,80}?(?=:(?: |$)| [–—-] )/.exec(head);
  const end = match?.[0].length ?? 0;
  if (end === 0 || end >= line.text.length - 1) return null;
  if (head.slice(0, end).split(' ').length > MAX_LABEL_WORDS) return null;
  return { start: at, end: at + end };
}
