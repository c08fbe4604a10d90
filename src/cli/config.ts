import { relative, resolve } from 'node:path';
import type { Origin } from '../files/config/index.js';
import { toForwardSlashes } from '../files/repository.js';
import { harmless } from '../report/text.js';
import type { Command } from './commands.js';
import { CONFIG_HELP } from './help-more.js';
import { type Arguments, oneOf } from './options.js';
import { SETTINGS, settingsFrom } from './settings.js';
import { EXIT, type Terminal } from './terminal.js';

export const config: Command = { options: ['format', ...SETTINGS], help: CONFIG_HELP, run };

/** Prints what holds for a file, and where each value comes from. */
async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const format = oneOf('format', args.value('format') ?? 'table', ['table', 'json']);
  const path = args.positionals[0] ?? 'PRIVACY.md';
  const absolute = resolve(terminal.cwd, path);
  const { file, origins, set, isIgnored } = await settingsFrom(args, terminal)(absolute);
  const name = file === null ? null : toForwardSlashes(relative(terminal.cwd, file));
  const ignored = isIgnored(absolute);
  if (format === 'json') {
    const settings = origins.map(({ key, value, from }) => ({ key, value, from }));
    const rules = Object.fromEntries(set.rules.map(({ id, severity }) => [id, severity]));
    terminal.out(`${JSON.stringify({ path: toForwardSlashes(path), config: name, ignored, settings, rules }, null, 2)}\n`);
    return EXIT.ok;
  }
  const head = `${harmless(path)}: ${name === null ? 'no configuration file; the defaults hold' : name}${ignored ? ' (ignored where a folder is checked)' : ''}`;
  const width = Math.max(...origins.map(({ key }) => key.length));
  const values = origins.map(valueText);
  const size = Math.min(40, Math.max(...values.map((value) => value.length)));
  const lines = origins.map(({ key, from }, i) => `  ${key.padEnd(width)}  ${(values[i] ?? '').padEnd(size)}  ${from}`);
  terminal.out([head, '', ...lines.map(harmless), '', `${set.rules.length} rules are on. "policylint rules" lists them.`, ''].join('\n'));
  return EXIT.ok;
}

function valueText({ value }: Origin): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
