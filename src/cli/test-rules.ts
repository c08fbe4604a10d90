import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { loadRuleFile, type PackRule } from '../files/config/packs.js';
import { toForwardSlashes } from '../files/repository.js';
import { lint } from '../lint.js';
import { count, shorten } from '../report/text.js';
import { loadRules } from '../rules/load.js';
import type { Example } from '../rules/types.js';
import type { Command } from './commands.js';
import { TEST_RULES_HELP } from './help-more.js';
import type { Arguments } from './options.js';
import { REGIMES } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const testRules: Command = { options: [], help: TEST_RULES_HELP, run };

/** Runs the examples of rules in both directions. Exit code 1 where one does not do what it says. */
async function run(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.positionals.length === 0) throw new UsageError('Which folder? policylint test-rules policylint-rules');
  const files = args.positionals.flatMap((path) => rulesIn(resolve(terminal.cwd, path), path));
  let wrong = 0;
  let invalid = 0;
  let examples = 0;
  for (const file of files) {
    const name = toForwardSlashes(relative(terminal.cwd, file));
    const loaded = await load(file, terminal);
    if (loaded === null) {
      invalid++;
      continue;
    }
    const { fail, pass } = loaded.docs.examples;
    examples += fail.length + pass.length;
    const silent = await filtered(fail, async (example) => (await found(loaded, example)).length === 0);
    const noisy = await filtered(pass, async (example) => (await found(loaded, example)).length > 0);
    wrong += silent.length + noisy.length;
    for (const example of silent) terminal.out(`${name}: nothing is found in an example of "fail":\n    ${excerpt(example)}\n`);
    for (const example of noisy)
      terminal.out(`${name}: found in an example of "pass":\n    ${excerpt(example)}\n    ${(await found(loaded, example))[0]}\n`);
  }
  terminal.out(
    `${count(files.length, 'rule')}, ${count(examples, 'example')}: ${wrong + invalid === 0 ? 'all as they say' : `${wrong} not as they say`}${invalid ? `, ${count(invalid, 'rule')} invalid` : ''}.\n`,
  );
  if (invalid > 0) return EXIT.failure;
  return wrong > 0 ? EXIT.findings : EXIT.ok;
}

function rulesIn(absolute: string, path: string): string[] {
  if (!existsSync(absolute)) throw new UsageError(`There is no "${path}".`);
  if (statSync(absolute).isFile()) return [absolute];
  const files = readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) throw new UsageError(`"${path}" holds no rule: no .yaml file.`);
  return files;
}

async function load(file: string, terminal: Terminal): Promise<PackRule | null> {
  try {
    return await loadRuleFile(file, terminal.cwd);
  } catch (error) {
    terminal.err(`policylint: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

/** The messages of the rule on an example. */
async function found({ rule }: PackRule, example: Example): Promise<string[]> {
  const facts = typeof example === 'string' ? {} : (example.facts ?? {});
  const set = { ...loadRules({ extra: [rule], facts, regimes: REGIMES }), rules: [rule] };
  const { findings } = await lint(textOf(example), { path: 'example.md' }, set);
  return findings.filter(({ ruleId }) => ruleId === rule.id).map(({ message }) => message);
}

async function filtered(examples: readonly Example[], wanted: (example: Example) => Promise<boolean>): Promise<Example[]> {
  const verdicts = await Promise.all(examples.map(wanted));
  return examples.filter((_, i) => verdicts[i]);
}

const textOf = (example: Example): string => (typeof example === 'string' ? example : (example.text ?? ''));
const excerpt = (example: Example): string => shorten(textOf(example).replace(/\s+/g, ' ').trim(), 100);
