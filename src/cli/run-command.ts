import type { Commands } from './commands.js';
import { type Arguments, allowOnly, readArguments } from './options.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

/** Runs a command line with these commands and resolves to its exit code. Never rejects: what goes wrong is said on standard error. */
export async function runCommand(argv: readonly string[], terminal: Terminal, commands: Commands): Promise<number> {
  try {
    return await dispatch(readArguments(argv, Object.keys(commands)), terminal, commands);
  } catch (error) {
    if (error instanceof UsageError) terminal.err(`policylint: ${error.message}\nTry "policylint --help".\n`);
    // By name: the class stands in a part that is loaded only where there is a configuration.
    else if (error instanceof Error && error.name === 'ConfigError') terminal.err(`policylint: ${error.message}\n`);
    else terminal.err(internalError(error));
    return EXIT.failure;
  }
}

async function dispatch(args: Arguments, terminal: Terminal, commands: Commands): Promise<number> {
  if (args.flag('version')) {
    const { VERSION } = await import('../version.js');
    terminal.out(`policylint ${VERSION}\n`);
    return EXIT.ok;
  }
  const nothing = args.used.length === 0 && args.positionals.length === 0;
  if (!args.command && (args.flag('help') || nothing)) {
    const { HELP } = await import('./help.js');
    (nothing ? terminal.err : terminal.out)(HELP);
    return nothing ? EXIT.failure : EXIT.ok;
  }
  const name = args.command ?? 'check';
  const load = commands[name];
  if (!load) throw new UsageError(`There is no command "${name}".`);
  const command = await load();
  if (args.flag('help')) {
    terminal.out(command.help);
    return EXIT.ok;
  }
  allowOnly(args, name, command.options);
  return command.run(args, terminal);
}

function internalError(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `policylint: an internal error; please report it: https://github.com/policylint/policylint/issues\n${detail}\n`;
}
