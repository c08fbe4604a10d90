/** Batches over worker threads. Paths go in, counts come out: what was found goes straight to the journals. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
export async function runBatches(batches: readonly Batch[], settings: WorkerSettings, options: PoolOptions): Promise<void> {
  const entry = workerEntry();
  if (options.workers === 0 || entry === null) {
    const work = batchWorker(settings);
    for (const batch of batches) {
      if (options.signal.aborted) return;
      options.onDone(await work(batch));
    }
    return;
  }
  let next = 0;
  const loop = async (): Promise<void> => {
    const worker = new Worker(entry, { workerData: settings });
    try {
      while (next < batches.length && !options.signal.aborted) {
        const batch = batches[next++];
        if (batch) options.onDone(await ask(worker, batch));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.workers, batches.length) }, loop));
}

function ask(worker: Worker, batch: Batch): Promise<BatchDone> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      worker.off('message', done);
      worker.off('error', failed);
    };
    const done = (answer: BatchDone | { error: string }) => {
      stop();
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer);
    };
    const failed = (error: unknown) => {
      stop();
      reject(error);
    };
    worker.on('message', done);
    worker.on('error', failed);
    worker.postMessage(batch);
  });
}

/** The bundled worker beside this file or above it; null where the program runs from its sources. */
function workerEntry(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return [join(here, 'audit-worker.js'), join(here, '..', 'audit-worker.js')].find(existsSync) ?? null;
}
