import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The folder that holds `.git` at or above `folder`, or null. */
export function findRepositoryRoot(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/**
 * The path of a file as code scanning wants it: relative to the root of its repository where it lies in one, else to the
 * working directory; symbolic links resolved, forward slashes.
 */
export function repositoryPath(absolute: string, cwd: string): string {
  const file = real(absolute);
  const root = findRepositoryRoot(dirname(file)) ?? real(cwd);
  // As `relative`, which Node would have to compile.
  const inside = file.startsWith(root + sep) ? file.slice(root.length + 1) : relative(root, file);
  return toForwardSlashes(inside);
}

/** Relative to a folder where the file lies in it, else absolute; forward slashes. */
export function nameFrom(folder: string, absolute: string): string {
  const path = relative(folder, absolute);
  return toForwardSlashes(path.startsWith('..') ? absolute : path);
}

export function toForwardSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
