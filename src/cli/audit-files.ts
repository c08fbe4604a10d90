/** The files of an audit, and what holds for them. */
import { createHash } from 'node:crypto';
import type { ConfigFor, ResolvedConfig } from '../files/config/index.js';
import type { FoundFile } from '../files/discover.js';
import { list } from '../files/listing.js';
import { commonFolder } from './settings.js';
import type { Terminal } from './terminal.js';

interface AuditFiles {
  readonly count: number;
  /** The folder that all have in common; absolute. */
  readonly folder: string;
  /** A hash of every configuration that one of the files falls under. */
  readonly settings: string;
  /** By path, without those that a configuration ignores; looked for anew with every call. */
  each(): AsyncIterable<FoundFile>;
}

/** Goes through all files once. Names and patterns that led nowhere are said; null where nothing is left. */
export async function auditFiles(
  patterns: readonly string[],
  configFor: ConfigFor,
  terminal: Terminal,
): Promise<{ files: AuditFiles | null; hasProblems: boolean }> {
  const { each: all, problems } = await list(patterns, terminal.cwd);
  for (const { message } of problems) terminal.err(`policylint: ${message}\n`);
  async function* each(): AsyncGenerator<FoundFile> {
    for (const file of all()) if (file.named || !(await configFor(file.absolute)).isIgnored(file.absolute)) yield file;
  }
  const used = new Set<ResolvedConfig>();
  const hash = createHash('sha256');
  let count = 0;
  let folder: string | null = null;
  for await (const { absolute } of each()) {
    count++;
    folder = commonFolder(folder === null ? [absolute] : [`${folder}/-`, absolute]);
    const config = await configFor(absolute);
    if (used.has(config)) continue;
    used.add(config);
    // The day is no setting: it is that of the run which goes on.
    hash.update(JSON.stringify([{ ...config.set, today: undefined }, config.minConfidence]));
  }
  const files = folder === null ? null : { count, folder, settings: hash.digest('hex'), each };
  if (!files && problems.length === 0) terminal.err('policylint: "ignore" in the configuration leaves out all files.\n');
  return { files, hasProblems: problems.length > 0 };
}
