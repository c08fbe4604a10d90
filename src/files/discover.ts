import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { didYouMean } from '../nearest.js';
import type { FileProblem } from './problems.js';
import { problem } from './read.js';
import { toForwardSlashes } from './repository.js';
import { walk } from './walk.js';

export interface Found {
  /** Sorted by path, each once. */
  readonly files: readonly FoundFile[];
  /** Names and patterns that led nowhere. */
  readonly problems: readonly FileProblem[];
  /** Files that a folder holds but that were left out because of their name or format, relative to the working directory. */
  readonly skipped: readonly string[];
}

export interface FoundFile {
  /** As reports name it: relative to the working directory where the argument was, forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Named itself, not found in a folder or by a pattern. */
  readonly named: boolean;
}

/** Endings that a folder is searched for. */
const EXTENSIONS: readonly string[] = ['.md', '.markdown', '.mdx', '.html', '.htm', '.txt', '.pdf', '.docx'];
/** Endings of documents that are met in folders but cannot be read yet. */
const UNREADABLE_EXTENSIONS = new Set(['.doc', '.odt', '.rtf']);
/** Names that a folder is full of and that are no policies; linted where they are named themselves. */
const OTHER_DOCUMENTS =
  /^(?:readme|changelog|changes|history|releases?|licen[cs]e|copying|notice|third[-_ ]?party[-_ ]?(?:notices?|licenses?)|contributing|contributors|authors|maintainers|code[-_]of[-_]conduct|security|support|todo|roadmap|requirements|robots|humans|llms|cmakelists|pull_request_template|issue_template)(?:[-_.][\w.-]{0,40})?\.\w{1,10}$/i;

/** Whether a file's name says that it is no policy (a README, a change log). */
export function isOtherDocument(path: string): boolean {
  return OTHER_DOCUMENTS.test(basename(path));
}

/**
 * Finds the files that the arguments name: files, folders (searched for the known endings, without hidden folders, `node_modules`,
 * what .gitignore or .policylintignore leave out, and READMEs and their like) and glob patterns. Never throws.
 */
export async function discover(patterns: readonly string[], cwd: string): Promise<Found> {
  const files = new Map<string, FoundFile>();
  const problems: FileProblem[] = [];
  const skipped: string[] = [];
  const add = (path: string, named: boolean): void => {
    const absolute = resolve(cwd, path);
    if (named || !files.has(absolute)) files.set(absolute, { path: toForwardSlashes(path).replace(/^\.\//, ''), absolute, named });
  };
  for (const pattern of patterns) {
    const type = typeOf(resolve(cwd, pattern));
    if (type === 'file') add(pattern, true);
    else if (type === 'folder') {
      let isEmpty = true;
      for (const { path, isPolicy } of await below(pattern, cwd)) {
        if (isPolicy) add(path, false);
        else skipped.push(path);
        isEmpty &&= !isPolicy;
      }
      if (isEmpty) problems.push(problem('file/missing', toForwardSlashes(pattern), emptyFolder(pattern)));
    } else if (isPattern(pattern)) {
      const inside = await search(toForwardSlashes(pattern), cwd);
      for (const path of inside) add(path, false);
      if (inside.length === 0) problems.push(problem('file/missing', pattern, `No file matches "${pattern}".`));
    } else problems.push(problem('file/missing', toForwardSlashes(pattern), missing(pattern, cwd)));
  }
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files: sorted, problems, skipped: [...new Set(skipped)].sort() };
}

/** What a folder holds of documents, with the folder in front, in order, without what the ignore files leave out. */
export async function below(folder: string, cwd: string): Promise<Iterable<{ path: string; isPolicy: boolean }>> {
  const { ignoreFilter } = await import('./ignored.js');
  const top = resolve(cwd, folder);
  return {
    *[Symbol.iterator]() {
      const isIgnored = ignoreFilter(top);
      for (const inside of walk(top)) {
        const extension = extname(inside).toLowerCase();
        const isReadable = EXTENSIONS.includes(extension);
        if ((!isReadable && !UNREADABLE_EXTENSIONS.has(extension)) || isIgnored(resolve(top, inside))) continue;
        yield { path: toForwardSlashes(join(folder, inside)), isPolicy: isReadable && !isOtherDocument(inside) };
      }
    },
  };
}

/** Files that match, without what the ignore files leave out. */
async function search(pattern: string, cwd: string): Promise<string[]> {
  const [{ default: glob }, { ignoreFilter }] = await Promise.all([import('fast-glob'), import('./ignored.js')]);
  const isIgnored = ignoreFilter(cwd);
  const options = { cwd, ignore: ['**/node_modules/**', '**/.git/**'], suppressErrors: true, followSymbolicLinks: false };
  return glob
    .sync(pattern, options)
    .filter((path) => !isIgnored(resolve(cwd, path)))
    .map((path) => toForwardSlashes(join(path)));
}

export function typeOf(absolute: string): 'file' | 'folder' | null {
  try {
    return statSync(absolute).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

function isPattern(text: string): boolean {
  return /[*?[\]{}!]/.test(text);
}

export function emptyFolder(folder: string): string {
  return `The folder "${folder}" holds no policy: no file with one of the endings ${EXTENSIONS.join(' ')} that is not ignored.`;
}

function missing(path: string, cwd: string): string {
  const folder = dirname(path);
  let names: string[] = [];
  try {
    names = readdirSync(resolve(cwd, folder));
  } catch {
    // The folder is missing too: there is nothing to suggest.
  }
  return `There is no file "${path}".${didYouMean(basename(path), names)}`;
}
