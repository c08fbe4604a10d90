/** Every format of the tables holds the same rows, and readers of each can read them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParquet } from '../../src/audit/parquet.js';
import { TABLES } from '../../src/audit/rows.js';
import { openSqlite } from '../../src/audit/sqlite.js';
import { openTables, TABLE_NAMES, temporary } from '../../src/audit/tables.js';
import { main } from '../../src/cli/main.js';
import { silentIn } from '../silent.js';

let folder: string;
const audit = (out: string, tables: string) =>
  main(['audit', 'in', '--out', out, '--no-config', '--workers', '0', '--today', '2026-11-21', '--tables', tables], silentIn(folder));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policylint-tables-'));
  mkdirSync(join(folder, 'in'));
  for (let i = 0; i < 8; i++)
    writeFileSync(
      join(folder, 'in', `p${i}.md`),
      `# Privacy Policy of Firm ${i}\n\nWe keep "logs", see below, for ${i + 1} days 🙂. We sell your data.\n\n=1+1 we share your e-mail address with Stripe.\n\nWrite to privacy@firm${i}.example.\n`,
    );
  expect(await audit('report', 'csv,ndjson,parquet,sqlite')).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ndjson = (table: string): unknown[] =>
  readFileSync(join(folder, 'report', `${table}.ndjson`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));

test.each(TABLE_NAMES)('%s: Parquet and SQLite hold what NDJSON holds', async (table) => {
  const expected = ndjson(table);
  expect(expected.length).toBeGreaterThan(7);
  const file = await asyncBufferFromFile(join(folder, 'report', `${table}.parquet`));
  expect(await parquetReadObjects({ file })).toEqual(expected);
  const database = new sqlite.Database(join(folder, 'report', 'audit.sqlite'), { readOnly: true });
  expect(database.all(`SELECT * FROM ${table} ORDER BY rowid`)).toEqual(expected);
  database.close();
});

test('a formula is defused in CSV, where a spreadsheet would run it, and left as it is elsewhere', () => {
  expect(readFileSync(join(folder, 'report', 'claims.csv'), 'utf8')).toContain("'=1+1");
  expect(ndjson('claims')).toContainEqual(expect.objectContaining({ quote: expect.stringMatching(/^=1\+1/) }));
});

test.skipIf(spawnSync('sqlite3', ['--version']).status !== 0)('the sqlite3 program finds the database in order', () => {
  const query = "PRAGMA integrity_check; SELECT count(*) FROM findings WHERE rule LIKE 'gdpr/%'";
  const [verdict, count] = execFileSync('sqlite3', [join(folder, 'report', 'audit.sqlite'), query], { encoding: 'utf8' }).split('\n');
  expect(verdict).toBe('ok');
  expect(Number(count)).toBeGreaterThan(0);
});

test('the same audit gives the same bytes in every format, and other formats of an earlier run are gone', async () => {
  await audit('again', 'csv,ndjson,parquet,sqlite');
  for (const name of readdirSync(join(folder, 'report')).filter((file) => /\.(?:csv|ndjson|parquet|sqlite)$/.test(file)))
    expect(readFileSync(join(folder, 'again', name)).equals(readFileSync(join(folder, 'report', name))), name).toBe(true);
  await audit('again', 'parquet');
  expect(readdirSync(join(folder, 'again')).filter((file) => /\.(?:csv|ndjson|sqlite|tmp|lock)$/.test(file))).toEqual([]);
  expect(statSync(join(folder, 'again', 'claims.parquet')).size).toBeGreaterThan(0);
});

test('an unknown format is refused with the nearest', async () => {
  let complaint = '';
  const err = (text: string): void => {
    complaint += text;
  };
  expect(await main(['audit', 'in', '--out', 'x', '--tables', 'parket'], { ...silentIn(folder), err })).toBe(2);
  expect(complaint).toContain('Did you mean "parquet"?');
});

const row = (i: number, quote = 'words') => ({
  path: `p${i}.md`,
  line: i,
  column: 1,
  kind: 'sale',
  value: '{}',
  polarity: 'affirmed',
  modality: 'stated',
  confidence: 'high',
  section: '',
  quote,
});

test('Parquet is written in groups of bounded rows and bounded text', async () => {
  const sink = openParquet(folder);
  for (let i = 0; i < 45_000; i++) sink.row('claims', row(i));
  for (let i = 0; i < 5; i++) sink.row('claims', row(i, 'x'.repeat(5_000_000)));
  await sink.close();
  const file = await asyncBufferFromFile(temporary(folder, 'claims.parquet'));
  const { row_groups } = await parquetMetadataAsync(file);
  expect(row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([20_000, 20_000, 5002, 2, 1]);
});

test('a table is not in its place before it is finished', async () => {
  const out = join(folder, 'unfinished');
  mkdirSync(out);
  const tables = await openTables(out, ['csv', 'parquet', 'sqlite']);
  expect(readdirSync(out).every((name) => name.endsWith('.tmp') || name.endsWith('.tmp.lock'))).toBe(true);
  await tables.close();
  expect(readdirSync(out)).toContain('audit.sqlite');
});

test('what a killed run left of a database is no obstacle', async () => {
  const out = join(folder, 'killed');
  mkdirSync(join(out, 'audit.sqlite.tmp.lock'), { recursive: true });
  writeFileSync(join(out, 'audit.sqlite.tmp'), 'half a database');
  const sink = openSqlite(out);
  sink.row('claims', row(1));
  await sink.close();
  const database = new sqlite.Database(temporary(out, 'audit.sqlite'), { readOnly: true });
  expect(database.get('SELECT count(*) AS n FROM claims')).toEqual({ n: 1 });
  database.close();
});

test('columns have one name each', () => {
  for (const table of TABLE_NAMES) {
    const names = TABLES[table].columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
