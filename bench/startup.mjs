// How long the tool takes for one page, against an empty Node process in the same run. Prints the figures, writes bench/startup.json.
//   node bench/startup.mjs [RUNS]
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Number(process.argv[2] ?? 15);
const cases = {
  'node -e 0': ['-e', '0'],
  'policylint --version': ['bin/policylint.js', '--version'],
  'policylint check, one page of text': [
    'bin/policylint.js',
    'check',
    'fixtures/seeds/000_d62aa72dd00cee89.txt',
    '--exit-zero',
    '--no-cache',
  ],
};

// Taken in turn, so that a busy machine is busy for all of them; the least of each, because what others do only ever adds.
const least = new Map(Object.keys(cases).map((name) => [name, Number.POSITIVE_INFINITY]));
for (let run = 0; run < runs; run++) {
  for (const [name, args] of Object.entries(cases)) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} failed with ${status}`);
    least.set(name, Math.min(least.get(name), performance.now() - start));
  }
}
const bare = least.get('node -e 0');
const rows = [...least].map(([name, value]) => ({
  name,
  milliseconds: Math.round(value),
  more: Math.round(value - bare),
  ratio: Number((value / bare).toFixed(2)),
}));
for (const { name, milliseconds, more, ratio } of rows) console.log(`${name.padEnd(36)} ${milliseconds} ms  +${more} ms  x${ratio}`);
writeFileSync(`${root}bench/startup.json`, `${JSON.stringify({ node: process.version, runs, measure: 'minimum', rows }, null, 2)}\n`);
