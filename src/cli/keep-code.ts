/** Writes compiled code to disk, for `readCode`. Nothing here ever fails a run. */
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOwn, type KeptCode, MARK } from './code-store.js';

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

/** Each version of the program and of Node leaves a file behind: the latest few stay, and what a killed run was writing goes. */
function prune(folder: string, name: string): void {
  const others = readdirSync(folder).filter((entry) => entry !== name && entry !== `.${name}.${process.pid}.tmp`);
  const aged = others.map((entry) => ({ path: join(folder, entry), written: statSync(join(folder, entry)).mtimeMs }));
  const old = aged.sort((a, b) => b.written - a.written).slice(KEPT_FILES);
  for (const { path } of old) rmSync(path, { force: true });
}

const KEPT_FILES = 5;
