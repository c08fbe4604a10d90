/** Tables as CSV and as NDJSON. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { csvLine } from './csv.js';
import { type Row, TABLES, type TableName } from './rows.js';
import { TABLE_NAMES, type TableSink, temporary } from './tables.js';

export function openCsv(folder: string): TableSink {
  const columns = (table: TableName): string[] => TABLES[table].columns.map(({ name }) => name);
  return openText(
    folder,
    'csv',
    (table) => csvLine(columns(table)),
    (table, row) => csvLine(columns(table).map((column) => row[column])),
  );
}

export function openNdjson(folder: string): TableSink {
  return openText(
    folder,
    'ndjson',
    () => '',
    (_, row) => `${JSON.stringify(row)}\n`,
  );
}

function openText(
  folder: string,
  ending: string,
  head: (table: TableName) => string,
  line: (table: TableName, row: Row) => string,
): TableSink {
  const streams = new Map<TableName, WriteStream>();
  let failed: Error | null = null;
  for (const table of TABLE_NAMES) {
    const stream = createWriteStream(temporary(folder, `${table}.${ending}`));
    // Kept for the next row or the end: nobody listens in between.
    stream.on('error', (error) => {
      failed ??= error;
    });
    stream.write(head(table));
    streams.set(table, stream);
  }
  return {
    row(table, row) {
      if (failed) throw failed;
      const stream = streams.get(table);
      // Waits where the disk is slower than we are, so that nothing piles up in memory.
      return stream && !stream.write(line(table, row)) ? once(stream, 'drain').then(() => undefined) : undefined;
    },
    async close() {
      for (const stream of streams.values()) await new Promise<void>((resolve) => stream.end(() => resolve()));
      if (failed) throw failed;
    },
  };
}
