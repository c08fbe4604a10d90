/** A command line run in this process. */
import { readFileSync } from 'node:fs';
import type { Commands } from './commands.js';
import { runCommand } from './run-command.js';
import { isClosed, type StandardOutput, standardOutput } from './standard-output.js';
import type { Terminal } from './terminal.js';

/** Runs what the process was called with; resolves when everything is said. Sets the exit code. */
export async function runProcess(commands: Commands): Promise<void> {
  const out = standardOutput();
  output = out;
  const terminal: Terminal = {
    cwd: process.cwd(),
    env: process.env,
    out: out.write,
    err: (text) => {
      errors ??= quietWhereClosed(process.stderr);
      errors.write(text);
    },
    stdin: async () => readFileSync(0),
    // Touching process.stdin opens it.
    get stream() {
      return { input: process.stdin, write: out.writePiece };
    },
    isTerminal: out.isTerminal,
    columns: out.width,
  };
  // Setting the code instead of exiting lets what was written reach a slow reader.
  process.exitCode = await runCommand(process.argv.slice(2), terminal, commands);
}

/**
 * Ends the process at once where all that was said has left it: Node would give back the heap page by page first. Elsewhere nothing is done,
 * and it ends when its readers have everything.
 */
export function endProcess(): void {
  if (output?.isEmpty() !== false && (errors?.writableLength ?? 0) === 0) process.exit();
}

let output: StandardOutput | undefined;

/** Standard error, which Node opens when it is first named. */
let errors: NodeJS.WriteStream | undefined;

/** Complaints that nobody reads are no failure. */
function quietWhereClosed(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error) => {
    if (isClosed(error)) process.exit(process.exitCode ?? 0);
    throw error;
  });
}
