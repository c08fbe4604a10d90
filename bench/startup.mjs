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
  'policylint check, one page of text': ['bin/policylint.js', 'check', 'fixtures/seeds/000_d62aa72dd00cee89.txt', '--exit-zero'],
};

// Taken in turn, so that a busy machine is busy for all of them; medians, because it is busy in bursts.
const times = new Map(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run < runs; run++) {
  for (const [name, args] of Object.entries(cases)) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} failed with ${status}`);
    times.get(name)?.push(performance.now() - start);
  }
}
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times.get('node -e 0'));
const rows = [...times].map(([name, values]) => ({
  name,
  milliseconds: Math.round(median(values)),
  more: Math.round(median(values) - bare),
  ratio: Number((median(values) / bare).toFixed(2)),
}));
for (const { name, milliseconds, more, ratio } of rows) console.log(`${name.padEnd(36)} ${milliseconds} ms  +${more} ms  x${ratio}`);
writeFileSync(`${root}bench/startup.json`, `${JSON.stringify({ node: process.version, runs, rows }, null, 2)}\n`);
