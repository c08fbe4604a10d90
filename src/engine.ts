import { setFlagsFromString } from 'node:v8';

/** Sets V8 for what this program does. Code is compiled under these flags and kept under them: set them before anything is loaded. */
export function tuneEngine(): void {
  // V8 interprets a regular expression at first and compiles it at its second use. Ours are large and used often: compiling them at once
  // takes a third of the time on a short text and a sixth less on a long one. Not --no-regexp-tier-up: an expression that Node has
  // interpreted once before it was set then has no code, and running it again ends the process.
  setFlagsFromString('--regexp-tier-up-ticks=0');
  // V8 optimises a function after some ten thousand steps, long before it has seen what texts hold, and throws the result away when the
  // next text is different. Eight times as many steps before it does take a fifth to a third of the time from one page and from sixty
  // policies alike. A V8 that does not know a flag says so on standard error: each is set where it was tried.
  const later = LATER[process.versions.v8.split('.', 2).join('.')];
  if (later !== undefined) setFlagsFromString(later);
}

/** Further settings for `check`, which mostly sees a page or two; they cost a folder of policies nothing. */
export function tuneForPages(): void {
  // Compiling a regular expression without a look for short cuts takes half as long, a quarter of all the time for one page. Matching takes
  // as long as before: our expressions are tried where a word stands that they begin with.
  setFlagsFromString('--no-regexp-optimization');
  // V8 comes to expect a small heap where little survives, and begins to collect all of it shortly before the end of a page.
  setFlagsFromString('--no-incremental-marking');
  // New objects get a megabyte at first, which a page fills a dozen times; what is alive is copied each time. After the second time they
  // get as much as a page takes; to get sixteen megabytes, the most that V8 gives them, takes as long again.
  setFlagsFromString('--semi-space-growth-factor=12');
}

/** By version of V8: those of Node 20, 22, 24 and 26. */
const LATER: Readonly<Partial<Record<string, string>>> = {
  '11.3': '--interrupt-budget=540000',
  '12.4': '--invocation-count-for-turbofan=24000',
  '13.6': '--invocation-count-for-turbofan=24000',
  '14.6': '--invocation-count-for-turbofan=24000',
};
