/** Tables as Parquet: row groups of bounded size, so that memory does not grow with the number of documents. */
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { type Cell, type Column, TABLES, type TableName } from './rows.js';
import { TABLE_NAMES, type TableSink, temporary } from './tables.js';

/** Rows of a group, and characters where rows are long: what readers skip at once, and what is held at most. */
const GROUP_ROWS = 20_000;
const GROUP_CHARACTERS = 8_000_000;

export function openParquet(folder: string): TableSink {
  const tables = new Map<TableName, ReturnType<typeof openTable>>();
  for (const table of TABLE_NAMES) tables.set(table, openTable(temporary(folder, `${table}.parquet`), TABLES[table].columns));
  return {
    row(table, row) {
      tables.get(table)?.add(row);
      return undefined;
    },
    async close() {
      for (const table of tables.values()) table.close();
    },
  };
}

function openTable(path: string, columns: readonly Column[]): { add(row: Readonly<Record<string, Cell>>): void; close(): void } {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    createdBy: 'policylint',
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type, optional }) => ({
        name,
        repetition_type: optional ? ('OPTIONAL' as const) : ('REQUIRED' as const),
        ...(type === 'integer' ? { type: 'INT32' as const } : { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }),
      })),
    ],
  });
  let held: Cell[][] = columns.map(() => []);
  let rows = 0;
  let characters = 0;
  const flush = (): void => {
    const columnData = columns.map(({ name }, i) => ({ name, data: held[i] ?? [] }));
    if (rows > 0) writer.write({ columnData, rowGroupSize: rows });
    held = columns.map(() => []);
    rows = 0;
    characters = 0;
  };
  return {
    add(row) {
      for (const [i, { name }] of columns.entries()) {
        const cell = row[name] ?? null;
        held[i]?.push(cell);
        if (typeof cell === 'string') characters += cell.length;
      }
      rows++;
      if (rows >= GROUP_ROWS || characters >= GROUP_CHARACTERS) flush();
    },
    close() {
      flush();
      writer.finish();
    },
  };
}
