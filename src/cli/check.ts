import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BesideFile } from '../compare/beside.js';
import type { Cache } from '../files/cache.js';
import type { ConfigFor } from '../files/config/index.js';
import type { Level } from '../findings/types.js';
import { type LintedFiles, lintBytes, lintFiles } from '../lint-files.js';
import { nearest } from '../nearest.js';
import { count } from '../report/text.js';
import { makeReport, type Report } from '../report/view.js';
import { COMMAND_NAMES } from './command-names.js';
import type { Command } from './commands.js';
import { wantsFixes } from './fix-options.js';
import { CHECK_HELP } from './help.js';
import { withoutKnown } from './known.js';
import { type Arguments, type OptionName, oneOf } from './options.js';
import { outputsFrom, writeReport } from './outputs.js';
import { LEVELS, runSettings, SETTINGS, settingsFrom } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

const OPTIONS: readonly OptionName[] = [
  'format',
  'output',
  'fail-on',
  ...SETTINGS,
  'stdin-filename',
  'stdin-ndjson',
  'quiet',
  'max-warnings',
  'exit-zero',
  'stats',
  'baseline',
  'update-baseline',
  'prune-baseline',
  'since',
  'report-suppressed',
  'fix',
  'fix-suggestions',
  'diff',
  'suppress',
  'reason',
  'no-cache',
  'cache-location',
  'watch',
];

export const check: Command = { options: OPTIONS, help: CHECK_HELP, run };

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.flag('stdin-ndjson')) {
    const { checkLines } = await import('./ndjson.js');
    return checkLines(args, terminal);
  }
  if (!args.flag('watch')) return (await once(args, terminal)).exit;
  if (wantsFixes(args) || args.values('suppress').length > 0) throw new UsageError('--watch checks; it changes no files.');
  if (args.positionals.includes('-')) throw new UsageError('--watch needs files: standard input does not change.');
  const { watching } = await import('./watch.js');
  await watching(async () => (await once(args, terminal)).folders, terminal);
  return EXIT.ok;
}

interface Checked {
  readonly exit: number;
  /** Where a change calls for another check. */
  readonly folders: readonly string[];
}

async function once(args: Arguments, terminal: Terminal): Promise<Checked> {
  const done = (exit: number, folders: readonly string[] = []): Checked => ({ exit, folders });
  // Not `performance`, which Node loads when it is first used.
  const started = args.flag('stats') ? process.hrtime.bigint() : 0n;
  const outputs = outputsFrom(args);
  const failOption = args.value('fail-on');
  const failOn = failOption === undefined ? undefined : oneOf<Level | 'never'>('level', failOption, [...LEVELS, 'never']);
  const maxWarnings = numberOf(args, 'max-warnings');
  const configFor = settingsFrom(args, terminal);
  if (wantsFixes(args)) {
    const { fixFiles } = await import('./fixing.js');
    const changes = await fixFiles(args, terminal, configFor);
    if (args.flag('diff')) return done(changes && !args.flag('exit-zero') ? EXIT.findings : EXIT.ok);
  }
  if (args.values('suppress').length > 0) {
    const { suppressFiles } = await import('./suppressing.js');
    await suppressFiles(args, terminal, configFor);
    if (args.flag('diff')) return done(EXIT.ok);
  }
  const linted = await acrossDocuments(await lintInput(args, terminal, configFor));
  const settings = await runSettings(
    configFor,
    linted.files.map(({ absolute }) => absolute),
    terminal,
  );
  const documents = await withoutKnown(linted, settings.run.baseline, configFor, args, terminal);
  const report = makeReport({ ...settings.set, rules: linted.rules }, settings.minConfidence, documents, linted.problems);
  // "Nothing found" would be a lie where nothing could be read; formats for machines are written all the same.
  const unread = linted.documents.length === 0 && linted.problems.length > 0;
  const wanted = unread ? outputs.filter(({ format, file }) => format !== 'stylish' || file !== null) : outputs;
  await writeReport(args.flag('quiet') ? onlyErrors(report) : report, wanted, args, terminal);
  for (const { message, path } of linted.problems) terminal.err(`policylint: ${message}${commandMeant(path, message)}\n`);
  sayWhatWasLeftOut(linted.skipped, terminal);
  if (args.flag('stats')) terminal.err(statistics(report, Number(process.hrtime.bigint() - started) / 1e6));
  const { run: configured, file } = settings;
  const exit = exitCode(
    report,
    failOn ?? configured.failOn ?? 'error',
    maxWarnings ?? configured.maxWarnings ?? null,
    args.flag('exit-zero'),
  );
  return done(exit, [terminal.cwd, ...linted.files.map(({ absolute }) => dirname(absolute)), ...(file === null ? [] : [dirname(file)])]);
}

/** With what documents of one folder say against each other and against the project that they lie in. */
async function acrossDocuments(linted: LintedFiles): Promise<LintedFiles> {
  const { filesBeside } = await import('../files/beside.js');
  const inFolder = new Map<string, number>();
  for (const { path } of linted.documents) inFolder.set(dirname(path), (inFolder.get(dirname(path)) ?? 0) + 1);
  const beside = new Map<string, readonly BesideFile[]>();
  for (const { absolute, path } of linted.files) if (!beside.has(dirname(path))) beside.set(dirname(path), filesBeside(absolute, path));
  if (linted.documents.length < 2 && [...beside.values()].every((files) => files.length === 0)) return linted;
  const { COMPANY_SIZE, withFolderFindings } = await import('../compare/folder.js');
  const besideOf = (path: string): readonly BesideFile[] =>
    (inFolder.get(dirname(path)) ?? 0) > COMPANY_SIZE ? [] : (beside.get(dirname(path)) ?? []);
  return { ...linted, documents: withFolderFindings(linted.documents, linted.rules, ({ path }) => besideOf(path)) };
}

/** Files, or standard input where `-` or --stdin-filename asks for it. Throws UsageError where there is nothing to lint. */
export async function lintInput(args: Arguments, terminal: Terminal, configFor: ConfigFor): Promise<LintedFiles> {
  const name = args.value('stdin-filename');
  const fromStdin = name !== undefined || args.positionals.includes('-');
  if (!fromStdin) {
    if (args.positionals.length === 0) throw new UsageError('Nothing to check: name a file, a folder or a pattern.');
    return lintFiles(args.positionals, terminal.cwd, configFor, await cacheFrom(args, terminal));
  }
  if (args.positionals.some((path) => path !== '-')) throw new UsageError('Either check files or standard input, not both.');
  const path = name ?? 'stdin.txt';
  const absolute = resolve(terminal.cwd, path);
  const { set } = await configFor(absolute);
  const document = await lintBytes(await terminal.stdin(), path, set);
  return { documents: [document], problems: [], skipped: [], files: [{ path, absolute, named: true }], rules: set.rules };
}

/** On unless --no-cache; undefined where there is no folder to keep it in. */
async function cacheFrom(args: Arguments, terminal: Terminal): Promise<Cache | undefined> {
  const location = args.value('cache-location');
  if (args.flag('no-cache')) {
    if (location !== undefined) throw new UsageError('Either --no-cache or --cache-location, not both.');
    return undefined;
  }
  const { cacheFolder, openCache } = await import('../files/cache.js');
  const folder = location === undefined ? cacheFolder(terminal.cwd) : resolve(terminal.cwd, location);
  if (location !== undefined && !isFolder(resolve(terminal.cwd, location)))
    throw new UsageError(`--cache-location "${location}" is a file: name a folder.`);
  return folder === null ? undefined : openCache(folder);
}

/** Or may become one. */
function isFolder(absolute: string): boolean {
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? true;
}

/** 2 beats 1: a run that could not read everything must not look complete. */
function exitCode(report: Report, failOn: Level | 'never', maxWarnings: number | null, exitZero: boolean): number {
  const unread = report.documents.some(({ findings }) =>
    findings.some(({ ruleId, level }) => ruleId.startsWith('file/') && level === 'error'),
  );
  if (unread || report.problems.length > 0) return EXIT.failure;
  if (exitZero) return EXIT.ok;
  const { findings } = report.summary;
  const counted = failOn === 'never' ? [] : LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  if (counted.some((level) => findings[level] > 0)) return EXIT.findings;
  return maxWarnings !== null && findings.warning > maxWarnings ? EXIT.findings : EXIT.ok;
}

/** A word that is no file may be a misspelt command. */
function commandMeant(path: string, message: string): string {
  const near = message.startsWith('There is no file') && /^[a-z-]{3,20}$/.test(path) ? nearest(path, COMMAND_NAMES) : null;
  return near === null || message.includes('Did you mean') ? '' : ` Did you mean the command "${near}"?`;
}

function onlyErrors(report: Report): Report {
  const documents = report.documents.map((document) => ({
    ...document,
    findings: document.findings.filter(({ level }) => level === 'error'),
  }));
  return { ...report, documents };
}

function numberOf(args: Arguments, name: OptionName): number | null {
  const text = args.value(name);
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}

/** Folders hold READMEs and PDFs: that they were not checked is said, on one line. */
function sayWhatWasLeftOut(skipped: readonly string[], terminal: Terminal): void {
  if (skipped.length === 0) return;
  const names = skipped.slice(0, 5).join(', ') + (skipped.length > 5 ? ', …' : '');
  terminal.err(`policylint: ${count(skipped.length, 'file')} left out by name or format (${names}); name a file to check it.\n`);
}

function statistics(report: Report, milliseconds: number): string {
  const characters = report.documents.reduce((sum, { source }) => sum + source.length, 0);
  const claims = report.documents.reduce((sum, document) => sum + document.claims.length, 0);
  const parts = [
    count(report.documents.length, 'document'),
    `${characters} characters`,
    count(claims, 'claim'),
    count(report.rules.length, 'rule'),
  ];
  return `policylint: ${parts.join(', ')} in ${milliseconds.toFixed(0)} ms\n`;
}
