import type { Arguments } from './options.js';
import { UsageError } from './terminal.js';

/** Whether the command line asks for fixes. Throws UsageError where the options contradict each other. */
export function wantsFixes(args: Arguments): boolean {
  const wanted = args.flag('fix') || args.flag('fix-suggestions');
  const suppresses = args.values('suppress').length > 0;
  if (wanted && suppresses) throw new UsageError('Either fix findings or suppress them, not both at once.');
  if (args.value('reason') !== undefined && !suppresses) throw new UsageError('--reason belongs to --suppress.');
  if (args.flag('diff') && !wanted && !suppresses)
    throw new UsageError('--diff shows what --fix or --fix-suggestions would change: add one of them.');
  if ((wanted || suppresses) && (args.positionals.includes('-') || args.value('stdin-filename') !== undefined))
    throw new UsageError('Fixes change files: standard input has none.');
  return wanted;
}
