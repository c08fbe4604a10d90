import type { RawBlock } from './raw.js';
import type { Block, Sentence } from './types.js';

type Open = { -readonly [K in keyof Block]: Block[K] };

/** Sets `leadIn` and `parent` of list items and table cells. `units` and `blocks` go in step. */
export function leadsIn(units: readonly RawBlock[], blocks: readonly Open[]): void {
  /** The open item at each depth, and what introduces the list it is in. */
  const open: { item: Open; leadIn: Sentence | null }[] = [];
  let table = -1;
  let tableLeadIn: Sentence | null = null;
  blocks.forEach((block, i) => {
    const unit = units[i];
    const previous = blocks[i - 1];
    if (!unit) return;
    if (block.kind === 'cell') {
      if (unit.table && unit.table.table !== table) {
        table = unit.table.table;
        tableLeadIn = introduction(previous);
      }
      block.leadIn = tableLeadIn;
      return;
    }
    if (block.kind !== 'item') {
      open.length = Math.min(open.length, unit.depth);
      block.parent = open.at(-1)?.item ?? null;
      return;
    }
    const depth = Math.max(1, unit.depth);
    const brother = open[depth - 1];
    open.length = Math.min(open.length, depth - 1);
    const parent = open.at(-1);
    block.parent = parent?.item ?? null;
    if (brother) block.leadIn = brother.leadIn;
    else if (parent)
      block.leadIn = previous && previous !== parent.item && endsWithColon(previous) ? introduction(previous) : parent.leadIn;
    else block.leadIn = introduction(previous);
    open.push({ item: block, leadIn: block.leadIn });
  });
}

/** The last sentence of the block before a list or table. */
function introduction(previous: Block | undefined): Sentence | null {
  if (!previous || previous.kind === 'code' || previous.kind === 'item' || previous.kind === 'cell') return null;
  return previous.sentences.at(-1) ?? null;
}

function endsWithColon(block: Block): boolean {
  return block.sentences.at(-1)?.text.endsWith(':') ?? false;
}
