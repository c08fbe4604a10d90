/**
 * What was found in a text before, kept on disk. An entry is one file, named after a hash of everything that the result
 * depends on: the text, its path, the rules, the program. It is written beside and renamed, so that a reader, another run or
 * a kill at any moment leaves either the whole entry or none; it carries a checksum of itself, so that a damaged one counts
 * as none. Nothing here ever fails a run.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFiled } from '../data/rule-table.js';
import type { RuleSet } from '../rules/ruleset.js';
import type { Rule } from '../rules/types.js';
import { VERSION } from '../version.js';
import { findRepositoryRoot } from './repository.js';
import { writeAtomically } from './write.js';

export interface Cache {
  /** The stored data for a text, or what `make` makes, which is stored. */
  remember<T extends object>(source: string, path: string, set: RuleSet, make: () => Promise<T>): Promise<T>;
  readonly statistics: { hits: number; misses: number };
}

/** The folder for a run in `cwd`: in `node_modules` where there is one, else in the repository; null outside of both. */
export function cacheFolder(cwd: string): string | null {
  const root = findRepositoryRoot(cwd);
  for (let at = cwd; ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules'))) return join(at, 'node_modules', '.cache', 'policylint');
    if (at === root || dirname(at) === at) break;
  }
  return root === null ? null : join(root, '.policylintcache');
}

/** Entries beyond this are removed, the longest unused first. */
const MAX_ENTRIES = 4000;

export function openCache(folder: string): Cache {
  const statistics = { hits: 0, misses: 0 };
  const rules = new Map<RuleSet, string>();
  const program = programIdentity();
  let isReady = false;
  const keyOf = (source: string, path: string, set: RuleSet): string => {
    const known = rules.get(set) ?? hash(JSON.stringify(inShort(set)));
    rules.set(set, known);
    // Only an expiry date and the yearly review of Californian law make the day matter.
    const day = /policylint-ignore|ccpa|cpra|california/i.test(source) ? set.today : '';
    return hash([program, known, day, path, source].join('\0'));
  };
  const prepare = (): void => {
    if (isReady) return;
    isReady = true;
    mkdirSync(folder, { recursive: true });
    // git need not know.
    if (!existsSync(join(folder, '.gitignore'))) writeAtomically(join(folder, '.gitignore'), '*\n');
    prune(folder);
  };
  return {
    statistics,
    async remember(source, path, set, make) {
      const file = join(folder, `${keyOf(source, path, set)}.json`);
      const stored = load<Awaited<ReturnType<typeof make>>>(file);
      if (stored !== null) {
        statistics.hits++;
        return stored;
      }
      statistics.misses++;
      const made = await make();
      try {
        prepare();
        const data = JSON.stringify(made);
        writeAtomically(file, `${hash(data)}\n${data}`);
      } catch {
        // A full disk or a folder that cannot be written costs speed, nothing else.
      }
      return made;
    },
  };
}

function load<T extends object>(file: string): T | null {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const data = text.slice(end + 1);
    if (end < 0 || text.slice(0, end) !== hash(data)) return null;
    // The checksum says that this is what was written under the same key: by this program, from this type.
    return JSON.parse(data) as T;
  } catch {
    return null;
  }
}

function prune(folder: string): void {
  const names = readdirSync(folder);
  const now = Date.now();
  const aged = names.flatMap((name) => {
    try {
      return [{ path: join(folder, name), isTemporary: name.endsWith('.tmp'), age: now - statSync(join(folder, name)).mtimeMs, name }];
    } catch {
      return [];
    }
  });
  // What a killed run left behind; a young one may belong to a run that is still writing it.
  const leftovers = aged.filter(({ isTemporary, age }) => isTemporary && age > 600_000);
  const entries = aged.filter(({ name }) => name.endsWith('.json')).sort((a, b) => a.age - b.age);
  for (const { path } of [...leftovers, ...entries.slice(MAX_ENTRIES)]) rmSync(path, { force: true });
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The program's own rules by their names: what they say is part of the program. Changed ones, and those of others, in full. */
function inShort(set: RuleSet): unknown {
  const short = (rule: Rule): Rule | string => (isFiled(rule) ? rule.id : rule);
  return { ...set, rules: set.rules.map(short), requirements: set.requirements?.map(short), today: undefined };
}

/** Changes with every build: the names of the program's own files hold hashes of their content. */
function programIdentity(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const files = readdirSync(folder)
    .filter((name) => /\.[jt]s$/.test(name))
    .sort();
  const stamps = files.map((name) => {
    return `${name} ${statSync(join(folder, name)).size}`;
  });
  return [VERSION, process.version, ...stamps].join('\n');
}
