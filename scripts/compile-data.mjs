// Compiles rules/**/*.yaml into build/data/*.json: phrases become regular expressions, packs are validated, once, at build time.
// The work is done by scripts/compile-data.ts, which shares the phrase compiler with the tool itself.
import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
export async function compileData() {
  mkdirSync(`${root}build`, { recursive: true });
  const outfile = `${root}build/compile-data.${process.pid}.mjs`;
  await build({
    entryPoints: [`${root}scripts/compile-data.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  const { compile } = await import(pathToFileURL(outfile).href);
  const { rmSync } = await import('node:fs');
  rmSync(outfile, { force: true });
  compile(root);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileData();
