/** A worker: takes batches from the queue, writes their journals. Several may get the same batch; their results are the same bytes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { countJournals } from '../journal.js';
import type { Pool } from '../pool.js';
import type { BatchDone } from '../types.js';
import { enqueue, jobId } from './add.js';
import type { BatchJob, BatchQueue, Connection } from './connect.js';
import { missingBatches, plannedBatch, readPlan } from './plan.js';

export interface WorkOptions {
  readonly connection: Connection;
  readonly queueName: string;
  readonly work: string;
  readonly cwd: string;
  readonly key: string;
  readonly pool: Pool;
  /** A batch whose worker has not been heard of for so long is given to another. */
  readonly stalledAfterMs: number;
  readonly attempts: number;
  readonly maxWaiting: number;
  /** End once every batch has a result or is a dead letter. */
  readonly untilDone: boolean;
  /** Take no more, finish what is begun, end. */
  readonly signal: AbortSignal;
  readonly onDone: (done: BatchDone) => void;
  readonly onFailed: (batch: number, reason: string, isDead: boolean) => void;
}

export interface WorkResult {
  readonly isDone: boolean;
  readonly deadLetters: number;
}

/** Works until it is stopped, or done where `untilDone` says so. Rejects where the plan is no longer the one that it was started with. */
export async function work(options: WorkOptions): Promise<WorkResult> {
  const { connection, queueName, pool, cwd } = options;
  const { Queue, UnrecoverableError, Worker } = connection.bullmq;
  const queue: BatchQueue = new Queue(queueName, { connection: connection.client(true) });
  const doBatch = async (job: BatchJob): Promise<void> => {
    if (job.data.key !== options.key)
      throw new UnrecoverableError('The batch is of another plan: give each audit a queue of its own (--queue).');
    try {
      options.onDone(await pool.run(plannedBatch(job.data, cwd)));
    } catch (error) {
      // Another try would read the same file.
      if (error instanceof Error && error.name === 'ChangedFileError') throw new UnrecoverableError(error.message);
      throw error;
    }
  };
  const worker = new Worker(queueName, doBatch, {
    connection: connection.client(true),
    concurrency: Math.max(1, pool.size),
    lockDuration: options.stalledAfterMs,
    stalledInterval: options.stalledAfterMs,
    // A worker that is killed is no fault of its batch; one that kills its workers is a dead letter in the end all the same.
    maxStalledCount: STALLS,
    // After an error of the connection, too.
    runRetryDelay: 1000,
    drainDelay: Math.min(5, Math.max(1, options.stalledAfterMs / 2000)),
  });
  // The client tells of Redis; what BullMQ says beyond is that a batch was taken over, or that Redis has forgotten it.
  worker.on('error', () => undefined);
  queue.on('error', () => undefined);
  worker.on('failed', (job, error) => {
    if (job)
      options.onFailed(job.data.batch, error.message, job.attemptsMade >= (job.opts.attempts ?? 1) || error.name === 'UnrecoverableError');
  });
  try {
    return await watch(queue, options);
  } finally {
    await Promise.race([worker.close(), stopped(worker)]);
    await queue.close().catch(() => undefined);
  }

  /** Closing waits for what is begun; without Redis it would wait for ever, and the journals are written all the same. */
  async function stopped(closing: { close(force: boolean): Promise<void> }): Promise<void> {
    await sleep(options.stalledAfterMs * 4, undefined, { ref: false });
    await closing.close(true).catch(() => undefined);
  }
}

const STALLS = 20;

async function isComplete(work: string): Promise<boolean> {
  for await (const _ of missingBatches(work)) return false;
  return true;
}

/** Looks now and then whether the queue holds what the plan lacks: a Redis that was killed may have lost it. */
async function watch(queue: BatchQueue, options: WorkOptions): Promise<WorkResult> {
  for (;;) {
    const { key, batches } = readPlan(options.work);
    if (key !== options.key) throw new Error('The plan was made anew with other rules or settings: start the worker again.');
    // Whatever Redis still holds: where all results are there, the work is done.
    if (options.untilDone && countJournals(options.work) >= batches && (await isComplete(options.work)))
      return { isDone: true, deadLetters: 0 };
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized').catch(() => null);
    const isIdle = counts !== null && Object.values(counts).every((count) => count === 0);
    if (isIdle) {
      const dead = new Set((await queue.getFailed()).map(({ id }) => id));
      let lacking = 0;
      const missing = async function* () {
        for await (const head of missingBatches(options.work))
          if (!dead.has(jobId(head))) {
            lacking++;
            yield head;
          }
      };
      await enqueue(queue, missing(), options);
      if (lacking === 0 && options.untilDone) return { isDone: dead.size === 0, deadLetters: dead.size };
    }
    try {
      await sleep(options.untilDone ? Math.min(500, options.stalledAfterMs) : options.stalledAfterMs, undefined, {
        signal: options.signal,
      });
    } catch {
      return { isDone: false, deadLetters: 0 };
    }
  }
}
