import { setFlagsFromString } from 'node:v8';

/** Sets V8 for what this program does. Code is compiled under these flags and kept under them: set them before anything is loaded. */
export function tuneEngine(): void {
  // V8 interprets a regular expression at first and compiles it at its second use. Ours are large and used often: compiling them at once
  // takes a third of the time on a short text and a sixth less on a long one.
  setFlagsFromString('--no-regexp-tier-up');
  // V8 optimises a function after some ten thousand steps, long before it has seen what texts hold, and throws the result away when the
  // next text is different. Eight times as many steps before it does take a fifth of the time from one page and from sixty policies alike.
  // A V8 that has lost the flag would say so on standard error.
  if (Number.parseInt(process.versions.v8, 10) < 14) setFlagsFromString('--interrupt-budget=540000');
}
