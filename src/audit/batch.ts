import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { withFolderFindings } from '../compare/folder.js';
import { type ConfigFor, configurations } from '../files/config/index.js';
import { readPolicy } from '../files/read.js';
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

async function lintBatch(batch: Batch, { work, key }: WorkerSettings, configFor: ConfigFor): Promise<BatchDone> {
  const contents = batch.files.map(({ absolute }) => read(absolute));
  const head: BatchHead = {
    batch: batch.index,
    key,
    files: batch.files.map(({ path }, i) => {
      const content = contents[i];
      return [path, content ? createHash('sha256').update(content).digest('hex') : null];
    }),
  };
  const done = {
    index: batch.index,
    documents: batch.files.length,
    bytes: contents.reduce((sum, content) => sum + (content?.length ?? 0), 0),
  };
  if (readHead(work, batch.index) === JSON.stringify(head)) return { ...done, isResumed: true };
  const linted: DocumentView[] = [];
  const least = new Map<string, FindingConfidence>();
  const rules = new Map<string, Rule>();
  for (const [i, { absolute, path }] of batch.files.entries()) {
    const content = contents[i];
    if (!content) {
      linted.push(failedDocument(path, path, readPolicy(absolute, path).problems));
      continue;
    }
    const { set, minConfidence } = await configFor(absolute);
    least.set(path, minConfidence);
    for (const rule of set.rules) rules.set(rule.id, rule);
    linted.push(await lintBytes(content, path, set));
  }
  const documents = withFolderFindings(linted, [...rules.values()]).map((view) => ({
    ...view,
    findings: view.findings.filter((finding) => RANK[finding.confidence] <= RANK[least.get(view.path) ?? 'low']),
  }));
  writeJournal(work, head, documents);
  return { ...done, isResumed: false };
}

const RANK = { high: 0, medium: 1, low: 2 } as const;

function read(absolute: string): Uint8Array | null {
  try {
    return readFileSync(absolute);
  } catch {
    // Why is said in the document that stands for the file.
    return null;
  }
}
