// Parts of the program for scripts and benchmarks: bundled from source, so that they need no build and never use an old one.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `names`: what to export, by the module below src/ that exports it, without its ending. */
export async function engine(names) {
  const outfile = join(root, `build/engine-${randomUUID()}.mjs`);
  const contents = Object.entries(names).map(([module, exported]) => `export { ${exported} } from './src/${module}.js';`);
  await build({
    stdin: { contents: contents.join('\n'), resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
