/** Journals: one file a batch, a line of head, then a line a document. Written whole or not at all. */
import { closeSync, createReadStream, existsSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { writeAtomically } from '../files/write.js';
import type { DocumentView } from '../report/view.js';
import type { BatchHead } from './types.js';

export function journalPath(work: string, index: number): string {
  return join(work, `${String(index).padStart(7, '0')}.ndjson`);
}

/** Removes those of an earlier run that had more batches. */
export function removeJournals(work: string, from: number): void {
  for (const name of readdirSync(work)) {
    const index = /^(\d{7,})\.ndjson$/.exec(name)?.[1];
    if (index !== undefined && Number(index) >= from) rmSync(join(work, name));
  }
}

/** How many batches have one, whatever is in it. */
export function countJournals(work: string): number {
  return readdirSync(work).filter((name) => /^\d{7,}\.ndjson$/.test(name)).length;
}

export function writeJournal(work: string, head: BatchHead, documents: readonly DocumentView[]): void {
  const lines = [head, ...documents].map((entry) => JSON.stringify(entry));
  writeAtomically(journalPath(work, head.batch), `${lines.join('\n')}\n`, true);
}

/** The head of a batch's journal, or null where there is none that can be read. */
export function readHead(work: string, index: number): string | null {
  const path = journalPath(work, index);
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let position = 0; ; ) {
      const chunk = Buffer.alloc(16_384);
      const read = readSync(file, chunk, 0, chunk.length, position);
      const end = chunk.subarray(0, read).indexOf(10);
      chunks.push(chunk.subarray(0, end < 0 ? read : end));
      if (end >= 0) return Buffer.concat(chunks).toString('utf8');
      if (read === 0) return null;
      position += read;
    }
  } finally {
    closeSync(file);
  }
}

/** The documents of all batches in order, one at a time: memory does not grow with their number. */
export async function* readJournals(work: string, batches: number): AsyncGenerator<DocumentView> {
  for (let index = 0; index < batches; index++) {
    let expected = -1;
    let found = 0;
    for await (const line of createInterface({
      input: createReadStream(journalPath(work, index), 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      // A journal holds what writeJournal wrote.
      if (expected < 0) expected = (JSON.parse(line) as BatchHead).files.length;
      else if (line) {
        found++;
        yield JSON.parse(line) as DocumentView;
      }
    }
    if (found !== expected) throw new Error(`${journalPath(work, index)} is damaged: delete it and run the audit again`);
  }
}
