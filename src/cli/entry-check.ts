/** The command `check` alone, bundled as one script, so that its code can be kept compiled: `dist/chunks/check-*.cjs`. */
import type { Script } from 'node:vm';
import { check } from './check.js';
import type { KeptCode } from './code-store.js';
import { keepCode } from './keep-code.js';
import { endProcess, runProcess } from './process.js';

/** The script that this is, and the code that it was made with. */
export interface Loaded {
  readonly script: Script;
  readonly kept: KeptCode | null;
  /** Where code is kept; null where it is not. */
  readonly folder: string | null;
  readonly name: string;
}

export async function run({ script, kept, folder, name }: Loaded): Promise<void> {
  await runProcess({ check: async () => check });
  const traits = process.argv.slice(2).map(traitOf);
  const known = script.cachedDataRejected === false ? (kept?.traits ?? []) : [];
  if (folder !== null && known.length <= MAX_TRAITS && !traits.every((trait) => known.includes(trait)))
    keepCode(folder, name, { code: script.createCachedData(), traits: [...new Set([...known, ...traits])] });
  endProcess();
}

/** What a run has to do, in so far as a word of its arguments tells: options, formats, kinds of files. */
function traitOf(word: string): string {
  if (word.startsWith('-')) return word.split('=', 1)[0] ?? '';
  const dot = word.lastIndexOf('.');
  if (dot > Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'))) return word.slice(dot);
  return word.length > LONGEST_NAME || word.includes('/') ? '' : word;
}

/** Of formats, presets and the like: what is longer is a file's. */
const LONGEST_NAME = 12;

/** Beyond these, arguments tell nothing new. */
const MAX_TRAITS = 40;
