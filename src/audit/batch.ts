import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { BesideFile } from '../compare/beside.js';
import { withFolderFindings } from '../compare/folder.js';
import { filesBeside } from '../files/beside.js';
import { type ConfigFor, configurations } from '../files/config/index.js';
import { problem, readPolicy } from '../files/read.js';
import type { FindingConfidence } from '../findings/types.js';
import { lintBytes } from '../lint-files.js';
import { type DocumentView, failedDocument } from '../report/view.js';
import type { Rule } from '../rules/types.js';
import { readHead, writeJournal } from './journal.js';
import type { Batch, BatchDone, BatchHead, WorkerSettings } from './types.js';

/** Does batches, one after the other; a bad file becomes a document that says so. */
export function batchWorker(settings: WorkerSettings): (batch: Batch) => Promise<BatchDone> {
  const { file, command, today } = settings.config;
  const configFor = configurations({ cwd: settings.cwd, command, today, ...(file === undefined ? {} : { file }) });
  return (batch) => lintBatch(batch, settings, configFor);
}

async function lintBatch(batch: Batch, { work, key, config }: WorkerSettings, configFor: ConfigFor): Promise<BatchDone> {
  const contents = batch.files.map(({ absolute }) => read(absolute));
  const head = headOf(batch, { key, today: config.today }, contents);
  const different = batch.expected?.findIndex((entry, i) => JSON.stringify(entry) !== JSON.stringify(head.files[i])) ?? -1;
  if (different >= 0) throw new ChangedFileError(batch.files[different]?.path ?? '');
  const done = {
    index: batch.index,
    documents: batch.files.length,
    bytes: contents.reduce((sum, content) => sum + (content?.length ?? 0), 0),
  };
  if (!batch.isProbe && readHead(work, batch.index) === JSON.stringify(head)) return { ...done, isResumed: true };
  const linted: DocumentView[] = [];
  const least = new Map<string, FindingConfidence>();
  const rules = new Map<string, Rule>();
  for (const [i, { absolute, path }] of batch.files.entries()) {
    // Signals, and the end of the process that asked, are heard between two files.
    await turn();
    const content = contents[i];
    if (batch.fatal?.includes(path)) {
      linted.push(failedDocument(path, path, [problem('file/internal-error', path, FATAL)]));
      continue;
    }
    if (!content) {
      linted.push(failedDocument(path, path, readPolicy(absolute, path).problems));
      continue;
    }
    const { set, minConfidence } = await configFor(absolute);
    least.set(path, minConfidence);
    for (const rule of set.rules) rules.set(rule.id, rule);
    linted.push(await lintBytes(content, path, set));
  }
  const together = linted.filter((_, i) => !batch.files[i]?.isAlone);
  const compared = new Map(withFolderFindings(together, [...rules.values()], besideIn(batch)).map((view) => [view.path, view]));
  const documents = linted
    .map((view) => compared.get(view.path) ?? view)
    .map((view) => ({
      ...view,
      findings: view.findings.filter((finding) => RANK[finding.confidence] <= RANK[least.get(view.path) ?? 'low']),
    }));
  if (!batch.isProbe) writeJournal(work, head, documents);
  return { ...done, isResumed: false };
}

const FATAL =
  'policylint ran out of memory or crashed on this file; the others are not concerned. Please report it: https://github.com/policylint/policylint/issues';

/** What the first line of a batch's journal says; `contents` by file, null where one cannot be read. */
export function headOf(
  batch: Batch,
  settings: Pick<BatchHead, 'key' | 'today'>,
  contents: readonly (Uint8Array | null | undefined)[],
): BatchHead {
  const files = batch.files.map(({ path, isAlone }, i): BatchHead['files'][number] => {
    const content = contents[i];
    const sha256 = content ? createHash('sha256').update(content).digest('hex') : null;
    return isAlone ? [path, sha256, 'alone'] : [path, sha256];
  });
  const beside = besideOf(batch).map(({ path, content }) => [path, createHash('sha256').update(content).digest('hex')] as const);
  return { batch: batch.index, ...settings, files, ...(beside.length === 0 ? {} : { beside }) };
}

function besideIn(batch: Batch): (document: DocumentView) => BesideFile[] {
  const files = besideOf(batch);
  return ({ path }) => files.filter((file) => dirname(file.path) === dirname(path));
}

/** What lies beside the documents of small folders, each once. A collection of many companies' policies has no project. */
function besideOf({ files }: Batch): BesideFile[] {
  const first = new Map<string, Batch['files'][number]>();
  for (const file of files) if (!file.isAlone && !first.has(dirname(file.absolute))) first.set(dirname(file.absolute), file);
  return [...first.values()].flatMap(({ absolute, path }) => filesBeside(absolute, path));
}

/** A file is not what it was when the batch was planned. */
class ChangedFileError extends Error {
  override name = 'ChangedFileError';
  constructor(path: string) {
    super(`${path} is not what it was when it was queued, or another file lies there on this machine. Run "policylint queue add" again.`);
  }
}

const RANK = { high: 0, medium: 1, low: 2 } as const;

export function read(absolute: string): Uint8Array | null {
  try {
    return readFileSync(absolute);
  } catch {
    // Why is said in the document that stands for the file.
    return null;
  }
}
