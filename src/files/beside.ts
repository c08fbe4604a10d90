/** Reads what lies beside a policy and says something of its project: lists of packages, store labels. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BesideFile, isBeside } from '../compare/beside.js';

/** Larger ones are no list that anybody wrote. */
const MOST_BYTES = 2_000_000;

/** By name. Files that cannot be read are left out: they are no policies. `path`: of the policy, as reports name it. */
export function filesBeside(absolute: string, path: string): BesideFile[] {
  // A text from standard input has a name and no place.
  if (!existsSync(absolute)) return [];
  const [folder, shown] = [dirname(absolute), path.slice(0, path.lastIndexOf('/') + 1)];
  return names(folder).flatMap((name) => {
    try {
      const file = join(folder, name);
      const stats = lstatSync(file);
      return !stats.isFile() || stats.size > MOST_BYTES ? [] : [{ path: `${shown}${name}`, content: readFileSync(file, 'utf8') }];
    } catch {
      return [];
    }
  });
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isBeside).sort();
  } catch {
    return [];
  }
}
