// Applies fixes and suggestions to real policies: node bench/fixes.mjs FOLDER [COUNT]     writes bench/fixes.json
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(root, 'build/bench-'));
const outfile = join(scratch, 'fixes.mjs');
const banner = { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" };
await build({
  entryPoints: [join(root, 'bench/fixes.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  banner,
  logLevel: 'error',
});
const { measureFixes } = await import(pathToFileURL(outfile).href);
const [folder = join(root, 'fixtures/seeds'), count = '50'] = process.argv.slice(2);
const result = await measureFixes(folder, Number(count));
rmSync(scratch, { recursive: true });
console.log(result);
writeFileSync(join(root, 'bench/fixes.json'), `${JSON.stringify(result, null, 2)}\n`);
