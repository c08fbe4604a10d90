import type { Block } from '../../document/types.js';
import { onlyFirst } from '../checks/merge.js';
import type { StructureTest } from './test.js';

/** Tables of two or more columns without a header row, or with an empty one. */
export const tableHeaders: StructureTest = ({ document }) => {
  const tables = new Map<number, Block[]>();
  for (const block of document.blocks) if (block.table) tables.set(block.table.table, [...(tables.get(block.table.table) ?? []), block]);
  const hits = [...tables.values()].flatMap((cells) => {
    const [first] = cells;
    const columns = Math.max(0, ...cells.map((cell) => (cell.table?.column ?? 0) + 1));
    const headers = cells.filter((cell) => cell.table?.row === 0 && document.text.slice(cell.start, cell.end).trim() !== '');
    if (!first || columns < 2 || headers.length > 0 || cells.every((cell) => cell.table?.row === 0)) return [];
    return [
      {
        range: { start: first.start, end: first.end },
        section: first.section,
        values: { columns },
        key: document.lower.slice(first.start, first.end),
      },
    ];
  });
  return onlyFirst(hits);
};
