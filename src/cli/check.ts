import type { Level } from '../findings/types.js';
import { type LintedFiles, lintBytes, lintFiles } from '../lint-files.js';
import { count } from '../report/text.js';
import { makeReport, type Report } from '../report/view.js';
import type { RuleSet } from '../rules/ruleset.js';
import type { Command } from './commands.js';
import { CHECK_HELP } from './help.js';
import { type Arguments, type OptionName, oneOf } from './options.js';
import { outputsFrom, writeReport } from './outputs.js';
import { LEVELS, settingsFrom } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

const OPTIONS: readonly OptionName[] = [
  'format',
  'output',
  'fail-on',
  'min-confidence',
  'preset',
  'regime',
  'law-as-of',
  'stdin-filename',
  'quiet',
  'max-warnings',
  'exit-zero',
  'stats',
];

export const check: Command = { options: OPTIONS, help: CHECK_HELP, run };

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const started = performance.now();
  const outputs = outputsFrom(args);
  const failOn = oneOf<Level | 'never'>('level', args.value('fail-on') ?? 'error', [...LEVELS, 'never']);
  const maxWarnings = numberOf(args, 'max-warnings');
  const { set, minConfidence } = settingsFrom(args);
  const linted = await lintInput(args, terminal, set);
  const report = makeReport(set, minConfidence, linted.documents, linted.problems);
  await writeReport(args.flag('quiet') ? onlyErrors(report) : report, outputs, args, terminal);
  for (const { message } of linted.problems) terminal.err(`policylint: ${message}\n`);
  sayWhatWasLeftOut(linted.skipped, terminal);
  if (args.flag('stats')) terminal.err(statistics(report, performance.now() - started));
  return exitCode(report, failOn, maxWarnings, args.flag('exit-zero'));
}

/** Files, or standard input where `-` or --stdin-filename asks for it. Throws UsageError where there is nothing to lint. */
export async function lintInput(args: Arguments, terminal: Terminal, set: RuleSet): Promise<LintedFiles> {
  const name = args.value('stdin-filename');
  const fromStdin = name !== undefined || args.positionals.includes('-');
  if (!fromStdin) {
    if (args.positionals.length === 0) throw new UsageError('Nothing to check: name a file, a folder or a pattern.');
    return lintFiles(args.positionals, terminal.cwd, set);
  }
  if (args.positionals.some((path) => path !== '-')) throw new UsageError('Either check files or standard input, not both.');
  const path = name ?? 'stdin.txt';
  return { documents: [await lintBytes(await terminal.stdin(), path, set)], problems: [], skipped: [] };
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
