/** From options and configuration files to the rules that hold. */
import { dirname, join } from 'node:path';
import { type CommandLine, type ConfigFor, configurations, type ResolvedConfig } from '../files/config/index.js';
import type { FindingConfidence, Level } from '../findings/types.js';
import { didYouMean } from '../nearest.js';
import { presetNamed, UnknownNameError } from '../rules/load.js';
import type { Regime } from '../rules/types.js';
import { type Arguments, type OptionName, oneOf } from './options.js';
import { type Terminal, UsageError } from './terminal.js';

export const LEVELS: readonly Level[] = ['error', 'warning', 'note'];
const CONFIDENCES: readonly FindingConfidence[] = ['high', 'medium', 'low'];
export const REGIMES: readonly Regime[] = ['gdpr', 'eprivacy', 'uk', 'ccpa', 'caloppa', 'coppa', 'lgpd'];

/** The options that `settingsFrom` reads. */
export const SETTINGS: readonly OptionName[] = ['config', 'no-config', 'preset', 'regime', 'law-as-of', 'min-confidence', 'today'];

/** The configuration of each file, under what the command line asks for. Throws UsageError for names that nothing has. `only`: this configuration file for every file, or none. */
export function settingsFrom(args: Arguments, terminal: Terminal, only?: string | false): ConfigFor {
  const file = args.value('config');
  if (file !== undefined && args.flag('no-config')) throw new UsageError('Either --config or --no-config, not both.');
  return configurations({
    cwd: terminal.cwd,
    command: commandLine(args),
    ...(only !== undefined
      ? { file: only }
      : args.flag('no-config')
        ? { file: false }
        : file === undefined
          ? {}
          : { file: join(terminal.cwd, file) }),
    today: dateOption(args, 'today') ?? today(),
  });
}

/** Not by `toISOString`, for which V8 looks up the time zone of the machine. */
function today(): string {
  const now = new Date();
  return [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()].map((number) => String(number).padStart(2, '0')).join('-');
}

/** What holds for the run as a whole: the configuration of the folder that all files have in common. */
export async function runSettings(configFor: ConfigFor, files: readonly string[], terminal: Terminal): Promise<ResolvedConfig> {
  return configFor(join(files.length === 0 ? terminal.cwd : commonFolder(files), '-'));
}

/** The folder that all files have in common. */
export function commonFolder(files: readonly string[]): string {
  const parts = (path: string): string[] => path.split(/[\\/]/).slice(0, -1);
  let shared = parts(files[0] ?? '');
  let before = '';
  for (const path of files) {
    const folder = dirname(path);
    if (folder === before) continue;
    before = folder;
    const own = parts(path);
    const differs = shared.findIndex((part, i) => own[i] !== part);
    if (differs >= 0) shared = shared.slice(0, differs);
  }
  return shared.join('/') || '/';
}

export function commandLine(args: Arguments): CommandLine {
  const preset = args.value('preset');
  const regimes = args.values('regime').flatMap((value) => value.split(','));
  const lawAsOf = dateOption(args, 'law-as-of');
  const least = args.value('min-confidence');
  try {
    return {
      ...(preset === undefined ? {} : { preset: presetNamed(preset).id }),
      ...(regimes.length === 0
        ? {}
        : { regimes: regimes.includes('auto') ? 'auto' : regimes.map((name) => oneOf('regime', name, REGIMES)) }),
      ...(lawAsOf === undefined ? {} : { lawAsOf }),
      ...(least === undefined ? {} : { minConfidence: oneOf('confidence', least, CONFIDENCES) }),
    };
  } catch (error) {
    if (error instanceof UnknownNameError) throw unknownName(error);
    throw error;
  }
}

export function dateOption(args: Arguments, name: 'law-as-of' | 'today'): string | undefined {
  const text = args.value(name);
  if (text !== undefined && (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))))
    throw new UsageError(`--${name} takes a date such as 2026-08-02, not "${text}".`);
  return text;
}

function unknownName({ what, given, known }: UnknownNameError): UsageError {
  const list = known.length > 12 ? '' : ` Known: ${known.join(', ')}.`;
  return new UsageError(`There is no ${what} "${given}".${didYouMean(given, known)}${list}`);
}

/** Whether to use colours: as asked, else as NO_COLOR and FORCE_COLOR say, else on terminals. */
export function wantsColor(args: Arguments, terminal: Terminal): boolean {
  if (args.flag('no-color')) return false;
  if (args.flag('color')) return true;
  if (terminal.env['NO_COLOR']) return false;
  const forced = terminal.env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return terminal.isTerminal && terminal.env['TERM'] !== 'dumb';
}
