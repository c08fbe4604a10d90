// How long the tool takes for one page, against an empty Node process in the same run: from start to end, and the processor's time, which a
// busy machine does not change as much. Prints the figures, writes bench/startup.json.
//   node bench/startup.mjs [RUNS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Number(process.argv[2] ?? 15);
const cache = mkdtempSync(join(tmpdir(), 'policylint-startup-'));
// The program keeps its compiled code between runs: here, where the first run finds none.
const kept = { ...process.env, NODE_COMPILE_CACHE: join(cache, 'code') };
const check = ['bin/policylint.js', 'check', 'fixtures/seeds/000_d62aa72dd00cee89.txt', '--exit-zero'];
const cases = {
  'node -e 0': ['-e', '0'],
  'policylint --version': ['bin/policylint.js', '--version'],
  'policylint check, one page of text': [...check, '--no-cache'],
  'policylint check, the page unchanged': [...check, '--cache-location', cache],
  'policylint check, no code kept': [...check, '--no-cache'],
};
const environment = (name) => (name.endsWith('no code kept') ? { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } : kept);

// Taken in turn, so that a busy machine is busy for all of them; the least of each, because what others do only ever adds.
const least = new Map(Object.keys(cases).map((name) => [name, { wall: Infinity, cpu: Infinity }]));
try {
  measure(cases['policylint check, one page of text'], kept);
  measure(cases['policylint check, the page unchanged'], kept);
  for (let run = 0; run < runs; run++) {
    for (const [name, args] of Object.entries(cases)) {
      const { wall, cpu } = measure(args, environment(name));
      const known = least.get(name);
      least.set(name, { wall: Math.min(known.wall, wall), cpu: Math.min(known.cpu, cpu) });
    }
  }
} finally {
  rmSync(cache, { recursive: true, force: true });
}

const bare = least.get('node -e 0');
const rows = [...least].map(([name, { wall, cpu }]) => ({
  name,
  milliseconds: Math.round(wall),
  more: Math.round(wall - bare.wall),
  ratio: Number((wall / bare.wall).toFixed(2)),
  cpu: Math.round(cpu),
  cpuMore: Math.round(cpu - bare.cpu),
}));
for (const { name, milliseconds, more, ratio, cpu, cpuMore } of rows)
  console.log(`${name.padEnd(37)} ${milliseconds} ms  +${more} ms  x${ratio}   processor ${cpu} ms  +${cpuMore} ms`);
const load = Number((loadavg()[0] ?? 0).toFixed(1));
writeFileSync(`${root}bench/startup.json`, `${JSON.stringify({ node: process.version, runs, measure: 'minimum', load, rows }, null, 2)}\n`);

/** Milliseconds from start to end, and of the processor. */
function measure(args, env) {
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ['-r', './bench/cpu-hook.cjs', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} failed with ${status}`);
  return { wall, cpu: Number(output[3]) };
}
