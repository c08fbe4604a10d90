// How well `policylint diff` tells planted edits of real policies, and that edits of formatting change nothing.
//   node bench/diff.mjs [FOLDER] [PAIRS]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EDITS } from './diff-edits.mjs';

const [folder = '../shared/corpus/policies', most = '80'] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const work = mkdtempSync(join(tmpdir(), 'policylint-diff-'));
for (const side of ['old', 'new']) mkdirSync(join(work, side));
const names = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .sort();
const wanted = new Map();
// Each kind of edit in turn takes the first policy not yet taken that has a place for it.
const free = names.filter((name) => readFileSync(join(folder, name), 'utf8').length < 60_000);
for (let turn = 0; wanted.size < Number(most) && turn < Number(most) * 3; turn++) {
  const { kind, edit, expected } = EDITS[turn % EDITS.length];
  const at = free.findIndex((name) => edit(readFileSync(join(folder, name), 'utf8')) !== null);
  if (at < 0) continue;
  const [name] = free.splice(at, 1);
  const text = readFileSync(join(folder, name), 'utf8');
  writeFileSync(join(work, 'old', name), text);
  writeFileSync(join(work, 'new', name), edit(text));
  wanted.set(name, { kind, expected });
}
const { stdout } = spawnSync(process.execPath, [resolve('bin/policylint.js'), 'diff', 'old', 'new', '--no-config', '-f', 'json'], {
  cwd: work,
  encoding: 'utf8',
  maxBuffer: 1e9,
});
const totals = {};
for (const { path, changes } of JSON.parse(stdout).documents) {
  const { kind, expected } = wanted.get(path.replace(/^new\//, ''));
  totals[kind] ??= { pairs: 0, right: 0 };
  const row = totals[kind];
  const isRight = expected ? changes.some((change) => expected.test(`${change.type} ${change.kind}`)) : changes.length === 0;
  row.pairs++;
  if (isRight) row.right++;
  else if (process.argv.includes('--show')) console.log(`${kind} ${path}: ${JSON.stringify(changes).slice(0, 900)}`);
}
rmSync(work, { recursive: true, force: true });
const rows = Object.values(totals);
const pairs = rows.reduce((sum, row) => sum + row.pairs, 0);
const right = rows.reduce((sum, row) => sum + row.right, 0);
const report = {
  pairs,
  right,
  edits: Object.fromEntries(Object.entries(totals).map(([kind, row]) => [kind, `${row.right} of ${row.pairs}`])),
};
console.log(JSON.stringify(report, null, 2));
if (process.argv.includes('--write')) writeFileSync('bench/diff.json', `${JSON.stringify(report, null, 2)}\n`);
