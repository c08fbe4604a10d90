import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { findRepositoryRoot, toForwardSlashes } from './repository.js';

const IGNORE_FILES = ['.gitignore', '.policylintignore'];

/**
 * Tells whether a file is ignored by a `.gitignore` or `.policylintignore` between the root of its repository (or `top`, where
 * there is none) and its folder. As in git, a deeper file has the last word.
 */
export function ignoreFilter(top: string): (absolute: string) => boolean {
  const root = findRepositoryRoot(top) ?? top;
  const known = new Map<string, Ignore | null>();
  const patternsOf = (folder: string): Ignore | null => {
    const cached = known.get(folder);
    if (cached !== undefined) return cached;
    const texts = IGNORE_FILES.map((name) => readIfThere(join(folder, name))).filter((text) => text !== null);
    const made = texts.length > 0 ? texts.reduce((filter, text) => filter.add(text), ignore()) : null;
    known.set(folder, made);
    return made;
  };
  return (absolute) => {
    let verdict = false;
    for (const folder of foldersBetween(root, absolute)) {
      const test = patternsOf(folder)?.test(toForwardSlashes(relative(folder, absolute)));
      if (test?.ignored) verdict = true;
      else if (test?.unignored) verdict = false;
    }
    return verdict;
  };
}

/** The folders from `root` down to that of `file`; that of `file` alone where it lies outside. */
function foldersBetween(root: string, file: string): string[] {
  const folders: string[] = [];
  for (let at = dirname(file); ; at = dirname(at)) {
    folders.unshift(at);
    if (at === root || dirname(at) === at) break;
  }
  return folders[0] === root ? folders : [dirname(file)];
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
