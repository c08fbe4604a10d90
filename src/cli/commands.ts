/** The commands by name. Each is loaded when it runs. */
import type { CommandName } from './command-names.js';
import type { Arguments, OptionName } from './options.js';
import type { Terminal } from './terminal.js';

export interface Command {
  /** Options beside --help, --version and --color. */
  readonly options: readonly OptionName[];
  readonly help: string;
  /** Resolves to the exit code. */
  run(args: Arguments, terminal: Terminal): Promise<number>;
}

/** Some commands by name, or all. */
export type Commands = Readonly<Partial<Record<string, () => Promise<Command>>>>;

export const COMMANDS: Commands = {
  audit: async () => (await import('./audit.js')).audit,
  queue: async () => (await import('./queue.js')).queue,
  merge: async () => (await import('./audit.js')).merge,
  diff: async () => (await import('./diff.js')).diff,
  score: async () => (await import('./score.js')).score,
  check: async () => (await import('./check.js')).check,
  claims: async () => (await import('./claims.js')).claims,
  explain: async () => (await import('./explain.js')).explain,
  lsp: async () => (await import('./lsp.js')).lsp,
  rules: async () => (await import('./rules.js')).rules,
  config: async () => (await import('./config.js')).config,
  init: async () => (await import('./init.js')).init,
  completions: async () => (await import('./completions.js')).completions,
  'new-rule': async () => (await import('./new-rule.js')).newRule,
  'test-rules': async () => (await import('./test-rules.js')).testRules,
} satisfies Record<CommandName, () => Promise<Command>>;
