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
import { nearPath, packageFolder } from './layers.js';
import { flawMessages, lineOf, readYaml } from './read.js';
import { flawsOf, type Schema } from './schema.js';
import { ConfigError, type Layer, Problems } from './types.js';

export interface PackRule {
  readonly rule: Rule;
  readonly docs: RuleDocs;
  /** Absolute path. */
  readonly file: string;
}

/** The rules of a pack named in a layer; what is wrong with it goes to `problems`, with its line. */
export async function packOf(entry: string, { file, name, content }: Layer, cwd: string, problems: Problems): Promise<PackRule[]> {
  const line = await lineOf(file, Array.isArray(content.packs) ? ['packs', content.packs.indexOf(entry)] : ['packs']);
  const rules = await problems.of(async () => {
    try {
      return await loadPack(entry, file, cwd);
    } catch (error) {
      if (error instanceof ConfigError && error.message.startsWith('"packs"'))
        throw new ConfigError(`${name}${line ? `:${line}` : ''}: ${error.message}`);
      throw error;
    }
  });
  return rules ?? [];
}

/**
 * The rules of a pack: a folder or file (begins with `.` or `/`) or an npm package, named in the file `from`. Throws
 * ConfigError; where the name itself is wrong, its message begins with "packs" and names no place.
 */
export async function loadPack(entry: string, from: string, cwd: string): Promise<PackRule[]> {
  const folder = dirname(from);
  const isPath = /^\.{0,2}[\\/]|^[a-z]:[\\/]/i.test(entry) || entry === '.';
  const place = isPath ? resolve(folder, entry) : packageFolder(entry, folder);
  const files = place === null ? null : ruleFiles(place);
  if (files === null) {
    const why = isPath ? `which does not exist.${nearPath(entry, folder)}` : 'which is no installed package; folders begin with "./".';
    throw new ConfigError(`"packs" names "${entry}", ${why}`);
  }
  if (files.length === 0) throw new ConfigError(`"packs" names "${entry}", which holds no rule: no .yaml file.`);
  const problems = new Problems();
  const rules: PackRule[] = [];
  for (const file of files) {
    const rule = await problems.of(() => loadRuleFile(file, cwd));
    if (rule) rules.push(rule);
  }
  for (const { rule, file } of rules) {
    const double = rules.find((other) => other.file < file && other.rule.id === rule.id);
    if (double) problems.add(`${relative(cwd, file)}: the id "${rule.id}" is that of ${relative(cwd, double.file)}, too.`);
  }
  problems.raise();
  return rules;
}

/** One rule file, validated and compiled. Throws ConfigError with file, line and what would be right. */
export async function loadRuleFile(file: string, cwd: string): Promise<PackRule> {
  const path = relative(cwd, file);
  const name = toForwardSlashes(path.startsWith('..') ? file : path);
  const problems = new Problems();
  const say = async (key: readonly (string | number)[], message: string): Promise<void> =>
    problems.add(`${name}:${(await lineOf(file, key)) ?? 1}: ${message}`);
  const data = await readYaml(readFileSync(file, 'utf8'), name);
  // The schema is data of this shape; its JSON type is narrower than what the checker reads.
  problems.add(...(await flawMessages(file, name, flawsOf(data, schema as Schema))));
  problems.raise();
  const source = data as RuleSource; // it has passed the schema
  if (builtInRules.some(({ id }) => id === source.id)) await say(['id'], `"${source.id}" is the id of a built-in rule.`);
  for (const [index, id] of source.law.entries())
    if (provision(id) === undefined) await say(['law', index], `there is no provision "${id}".${didYouMean(id, provisionIds())}`);
  problems.raise();
  try {
    // The build wrote the terms with this shape.
    return { ...compileRule(source, terms as Readonly<Record<string, readonly string[]>>), file };
  } catch (error) {
    await say(['check'], `${error instanceof Error ? error.message.replace(`rule ${source.id}: `, '') : String(error)}.`);
    problems.raise();
    throw error;
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
