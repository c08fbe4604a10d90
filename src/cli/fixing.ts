/** --fix, --fix-suggestions and --diff. */
import type { ConfigFor } from '../files/config/index.js';
import { discover } from '../files/discover.js';
import { nameFrom } from '../files/repository.js';
import { writeAtomically } from '../files/write.js';
import type { FindingConfidence } from '../findings/types.js';
import { fixText } from '../fix.js';
import { unifiedDiff } from '../report/diff.js';
import { count } from '../report/text.js';
import type { Arguments } from './options.js';
import type { Terminal } from './terminal.js';
import { readText } from './text-file.js';

/** What is not shown is not fixed. */
const RANK: Readonly<Record<FindingConfidence, number>> = { high: 0, medium: 1, low: 2 };

/** Fixes the files that the arguments name, or prints what that would change. Resolves to whether anything is (or would be) changed. */
export async function fixFiles(args: Arguments, terminal: Terminal, configFor: ConfigFor): Promise<boolean> {
  const suggestions = args.flag('fix-suggestions');
  const { files } = await discover(args.positionals, terminal.cwd);
  let fixes = 0;
  let changed = 0;
  for (const { absolute, path, named } of files) {
    const { set, isIgnored, minConfidence } = await configFor(absolute);
    if (!named && isIgnored(absolute)) continue;
    const file = readText(absolute);
    if (file === null) continue;
    if (!file.isUtf8) {
      terminal.err(`policylint: ${path} is left as it is: it is not UTF-8. Save it as UTF-8 to have it fixed.\n`);
      continue;
    }
    const { source, applied } = await fixText(
      file.text,
      { path, suggestions, wanted: ({ confidence }) => RANK[confidence] <= RANK[minConfidence] },
      set,
    );
    if (applied.length === 0) continue;
    fixes += applied.length;
    changed++;
    if (args.flag('diff')) terminal.out(unifiedDiff(nameFrom(terminal.cwd, absolute), file.text, source));
    else writeAtomically(absolute, file.mark + source);
  }
  const what = `${count(fixes, 'finding')} ${args.flag('diff') ? 'would be fixed' : 'fixed'} in ${count(changed, 'file')}`;
  terminal.err(`policylint: ${fixes === 0 ? 'nothing to fix' : what}.\n`);
  return changed > 0;
}
