/** Batches into the queue, at most so many that Redis holds few of them at a time. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchHead } from '../types.js';
import type { BatchQueue } from './connect.js';

export interface EnqueueOptions {
  /** Jobs that may wait; above it, adding waits for workers. */
  readonly maxWaiting: number;
  /** How often a batch is tried before it is a dead letter. */
  readonly attempts: number;
  readonly signal?: AbortSignal;
  /** Adding waits: that many jobs are ahead. */
  readonly onWait?: (waiting: number) => void;
}

const CHUNK = 100;
const LOOK_AGAIN_MS = 500;

/** Adds batches that are not in the queue yet. Resolves to their number; may be stopped between any two and run again. */
export async function enqueue(queue: BatchQueue, batches: AsyncIterable<BatchHead>, options: EnqueueOptions): Promise<number> {
  let added = 0;
  let chunk: BatchHead[] = [];
  const flush = async (): Promise<void> => {
    if (chunk.length === 0) return;
    for (;;) {
      if (options.signal?.aborted) return;
      const { waiting = 0, delayed = 0, prioritized = 0 } = await queue.getJobCounts('waiting', 'delayed', 'prioritized');
      const ahead = waiting + delayed + prioritized;
      if (ahead + chunk.length <= options.maxWaiting) break;
      options.onWait?.(ahead);
      await sleep(LOOK_AGAIN_MS);
    }
    await queue.addBulk(chunk.map((head) => ({ name: 'batch', data: head, opts: jobOptions(head, options) })));
    added += chunk.length;
    chunk = [];
  };
  for await (const head of batches) {
    chunk.push(head);
    if (chunk.length >= Math.min(CHUNK, options.maxWaiting)) await flush();
    if (options.signal?.aborted) break;
  }
  await flush();
  return added;
}

/** What is no longer to be done leaves the queue, dead letters get another life: what `add` then adds is what the plan lacks. */
export async function clearQueue(queue: BatchQueue): Promise<void> {
  await queue.drain(true);
  for (;;) {
    const dead = await queue.getFailed(0, CHUNK - 1);
    if (dead.length === 0) return;
    for (const job of dead) await job.remove();
  }
}

/** The same batch of the same texts has the same name: added twice, it is in the queue once. */
export function jobId(head: BatchHead): string {
  return `batch-${createHash('sha256').update(JSON.stringify(head)).digest('hex').slice(0, 40)}`;
}

function jobOptions(head: BatchHead, { attempts }: EnqueueOptions) {
  return {
    jobId: jobId(head),
    attempts,
    backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
    // The result is a journal; what is done need not be remembered twice.
    removeOnComplete: true,
    removeOnFail: false,
    stackTraceLimit: 1,
  };
}
