/** Tables as one SQLite database, with the indexes that questions about policies want. */
import { chmodSync, rmSync } from 'node:fs';
import { Database, type Statement } from 'node-sqlite3-wasm';
import { type Column, TABLES, type TableName } from './rows.js';
import { TABLE_NAMES, type TableSink, temporary } from './tables.js';

/** Rows a transaction: what SQLite holds before it writes is bounded by its cache all the same. */
const TRANSACTION = 50_000;

const INDEXES: Readonly<Record<TableName, readonly string[]>> = {
  documents: ['language'],
  findings: ['path', 'rule'],
  claims: ['path', 'kind'],
  coverage: ['path', 'requirement, status'],
};

export function openSqlite(folder: string): TableSink {
  const path = temporary(folder, 'audit.sqlite');
  // What a killed run left, with the lock that the library keeps beside it.
  for (const ending of ['', '.lock', '-journal']) rmSync(`${path}${ending}`, { recursive: true, force: true });
  const database = new Database(path);
  // A run that is stopped begins anew: nothing is to be rolled back.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000; PRAGMA page_size = 8192');
  const inserts = new Map<TableName, Statement>();
  for (const table of TABLE_NAMES) {
    const { columns } = TABLES[table];
    database.exec(`CREATE TABLE ${table} (${columns.map(definition).join(', ')})`);
    inserts.set(table, database.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`));
  }
  let pending = 0;
  database.exec('BEGIN');
  return {
    row(table, row) {
      inserts.get(table)?.run(TABLES[table].columns.map(({ name }) => row[name] ?? null));
      if (++pending % TRANSACTION === 0) database.exec('COMMIT; BEGIN');
      return undefined;
    },
    async close() {
      for (const insert of inserts.values()) insert.finalize();
      for (const table of TABLE_NAMES)
        for (const [number, columns] of INDEXES[table].entries())
          database.exec(`CREATE INDEX ${table}_${number + 1} ON ${table} (${columns})`);
      database.exec('COMMIT');
      database.close();
      // The library makes it for its owner alone; the other tables are as the user's mask says.
      chmodSync(path, 0o666 & ~process.umask());
    },
  };
}

const definition = ({ name, type, optional }: Column): string =>
  `"${name}" ${type === 'integer' ? 'INTEGER' : 'TEXT'}${optional ? '' : ' NOT NULL'}`;
