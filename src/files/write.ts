import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Replaces a file at once: whoever reads it meanwhile sees the old or the new content, never a part. Keeps its permissions; follows links. */
export function writeAtomically(absolute: string, content: string | Uint8Array): void {
  const { target, mode } = targetOf(absolute);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.${counter++}.tmp`);
  try {
    writeFileSync(temporary, content, mode === null ? {} : { mode });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

let counter = 0;

function targetOf(absolute: string): { target: string; mode: number | null } {
  try {
    const target = realpathSync(absolute);
    return { target, mode: statSync(target).mode };
  } catch {
    return { target: absolute, mode: null };
  }
}
