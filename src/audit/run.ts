/** An audit from files to report: batches, then one pass over their journals for everything that is written. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from '../files/config/index.js';
import type { FoundFile } from '../files/discover.js';
import { VERSION } from '../version.js';
import { batchesOf } from './batches.js';
import { beginDay, endDay } from './day.js';
import { boundHeap } from './heap.js';
import { readHead, readJournals, removeJournals } from './journal.js';
import { runBatches } from './pool.js';
import { openTables, type TableFormat } from './tables.js';
import type { Batch, BatchDone, BatchHead, WorkerSettings } from './types.js';

export interface AuditOptions {
  /** By path; looked for anew with every call. */
  files(): AsyncIterable<FoundFile>;
  /** Absolute path of the report's folder. */
  readonly out: string;
  readonly cwd: string;
  readonly config: { readonly file?: string | false; readonly command: CommandLine; readonly today: string };
  /** Stands for the rules and settings that hold for the files. */
  readonly rules: string;
  readonly workers: number;
  readonly tables: readonly TableFormat[];
  /** Only every n-th batch: `{index: 0, of: 4}`. The report is then left to `merge`. */
  readonly shard?: { readonly index: number; readonly of: number };
  readonly signal: AbortSignal;
  readonly onProgress: (done: BatchDone, finished: number, total: number) => void;
}

export interface AuditResult {
  readonly isComplete: boolean;
  readonly documents: number;
  readonly batches: number;
}

/** Does what is not done yet, then writes the report where all is. Safe to kill and to repeat. */
export async function audit(options: AuditOptions): Promise<AuditResult> {
  const work = join(options.out, 'work');
  mkdirSync(work, { recursive: true });
  const key = auditKey(options.rules, options.config);
  const { shard } = options;
  const isMine = ({ index }: Batch): boolean => !shard || index % shard.of === shard.index;
  let total = 0;
  for await (const batch of batchesOf(options.files())) if (isMine(batch)) total++;
  const settings: WorkerSettings = { work, cwd: options.cwd, key, config: options.config };
  beginDay(work, options.config.today);
  let finished = 0;
  let documents = 0;
  let batches = 0;
  async function* mine(): AsyncGenerator<Batch> {
    for await (const batch of batchesOf(options.files())) {
      documents += batch.files.length;
      batches++;
      if (isMine(batch)) yield batch;
    }
  }
  await runBatches(mine(), settings, {
    workers: Math.min(options.workers, total),
    signal: options.signal,
    onDone: (done) => options.onProgress(done, ++finished, total),
  });
  if (options.signal.aborted) return { documents, batches, isComplete: false };
  removeJournals(work, batches);
  if (!shard) await writeReport(options.out, batches, options.tables);
  endDay(work);
  return { documents, batches, isComplete: !shard };
}

/** Stands for everything beside the files that the results depend on. */
export function auditKey(rules: string, { command, today }: { readonly command: CommandLine; readonly today: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([VERSION, rules, command, today]))
    .digest('hex');
}

/** Everything that is made of the journals, in one pass. The same journals give the same bytes. */
export async function writeReport(out: string, batches: number, formats: readonly TableFormat[]): Promise<void> {
  boundHeap();
  const work = join(out, 'work');
  const tables = await openTables(out, formats);
  const { openHtml } = await import('./html/index.js');
  const html = openHtml(out, formats);
  for await (const document of readJournals(work, batches)) {
    await tables.add(document);
    html.add(document);
  }
  await tables.close();
  html.close();
  writeManifest(out, work, batches);
}

/** What was read, with hashes, and what it was read with: a run can be repeated and proved. */
function writeManifest(out: string, work: string, batches: number): void {
  const path = join(out, 'manifest.json');
  const file = openSync(`${path}.tmp`, 'w');
  try {
    let documents = 0;
    for (let index = 0; index < batches; index++) {
      const { key, today, files, beside = [] } = headOf(work, index);
      if (index === 0) {
        const fields = { tool: 'policylint', version: VERSION, today, key };
        writeSync(file, `${JSON.stringify(fields, null, 2).replace(/\n\}$/, '')},\n  "files": [\n`);
      }
      const lines = [...files, ...beside].map(([name, sha256]) => `    ${JSON.stringify({ path: name, sha256 })}`);
      writeSync(file, `${index === 0 ? '' : ',\n'}${lines.join(',\n')}`);
      documents += files.length;
    }
    writeSync(file, `\n  ],\n  "documents": ${documents}\n}\n`);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.tmp`, path);
}

function headOf(work: string, index: number): BatchHead {
  // readHead gives what writeJournal wrote.
  const head = JSON.parse(readHead(work, index) ?? 'null') as BatchHead | null;
  if (!head) throw new Error(`the journal of batch ${index} is missing in ${work}`);
  return head;
}
