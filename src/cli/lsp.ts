import type { Command } from './commands.js';
import { LSP_HELP } from './help.js';
import type { Arguments } from './options.js';
import type { Terminal } from './terminal.js';

export const lsp: Command = { options: ['stdio'], help: LSP_HELP, run };

/** Serves until the client ends; `--stdio` is what editors pass, and the only way there is. */
async function run(_args: Arguments, terminal: Terminal): Promise<number> {
  const { serveStdio } = await import('../lsp/stdio.js');
  serveStdio({ cwd: terminal.cwd, today: new Date().toISOString().slice(0, 10) });
  return new Promise(() => {});
}
