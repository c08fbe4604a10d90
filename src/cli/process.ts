/** A command line run in this process. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Commands } from './commands.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

/** Runs what the process was called with; resolves when everything is said. Sets the exit code. */
export async function runProcess(commands: Commands): Promise<void> {
  // Node opens it when it is first named.
  let errors: NodeJS.WriteStream | undefined;
  const terminal: Terminal = {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => {
      errors ??= quietWhereClosed(process.stderr);
      errors.write(text);
    },
    stdin: async () => readFileSync(0),
    // Touching process.stdin opens it.
    get stream() {
      return {
        input: process.stdin,
        write: async (text: string) => {
          if (!process.stdout.write(text)) await once(process.stdout, 'drain');
        },
      };
    },
    isTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns ?? 80,
  };
  quietWhereClosed(process.stdout);
  // Setting the code instead of exiting lets what was written reach a slow reader.
  process.exitCode = await runCommand(process.argv.slice(2), terminal, commands);
}

/** A reader that stops early (`policylint ... | head`) is no failure. */
function quietWhereClosed(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}
