/** How far a queue is: what the folder holds, what Redis knows, and what failed for good. */
import type { BatchQueue } from './connect.js';
import { missingBatches, readPlan } from './plan.js';

export interface QueueStatus {
  readonly documents: number;
  readonly batches: { readonly planned: number; readonly done: number };
  readonly queue: { readonly waiting: number; readonly active: number; readonly delayed: number; readonly dead: number };
  /** The first of them. */
  readonly deadLetters: readonly {
    readonly batch: number;
    readonly firstFile: string;
    readonly attempts: number;
    readonly reason: string;
  }[];
}

const SHOWN = 20;

/** Throws PlanError where there is no plan. */
export async function queueStatus(work: string, queue: BatchQueue): Promise<QueueStatus> {
  const plan = readPlan(work);
  let missing = 0;
  for await (const _ of missingBatches(work)) missing++;
  const { waiting = 0, active = 0, delayed = 0, failed = 0, prioritized = 0 } = await queue.getJobCounts();
  const dead = await queue.getFailed(0, SHOWN - 1);
  return {
    documents: plan.documents,
    batches: { planned: plan.batches, done: plan.batches - missing },
    queue: { waiting: waiting + prioritized, active, delayed, dead: failed },
    deadLetters: dead
      .map(({ data, attemptsMade, failedReason }) => ({
        batch: data.batch,
        firstFile: data.files[0]?.[0] ?? '',
        attempts: attemptsMade,
        reason: failedReason ?? '',
      }))
      .sort((a, b) => a.batch - b.batch),
  };
}

export function statusText({ documents, batches, queue, deadLetters }: QueueStatus): string {
  const lines = [
    `${batches.done} of ${batches.planned} batches done (${documents} policies)`,
    `${queue.waiting} waiting, ${queue.active} being done, ${queue.delayed} to be tried again, ${queue.dead} given up`,
    ...deadLetters.map(
      ({ batch, firstFile, attempts, reason }) => `  batch ${batch}, from ${firstFile}, given up after ${attempts} tries: ${reason}`,
    ),
    ...(queue.dead > deadLetters.length ? [`  and ${queue.dead - deadLetters.length} more`] : []),
  ];
  if (queue.dead > 0) lines.push('Once the cause is gone, "policylint queue add" tries them again.');
  else if (batches.done === batches.planned) lines.push('Ready for "policylint queue collect".');
  return `${lines.join('\n')}\n`;
}
