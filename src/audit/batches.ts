/** How the files of an audit are cut into batches: the same files give the same batches on every machine. */
import { dirname } from 'node:path';
import { COMPANY_SIZE } from '../compare/folder.js';
import type { Batch } from './types.js';

/** Documents a batch. Large enough that a journal's cost does not count, small enough that a kill costs little. */
const BATCH_SIZE = 50;

/**
 * The documents of a small folder stay together, since they are compared with each other; those of a large one are of many companies and
 * stand alone. `files` are in the order of the report.
 */
export function batchesOf(files: readonly { readonly absolute: string; readonly path: string }[], size = BATCH_SIZE): Batch[] {
  const batches: Batch[] = [];
  let batch: Batch['files'][number][] = [];
  const finish = (): void => {
    if (batch.length > 0) batches.push({ index: batches.length, files: batch });
    batch = [];
  };
  for (let at = 0; at < files.length; ) {
    const folder = dirname(files[at]?.absolute ?? '');
    let end = at + 1;
    while (end < files.length && dirname(files[end]?.absolute ?? '') === folder) end++;
    const isLarge = end - at > COMPANY_SIZE;
    for (const { absolute, path } of files.slice(at, end)) {
      batch.push(isLarge ? { absolute, path, isAlone: true } : { absolute, path });
      if (isLarge && batch.length >= size) finish();
    }
    if (batch.length >= size) finish();
    at = end;
  }
  finish();
  return batches;
}
