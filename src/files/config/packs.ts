import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import terms from '../../../build/data/terms.json' with { type: 'json' };
import schema from '../../../schema/rule.schema.json' with { type: 'json' };
import { provision, provisionIds } from '../../data/law.js';
import { builtInRules } from '../../data/rules.js';
import { didYouMean } from '../../nearest.js';
import { compileRule, type RuleSource } from '../../rules/compile.js';
import type { Rule, RuleDocs } from '../../rules/types.js';
import { toForwardSlashes } from '../repository.js';
import { packageFolder } from './layers.js';
import { flawMessage, lineOf, readYaml } from './read.js';
import { flawsOf, type Schema } from './schema.js';
import { ConfigError } from './types.js';

export interface PackRule {
  readonly rule: Rule;
  readonly docs: RuleDocs;
  /** Absolute path. */
  readonly file: string;
}

/** The rules of a pack: a folder or file (begins with `.` or `/`) or an npm package, named in `from`. Throws ConfigError. */
export async function loadPack(entry: string, from: string, cwd: string): Promise<PackRule[]> {
  const folder = dirname(from);
  const isPath = /^\.{0,2}[\\/]|^[a-z]:[\\/]/i.test(entry) || entry === '.';
  const place = isPath ? resolve(folder, entry) : packageFolder(entry, folder);
  const files = place === null ? null : ruleFiles(place);
  if (files === null)
    throw new ConfigError(
      `${from}: "packs" names "${entry}", ${isPath ? 'which does not exist' : 'which is no installed package; folders begin with "./"'}.`,
    );
  if (files.length === 0) throw new ConfigError(`The pack "${entry}" holds no rule: no .yaml file.`);
  const rules: PackRule[] = [];
  for (const file of files) rules.push(await loadRuleFile(file, cwd));
  for (const { rule, file } of rules) {
    const double = rules.find((other) => other.file !== file && other.rule.id === rule.id);
    if (double) throw new ConfigError(`${relative(cwd, file)}: the id "${rule.id}" is that of ${relative(cwd, double.file)}, too.`);
  }
  return rules;
}

/** One rule file, validated and compiled. Throws ConfigError with file, line and what would be right. */
export async function loadRuleFile(file: string, cwd: string): Promise<PackRule> {
  const path = relative(cwd, file);
  const name = toForwardSlashes(path.startsWith('..') ? file : path);
  const fail = async (key: readonly string[], message: string): Promise<never> => {
    throw new ConfigError(`${name}:${(await lineOf(file, key)) ?? 1}: ${message}`);
  };
  const data = await readYaml(readFileSync(file, 'utf8'), name);
  // The schema is data of this shape; its JSON type is narrower than what the checker reads.
  const flaws = flawsOf(data, schema as Schema);
  if (flaws.length > 0) throw new ConfigError(await flawMessage(file, name, flaws));
  const source = data as RuleSource; // it has passed the schema
  if (builtInRules.some(({ id }) => id === source.id)) return fail(['id'], `"${source.id}" is the id of a built-in rule.`);
  const unknown = source.law.find((id) => provision(id) === undefined);
  if (unknown !== undefined) return fail(['law'], `there is no provision "${unknown}".${didYouMean(unknown, provisionIds())}`);
  try {
    // The build wrote the terms with this shape.
    return { ...compileRule(source, terms as Readonly<Record<string, readonly string[]>>), file };
  } catch (error) {
    return fail(['check'], `${error instanceof Error ? error.message.replace(`rule ${source.id}: `, '') : String(error)}.`);
  }
}

function ruleFiles(place: string): string[] | null {
  try {
    if (statSync(place).isFile()) return [place];
    return readdirSync(place, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && !/^policylint\.config\./.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !relative(place, file).includes('node_modules'))
      .sort();
  } catch {
    return null;
  }
}
