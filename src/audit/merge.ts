/** Shards of one audit, done on several machines, into one report: the same bytes as one run would have written. */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { journalPath, readHead } from './journal.js';
import { writeReport } from './run.js';
import type { TableFormat } from './tables.js';
import type { BatchHead } from './types.js';

/** What keeps shards from being one audit. Its message is for the user. */
export class MergeError extends Error {
  override name = 'MergeError';
}

/** Copies the journals of all shards beside each other and writes the report. Resolves to the number of documents. */
export async function mergeShards(shards: readonly string[], out: string, tables: readonly TableFormat[]): Promise<number> {
  const work = join(out, 'work');
  mkdirSync(work, { recursive: true });
  const from = new Map<number, string>();
  for (const shard of shards) {
    const folder = join(shard, 'work');
    if (!existsSync(folder)) throw new MergeError(`There is no audit in ${shard}.`);
    for (const name of readdirSync(folder)) {
      const index = /^(\d{7})\.ndjson$/.exec(name)?.[1];
      if (index !== undefined) from.set(Number(index), folder);
    }
  }
  const batches = from.size;
  const keys = new Set<string>();
  let documents = 0;
  for (let index = 0; index < batches; index++) {
    const folder = from.get(index);
    if (folder === undefined) throw new MergeError(`Batch ${index} is in none of the shards: is one missing or not finished?`);
    // readHead gives what writeJournal wrote.
    const head = JSON.parse(readHead(folder, index) ?? 'null') as BatchHead | null;
    if (!head) throw new MergeError(`The journal of batch ${index} in ${folder} cannot be read.`);
    keys.add(head.key);
    documents += head.files.length;
    if (folder !== work) copyFileSync(journalPath(folder, index), journalPath(work, index));
  }
  if (keys.size > 1) throw new MergeError('The shards were made with different versions, rules or settings.');
  await writeReport(out, batches, tables);
  return documents;
}
