/** What `dist/cli.js` does when it is loaded: runs the command line of this process. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { main } from './main.js';
import type { Terminal } from './terminal.js';

// V8 interprets a regular expression at first and compiles it at its second use. Ours are large and used often: compiling them at once
// takes a third of the time on a short text and a sixth less on a long one.
setFlagsFromString('--no-regexp-tier-up');
// V8 optimises a function after some ten thousand steps, long before it has seen what texts hold, and throws the result away when the
// next text is different. Eight times as many steps before it does take a fifth of the time from one page and from sixty policies alike.
// A V8 that has lost the flag would say so on standard error.
if (Number.parseInt(process.versions.v8, 10) < 14) setFlagsFromString('--interrupt-budget=540000');

const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
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

// A reader that stops early (`policylint ... | head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

// Setting the code instead of exiting lets what was written reach a slow reader.
process.exitCode = await main(process.argv.slice(2), terminal);
