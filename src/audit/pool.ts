/** Batches over worker threads. Paths go in, counts come out: what was found goes straight to the journals. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { batchWorker } from './batch.js';
import type { Batch, BatchDone, WorkerSettings } from './types.js';

export interface PoolOptions {
  /** Threads; 0 works in this one. */
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly onDone: (done: BatchDone) => void;
}

/** Does all batches; stops between two where the signal says so. Rejects where a worker cannot go on. */
export async function runBatches(batches: AsyncGenerator<Batch>, settings: WorkerSettings, options: PoolOptions): Promise<void> {
  const pool = openPool(options.workers, settings);
  const loop = async (): Promise<void> => {
    while (!options.signal.aborted) {
      const { value: batch, done } = await batches.next();
      if (done) return;
      options.onDone(await pool.run(batch));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, pool.size) }, loop));
  } finally {
    await pool.close();
  }
}

export interface Pool {
  /** Batches that can be done at the same time; 0: one after the other, in this thread. */
  readonly size: number;
  /** At most `size` at a time. A file that ends its thread becomes a document that says so. Rejects where the batch fails for another reason. */
  run(batch: Batch): Promise<BatchDone>;
  close(): Promise<void>;
}

/** Threads start as they are needed. Without the bundled worker, as from sources, there are none. */
export function openPool(workers: number, settings: WorkerSettings, entry = workerEntry()): Pool {
  boundHeaps();
  if (workers === 0 || entry === null) return { size: 0, run: batchWorker(settings), close: async () => undefined };
  const idle: Worker[] = [];
  const done = new WeakMap<Worker, number>();
  const once = async (batch: Batch): Promise<BatchDone> => {
    const worker = idle.pop() ?? new Worker(entry, { workerData: settings });
    try {
      const answer = await ask(worker, batch);
      const batches = (done.get(worker) ?? 0) + 1;
      done.set(worker, batches);
      if (batches < LIFE) idle.push(worker);
      else await worker.terminate();
      return answer;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  };
  return {
    size: workers,
    async run(batch) {
      try {
        return await once(batch);
      } catch (error) {
        if (!(error instanceof ThreadEndError)) throw error;
        const fatal = await fatalFiles(batch, once);
        // No file alone ends a thread: it was something else, and may not come again.
        return once(fatal.length > 0 ? { ...batch, fatal } : batch);
      }
    },
    async close() {
      for (const worker of idle.splice(0)) await worker.terminate();
    },
  };
}

/**
 * Batches that a thread does before another takes its place. What grows with the length of a run, compiled expressions and holes in the heap
 * above all, goes with it. Starting anew takes two seconds, as long as sixty policies.
 */
const LIFE = 40;

/** A thread ended while it was at work: out of memory, or a crash. */
class ThreadEndError extends Error {
  override name = 'ThreadEndError';
}

/** Each file alone, to find those that no thread survives. */
async function fatalFiles(batch: Batch, once: (batch: Batch) => Promise<BatchDone>): Promise<string[]> {
  const fatal: string[] = [];
  for (const file of batch.files) {
    try {
      await once({ index: batch.index, files: [file], isProbe: true });
    } catch (error) {
      if (!(error instanceof ThreadEndError)) throw error;
      fatal.push(file.path);
    }
  }
  return fatal;
}

/**
 * V8 lets a heap that is often filled and emptied grow to several times what is alive, and ever further the longer a run is. Collecting
 * once it has grown by a tenth costs a fiftieth of the time and makes a thread's memory the same for any number of files
 * (bench/scale.json).
 */
function boundHeaps(): void {
  setFlagsFromString('--heap-growing-percent=10');
}

function ask(worker: Worker, batch: Batch): Promise<BatchDone> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      worker.off('message', done);
      worker.off('error', failed);
      worker.off('exit', ended);
    };
    const done = (answer: BatchDone | { error: string; name: string }) => {
      stop();
      if ('error' in answer) reject(Object.assign(new Error(answer.error), { name: answer.name }));
      else resolve(answer);
    };
    const failed = (error: unknown) => {
      stop();
      reject(new ThreadEndError(`a worker thread ended: ${error instanceof Error ? error.message : String(error)}`));
    };
    const ended = (code: number) => failed(`code ${code}`);
    worker.on('message', done);
    worker.on('error', failed);
    worker.on('exit', ended);
    worker.postMessage(batch);
  });
}

/** The bundled worker beside this file or above it; null where the program runs from its sources. */
function workerEntry(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, 'audit-worker.js'), join(here, '..', 'audit-worker.js')].find(existsSync) ?? null;
}
