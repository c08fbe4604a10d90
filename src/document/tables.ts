import type { RawBlock } from './raw.js';

export interface OpenTable {
  readonly id: number;
  /** Index of its first block. */
  readonly first: number;
  openRow(): void;
  openCell(header: boolean, columns: number, rows: number): void;
  closeCell(): void;
  /** Gives a block of the open cell its place. */
  place(block: RawBlock): void;
  readonly cells: CellSummary[];
  nested: boolean;
}

interface CellSummary {
  row: number;
  covered: boolean;
  column: number;
  header: boolean;
  /** Blocks in it. */
  blocks: number;
}

/** A table being read, at the block index where it starts. */
export function openTable(id: number, first: number): OpenTable {
  const cells: CellSummary[] = [];
  /** For each column, how many more rows a cell from above reaches down. */
  const reach: number[] = [];
  let row = -1;
  let column = -1;
  let width = 1;
  let covered = false;
  let cell: CellSummary | null = null;
  return {
    id,
    first,
    cells,
    nested: false,
    openRow() {
      row++;
      column = -1;
      width = 1;
      covered = false;
      cell = null;
    },
    openCell(header, columns, rows) {
      if (row < 0) row = 0;
      column += width;
      if (column < 0) column = 0;
      for (let left = reach[column] ?? 0; left > 0; left = reach[column] ?? 0) {
        if (column === 0) covered = true;
        reach[column++] = left - 1;
      }
      width = Math.max(1, Math.min(columns, MAX_SPAN));
      if (rows > 1) for (let i = 0; i < width; i++) reach[column + i] = Math.min(rows, MAX_SPAN) - 1;
      cell = { row, covered, column, header, blocks: 0 };
      cells.push(cell);
    },
    closeCell() {
      cell = null;
    },
    place(block) {
      if (!cell) return;
      cell.blocks++;
      block.table = { table: id, row: cell.row, column: cell.column, covered: cell.covered };
    },
  };
}

const MAX_SPAN = 100;

/**
 * Settles what a table is once all of it is known: the blocks of a data table become cells; those of a table that only
 * lays out the page stay what they are. A table without a header row counts its rows from 1.
 */
export function endTable(table: OpenTable, blocks: RawBlock[], outer: OpenTable | null): void {
  const own = blocks.slice(table.first).filter((block) => block.table?.table === table.id);
  if (outer) outer.nested = true;
  const columns = table.cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0);
  const rows = table.cells.at(-1)?.row ?? 0;
  const layout =
    table.nested ||
    columns < 2 ||
    rows < 1 ||
    own.some((block) => block.kind === 'heading') ||
    table.cells.some((cell) => cell.blocks > MAX_CELL_BLOCKS);
  if (layout) {
    for (const block of own) {
      block.table = null;
      outer?.place(block);
    }
    return;
  }
  const shift = hasHeaderRow(table, own) ? 0 : 1;
  for (const block of own) {
    block.kind = 'cell';
    if (block.table) block.table.row += shift;
  }
}

/** A cell with more paragraphs than this holds a page, not a value. */
const MAX_CELL_BLOCKS = 40;

function hasHeaderRow(table: OpenTable, blocks: readonly RawBlock[]): boolean {
  const firstRow = table.cells.filter((cell) => cell.row === 0);
  if (firstRow.length > 0 && firstRow.every((cell) => cell.header || cell.blocks === 0)) return true;
  if (firstRow.some((cell) => cell.header)) return firstRow.filter((cell) => cell.header).length > firstRow.length / 2;
  if (table.cells.some((cell) => cell.header)) return false;
  const top = blocks.filter((block) => block.table?.row === 0);
  const titles = top.every((block) => block.lines.length === 1 && /^[^.!?;:@\d]{1,60}$/.test(block.lines[0]?.text ?? ''));
  if (!titles || top.length < 2) return false;
  const bold = top.every((block) =>
    block.lines.every((line) => line.strong.some((range) => range.end - range.start >= line.text.length - 1)),
  );
  const rest = blocks.filter((block) => block.table?.row !== 0);
  const longer = rest.filter((block) => (block.lines[0]?.text.length ?? 0) > 60 || block.lines.length > 1).length;
  return bold || longer * 4 >= rest.length;
}
