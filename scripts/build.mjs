// Builds dist/: the data compiled, one bundle with lazy chunks for the command line and the API, declarations, licence notices.
//   node scripts/build.mjs            everything
//   node scripts/build.mjs --fast     without the declarations
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileData } from './compile-data.mjs';
import { gateExpressions } from './gate-expressions.mjs';
import { packData } from './pack-data.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles into `outdir`, drops chunks of earlier builds; resolves to the paths of all bundled files. */
export async function bundle(outdir) {
  const data = new Set();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'src/cli/entry.ts',
      index: 'src/index.ts',
      'audit-worker': 'src/audit/worker.ts',
      convert: 'src/files/convert.ts',
    },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    plugins: [dataBeside(join(outdir, 'chunks'), data), gateExpressions, wasmInside],
    loader: { '.wasm': 'binary' },
    external: ['bullmq', 'ioredis'],
  });
  const { check, inputs } = await bundleCheck(outdir, data);
  const written = new Set([check, ...data, ...Object.keys(metafile.outputs).map((path) => basename(path))]);
  const chunks = join(outdir, 'chunks');
  for (const name of existsSync(chunks) ? readdirSync(chunks) : []) if (!written.has(name)) rmSync(join(chunks, name));
  return [...new Set([...Object.keys(metafile.inputs), ...inputs])];
}

/**
 * `src/cli/start.ts` reads the script as one byte a character, which regular expressions are not: what esbuild leaves in them beyond ASCII
 * is written as escapes, which mean the same in strings and in expressions.
 */
function inAscii(script) {
  return script.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The command `check` as one script, and what starts it (`src/cli/start.ts`); resolves to the script's name and what is in it. */
async function bundleCheck(outdir, data) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A third less to read at every start, and a tenth less of compiled code.
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
  };
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: ['src/cli/entry-check.ts'],
    write: false,
    metafile: true,
    // A function: its parameters are what a script lacks and a module has. Strict, as modules are.
    banner: {
      js:
        '(function(require,__import,__path,__read){"use strict";const module={exports:{}},' +
        '__place={get url(){return require("node:url").pathToFileURL(__path).href}};',
    },
    footer: { js: 'return module.exports})' },
    define: { 'import.meta.url': '__place.url' },
    plugins: [dataBeside(join(outdir, 'chunks'), data, readByStart), gateExpressions, outside(/\.\/convert\.js$/, './convert.js')],
  });
  const content = inAscii(withImports(outputFiles[0].text));
  if (content.length >= MOST_SCRIPT)
    throw new Error(
      `the script for "check" has ${content.length} bytes: with ${MOST_SCRIPT} or more, V8 collects once more for every page (makeRoom of src/cli/start.ts); load what a page does not need by itself`,
    );
  const check = `check-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.cjs`;
  writeFileSync(join(outdir, 'chunks', check), content);
  await build({
    ...shared,
    entryPoints: { start: 'src/cli/start.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    define: { CHECK_SCRIPT: JSON.stringify(`chunks/${check}`) },
    plugins: [outside(/\.\/entry\.js$/, './cli.js')],
  });
  return { check, inputs: Object.keys(metafile.inputs) };
}

/** As much as V8 gives new large objects at first, of which the script's text is one. */
const MOST_SCRIPT = 1 << 20;

/** A script cannot import: what starts it does it for it, from where that stands. */
function withImports(text) {
  const parts = text.split(/\bimport\(/);
  // The converter of office documents, and a configuration that is a module.
  if (parts.length !== 3) throw new Error(`${parts.length - 1} places of the script for "check" read "import(", not 2 as expected`);
  return parts.join('__import(');
}

/** What stays outside of a bundle, and where it stands from there. */
function outside(filter, path) {
  return { name: 'outside', setup: (builder) => builder.onResolve({ filter }, () => ({ path, external: true })) };
}

/**
 * Data lie beside the chunks: V8 would go over those in a chunk twice, once to find the end of the text and once to parse it.
 * Their names, which say what is in them, are added to `written`.
 */
function dataBeside(folder, written, read = readByItself) {
  return {
    name: 'data-beside',
    setup(builder) {
      builder.onLoad({ filter: DATA }, ({ path }) => {
        const { content, code, isKept } = packData(readFileSync(path, 'utf8'));
        const name = `${basename(path, '.json')}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}.data`;
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, name), content);
        written.add(name);
        return { contents: `${read(name, isKept)}\n${code}\nexport default data;`, loader: 'js' };
      });
    },
  };
}

const readByItself = (name) => `import { readFileSync } from 'node:fs';
  const place = import.meta.url.slice(0, import.meta.url.lastIndexOf('/')).endsWith('/chunks') ? './' : './chunks/';
  const bytes = readFileSync(new URL(place + '${name}', import.meta.url));`;

/** What starts the script for `check` reads for it. */
const readByStart = (name, isKept) => `const bytes = __read('${name}', ${isKept});`;

const DATA = /build[\\/]data[\\/][\w-]+\.json$/;

/** For bundles of one file. V8 parses JSON text several times as fast as the same data as an object literal. */
export const jsonAsText = {
  name: 'json-as-text',
  setup(builder) {
    builder.onLoad({ filter: DATA }, ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(readFileSync(path, 'utf8'))});`,
      loader: 'js',
    }));
  },
};

/** SQLite looks for its code beside itself; in a bundle it is inside. */
export const wasmInside = {
  name: 'wasm-inside',
  setup(builder) {
    builder.onLoad({ filter: /node-sqlite3-wasm\.js$/ }, ({ path }) => ({
      contents: `var __dirname = '', Module = { wasmBinary: require('./node-sqlite3-wasm.wasm') };${readFileSync(path, 'utf8')}`,
      resolveDir: dirname(path),
      loader: 'js',
    }));
  },
};

/** The licence texts of every package of which something is in the bundle. */
export function notices(inputs) {
  const folders = new Map();
  for (const input of inputs) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.set(folder, JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')));
  }
  const entries = [...folders]
    .sort(([, a], [, b]) => (a.name < b.name ? -1 : 1))
    .map(([folder, { name, version, license }]) => {
      const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : '(the package holds no licence text)';
      return `${name} ${version} (${license})\n\n${text}\n`;
    });
  const head = 'Parts of the following packages are contained in the files of this folder.\n';
  return [head, ...entries].join(`\n${'-'.repeat(80)}\n\n`);
}

function declarations() {
  const compiler = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = join(root, 'dist');
  await compileData();
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(await bundle(dist)));
  if (!process.argv.includes('--fast')) declarations();
}
