/** Where a report goes: `-f stylish -f sarif=out.sarif`. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FORMATS } from '../report/formats.js';
import type { Report } from '../report/view.js';
import { type Arguments, oneOf } from './options.js';
import { wantsColor } from './settings.js';
import { type Terminal, UsageError } from './terminal.js';

interface Output {
  readonly format: string;
  /** Null: standard output. */
  readonly file: string | null;
}

/** The formats asked for; stylish where none is. Throws UsageError for unknown ones and for two on standard output. */
export function outputsFrom(args: Arguments): Output[] {
  const names = args.values('format');
  const outputs = (names.length > 0 ? names : ['stylish']).map((text): Output => {
    const equals = text.indexOf('=');
    const format = oneOf('format', equals < 0 ? text : text.slice(0, equals), Object.keys(FORMATS));
    const file = equals < 0 ? null : text.slice(equals + 1);
    if (file === '') throw new UsageError(`--format ${format}= names no file.`);
    return { format, file };
  });
  const first = outputs.find((output) => output.file === null);
  const file = args.value('output');
  if (file !== undefined && !first) throw new UsageError('--output has nothing to write: every --format names a file of its own.');
  const placed = outputs.map((output) => (file !== undefined && output === first ? { ...output, file } : output));
  if (placed.filter((output) => output.file === null).length > 1)
    throw new UsageError('Only one format can go to standard output. Give the others a file: --format sarif=report.sarif.');
  return placed;
}

/** Formats the report and writes it. Throws UsageError where a file cannot be written. */
export async function writeReport(report: Report, outputs: readonly Output[], args: Arguments, terminal: Terminal): Promise<void> {
  for (const { format, file } of outputs) {
    const load = FORMATS[format];
    if (!load) continue; // `outputsFrom` let only known ones through.
    const formatter = await load();
    const options = {
      color: file === null && wantsColor(args, terminal),
      width: terminal.isTerminal ? terminal.columns : 80,
      suppressed: args.flag('report-suppressed'),
    };
    const text = await formatter(report, options);
    if (file === null) terminal.out(text);
    else writeTo(resolve(terminal.cwd, file), file, text);
  }
  const summary = terminal.env['GITHUB_STEP_SUMMARY'];
  if (summary && outputs.some(({ format }) => format === 'github')) await writeJobSummary(report, resolve(terminal.cwd, summary));
}

/** GitHub shows few annotations; the page of the job has room for all findings. Other steps write to the same file. */
async function writeJobSummary(report: Report, file: string): Promise<void> {
  const { markdown } = await import('../report/markdown.js');
  const text = await markdown(report, { color: false, width: 80 });
  try {
    appendFileSync(file, `${text}\n`);
  } catch (error) {
    throw new UsageError(`The job summary cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function writeTo(absolute: string, file: string, text: string): void {
  try {
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  } catch (error) {
    throw new UsageError(`The report cannot be written to "${file}": ${error instanceof Error ? error.message : String(error)}.`);
  }
}
