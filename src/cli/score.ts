import { type Score, scoreOf } from '../report/score.js';
import { harmless } from '../report/text.js';
import { lintInput } from './check.js';
import type { Command } from './commands.js';
import { SCORE_HELP } from './help-more.js';
import { type Arguments, oneOf } from './options.js';
import { SETTINGS, settingsFrom } from './settings.js';
import { EXIT, type Terminal } from './terminal.js';

export const score: Command = { options: [...SETTINGS, 'format', 'stdin-filename'], help: SCORE_HELP, run };

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const format = oneOf('format', args.value('format') ?? 'text', ['text', 'json']);
  const { documents, problems, rules } = await lintInput(args, terminal, settingsFrom(args, terminal));
  const scores = documents.map((document) => scoreOf(document, rules));
  terminal.out(
    format === 'json' ? `${JSON.stringify({ formatVersion: 1, documents: scores }, null, 2)}\n` : `${scores.map(text).join('\n')}\n`,
  );
  for (const { message } of problems) terminal.err(`policylint: ${message}\n`);
  return problems.length > 0 || documents.some(({ source }) => !source) ? EXIT.failure : EXIT.ok;
}

function text({ path, points, grade, coverage, reasons }: Score): string {
  if (points === null)
    return `${harmless(path)}  no score: the GDPR was not applied, no personal data are processed, or too little in it could be judged\n`;
  const lines = reasons.map(({ what, id, points: taken }) => `  ${`-${taken.toFixed(1)}`.padStart(6)}  ${what.padEnd(8)} ${id}`);
  return [`${harmless(path)}  ${grade}  ${points} of 100 (coverage ${coverage})`, ...lines, ''].join('\n');
}
