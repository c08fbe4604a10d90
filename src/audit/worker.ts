/** The entry of a worker process: settings come first, then batches. */
import { tuneEngine } from '../engine.js';
import { boundHeap } from './heap.js';
import type { Batch, BatchDone, WorkerSettings } from './types.js';
import type { Answer } from './worker-process.js';

// Before anything is loaded that is compiled under these flags.
tuneEngine();
boundHeap();

// Whoever started this process decides when it ends: it may want the batch that is begun. Without it there is nothing to do.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

let work: ((batch: Batch) => Promise<BatchDone>) | null = null;
process.on('message', (message: WorkerSettings | Batch) => {
  if ('index' in message) work?.(message).then(answer, refuse);
  else begin(message).then(() => answer('ready'), refuse);
});

async function begin(settings: WorkerSettings): Promise<void> {
  const { batchWorker } = await import('./batch.js');
  work = batchWorker(settings);
}

function refuse(error: unknown): void {
  answer({ error: error instanceof Error ? error.message : String(error), name: error instanceof Error ? error.name : '' });
}

function answer(what: Answer): void {
  // A failure means that nobody listens: 'disconnect' follows.
  process.send?.(what, undefined, undefined, () => undefined);
}
