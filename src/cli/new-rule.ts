import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtInRules } from '../data/rules.js';
import { writeAtomically } from '../files/write.js';
import type { Command } from './commands.js';
import { NEW_RULE_HELP } from './help-more.js';
import type { Arguments } from './options.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const newRule: Command = { options: ['output'], help: NEW_RULE_HELP, run };

/** Writes a rule that works, to be changed. Never overwrites. */
async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const [id, ...others] = args.positionals;
  if (id === undefined || others.length > 0) throw new UsageError('Give one id: policylint new-rule acme/no-beta-programme');
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id))
    throw new UsageError(`"${id}" is no id: <pack>/<name> in lower case is, such as acme/no-beta-programme.`);
  if (builtInRules.some((rule) => rule.id === id)) throw new UsageError(`"${id}" is the id of a built-in rule: choose another pack name.`);
  const folder = args.value('output') ?? 'policylint-rules';
  const file = join(folder, `${id.slice(id.indexOf('/') + 1)}.yaml`);
  const absolute = join(terminal.cwd, file);
  if (existsSync(absolute)) throw new UsageError(`"${file}" exists already. Nothing was written.`);
  mkdirSync(dirname(absolute), { recursive: true });
  writeAtomically(absolute, TEMPLATE.replace('ID', id));
  terminal.out(
    `Wrote ${file}. Try it with: policylint test-rules ${folder}\nSwitch it on in policylint.config.yaml with: packs: ./${folder}\n`,
  );
  return EXIT.ok;
}

const TEMPLATE = `# yaml-language-server: $schema=https://raw.githubusercontent.com/policylint/policylint/main/schema/rule.schema.json
id: ID
title: The beta programme is named
severity: warning # error: the law requires it; warning: guidance asks for it, or the law may; note: good practice
confidence: high
law: [] # ids such as GDPR-13-2-b
check:
  # One of require, forbid, limit, conflict, phrase, structure. Claims: policylint claims PRIVACY.md
  phrase:
    any: [beta (program|programme), early access]
    unless: [no longer, ended]
message: The beta programme is named ("{words}"). It has ended. Take the sentence out.
why: The beta programme ended and its data were deleted; the policy must not promise it any more.
how: Take the sentence out, or say when the programme ended.
examples: # they are the tests: policylint test-rules FOLDER
  fail:
    - |
      Members of our beta programme may see data of other members.
  pass:
    - |
      Our beta programme has ended, and its data were deleted.
    - |
      We store your name and your e-mail address.
`;
