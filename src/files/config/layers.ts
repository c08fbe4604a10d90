import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import schema from '../../../schema/config.schema.json' with { type: 'json' };
import { builtInPresets } from '../../data/rules.js';
import { didYouMean, nearest } from '../../nearest.js';
import { toForwardSlashes } from '../repository.js';
import { CONFIG_NAMES } from './find.js';
import { namesIn } from './lists.js';
import { flawMessages, lineOf, readData } from './read.js';
import { flawsOf, type Schema } from './schema.js';
import { ConfigError, type ConfigFile, type Layer, type Problems } from './types.js';

/**
 * A configuration file and all that it builds on, the weakest first. What is wrong goes to `problems`; then the content of a
 * layer may be anything.
 */
export function loadLayers(file: string, cwd: string, problems: Problems): Promise<Layer[]> {
  return load(file, cwd, [], problems);
}

/** Folder of an installed package, found as Node finds it from `folder`; null where there is none. */
export function packageFolder(name: string, folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (dirname(at) === at) return null;
  }
}

async function load(file: string, cwd: string, chain: readonly string[], problems: Problems): Promise<Layer[]> {
  const name = nameOf(file, cwd);
  if (chain.includes(file)) {
    problems.add(`${name} extends itself: ${[...chain, file].map((entry) => nameOf(entry, cwd)).join(' → ')}.`);
    return [];
  }
  const data = (await problems.of(async () => (await readData(file, name)) ?? {})) ?? {};
  // The schema is data of this shape; its JSON type is narrower than what the checker reads.
  problems.add(...(await flawMessages(file, name, flawsOf(data, schema as Schema))));
  // It has passed the schema, or nothing is made of it.
  const content = (typeof data === 'object' ? data : {}) as ConfigFile;
  const bases: Layer[] = [];
  for (const [index, entry] of namesIn(content.extends).entries()) {
    if (builtInPresets.some(({ id }) => id === entry)) bases.push({ content: { preset: entry }, file, name: `preset ${entry}` });
    else {
      const place = Array.isArray(content.extends) ? ['extends', index] : ['extends'];
      const base = await problems.of(() => located(entry, file, name, place));
      if (base !== null) bases.push(...(await load(base, cwd, [...chain, file], problems)));
    }
  }
  return [...bases, { content, file, name }];
}

async function located(entry: string, from: string, name: string, place: readonly (string | number)[]): Promise<string> {
  try {
    return locate(entry, from);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const line = await lineOf(from, place);
    throw new ConfigError(`${name}${line ? `:${line}` : ''}: ${error.message}`);
  }
}

/** The file that an entry of "extends" in `from` names. Throws ConfigError, whose message names no place. */
export function locate(entry: string, from: string): string {
  const folder = dirname(from);
  if (/^\.{0,2}[\\/]/.test(entry)) {
    const file = resolve(folder, entry);
    if (existsSync(file)) return file;
    throw new ConfigError(`"extends" names "${entry}", which does not exist.${nearPath(entry, folder)}`);
  }
  const installed = packageFolder(entry, folder);
  const own = installed === null ? undefined : CONFIG_NAMES.find((candidate) => existsSync(join(installed, candidate)));
  if (installed !== null && own !== undefined) return join(installed, own);
  try {
    return createRequire(from).resolve(entry);
  } catch {
    const presets = builtInPresets.map(({ id }) => id);
    const near = didYouMean(entry, presets);
    throw new ConfigError(
      `"extends" names "${entry}": no preset (${presets.join(', ')}) and no installed package; files begin with "./".${near}`,
    );
  }
}

/** ` Did you mean "./rules"?`, for a path that does not exist. */
export function nearPath(entry: string, folder: string): string {
  const path = resolve(folder, entry);
  try {
    const near = nearest(basename(path), readdirSync(dirname(path)));
    return near === null ? '' : ` Did you mean "${entry.slice(0, entry.lastIndexOf(basename(path)))}${near}"?`;
  } catch {
    return '';
  }
}

function nameOf(file: string, cwd: string): string {
  const path = relative(cwd, file);
  const name = toForwardSlashes(path.startsWith('..') ? file : path);
  return basename(file) === 'package.json' ? `${name} ("policylint")` : name;
}
