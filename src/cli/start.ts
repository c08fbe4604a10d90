/**
 * What `bin/policylint.js` loads. `check` is what editors, hooks and CI call again and again, on a page or two: it is one script, whose
 * code is kept compiled between runs. Every other command takes the way of `dist/cli.js`.
 */
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
  tuneEngine();
  tuneForPages();
  const path = join(__dirname, CHECK_SCRIPT);
  const folder = codeFolder(process.env, process.platform);
  // The tag stands for V8, its flags and the processor.
  const name = [basename(path, '.cjs'), process.arch, cachedDataVersionTag().toString(36)].join('-');
  const kept = folder === null ? null : readCode(folder, name);
  // ASCII, as the build makes sure: V8 takes it as it is.
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(kept === null ? {} : { cachedData: kept.code }),
  });
  const { run, endProcess }: typeof entryCheck = script.runInThisContext()(
    require,
    (name: string) => import(name),
    pathToFileURL(path).href,
  );
  const traits = traitsOf(argv);
  const known = script.cachedDataRejected === false ? (kept?.traits ?? []) : [];
  void run().then(() => {
    if (folder !== null && known.length <= MAX_TRAITS && !traits.every((trait) => known.includes(trait)))
      keepCode(folder, name, { code: script.createCachedData(), traits: [...new Set([...known, ...traits])] });
    endProcess();
  });
}

/** What a run has to do, in so far as its arguments tell: options, formats, kinds of files. */
function traitsOf(words: readonly string[]): string[] {
  return words.map((word) => (word.startsWith('-') ? word.replace(/=.*/s, '') : /^[a-z]{1,12}$/.test(word) ? word : extname(word)));
}

/** Beyond these, arguments tell nothing new. */
const MAX_TRAITS = 40;
