/** The configuration that holds for a file. The command line and the editor use this one function. */
import { dirname, relative } from 'node:path';
import ignore from 'ignore';
import { toForwardSlashes } from '../repository.js';
import { findConfig } from './find.js';
import { listOf, namesIn } from './lists.js';
import { type CommandLine, settle } from './resolve.js';
import { type Layer, Problems, type ResolvedConfig } from './types.js';

export type { CommandLine } from './resolve.js';
export type { Origin, ResolvedConfig } from './types.js';

export interface ConfigOptions {
  /** For the names in messages. */
  readonly cwd: string;
  /** A file to use for every document instead of the nearest; `false`: none. */
  readonly file?: string | false;
  readonly command?: CommandLine;
  /** ISO date to hold the expiry of suppressions against. */
  readonly today?: string;
}

/** The configuration for the file or folder at an absolute path. Keeps what it has read: make one a run. */
export type ConfigFor = (absolute: string) => Promise<ResolvedConfig>;

/** The resulting function throws ConfigError where a configuration cannot be used. */
export function configurations({ cwd, file: forced, command = {}, today }: ConfigOptions): ConfigFor {
  const found = new Map<string, string | null>();
  const loaded = new Map<string, Promise<Loaded>>();
  const resolved = new Map<string, ResolvedConfig>();
  const configOf = (folder: string): string | null => {
    if (forced !== undefined) return forced || null;
    const known = found.get(folder);
    if (known !== undefined) return known;
    const file = findConfig(folder);
    found.set(folder, file);
    return file;
  };
  return async (absolute) => {
    const file = configOf(dirname(absolute));
    const loading = loaded.get(file ?? '') ?? load(file, cwd);
    loaded.set(file ?? '', loading);
    const { layers, packs, isIgnored } = await loading;
    const extra = packs.map(({ rule }) => rule);
    // Files for which the same overrides hold share one rule set.
    const key = [file ?? '', ...layers.flatMap((layer) => applying(layer, absolute))].join('\n');
    const known = resolved.get(key);
    if (known) return known;
    const { set, ...rest } = settle(layers, extra, absolute, command);
    const settled: ResolvedConfig = { file, isIgnored, packs, set: today === undefined ? set : { ...set, today }, ...rest };
    resolved.set(key, settled);
    return settled;
  };
}

interface Loaded {
  readonly layers: readonly Layer[];
  readonly packs: ResolvedConfig['packs'];
  isIgnored(absolute: string): boolean;
}

const NOTHING: Loaded = { layers: [], packs: [], isIgnored: () => false };

async function load(file: string | null, cwd: string): Promise<Loaded> {
  if (file === null) return NOTHING;
  const problems = new Problems();
  // What reads and checks them is loaded where there are any.
  const [{ loadLayers }, { checkNames }] = await Promise.all([import('./layers.js'), import('./names.js')]);
  const layers = await loadLayers(file, cwd, problems);
  const packs: ResolvedConfig['packs'][number][] = [];
  for (const layer of layers) {
    for (const entry of namesIn(layer.content.packs)) {
      const { packOf } = await import('./packs.js');
      packs.push(...(await packOf(entry, layer, cwd, problems)));
    }
  }
  if (layers.length > 0) await checkNames(layers, packs, problems);
  problems.raise();
  const filters = layers.flatMap(({ file: from, content }) =>
    content.ignore === undefined ? [] : [{ folder: dirname(from), filter: ignore().add([...listOf(content.ignore)]) }],
  );
  const isIgnored = (absolute: string): boolean =>
    filters.some(({ folder, filter }) => {
      const path = toForwardSlashes(relative(folder, absolute));
      return path !== '' && !path.startsWith('..') && filter.ignores(path);
    });
  return { layers, packs, isIgnored };
}

function applying({ content, file }: Layer, absolute: string): string[] {
  const path = toForwardSlashes(relative(dirname(file), absolute));
  if (path === '' || path.startsWith('..')) return [];
  return (content.overrides ?? []).flatMap(({ files }, index) =>
    ignore()
      .add([...listOf(files)])
      .ignores(path)
      ? [`${file}#${index}`]
      : [],
  );
}
