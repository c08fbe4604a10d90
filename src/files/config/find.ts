import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findRepositoryRoot } from '../repository.js';
import { ConfigError } from './types.js';

export const CONFIG_NAMES: readonly string[] = ['yaml', 'yml', 'json', 'jsonc', 'js', 'mjs', 'ts'].map(
  (ending) => `policylint.config.${ending}`,
);

/**
 * The configuration that holds for files in `folder`: the nearest one at or above it, not above the root of its repository
 * where it lies in one. The nearest alone holds: to build on another, it names that under `extends`. Absolute path or null.
 * Throws ConfigError where a folder has two.
 */
export function findConfig(folder: string): string | null {
  const root = findRepositoryRoot(folder);
  for (let at = folder; ; at = dirname(at)) {
    const found = configIn(at);
    if (found) return found;
    if (at === root || dirname(at) === at) return null;
  }
}

function configIn(folder: string): string | null {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  const found = CONFIG_NAMES.filter((name) => names.includes(name));
  if (names.includes('package.json') && packageHasKey(join(folder, 'package.json'))) found.push('package.json');
  if (found.length > 1)
    throw new ConfigError(`${folder} has ${found.join(' and ')}: keep one configuration, or let one name the other under "extends".`);
  return found[0] === undefined ? null : join(folder, found[0]);
}

function packageHasKey(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    if (!text.includes('"policylint"')) return false;
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && Object.hasOwn(content, 'policylint');
  } catch {
    // A broken package.json is for npm to complain about.
    return false;
  }
}
