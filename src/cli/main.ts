import { COMMANDS } from './commands.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

/** Runs a command line and resolves to its exit code. Never rejects: what goes wrong is said on standard error. */
export const main = (argv: readonly string[], terminal: Terminal): Promise<number> => runCommand(argv, terminal, COMMANDS);
