/** A command line run in this process. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Commands } from './commands.js';
import { runCommand } from './run-command.js';
import type { Terminal } from './terminal.js';

/** Runs what the process was called with; resolves when everything is said. Sets the exit code. */
export async function runProcess(commands: Commands): Promise<void> {
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

/**
 * Ends the process at once where all that was said has left it: Node would give back the heap page by page first. Elsewhere nothing is done,
 * and it ends when its readers have everything.
 */
export function endProcess(): void {
  if (process.stdout.writableLength === 0 && (errors?.writableLength ?? 0) === 0) process.exit();
}

/** Standard error, which Node opens when it is first named. */
let errors: NodeJS.WriteStream | undefined;

/** A reader that stops early (`policylint ... | head`) is no failure. */
function quietWhereClosed(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}
