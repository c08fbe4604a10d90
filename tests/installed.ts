/** The package as it is built, for tests that run it as a process: they need no `dist/`, and never test an old one. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

let installed: Promise<string> | undefined;

/** The path of a `bin/policylint.js` with what it loads bundled anew, once for all test files that share this module. */
export function installation(): Promise<string> {
  installed ??= install();
  return installed;
}

async function install(): Promise<string> {
  const { bundle }: { bundle: (outdir: string) => Promise<string[]> } = await import(pathToFileURL(join(root, 'scripts/build.mjs')).href);
  const build = join(root, 'build');
  // Nobody knows which test file is the last to use it: later runs take away what earlier ones left.
  for (const name of readdirSync(build)) {
    const old = join(build, name);
    if (name.startsWith('lsp-') && Date.now() - statSync(old).mtimeMs > 600_000) rmSync(old, { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(build, 'lsp-'));
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  await bundle(join(folder, 'dist'));
  return join(folder, 'bin', 'policylint.js');
}
