import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files below a folder in order (`byFolder`), relative to it, with forward slashes: without hidden ones, `node_modules` and links. The
 * names of one folder and of those above it are held, whatever the number of files.
 */
export function* walk(folder: string, below = ''): Generator<string> {
  const entries = read(join(folder, below));
  for (const name of names(entries, (entry) => entry.isFile())) yield `${below}${name}`;
  for (const name of names(entries, (entry) => entry.isDirectory() && entry.name !== 'node_modules'))
    yield* walk(folder, `${below}${name}/`);
}

/** Orders paths: the files of a folder follow each other, then come the folders in it. What belongs together is met together. */
export function byFolder(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')];
  const at = one.findIndex((name, i) => name !== other[i]);
  if (at < 0) return one.length - other.length;
  const isFile = [at === one.length - 1, at === other.length - 1];
  if (isFile[0] !== isFile[1]) return isFile[0] ? -1 : 1;
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

/** Sorted, without hidden ones. */
function names(entries: readonly Dirent[], isWanted: (entry: Dirent) => boolean): string[] {
  return entries
    .filter((entry) => !entry.name.startsWith('.') && isWanted(entry))
    .map(({ name }) => name)
    .sort();
}

function read(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that may not be read holds nothing that could be.
    return [];
  }
}
