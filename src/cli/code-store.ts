/**
 * Compiled code on disk, a file a program and engine. V8 runs what it is given without checking it: a file counts only where this user
 * alone can write it and where it is whole. Nothing here ever fails a run.
 */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export interface KeptCode {
  readonly code: Buffer;
  /** What the runs that it comes from had to do: see `keepCode`. */
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

/** Keeps code under a name. `traits`: words for what it was compiled for; a run with others has reason to keep its code instead. */
export function keepCode(folder: string, name: string, { code, traits }: KeptCode): void {
  const temporary = join(folder, `.${name}.${process.pid}.tmp`);
  try {
    // Two folders at most, never the home of a user who has none. (Node's recursive `mkdir` does not return in /proc.)
    for (const path of [dirname(folder), folder]) if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
    if (!isOwn(lstatSync(folder))) return;
    prune(folder, name);
    try {
      // On the disk before it is in its place. `wx`: into no file and through no link that is there already.
      writeFileSync(temporary, pack(code, traits), { mode: 0o600, flag: 'wx', flush: true });
      renameSync(temporary, join(folder, name));
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch {
    // A full disk or a folder that cannot be written costs speed, nothing else.
  }
}

/** Of this user, and written by no one else. Windows has no such bits; there the folder is in the user's profile. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

/**
 * The code and its traits, twice: a damaged file differs in its halves, and comparing those takes a tenth of the time of a checksum, whose
 * code Node would have to load first.
 */
function pack(code: Buffer, traits: readonly string[]): Buffer {
  const words = Buffer.from(traits.join('\n'));
  const end = Buffer.from(`....${MARK}`);
  end.writeUInt32LE(words.length);
  const half = Buffer.concat([code, words, end]);
  return Buffer.concat([half, half]);
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

/** Each version of the program and of Node leaves a file behind: the latest few stay, and what a killed run was writing goes. */
function prune(folder: string, name: string): void {
  const others = readdirSync(folder).filter((entry) => entry !== name && entry !== `.${name}.${process.pid}.tmp`);
  const aged = others.map((entry) => ({ path: join(folder, entry), written: statSync(join(folder, entry)).mtimeMs }));
  const old = aged.sort((a, b) => b.written - a.written).slice(KEPT_FILES);
  for (const { path } of old) rmSync(path, { force: true });
}

const KEPT_FILES = 5;
/** Stands at the end of each half. */
const MARK = 'policylint';
