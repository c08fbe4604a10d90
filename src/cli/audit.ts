import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { AuditOptions } from '../audit/run.js';
import { TABLE_FORMATS, type TableFormat } from '../audit/tables.js';
import { auditFiles } from './audit-files.js';
import type { Command } from './commands.js';
import { AUDIT_HELP, MERGE_HELP } from './help.js';
import { type Arguments, oneOf } from './options.js';
import { progressLine } from './progress.js';
import { commandLine, dateOption, SETTINGS, settingsFrom } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const audit: Command = { options: [...SETTINGS, 'out', 'workers', 'shard', 'tables', 'quiet'], help: AUDIT_HELP, run: runAudit };
export const merge: Command = { options: ['out', 'tables'], help: MERGE_HELP, run: runMerge };

async function runAudit(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.positionals.length === 0) throw new UsageError('Which folder? policylint audit DIR... --out REPORT');
  const out = resolve(terminal.cwd, args.value('out') ?? fail('Where to? policylint audit DIR... --out REPORT'));
  const { files, hasProblems } = await auditFiles(args.positionals, settingsFrom(args, terminal), terminal);
  if (!files) return EXIT.failure;
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const progress = progressLine(terminal, args.flag('quiet'));
  const shard = shardFrom(args);
  const config = args.value('config');
  const options: AuditOptions = {
    files: files.each,
    out,
    cwd: terminal.cwd,
    config: {
      command: commandLine(args),
      today: await dayOf(args, out, terminal),
      ...(args.flag('no-config') ? { file: false as const } : config === undefined ? {} : { file: resolve(terminal.cwd, config) }),
    },
    rules: files.settings,
    workers: workersFrom(args, files.count),
    tables: tablesFrom(args),
    ...(shard ? { shard } : {}),
    signal: stop.signal,
    onProgress: progress.step,
  };
  const { audit: run } = await import('../audit/run.js');
  const result = await run(options);
  process.off('SIGINT', interrupt);
  process.off('SIGTERM', interrupt);
  progress.end();
  if (stop.signal.aborted) {
    terminal.err('policylint: stopped. The same command goes on where this one ended.\n');
    return EXIT.failure;
  }
  const where = args.value('out') ?? '';
  if (!result.isComplete) terminal.out(`The shard is done. When all are: policylint merge --out ${where} SHARD...\n`);
  else
    terminal.out(
      `${result.documents} policies audited. Open ${where}/index.html; the tables stand beside it.\npolicylint flags; it gives no legal advice.\n`,
    );
  return hasProblems ? EXIT.failure : EXIT.ok;
}

/** As asked, else that of the run that goes on, else today. */
async function dayOf(args: Arguments, out: string, terminal: Terminal): Promise<string> {
  const asked = dateOption(args, 'today');
  if (asked !== undefined) return asked;
  const now = new Date().toISOString().slice(0, 10);
  const { unfinishedDay } = await import('../audit/day.js');
  const begun = unfinishedDay(join(out, 'work')) ?? now;
  if (begun !== now && !args.flag('quiet'))
    terminal.err(`policylint: goes on with the audit of ${begun}; --today ${now} makes one of today.\n`);
  return begun;
}

async function runMerge(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.positionals.length === 0) throw new UsageError('Which shards? policylint merge SHARD... --out REPORT');
  const out = resolve(terminal.cwd, args.value('out') ?? fail('Where to? policylint merge SHARD... --out REPORT'));
  const { mergeShards, MergeError } = await import('../audit/merge.js');
  try {
    const documents = await mergeShards(
      args.positionals.map((folder) => resolve(terminal.cwd, folder)),
      out,
      tablesFrom(args),
    );
    terminal.out(`${documents} policies in ${args.value('out') ?? ''}/index.html\n`);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(error.message);
    throw error;
  }
}

/** Workers cost a start of their own: below some hundred files one process is done sooner. */
function workersFrom(args: Arguments, files: number): number {
  const given = args.value('workers');
  if (given === undefined) return files < 400 ? 0 : Math.max(1, availableParallelism());
  const workers = Number(given);
  if (!Number.isInteger(workers) || workers < 0 || workers > 256)
    throw new UsageError(`--workers takes a whole number from 0 to 256, not "${given}".`);
  return workers;
}

/** `--tables csv,parquet`. */
export function tablesFrom(args: Arguments): readonly TableFormat[] {
  const given = args.value('tables') ?? 'csv,ndjson';
  return given
    .split(',')
    .filter((name) => name !== '' && name !== 'none')
    .map((name) => oneOf('table format', name, TABLE_FORMATS));
}

function shardFrom(args: Arguments): { index: number; of: number } | null {
  const given = args.value('shard');
  if (given === undefined) return null;
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(given);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || index < 1 || index > of) throw new UsageError(`--shard takes i/n, the first being 1/n, not "${given}".`);
  return { index: index - 1, of };
}

function fail(message: string): never {
  throw new UsageError(message);
}
