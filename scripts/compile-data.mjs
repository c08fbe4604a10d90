// Compiles rules/**/*.yaml into build/data/*.json: phrases become regular expressions, packs are validated, once, at build time.
// The work is done by scripts/compile-data.ts, which shares the phrase compiler with the tool itself.
import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
/** `language`: whose wording is compiled, a folder of rules/lexicon. */
export async function compileData(language = languageAsked()) {
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
  compile(root, language);
}

/** `--language=nl`, also of scripts/build.mjs. */
function languageAsked() {
  return process.argv.find((word) => word.startsWith('--language='))?.slice('--language='.length) ?? 'en';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileData();
