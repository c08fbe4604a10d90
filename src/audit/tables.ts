/** The tables of an audit, in every format that is asked for, written as the documents pass by. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentView } from '../report/view.js';
import { type Row, TABLES, type TableName } from './rows.js';

/** The formats by name. */
export const TABLE_FORMATS = ['csv', 'ndjson', 'parquet', 'sqlite'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Takes the rows of all tables in one format. */
export interface TableSink {
  /** Resolves once the row may be forgotten; where nothing is returned, it already may. */
  row(table: TableName, row: Row): Promise<void> | undefined;
  close(): Promise<void>;
}

export interface Tables {
  add(document: DocumentView): Promise<void>;
  /** Puts the finished files in their places; those of formats that were not asked for are removed, since they are of another run. */
  close(): Promise<void>;
}

/** Opens the tables in a folder. Every file has another name until all are finished. */
export async function openTables(folder: string, formats: readonly TableFormat[]): Promise<Tables> {
  const wanted = new Set(formats);
  const files = [...wanted].flatMap((format) => FILES[format]);
  const sinks: TableSink[] = [];
  for (const format of wanted) sinks.push(await OPEN[format](folder));
  return {
    async add(document) {
      for (const table of TABLE_NAMES)
        for (const row of TABLES[table].rows(document))
          for (const sink of sinks) {
            const written = sink.row(table, row);
            if (written) await written;
          }
    },
    async close() {
      for (const sink of sinks) await sink.close();
      for (const file of files) renameSync(temporary(folder, file), join(folder, file));
      for (const file of Object.values(FILES).flat()) if (!files.includes(file)) rmSync(join(folder, file), { force: true });
    },
  };
}

/** Where a file is written until it is finished. */
export function temporary(folder: string, file: string): string {
  return join(folder, `${file}.tmp`);
}

export const TABLE_NAMES: readonly TableName[] = ['documents', 'findings', 'claims', 'coverage'];

const named = (ending: string): string[] => TABLE_NAMES.map((name) => `${name}.${ending}`);
const FILES: Readonly<Record<TableFormat, readonly string[]>> = {
  csv: named('csv'),
  ndjson: named('ndjson'),
  parquet: named('parquet'),
  sqlite: ['audit.sqlite'],
};

/** Each is loaded where it is asked for: Parquet and SQLite are libraries of some size. */
const OPEN: Readonly<Record<TableFormat, (folder: string) => Promise<TableSink>>> = {
  csv: async (folder) => (await import('./text-tables.js')).openCsv(folder),
  ndjson: async (folder) => (await import('./text-tables.js')).openNdjson(folder),
  parquet: async (folder) => (await import('./parquet.js')).openParquet(folder),
  sqlite: async (folder) => (await import('./sqlite.js')).openSqlite(folder),
};
