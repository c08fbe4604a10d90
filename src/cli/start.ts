/**
 * What `bin/policylint.js` loads. `check` is what editors, hooks and CI call again and again, on a page or two: it is one script, whose
 * code is kept compiled between runs. Every other command takes the way of `dist/cli.js`.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { tuneEngine, tuneForPages } from '../engine.js';
import { codeFolder } from './code-folder.js';
import { readCode } from './code-store.js';
import type * as entryCheck from './entry-check.js';

/** Set by the build: the file of the script, in this folder. Its name changes with every build. */
declare const CHECK_SCRIPT: string;

const argv = process.argv.slice(2);

if (isCheck(argv[0])) runCheck();
else void runOther();

async function runOther(): Promise<void> {
  const { default: module } = await import('node:module');
  // From Node 22 on; the types are those of Node 20.
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
  await import('./entry.js');
}

/** The command, or a file, which is checked where no command is named. */
function isCheck(word: string | undefined): boolean {
  return word === 'check' || (word !== undefined && !word.startsWith('-') && extname(word) !== '');
}

function runCheck(): void {
  tuneEngine();
  tuneForPages();
  const path = join(__dirname, CHECK_SCRIPT);
  const folder = codeFolder(process.env, process.platform);
  // Everything that is read passes through the same memory: touching new memory takes as long as reading into it. Two megabytes are more
  // than the script, its compiled code or any of its data but the largest, of which views are kept.
  const memory = Buffer.allocUnsafeSlow(1 << 21);
  // ASCII, as the build makes sure: V8 takes it as it is.
  const source = readWhole(path, memory).toString('latin1');
  makeRoom(memory);
  // The tag stands for V8, its flags and the processor.
  const name = [basename(path, '.cjs'), process.arch, cachedDataVersionTag().toString(36)].join('-');
  const kept = folder === null ? null : readCode(folder, name, memory);
  const script = new Script(source, {
    filename: path,
    ...(kept === null ? {} : { cachedData: kept.code }),
  });
  const { run }: typeof entryCheck = script.runInThisContext()(
    require,
    (name: string) => import(name),
    path,
    (data: string, isKept: boolean) => readWhole(join(__dirname, 'chunks', data), isKept ? undefined : memory),
  );
  void run({ script, kept, folder, name });
}

/**
 * V8 makes more room for new objects once as much has survived as there is room for: after two collections, which copy what lives. They come
 * now, while little does: the script's text fills the room for large objects, and each of these two has to wait until it is cleared. Later,
 * they would copy what has been made of the data, which takes half as long again.
 */
function makeRoom(memory: Buffer): void {
  const large = new Array<number>(17_000).fill(0);
  const moreThanLeft = memory.toString('latin1', 0, 900_000);
  made(large, moreThanLeft);
}

/** Nobody asks for them: V8 must not find that out. */
function made(..._objects: readonly unknown[]): void {}

/** The bytes of a file, in `memory` where they fit there, until that is read into again. Throws as `openSync` does. */
function readWhole(path: string, memory?: Buffer): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = memory && size <= memory.length ? memory.subarray(0, size) : Buffer.allocUnsafeSlow(size);
    for (let at = 0; at < size; ) {
      const count = readSync(file, bytes, at, size - at, at);
      if (count === 0) throw new Error(`${path} is shorter than its size`);
      at += count;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
