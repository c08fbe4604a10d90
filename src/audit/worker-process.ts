/** A process that does batches: what it took, the operating system takes back, and what ends it ends nothing else. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Batch, BatchDone, WorkerSettings } from './types.js';

export interface WorkerProcess {
  /** Batches that it has linted; those found on disk cost it nothing. */
  readonly linted: number;
  /** One at a time. Rejects with WorkerEndError where the process ends meanwhile, with another error where the process says what is wrong. */
  run(batch: Batch): Promise<BatchDone>;
  /** Resolves once it is gone. */
  end(): Promise<void>;
}

/** A process ended while it was at work: out of memory, or a crash. */
export class WorkerEndError extends Error {
  override name = 'WorkerEndError';
}

/** What comes from a process. */
export type Answer = 'ready' | BatchDone | { readonly error: string; readonly name: string };

/** Resolves once the process can take batches. Rejects where it cannot be started, which is no file's fault. */
export async function startWorker(entry: string, settings: WorkerSettings): Promise<WorkerProcess> {
  // Limits to memory that the user gave. Other options are for this process: a debugger's port, a script to be run.
  const limits = process.execArgv.filter((flag) => flag.startsWith('--max-'));
  const child = spawn(process.execPath, [...limits, entry], {
    // A group of its own: Ctrl-C is for this process, which lets the others finish what they have begun. They end when it does.
    detached: true,
    windowsHide: true,
    // V8 writes pages of text where a heap is full; what is to be known of it is in the document that stands for the file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let linted = 0;
  try {
    resultOf(await answerOf(child, settings));
  } catch (error) {
    await end(child);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`A worker process could not be started (${reason}). --workers 0 does without.`);
  }
  return {
    get linted() {
      return linted;
    },
    async run(batch) {
      const done = resultOf(await answerOf(child, batch));
      if (done === 'ready') throw new Error('a worker process answered out of turn');
      if (!done.isResumed) linted++;
      return done;
    },
    end: () => end(child),
  };
}

function resultOf(answer: Answer): Exclude<Answer, { error: string }> {
  if (answer !== 'ready' && 'error' in answer) throw Object.assign(new Error(answer.error), { name: answer.name });
  return answer;
}

function answerOf(child: ChildProcess, message: Batch | WorkerSettings): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      child.off('message', answered);
      child.off('error', failed);
      child.off('exit', ended);
    };
    const answered = (answer: unknown): void => {
      stop();
      // worker.ts sends nothing else.
      resolve(answer as Answer);
    };
    const failed = (error: Error): void => {
      stop();
      reject(new WorkerEndError(`it ended: ${error.message}`));
    };
    const ended = (code: number | null, signal: string | null): void => failed(new Error(signal ?? `code ${code}`));
    child.on('message', answered);
    child.on('error', failed);
    child.on('exit', ended);
    if (child.exitCode !== null || child.signalCode !== null) ended(child.exitCode, child.signalCode);
    else child.send(message, (error) => error && failed(error));
  });
}

/** Its journals are written before it answers: there is nothing to wait for. */
function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
