/** The entry of a worker thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { batchWorker } from './batch.js';
import type { Batch, WorkerSettings } from './types.js';

// What pool.ts passes.
const work = batchWorker(workerData as WorkerSettings);
parentPort?.on('message', (batch: Batch) => {
  work(batch).then(
    (done) => parentPort?.postMessage(done),
    (error: unknown) =>
      parentPort?.postMessage({
        error: error instanceof Error ? error.message : String(error),
        name: error instanceof Error ? error.name : '',
      }),
  );
});
