/** The commands by name. Each is loaded when it runs. */
import type { Arguments, OptionName } from './options.js';
import type { Terminal } from './terminal.js';

export interface Command {
  /** Options beside --help, --version and --color. */
  readonly options: readonly OptionName[];
  readonly help: string;
  /** Resolves to the exit code. */
  run(args: Arguments, terminal: Terminal): Promise<number>;
}

export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.js')).check,
  claims: async () => (await import('./claims.js')).claims,
  explain: async () => (await import('./explain.js')).explain,
  lsp: async () => (await import('./lsp.js')).lsp,
  rules: async () => (await import('./rules.js')).rules,
};
