/**
 * What `bin/policylint.js` loads. `check` is what editors, hooks and CI call again and again, on a page or two: it is one script, whose
 * code is kept compiled between runs. Every other command takes the way of `dist/cli.js`.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import module from 'node:module';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { tuneEngine, tuneForPages } from '../engine.js';
import { codeFolder } from './code-folder.js';
import { keepCode, readCode } from './code-store.js';
import type * as entryCheck from './entry-check.js';

/** Set by the build: the file of the script, in this folder. Its name changes with every build. */
declare const CHECK_SCRIPT: string;

const argv = process.argv.slice(2);

if (isCheck(argv[0])) runCheck();
else {
  // From Node 22 on; the types are those of Node 20.
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
  void import('./entry.js');
}

/** The command, or a file, which is checked where no command is named. */
function isCheck(word: string | undefined): boolean {
  return word === 'check' || (word !== undefined && !word.startsWith('-') && extname(word) !== '');
}

function runCheck(): void {
  askFor(parseArgs, process.stdout);
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
  const { run, endProcess }: typeof entryCheck = script.runInThisContext()(
    require,
    (name: string) => import(name),
    pathToFileURL(path).href,
    (data: string, isKept: boolean) => readWhole(join(__dirname, 'chunks', data), isKept ? undefined : memory),
  );
  const traits = traitsOf(argv);
  const known = script.cachedDataRejected === false ? (kept?.traits ?? []) : [];
  void run().then(() => {
    if (folder !== null && known.length <= MAX_TRAITS && !traits.every((trait) => known.includes(trait)))
      keepCode(folder, name, { code: script.createCachedData(), traits: [...new Set([...known, ...traits])] });
    endProcess();
  });
}

/** What Node loads when it is first asked for comes compiled under the settings that Node starts with, and is compiled anew under others. */
function askFor(..._parts: readonly unknown[]): void {}

/**
 * V8 makes more room for new objects once as much has survived as there is room for: after two collections, which copy what lives. They come
 * now, while little does: the script's text fills the room for large objects, and each of these two has to wait until it is cleared. Later,
 * they would copy what has been made of the data, which takes two to three times as long.
 */
function makeRoom(memory: Buffer): void {
  const large = new Array<number>(17_000).fill(0);
  const moreThanLeft = memory.toString('latin1', 0, 900_000);
  askFor(large, moreThanLeft);
}

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

/** What a run has to do, in so far as its arguments tell: options, formats, kinds of files. */
function traitsOf(words: readonly string[]): string[] {
  return words.map((word) => (word.startsWith('-') ? word.replace(/=.*/s, '') : /^[a-z]{1,12}$/.test(word) ? word : extname(word)));
}

/** Beyond these, arguments tell nothing new. */
const MAX_TRAITS = 40;
