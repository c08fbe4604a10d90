import type { Terminal } from '../src/cli/terminal.js';

/** A terminal in a folder that shows nothing and from which nothing comes. */
export const silentIn = (cwd: string): Terminal => ({
  cwd,
  env: {},
  out: () => undefined,
  err: () => undefined,
  stdin: async () => new Uint8Array(),
  isTerminal: false,
  columns: 80,
});
