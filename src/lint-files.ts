/** The pipeline over files: what `lint` does for one text, for everything that the arguments name. */
import type { Format } from './document/types.js';
import type { Cache } from './files/cache.js';
import type { ConfigFor } from './files/config/index.js';
import { discover, type FoundFile } from './files/discover.js';
import type { FileProblem } from './files/problems.js';
import { fromAnyBytes, problem, type ReadFile, readAnyPolicy } from './files/read.js';
import { repositoryPath } from './files/repository.js';
import { type DocumentView, documentView, failedDocument } from './report/view.js';
import type { RuleSet } from './rules/ruleset.js';
import type { Rule } from './rules/types.js';

export interface LintedFiles {
  readonly documents: readonly DocumentView[];
  /** Names and patterns that led nowhere. */
  readonly problems: readonly FileProblem[];
  /** Files that a folder holds but that were left out because of their name or format. */
  readonly skipped: readonly string[];
  readonly files: readonly FoundFile[];
  /** The rules that at least one file was checked with, sorted by id. */
  readonly rules: readonly Rule[];
}

/**
 * Lints files, folders and glob patterns, relative to `cwd`, each under its own configuration where `rules` is a function.
 * Never rejects because of a file: what is wrong with one is in its document. Rejects with ConfigError.
 */
export async function lintFiles(
  patterns: readonly string[],
  cwd: string,
  rules: RuleSet | ConfigFor,
  cache: Pick<Cache, 'remember'> = NO_CACHE,
): Promise<LintedFiles> {
  const { files: found, problems: unfound, skipped } = await discover(patterns, cwd);
  const problems = [...unfound];
  const documents: DocumentView[] = [];
  const files: FoundFile[] = [];
  const used = new Map<string, Rule>();
  for (const file of found) {
    const config = typeof rules === 'function' ? await rules(file.absolute) : null;
    if (!file.named && config?.isIgnored(file.absolute)) continue;
    const set = typeof rules === 'function' ? (await rules(file.absolute)).set : rules;
    for (const rule of set.rules) used.set(rule.id, rule);
    files.push(file);
    documents.push(await lintRead(await readAnyPolicy(file.absolute, file.path), repositoryPath(file.absolute, cwd), set, cache));
  }
  if (files.length === 0 && found.length > 0) {
    const named = patterns.join(', ');
    problems.push(problem('file/missing', named, `"ignore" in the configuration leaves out all files of "${named}".`));
  }
  const sorted = [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { documents, problems, skipped, files, rules: sorted };
}

/** Lints bytes that came from elsewhere than a file (standard input); `path` names them and tells their format. */
export async function lintBytes(bytes: Uint8Array, path: string, set: RuleSet): Promise<DocumentView> {
  return lintRead(await fromAnyBytes(bytes, path), path, set, NO_CACHE);
}

/** Lints a text that is decoded already. `format` tells what it is where the name of `path` does not. Never rejects. */
export async function lintText(source: string, path: string, format: Format | undefined, set: RuleSet): Promise<DocumentView> {
  if (source.trim() === '')
    return failedDocument(path, path, [problem('file/empty', path, 'The text is empty: there is no policy to check.')]);
  return lintRead({ path, source, ...(format ? { format } : {}), problems: [] }, path, set, NO_CACHE);
}

const NO_CACHE: Pick<Cache, 'remember'> = { remember: (_source, _path, _set, make) => make() };

async function lintRead(
  { path, source, format, problems }: ReadFile,
  uri: string,
  set: RuleSet,
  cache: Pick<Cache, 'remember'>,
): Promise<DocumentView> {
  if (source === null) return failedDocument(path, uri, problems);
  try {
    const key = [path, ...problems.map(({ message }) => message)].join('\n');
    const { source: _, ...view } = await cache.remember(source, key, set, async () => {
      // Loaded where something is to be linted: a run that finds everything in the cache does without.
      const { lint } = await import('./lint.js');
      return { ...documentView(await lint(source, { path, ...(format ? { format } : {}) }, set), uri, problems), source: '' };
    });
    return { ...view, source, uri };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `policylint failed on this file: ${detail}. Please report it: https://github.com/policylint/policylint/issues`;
    return failedDocument(path, uri, [...problems, problem('file/internal-error', path, message)]);
  }
}
