/** --suppress RULE --reason TEXT: writes comments into the files. */
import type { ConfigFor } from '../files/config/index.js';
import { discover } from '../files/discover.js';
import { nameFrom } from '../files/repository.js';
import { writeAtomically } from '../files/write.js';
import { didYouMean } from '../nearest.js';
import { unifiedDiff } from '../report/diff.js';
import { count } from '../report/text.js';
import { suppressText } from '../suppress-text.js';
import type { Arguments } from './options.js';
import { type Terminal, UsageError } from './terminal.js';
import { readText } from './text-file.js';

/** Throws UsageError for a rule that does not exist and a reason that is missing. */
export async function suppressFiles(args: Arguments, terminal: Terminal, configFor: ConfigFor): Promise<void> {
  const reason = (args.value('reason') ?? '').replace(/\s+/g, ' ').trim();
  if (reason === '')
    throw new UsageError('--suppress needs --reason "why the finding may stay": whoever reads the comment later has to know.');
  if (reason.includes('--')) throw new UsageError('--reason must hold no "--": it would end the comment.');
  const rules = args.values('suppress').flatMap((value) => value.split(','));
  const { files } = await discover(args.positionals, terminal.cwd);
  let written = 0;
  let changed = 0;
  for (const { absolute, path, named } of files) {
    const { set, isIgnored } = await configFor(absolute);
    const pattern = rules.find((rule) => rule.includes('*'));
    if (pattern !== undefined)
      throw new UsageError(`--suppress takes rules one by one, not "${pattern}": a comment should silence what was looked at.`);
    const unknown = rules.find((rule) => !set.known?.includes(rule));
    if (unknown !== undefined) throw new UsageError(`There is no rule "${unknown}".${didYouMean(unknown, set.known ?? [])}`);
    const file = !named && isIgnored(absolute) ? null : readText(absolute);
    if (file === null) continue;
    if (!file.isUtf8) {
      terminal.err(`policylint: ${path} is left as it is: it is not UTF-8. Save it as UTF-8 first.\n`);
      continue;
    }
    const result = await suppressText(file.text, { path }, { rules, reason }, set);
    for (const { ruleId } of result.left)
      terminal.err(
        `policylint: ${path}: ${ruleId} cannot be silenced by a comment (plain text has none): use the configuration or a baseline.\n`,
      );
    if (result.written === 0) continue;
    written += result.written;
    changed++;
    if (args.flag('diff')) terminal.out(unifiedDiff(nameFrom(terminal.cwd, absolute), file.text, result.source));
    else writeAtomically(absolute, file.mark + result.source);
  }
  const what = `${count(written, 'comment')} ${args.flag('diff') ? 'would be ' : ''}written to ${count(changed, 'file')}`;
  terminal.err(`policylint: ${written === 0 ? 'nothing to suppress' : what}.\n`);
}
