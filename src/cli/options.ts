/** The options of all commands, and reading them. One name means the same thing wherever it is allowed. */
import { didYouMean } from '../nearest.js';
import { UsageError } from './terminal.js';
import { type OptionKind, tokensOf } from './tokens.js';

/** For tests. */
export const OPTIONS = {
  format: { type: 'string', short: 'f', multiple: true },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  'min-confidence': { type: 'string' },
  preset: { type: 'string' },
  regime: { type: 'string', multiple: true },
  'law-as-of': { type: 'string' },
  'stdin-filename': { type: 'string' },
  'stdin-ndjson': { type: 'boolean' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  today: { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  'prune-baseline': { type: 'boolean' },
  since: { type: 'string' },
  'report-suppressed': { type: 'boolean' },
  suppress: { type: 'string', multiple: true },
  reason: { type: 'string' },
  fix: { type: 'boolean' },
  'fix-suggestions': { type: 'boolean' },
  diff: { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'cache-location': { type: 'string' },
  watch: { type: 'boolean', short: 'w' },
  kind: { type: 'string', multiple: true },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  'max-warnings': { type: 'string' },
  'exit-zero': { type: 'boolean' },
  stats: { type: 'boolean' },
  stdio: { type: 'boolean' },
  out: { type: 'string' },
  workers: { type: 'string' },
  shard: { type: 'string' },
  tables: { type: 'string' },
  redis: { type: 'string' },
  queue: { type: 'string' },
  batch: { type: 'string' },
  attempts: { type: 'string' },
  'max-waiting': { type: 'string' },
  'stalled-after': { type: 'string' },
  'until-done': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies Readonly<Record<string, OptionKind>>;

export type OptionName = keyof typeof OPTIONS;

/** For completions. */
export const ALL_OPTIONS: readonly { name: string; short: string | null; takesValue: boolean }[] = Object.entries(OPTIONS).map(
  ([name, option]) => ({
    name,
    short: 'short' in option ? option.short : null,
    takesValue: option.type === 'string',
  }),
);
/** Allowed with every command. */
const EVERYWHERE: readonly OptionName[] = ['help', 'version', 'color', 'no-color'];

export interface Arguments {
  /** The first word, where it is a command. */
  readonly command: string | null;
  readonly positionals: readonly string[];
  flag(name: OptionName): boolean;
  /** The last value given. */
  value(name: OptionName): string | undefined;
  values(name: OptionName): readonly string[];
  readonly used: readonly OptionName[];
}

/** Reads the command line. Throws UsageError for unknown options, missing values and values where none belong. */
export function readArguments(argv: readonly string[], commands: readonly string[]): Arguments {
  const positionals: string[] = [];
  const given = new Map<OptionName, string[]>();
  for (const token of tokensOf(argv, OPTIONS)) {
    if (token.kind === 'positional') {
      positionals.push(token.value);
      continue;
    }
    const name = knownOption(token.name, token.rawName);
    const takesValue = OPTIONS[name].type === 'string';
    if (takesValue && (token.value === undefined || (!token.inlineValue && /^--?[a-z]/.test(token.value))))
      throw new UsageError(`The option ${token.rawName} needs a value.`);
    if (!takesValue && token.value !== undefined) throw new UsageError(`The option ${token.rawName} takes no value.`);
    given.set(name, [...(given.get(name) ?? []), token.value ?? '']);
  }
  const isCommand = commands.includes(positionals[0] ?? '');
  return {
    command: isCommand ? (positionals[0] ?? null) : null,
    positionals: isCommand ? positionals.slice(1) : positionals,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    used: [...given.keys()],
  };
}

/** Throws UsageError where an option was given that the command has no use for: nothing is ignored in silence. */
export function allowOnly(args: Arguments, command: string, allowed: readonly OptionName[]): void {
  const wrong = args.used.find((name) => !allowed.includes(name) && !EVERYWHERE.includes(name));
  if (wrong) throw new UsageError(`The command "${command}" has no option --${wrong}.${didYouMean(wrong, allowed)}`);
}

/** The value as one of a few; throws UsageError with the nearest otherwise. */
export function oneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((entry) => entry === value);
  if (found !== undefined) return found;
  const list = allowed.length > 12 ? '' : ` Known: ${allowed.join(', ')}.`;
  throw new UsageError(`There is no ${what} "${value}".${didYouMean(value, allowed)}${list}`);
}

/** What policylint says to do next where a command line cannot be understood. */
function knownOption(name: string, rawName: string): OptionName {
  if (Object.hasOwn(OPTIONS, name)) return name as OptionName; // an own key of OPTIONS
  const near = didYouMean(name, Object.keys(OPTIONS)).replace(' "', ' "--');
  throw new UsageError(`There is no option ${rawName}.${near}`);
}
