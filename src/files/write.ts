import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file at once: whoever reads it meanwhile sees the old or the new content, never a part. Keeps its permissions; follows links.
 * `isDurable`: it is on the disk before it is in its place, so that a power cut leaves no empty file.
 * Its temporary name is no one else's, even where machines share the folder. (Chance is enough for that: Node's cryptography takes longer
 * to load than a file to write.)
 */
export function writeAtomically(absolute: string, content: string | Uint8Array, isDurable = false): void {
  const { target, mode } = targetOf(absolute);
  const temporary = join(dirname(target), `.${basename(target)}.${Math.random().toString(36).slice(2)}.tmp`);
  try {
    writeFileSync(temporary, content, { ...(mode === null ? {} : { mode }), flush: isDurable });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function targetOf(absolute: string): { target: string; mode: number | null } {
  try {
    const target = realpathSync(absolute);
    return { target, mode: statSync(target).mode };
  } catch {
    return { target: absolute, mode: null };
  }
}
