// An audit of many policies on this machine: the rate, the peak memory of each process, what a million would cost. Prints the figures and
// keeps them in bench/scale.json, one entry a number of files and of workers.
//   node bench/scale.mjs [FILES] [--workers N] [--tables LIST] [--folder FOLDER] [--resume] [--note TEXT]
// The policies are made by bench/scale-corpus.mjs in a temporary folder, and deleted with the report. Stopped with Ctrl-C or SIGTERM, the same
// command with --resume goes on; the figures are then the sums of all sittings.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writePolicies } from './scale-corpus.mjs';

/** US dollars an hour of one virtual core, as large clouds ask for general-purpose machines on demand. */
const CORE_HOUR = 0.05;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    workers: { type: 'string' },
    tables: { type: 'string' },
    folder: { type: 'string' },
    resume: { type: 'boolean' },
    note: { type: 'string' },
  },
});
const files = Number(positionals[0] ?? 1000);
const folder = values.folder ?? join(tmpdir(), `policylint-scale-${files}`);
const [input, out] = [join(folder, 'in'), join(folder, 'out')];
if (!values.resume) rmSync(folder, { recursive: true, force: true });
mkdirSync(input, { recursive: true });
const bytes = values.resume ? sizeOf(input) : writePolicies(input, files);
const free = statfsSync(folder);
if (free.bavail * free.bsize < bytes * 30)
  console.error('There may not be enough room on the disk: a report takes some 30 times the policies.');

const args = [join(root, 'bin', 'policylint.js'), 'audit', 'in', '--out', 'out', '--no-config', '--today', '2026-11-21'];
for (const name of ['workers', 'tables']) if (values[name] !== undefined) args.push(`--${name}`, values[name]);
const started = Date.now();
const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
const seen = { cpu: 0, lint: 0, atEndOfLint: 0, sum: 0, proportional: 0, load: [] };
/** Peak in KB by process id, of the workers. */
const workers = new Map();
let main = { lint: 0, total: 0 };
const partial = join(folder, 'partial.json');
const before =
  values.resume && existsSync(partial)
    ? JSON.parse(readFileSync(partial, 'utf8'))
    : { sittings: 0, seconds: 0, cpu: 0, lint: 0, lintCpu: 0, main, workers: [], sum: 0, proportional: 0 };
let looks = 0;
const timer = setInterval(look, 200);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill('SIGTERM'));
const code = await new Promise((resolve) => child.once('exit', resolve));
clearInterval(timer);
const seconds = before.seconds + (Date.now() - started) / 1000;
seen.cpu += before.cpu;
seen.lint += before.lint;
seen.atEndOfLint += before.lintCpu;
main = { lint: Math.max(main.lint, before.main.lint), total: Math.max(main.total, before.main.total) };
seen.sum = Math.max(seen.sum, before.sum);
seen.proportional = Math.max(seen.proportional, before.proportional);
const peaks = [...before.workers, ...workers.values()].sort((a, b) => a - b);
if (code !== 0) {
  const { cpu, lint, atEndOfLint: lintCpu, sum, proportional } = seen;
  writeFileSync(
    partial,
    JSON.stringify({ sittings: before.sittings + 1, seconds, cpu, lint, lintCpu, main, workers: peaks, sum, proportional }),
  );
  console.error(`Stopped after ${seconds.toFixed(0)} s and ${cpu.toFixed(0)} core seconds; --resume goes on.`);
  process.exit(1);
}

const megabytes = bytes / 1e6;
const entry = {
  files,
  megabytes: round(megabytes, 1),
  sittings: before.sittings + 1,
  workers: values.workers ?? 'default',
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  node: process.version,
  seconds: { total: round(seconds, 1), lint: round(seen.lint, 1), report: round(seconds - seen.lint, 1) },
  coreSeconds: { total: round(seen.cpu, 1), lint: round(seen.atEndOfLint, 1), report: round(seen.cpu - seen.atEndOfLint, 1) },
  policiesPerSecond: round(files / seconds, 1),
  megabytesPerSecond: round(megabytes / seconds, 2),
  megabytesPerCoreSecond: round(megabytes / seen.cpu, 2),
  // Resident. What processes share (the program itself) counts in each of them, and once where they are summed up "shared once".
  peakMegabytes: {
    main: inMegabytes(main.total),
    mainLint: inMegabytes(main.lint),
    worker: inMegabytes(peaks.at(-1) ?? 0),
    workerMedian: inMegabytes(peaks[peaks.length >> 1] ?? 0),
    sum: inMegabytes(seen.sum),
    sumSharedOnce: inMegabytes(seen.proportional),
  },
  workersStarted: peaks.length,
  loadAverage: round(seen.load.reduce((sum, load) => sum + load, 0) / Math.max(1, seen.load.length), 1),
  reportMegabytes: round(sizeOf(out) / 1e6, 0),
  perMillionPolicies: {
    coreHours: round((seen.cpu / files) * (1e6 / 3600), 1),
    dollars: round((seen.cpu / files) * (1e6 / 3600) * CORE_HOUR, 2),
    dollarsPerCoreHour: CORE_HOUR,
  },
  ...(values.note === undefined ? {} : { note: values.note }),
};
console.log(JSON.stringify(entry, null, 2));
const record = join(root, 'bench', 'scale.json');
const recorded = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : [];
const entries = [...recorded.filter((other) => other.files !== files || other.workers !== entry.workers), entry].sort(
  (a, b) => a.files - b.files || (a.workers < b.workers ? -1 : 1),
);
writeFileSync(record, `${JSON.stringify(entries, null, 2)}\n`);
if (!values.folder) rmSync(folder, { recursive: true, force: true });

/** Peak resident memory in KB and processor time so far of the audit and its workers, as the kernel has them. */
function look() {
  try {
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ').filter(Boolean);
    // The kernel counts those that have ended with the one that waited for them.
    const own = resources(child.pid, 4);
    const others = children.map((pid) => ({ pid, ...resources(pid, 2) }));
    const all = [own, ...others];
    for (const { pid, peak } of others) workers.set(pid, Math.max(workers.get(pid) ?? 0, peak));
    main.total = Math.max(main.total, own.peak);
    seen.sum = Math.max(seen.sum, total(all, 'now'));
    seen.cpu = Math.max(seen.cpu, total(all, 'cpu'));
    // It takes longer: the kernel goes through every page.
    if (looks++ % 10 === 0) seen.proportional = Math.max(seen.proportional, [child.pid, ...children].map(proportional).reduce(add));
    if (looks % 50 === 0) seen.load.push(loadavg()[0]);
    // The report begins once every batch has its journal.
    if (!existsSync(join(out, 'documents.csv.tmp')) && !existsSync(join(out, 'documents.csv'))) {
      seen.lint = (Date.now() - started) / 1000;
      seen.atEndOfLint = seen.cpu;
      main.lint = main.total;
    }
  } catch {
    // One of them has just ended.
  }
}

/** `fields`: 2 for the time of the process, 4 to add that of its children that have ended. */
function resources(pid, fields) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return {
    peak: kilobytes(status, 'VmHWM'),
    now: kilobytes(status, 'VmRSS'),
    cpu:
      times
        .slice(11, 11 + fields)
        .map(Number)
        .reduce(add) / 100,
  };
}

function proportional(pid) {
  return kilobytes(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss');
}

function kilobytes(text, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

function total(processes, name) {
  return processes.map((process) => process[name]).reduce(add);
}

function add(a, b) {
  return a + b;
}

function inMegabytes(kb) {
  return round(kb / 1024, 0);
}

function sizeOf(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
