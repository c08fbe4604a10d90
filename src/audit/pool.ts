/** Batches over worker processes. Paths go in, counts come out: what was found goes straight to the journals. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { batchWorker } from './batch.js';
import { boundHeap } from './heap.js';
import type { Batch, BatchDone, WorkerSettings } from './types.js';
import { startWorker, WorkerEndError, type WorkerProcess } from './worker-process.js';

export interface PoolOptions {
  /** Processes; 0 works in this one. */
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly onDone: (done: BatchDone) => void;
}

/** Does all batches; stops between two where the signal says so. Rejects where a worker cannot go on. */
export async function runBatches(batches: AsyncGenerator<Batch>, settings: WorkerSettings, options: PoolOptions): Promise<void> {
  const pool = openPool(options.workers, settings);
  let hasFailed = false;
  const loop = async (): Promise<void> => {
    while (!options.signal.aborted && !hasFailed) {
      const { value: batch, done } = await batches.next();
      if (done) return;
      try {
        options.onDone(await pool.run(batch));
      } catch (error) {
        // A process that Ctrl-C has met before it had a group of its own: its batch is done when the audit goes on.
        if (options.signal.aborted) return;
        hasFailed = true;
        throw error;
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, pool.size) }, loop));
  } finally {
    await pool.close();
  }
}

export interface Pool {
  /** Batches that can be done at the same time; 0: one after the other, in this process. */
  readonly size: number;
  /** At most `size` at a time. A file that ends its process becomes a document that says so. Rejects where the batch fails for another reason. */
  run(batch: Batch): Promise<BatchDone>;
  close(): Promise<void>;
}

/** Processes start as they are needed. Without the bundled worker, as from sources, there are none. */
export function openPool(workers: number, settings: WorkerSettings, entry = workerEntry()): Pool {
  boundHeap();
  if (workers === 0 || entry === null) return { size: 0, run: batchWorker(settings), close: async () => undefined };
  const idle: WorkerProcess[] = [];
  let isClosed = false;
  const once = async (batch: Batch): Promise<BatchDone> => {
    const worker = idle.pop() ?? (await startWorker(entry, settings));
    try {
      const answer = await worker.run(batch);
      if (worker.linted < LIFE && !isClosed) idle.push(worker);
      else await worker.end();
      return answer;
    } catch (error) {
      await worker.end();
      throw error;
    }
  };
  return {
    size: workers,
    async run(batch) {
      try {
        return await once(batch);
      } catch (error) {
        if (!(error instanceof WorkerEndError)) throw error;
        const fatal = await fatalFiles(batch, once);
        // No file alone ends a process: it was something else, and may not come again.
        return once(fatal.length > 0 ? { ...batch, fatal } : batch);
      }
    },
    async close() {
      // Those at work end with their batch.
      isClosed = true;
      for (const worker of idle.splice(0)) await worker.end();
    },
  };
}

/**
 * Batches that a process lints before another takes its place. What grows with the length of a run, compiled code and holes in the heap
 * above all, goes with it. Starting anew, until the code is optimised again, takes a second of processor time: a twentieth of its life.
 */
const LIFE = 10;

/** Each file alone, to find those that no process survives. */
async function fatalFiles(batch: Batch, once: (batch: Batch) => Promise<BatchDone>): Promise<string[]> {
  const fatal: string[] = [];
  for (const file of batch.files) {
    try {
      await once({ index: batch.index, files: [file], isProbe: true });
    } catch (error) {
      if (!(error instanceof WorkerEndError)) throw error;
      fatal.push(file.path);
    }
  }
  return fatal;
}

/** The bundled worker beside this file or above it; null where the program runs from its sources. */
function workerEntry(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, 'audit-worker.js'), join(here, '..', 'audit-worker.js')].find(existsSync) ?? null;
}
