import { numberOf } from './numbering.js';
import type { RawBlock } from './raw.js';

/** Titles in a row with nothing below them are a table of contents: its entries are items, not sections. */
export function contentsEntries(units: readonly RawBlock[]): void {
  for (let i = 0; i < units.length; i++) {
    let end = i;
    while (isFound(units[end])) end++;
    // The last one heads what follows.
    if (end - 1 - i >= MIN_ENTRIES) {
      const first = numberOf(textOf(units[i])) === null && numberOf(textOf(units[i + 1])) !== null ? i + 1 : i;
      for (const unit of units.slice(first, end - 1)) {
        unit.kind = 'item';
        unit.depth = 1;
      }
    }
    i = Math.max(i, end - 1);
  }
}

const MIN_ENTRIES = 5;

function isFound(unit: RawBlock | undefined): boolean {
  return unit?.kind === 'heading' && unit.level === null;
}

function textOf(unit: RawBlock | undefined): string {
  return unit?.lines[0]?.text ?? '';
}
