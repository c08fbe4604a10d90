/** The files of an audit, looked for again and again instead of held: a million of them take no more memory than a thousand. */
import { join, resolve, sep } from 'node:path';
import { below, discover, emptyFolder, type FoundFile, typeOf } from './discover.js';
import type { FileProblem } from './problems.js';
import { problem } from './read.js';
import { toForwardSlashes } from './repository.js';
import { byFolder } from './walk.js';

export interface Listing {
  /** Names and patterns that led nowhere. */
  readonly problems: readonly FileProblem[];
  /** Policies in the order of `byFolder`, each once. Every call looks at the disk anew. */
  each(): Iterable<FoundFile>;
}

/** The same files as `discover` finds. Held in memory only where an argument is a file or a pattern, or lies within another. */
export async function list(patterns: readonly string[], cwd: string): Promise<Listing> {
  if (!areApart(patterns, cwd)) {
    const { files, problems } = await discover(patterns, cwd);
    const sorted = [...files].sort((a, b) => byFolder(a.path, b.path));
    return { problems, each: () => sorted };
  }
  const folders = await Promise.all(
    [...patterns].sort((a, b) => byFolder(slashed(a), slashed(b))).map(async (folder) => ({ folder, inside: await below(folder, cwd) })),
  );
  return {
    problems: folders
      .filter(({ inside }) => !holdsPolicy(inside))
      .map(({ folder }) => problem('file/missing', toForwardSlashes(folder), emptyFolder(folder))),
    *each() {
      for (const { inside } of folders)
        for (const { path, isPolicy } of inside) if (isPolicy) yield { path, absolute: resolve(cwd, path), named: false };
    },
  };
}

/** Folders, none of which lies in another: what they hold, one after the other, is in order. */
function areApart(patterns: readonly string[], cwd: string): boolean {
  const absolutes = patterns.map((pattern) => resolve(cwd, pattern));
  if (patterns.length > 1 && absolutes.includes(cwd)) return false;
  return absolutes.every(
    (one, i) => typeOf(one) === 'folder' && absolutes.every((other, j) => i === j || !`${other}${sep}`.startsWith(`${one}${sep}`)),
  );
}

const slashed = (folder: string): string => `${toForwardSlashes(join(folder)).replace(/\/$/, '')}/`;

function holdsPolicy(inside: Iterable<{ readonly isPolicy: boolean }>): boolean {
  for (const { isPolicy } of inside) if (isPolicy) return true;
  return false;
}
