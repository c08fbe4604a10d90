import type { Arguments } from './options.js';
import { UsageError } from './terminal.js';

/** Whether the command line asks for fixes. Throws UsageError where the options contradict each other. */
export function wantsFixes(args: Arguments): boolean {
  const wanted = args.flag('fix') || args.flag('fix-suggestions');
  if (args.flag('diff') && !wanted) throw new UsageError('--diff shows what --fix or --fix-suggestions would change: add one of them.');
  if (wanted && (args.positionals.includes('-') || args.value('stdin-filename') !== undefined))
    throw new UsageError('Fixes change files: standard input has none.');
  return wanted;
}
