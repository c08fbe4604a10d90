/** How the files of an audit are cut into batches: the same files give the same batches on every machine. */
import { dirname } from 'node:path';
import { COMPANY_SIZE } from '../compare/folder.js';
import type { Batch } from './types.js';

/** Documents a batch. Large enough that a journal's cost does not count, small enough that a kill costs little. */
const BATCH_SIZE = 50;

/**
 * The documents of a small folder stay together, since they are compared with each other; those of a large one are of many companies and
 * stand alone. `files` are in the order of the report, those of a folder next to each other. A batch and a small folder are held at a time.
 */
export async function* batchesOf(files: Files, size = BATCH_SIZE): AsyncGenerator<Batch> {
  let index = 0;
  let batch: Batch['files'][number][] = [];
  const finish = (): Batch => {
    const done = { index: index++, files: batch };
    batch = [];
    return done;
  };
  for await (const { isLarge, members } of foldersOf(files)) {
    for (const { absolute, path } of members) batch.push(isLarge ? { absolute, path, isAlone: true } : { absolute, path });
    if (batch.length >= size) yield finish();
  }
  if (batch.length > 0) yield finish();
}

type Files = AsyncIterable<Named> | Iterable<Named>;
interface Named {
  readonly absolute: string;
  readonly path: string;
}

/** Files that follow each other in one folder: together where they are few, else one by one. */
async function* foldersOf(files: Files): AsyncGenerator<{ isLarge: boolean; members: Named[] }> {
  let folder: string | null = null;
  let isLarge = false;
  let held: Named[] = [];
  for await (const file of files) {
    const own = dirname(file.absolute);
    if (own !== folder) {
      if (held.length > 0) yield { isLarge, members: held };
      [folder, isLarge, held] = [own, false, []];
    }
    held.push(file);
    if (!isLarge && held.length <= COMPANY_SIZE) continue;
    isLarge = true;
    for (const one of held) yield { isLarge, members: [one] };
    held = [];
  }
  if (held.length > 0) yield { isLarge, members: held };
}
