import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files below a folder in the order of their paths, relative to it, with forward slashes: without hidden ones, `node_modules` and
 * links. The names of one folder and of those above it are held, whatever the number of files.
 */
export function* walk(folder: string, below = ''): Generator<string> {
  for (const { name, isFolder } of entries(join(folder, below))) {
    const path = `${below}${name}`;
    if (isFolder) yield* walk(folder, path);
    else yield path;
  }
}

/** A folder's name ends in a slash, so that what it holds comes where its path does: "a-b.md", "a/c.md". */
function entries(folder: string): { name: string; isFolder: boolean }[] {
  return read(folder)
    .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || (entry.isDirectory() && entry.name !== 'node_modules')))
    .map((entry) => ({ name: entry.isFile() ? entry.name : `${entry.name}/`, isFolder: !entry.isFile() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function read(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that may not be read holds nothing that could be.
    return [];
  }
}
