/**
 * What is to be done, as a file in the report's folder: the settings, and every batch with the hashes of its files. The plan and the
 * journals beside it are the truth; Redis only hands the batches out, so that a Redis that forgets everything costs no result.
 */
import { closeSync, createReadStream, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { CommandLine } from '../../files/config/index.js';
import { VERSION } from '../../version.js';
import { headOf, read } from '../batch.js';
import { readHead } from '../journal.js';
import type { Batch, BatchHead } from '../types.js';

export interface Plan {
  readonly planVersion: 1;
  readonly version: string;
  /** Hash of version, rules and settings: journals of another key are not of this plan. */
  readonly key: string;
  /** Hash of the rules that hold for the folder: a machine that has others must not work. */
  readonly rules: string;
  readonly batches: number;
  readonly documents: number;
  readonly settings: PlanSettings;
}

/** Paths are relative to the working directory, with forward slashes: machines may have it in different places. */
export interface PlanSettings {
  readonly command: CommandLine;
  readonly today: string;
  /** A configuration for all files; false: none; null: the nearest to each. */
  readonly config: string | false | null;
  /** The folder whose rules are in the key. */
  readonly folder: string;
}

/** The plan cannot be used. Its message is for the user. */
class PlanError extends Error {
  override name = 'PlanError';
}

/** Reads and hashes every file and writes the plan, whole or not at all. `batches` is gone through twice. */
export async function writePlan(
  work: string,
  batches: () => AsyncIterable<Batch>,
  hashes: Pick<Plan, 'key' | 'rules'>,
  settings: PlanSettings,
): Promise<Plan> {
  const total = { batches: 0, documents: 0 };
  for await (const { files } of batches()) {
    total.batches++;
    total.documents += files.length;
  }
  const plan: Plan = { planVersion: 1, version: VERSION, ...hashes, ...total, settings };
  const path = planPath(work);
  const file = openSync(`${path}.tmp`, 'w');
  try {
    writeSync(file, `${JSON.stringify(plan)}\n`);
    for await (const batch of batches()) {
      const contents = batch.files.map(({ absolute }) => read(absolute));
      writeSync(file, `${JSON.stringify(headOf(batch, { key: plan.key, today: settings.today }, contents))}\n`);
    }
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.tmp`, path);
  return plan;
}

/** Throws PlanError where there is none, or one of another version of policylint. */
export function readPlan(work: string): Plan {
  const path = planPath(work);
  if (!existsSync(path)) throw new PlanError(`There is no plan in ${work}. "policylint queue add DIR... --out REPORT" writes one.`);
  const text = readFileSync(path, 'utf8');
  // The first line is what writePlan wrote.
  const plan = JSON.parse(text.slice(0, text.indexOf('\n'))) as Plan;
  if (plan.planVersion !== 1 || plan.version !== VERSION)
    throw new PlanError(
      `The plan in ${work} was made by policylint ${plan.version}; this is ${VERSION}. Use the same version, or add again.`,
    );
  return plan;
}

/** The batches of which the folder holds no result, in order. */
export async function* missingBatches(work: string): AsyncGenerator<BatchHead> {
  let isHeader = true;
  for await (const line of createInterface({ input: createReadStream(planPath(work), 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    // The other lines are heads, written as writeJournal writes them.
    if (!isHeader && line) {
      const head = JSON.parse(line) as BatchHead;
      if (readHead(work, head.batch) !== line) yield head;
    }
    isHeader = false;
  }
}

/** A batch of the plan, to be done with files below `cwd`. */
export function plannedBatch({ batch, files }: BatchHead, cwd: string): Batch {
  return {
    index: batch,
    files: files.map(([path, , alone]) => ({ absolute: resolve(cwd, path), path, ...(alone ? { isAlone: true } : {}) })),
    expected: files,
  };
}

const planPath = (work: string): string => join(work, 'plan.ndjson');
