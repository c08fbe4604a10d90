import { opendirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files below a folder in order (`byFolder`), relative to it, with forward slashes: without hidden ones, `node_modules` and links. The
 * names of one folder and of those above it are held, whatever the number of files.
 */
export function* walk(folder: string, below = ''): Generator<string> {
  const { files, folders } = entries(join(folder, below));
  for (const name of files) yield `${below}${name}`;
  for (const name of folders) yield* walk(folder, `${below}${name}/`);
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

/** Sorted names; of a folder that may not be read, none. */
function entries(folder: string): { files: string[]; folders: string[] } {
  const files: string[] = [];
  const folders: string[] = [];
  try {
    // Entry by entry: of those that a folder of 100,000 policies has, only the names are held.
    const open = opendirSync(folder, { bufferSize: 1000 });
    try {
      for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
        if (entry.name.startsWith('.')) continue;
        if (entry.isFile()) files.push(entry.name);
        else if (entry.isDirectory() && entry.name !== 'node_modules') folders.push(entry.name);
      }
    } finally {
      open.closeSync();
    }
  } catch {
    // What was read until then is given.
  }
  return { files: files.sort(), folders: folders.sort() };
}
