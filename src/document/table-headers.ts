import type { RawTable } from './raw.js';
import type { Block, TablePosition } from './types.js';

/** Finds the row and column header of each cell as the cells come by, in reading order. */
export class TableHeaders {
  private count = -1;
  private table = -1;
  private columns: (Block | undefined)[] = [];
  private row = -1;
  private rowHeader: Block | null = null;

  position(raw: RawTable | null, block: Block): TablePosition | null {
    if (!raw) return null;
    const { row, column } = raw;
    if (raw.table !== this.table) {
      this.table = raw.table;
      this.count++;
      this.columns = [];
      this.row = -1;
    }
    if (row !== this.row) {
      this.row = row;
      if (!raw.covered) this.rowHeader = null;
    }
    // A cell of several paragraphs is several blocks; the first one heads the others' row and column.
    if (row === 0) this.columns[column] ??= block;
    if (column === 0) this.rowHeader ??= block;
    return {
      table: this.count,
      row,
      column,
      columnHeader: row === 0 ? null : (this.columns[column] ?? null),
      rowHeader: column === 0 ? null : this.rowHeader,
    };
  }
}
