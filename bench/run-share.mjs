// Which stage of a run over many policies takes which share of the processor's time: a profile of `policylint check` with the default preset,
// without the cache. Prints the shares, writes bench/run-share.json. Collecting garbage stands apart, for no stage can be told to cause it.
//   node bench/run-share.mjs [FOLDER]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const corpus = join(root, '..', 'shared', 'corpus', 'policies');
const folder = process.argv[2] ?? (existsSync(corpus) ? corpus : join(root, 'fixtures', 'seeds'));
const STAGES = { parseDocument: 'parse', fromMarkdown: 'parse', extractClaims: 'extract', runRules: 'rules', completeFindings: 'findings' };

const place = mkdtempSync(join(tmpdir(), 'policylint-share-'));
// The script that `bin/policylint.js` runs for `check` has no names that a profile could show; this is the same code with them.
const check = [join(root, 'dist', 'cli.js'), 'check', folder, '--no-cache', '--no-config', '--exit-zero', '-f', 'json'];
const args = ['--cpu-prof', `--cpu-prof-dir=${place}`, '--cpu-prof-interval', '500', ...check];
const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
if (status !== 0) throw new Error(`policylint ended with ${status}`);
const [name] = readdirSync(place);
const shares = sharesOf(JSON.parse(readFileSync(join(place, name), 'utf8')));
rmSync(place, { recursive: true });
const result = { node: process.version, texts: folder === corpus ? 'corpus' : 'other', preset: 'recommended', shares };
console.log(JSON.stringify(result, null, 2));
writeFileSync(join(root, 'bench', 'run-share.json'), `${JSON.stringify(result, null, 2)}\n`);

function sharesOf({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const nameOf = (id) => byId.get(id).callFrame.functionName;
  const stageOf = (id) => {
    if (nameOf(id) === '(garbage collector)') return 'garbage';
    for (let at = id; at !== undefined; at = parents.get(at)) if (Object.hasOwn(STAGES, nameOf(at))) return STAGES[nameOf(at)];
    return 'other';
  };
  const sums = {};
  let total = 0;
  samples.forEach((id, index) => {
    if (nameOf(id) === '(idle)') return;
    const stage = stageOf(id);
    sums[stage] = (sums[stage] ?? 0) + timeDeltas[index];
    total += timeDeltas[index];
  });
  return Object.fromEntries(Object.entries(sums).map(([stage, time]) => [stage, Number((time / total).toFixed(3))]));
}
