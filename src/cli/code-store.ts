/**
 * Compiled code on disk, a file a program and engine. V8 runs what it is given without checking it: a file counts only where this user
 * alone can write it and where it is whole. Nothing here ever fails a run. `keep-code.ts` writes them: that is loaded only where it is used.
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { join } from 'node:path';

export interface KeptCode {
  readonly code: Buffer;
  /** What the runs that it comes from had to do: see `keep-code.ts`. */
  readonly traits: readonly string[];
}

/** What is kept under this name; null where there is nothing, or nothing that can be trusted. The code stands in `memory` where that is large enough. */
export function readCode(folder: string, name: string, memory?: Buffer): KeptCode | null {
  let file: number | null = null;
  try {
    if (!isOwn(lstatSync(folder))) return null;
    file = openSync(join(folder, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const stats = fstatSync(file);
    return stats.isFile() && isOwn(stats) ? read(file, stats.size, memory) : null;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Of this user, and written by no one else. Windows has no such bits; there the folder is in the user's profile. */
export function isOwn({ uid, mode }: Stats): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

function read(file: number, size: number, memory: Buffer | undefined): KeptCode | null {
  const length = Math.floor(size / 2);
  const half = memory && memory.length >= length ? memory.subarray(0, length) : Buffer.allocUnsafeSlow(length);
  const end = length - 4 - MARK.length;
  if (end < 0 || readSync(file, half, 0, length, 0) < length || half.toString('latin1', end + 4) !== MARK) return null;
  // The second half piece by piece: memory that is touched for the first time takes longer than what is done with it.
  const piece = Buffer.allocUnsafe(PIECE);
  for (let at = 0; at < length; at += PIECE) {
    const count = Math.min(PIECE, length - at);
    if (readSync(file, piece, 0, count, length + at) < count || half.compare(piece, 0, count, at, at + count) !== 0) return null;
  }
  const start = end - half.readUInt32LE(end);
  return start < 0 ? null : { code: half.subarray(0, start), traits: half.toString('utf8', start, end).split('\n') };
}

const PIECE = 1 << 16;

/** Stands at the end of each half. */
export const MARK = 'policylint';
