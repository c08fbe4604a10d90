/** `policylint queue add|work|status|collect`: an audit over any number of machines, handed out by Redis. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Connection } from '../audit/queue/connect.js';
import type { Plan } from '../audit/queue/plan.js';
import { configurations } from '../files/config/index.js';
import { toForwardSlashes } from '../files/repository.js';
import { tablesFrom } from './audit.js';
import { auditFiles } from './audit-files.js';
import type { Command } from './commands.js';
import { QUEUE_HELP } from './help-more.js';
import { type Arguments, type OptionName, oneOf } from './options.js';
import { commandLine, dateOption, SETTINGS, settingsFrom } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

const OPTIONS: readonly OptionName[] = [
  ...SETTINGS,
  'out',
  'redis',
  'queue',
  'batch',
  'attempts',
  'max-waiting',
  'workers',
  'stalled-after',
  'until-done',
  'tables',
  'format',
  'quiet',
];

export const queue: Command = { options: OPTIONS, help: QUEUE_HELP, run };

const SUBCOMMANDS: Readonly<Record<string, { options: readonly OptionName[]; run(args: Arguments, terminal: Terminal): Promise<number> }>> =
  {
    add: { options: [...SETTINGS, 'out', 'redis', 'queue', 'batch', 'attempts', 'max-waiting', 'quiet'], run: add },
    work: { options: ['out', 'redis', 'queue', 'workers', 'stalled-after', 'until-done', 'attempts', 'max-waiting', 'quiet'], run: work },
    status: { options: ['out', 'redis', 'queue', 'format'], run: status },
    collect: { options: ['out', 'tables'], run: collect },
  };

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const name = args.positionals[0];
  if (name === undefined) throw new UsageError('Which? policylint queue add, work, status or collect.');
  const { options, run: runSub } = SUBCOMMANDS[oneOf('command of the queue', name, Object.keys(SUBCOMMANDS))] ?? { options: [], run };
  const wrong = args.used.find((option) => OPTIONS.includes(option) && !options.includes(option));
  if (wrong) throw new UsageError(`"queue ${name}" has no option --${wrong}.`);
  if (name !== 'add' && args.positionals.length > 1) throw new UsageError(`"queue ${name}" takes no paths; the plan in --out has them.`);
  try {
    return await runSub(args, terminal);
  } catch (error) {
    // By name: the classes stand in parts that are loaded only where there is a queue.
    if (error instanceof Error && ['PlanError', 'QueueError'].includes(error.name)) throw new UsageError(error.message);
    if (error instanceof Error && error.name === 'MaxRetriesPerRequestError') throw new UsageError('Redis could not be reached.');
    throw error;
  }
}

async function add(args: Arguments, terminal: Terminal): Promise<number> {
  const patterns = args.positionals.slice(1);
  if (patterns.length === 0) throw new UsageError('Which folder? policylint queue add DIR... --out REPORT');
  const journals = journalFolder(args, terminal);
  const { files, hasProblems } = await auditFiles(patterns, settingsFrom(args, terminal), terminal);
  if (!files) return EXIT.failure;
  for await (const { path } of files.each())
    if (path.startsWith('..') || /^(?:\/|[a-z]:)/i.test(path))
      throw new UsageError(`"${path}" is not below the working directory: workers find files by their path from there.`);
  const config = args.value('config');
  const settings: Plan['settings'] = {
    command: commandLine(args),
    today: dateOption(args, 'today') ?? new Date().toISOString().slice(0, 10),
    config: args.flag('no-config') ? false : config === undefined ? null : fromCwd(resolve(terminal.cwd, config), terminal),
    folder: fromCwd(files.folder, terminal),
  };
  const { auditKey } = await import('../audit/run.js');
  const hashes = { key: auditKey(files.settings, settings), rules: await rulesOf(settings, terminal) };
  const { batchesOf } = await import('../audit/batches.js');
  const { missingBatches, writePlan } = await import('../audit/queue/plan.js');
  // Said before the plan is written: without the packages there is nothing to plan for.
  const connection = await openConnection(args, terminal);
  try {
    mkdirSync(journals, { recursive: true });
    const size = number(args, 'batch', undefined, 1, 10_000);
    const plan = await writePlan(journals, () => batchesOf(files.each(), size), hashes, settings);
    const batches = new connection.bullmq.Queue(queueName(args), { connection: connection.client(false) });
    batches.on('error', () => undefined);
    const { clearQueue, enqueue } = await import('../audit/queue/add.js');
    await clearQueue(batches);
    let isTold = false;
    const added = await enqueue(batches, missingBatches(journals), {
      ...limits(args),
      onWait: (waiting) => {
        if (!isTold && !args.flag('quiet'))
          terminal.err(`policylint: ${waiting} batches wait for workers; more are added as they are done.\n`);
        isTold = true;
      },
    });
    terminal.out(`${plan.documents} policies in ${plan.batches} batches: ${added} queued, ${plan.batches - added} done before.\n`);
    await batches.close();
  } finally {
    connection.close();
  }
  return hasProblems ? EXIT.failure : EXIT.ok;
}

async function work(args: Arguments, terminal: Terminal): Promise<number> {
  const journals = journalFolder(args, terminal);
  const { readPlan } = await import('../audit/queue/plan.js');
  const { settings, key, rules } = readPlan(journals);
  if ((await rulesOf(settings, terminal)) !== rules)
    throw new UsageError(
      'The rules or settings here are not those of the plan: is the configuration the same on this machine? Otherwise add again.',
    );
  const connection = await openConnection(args, terminal);
  const { openPool } = await import('../audit/pool.js');
  const { command, today, config } = settings;
  const file = config === null ? {} : { file: config === false ? (false as const) : resolve(terminal.cwd, config) };
  const pool = openPool(number(args, 'workers', availableParallelism(), 1, 256), {
    work: journals,
    cwd: terminal.cwd,
    key,
    config: { command, today, ...file },
  });
  const stop = new AbortController();
  const drain = (): void => {
    if (!args.flag('quiet')) terminal.err('policylint: stopping once what is begun is done.\n');
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, drain);
  let documents = 0;
  try {
    const { work: runWorker } = await import('../audit/queue/work.js');
    const result = await runWorker({
      ...limits(args),
      connection,
      queueName: queueName(args),
      work: journals,
      cwd: terminal.cwd,
      key,
      pool,
      stalledAfterMs: number(args, 'stalled-after', 30, 1, 3600) * 1000,
      untilDone: args.flag('until-done'),
      signal: stop.signal,
      onDone: (done) => {
        documents += done.documents;
      },
      onFailed: (batch, reason, isDead) => {
        if (!args.flag('quiet')) terminal.err(`policylint: batch ${batch} ${isDead ? 'is given up' : 'is tried again'}: ${reason}\n`);
      },
    });
    if (!args.flag('quiet')) terminal.err(`policylint: ${documents} policies done by this worker.\n`);
    if (result.deadLetters > 0)
      terminal.err(`policylint: ${result.deadLetters} batches were given up; "policylint queue status" tells why.\n`);
    return result.deadLetters > 0 ? EXIT.findings : EXIT.ok;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, drain);
    await pool.close();
    connection.close();
  }
}

async function status(args: Arguments, terminal: Terminal): Promise<number> {
  const format = oneOf('format', args.value('format') ?? 'text', ['text', 'json']);
  const connection = await openConnection(args, terminal);
  try {
    const { queueStatus, statusText } = await import('../audit/queue/status.js');
    const batches = new connection.bullmq.Queue(queueName(args), { connection: connection.client(false) });
    batches.on('error', () => undefined);
    const found = await queueStatus(journalFolder(args, terminal), batches);
    terminal.out(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : statusText(found));
    await batches.close();
    return found.queue.dead > 0 ? EXIT.findings : EXIT.ok;
  } finally {
    connection.close();
  }
}

async function collect(args: Arguments, terminal: Terminal): Promise<number> {
  const journals = journalFolder(args, terminal);
  const { missingBatches, readPlan } = await import('../audit/queue/plan.js');
  const plan = readPlan(journals);
  const missing: string[] = [];
  for await (const { batch, files } of missingBatches(journals)) missing.push(`batch ${batch} from ${files[0]?.[0] ?? ''}`);
  if (missing.length > 0) {
    const shown = missing.slice(0, 3).join(', ');
    const rest = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
    throw new UsageError(
      `${missing.length} of ${plan.batches} batches are not done: ${shown}${rest}. "policylint queue status" tells more.`,
    );
  }
  const { writeReport } = await import('../audit/run.js');
  await writeReport(resolve(journals, '..'), plan.batches, tablesFrom(args));
  terminal.out(`${plan.documents} policies in ${args.value('out') ?? ''}/index.html\npolicylint flags; it gives no legal advice.\n`);
  return EXIT.ok;
}

function journalFolder(args: Arguments, terminal: Terminal): string {
  const out = args.value('out');
  if (out === undefined) throw new UsageError('Where? --out REPORT names the folder that all machines share.');
  return join(resolve(terminal.cwd, out), 'work');
}

async function openConnection(args: Arguments, terminal: Terminal): Promise<Connection> {
  const { connect } = await import('../audit/queue/connect.js');
  const url = args.value('redis') ?? terminal.env['POLICYLINT_REDIS'] ?? 'redis://127.0.0.1:6379';
  return connect({ url, cwd: terminal.cwd, onTrouble: (message) => terminal.err(`policylint: ${message}\n`) });
}

/** A hash of the rules that hold here. */
async function rulesOf({ command, config, folder, today }: Plan['settings'], terminal: Terminal): Promise<string> {
  const file = config === null ? {} : { file: config === false ? (false as const) : resolve(terminal.cwd, config) };
  const { set } = await configurations({ cwd: terminal.cwd, command, today, ...file })(join(resolve(terminal.cwd, folder), '-'));
  return createHash('sha256').update(JSON.stringify(set)).digest('hex');
}

const queueName = (args: Arguments): string => {
  const name = args.value('queue') ?? 'policylint';
  if (!/^[\w.-]{1,100}$/.test(name)) throw new UsageError(`--queue takes letters, digits, dots and hyphens, not "${name}".`);
  return name;
};

const limits = (args: Arguments) => ({
  attempts: number(args, 'attempts', 5, 1, 100),
  maxWaiting: number(args, 'max-waiting', 5000, 1, 10_000_000),
});

function number<T extends number | undefined>(args: Arguments, name: OptionName, otherwise: T, least: number, most: number): number | T {
  const given = args.value(name);
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${given}".`);
  return value;
}

const fromCwd = (path: string, terminal: Terminal): string => toForwardSlashes(relative(terminal.cwd, path));
