// Draws claims at random, with a fixed seed, from the built program's JSON over a folder of policies, and prints them for judging.
// `npm run build && node bench/sample-claims.mjs`; options: --count N (200), --seed N, --kind KIND (repeatable), --folder PATH.
// Policies of a folder have different lengths: first a document is drawn, then a claim of it, so that no long one outweighs the rest.
// What is printed goes nowhere near the repository.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { generator } from './random.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '20261121' },
    kind: { type: 'string', multiple: true },
    folder: { type: 'string', default: join(root, '../shared/corpus/policies') },
  },
});
const BATCH = 20;
const files = readdirSync(values.folder)
  .filter((name) => /\.(?:md|mdx|html)$/.test(name))
  .sort()
  .map((name) => join(values.folder, name));
const documents = [];
for (let at = 0; at < files.length; at += BATCH) documents.push(...(await read(files.slice(at, at + BATCH))));
const pool = documents.map(({ path, claims }) => ({ path, claims: claims.filter(isWanted) })).filter(({ claims }) => claims.length > 0);
const available = pool.reduce((sum, { claims }) => sum + claims.length, 0);
const random = generator(Number(values.seed));
const count = Math.min(Number(values.count), available);
console.log(`${count} of ${available} claims in ${pool.length} of ${files.length} policies, seed ${values.seed}`);
for (let drawn = 1; drawn <= count; drawn++) {
  const index = Math.floor(random() * pool.length);
  const { path, claims } = pool[index];
  const [claim] = claims.splice(Math.floor(random() * claims.length), 1);
  if (claims.length === 0) pool.splice(index, 1);
  console.log(
    `${drawn}. ${basename(path)}:${claim.region.startLine}  ${claim.kind} ${JSON.stringify(claim.value)} ${claim.polarity} ${claim.modality}`,
  );
  console.log(`     «${String(claim.quote).replace(/\s+/g, ' ').slice(0, 400)}»`);
}

function isWanted({ kind }) {
  return !values.kind || values.kind.includes(kind);
}

/** The documents of a run over `paths`. Findings end a run with 1: only its output counts. */
async function read(paths) {
  const command = [join(root, 'bin/policylint.js'), 'check', '--format', 'json', '--no-cache', ...paths];
  const options = { maxBuffer: 1 << 29 };
  const { stdout } = await promisify(execFile)(process.execPath, command, options).catch((error) => error);
  return JSON.parse(stdout).documents;
}
