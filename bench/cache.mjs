// Measures the cache: a cold and a warm run over a folder, and a cache that is killed at random moments.
//   node bench/cache.mjs FOLDER [KILLS]     writes bench/cache.json; needs a build (npm run build); FOLDER "-": kills only
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = resolve(process.env.POLICYLINT ?? join(root, 'bin/policylint.js'));
const [folder = join(root, 'fixtures/seeds'), kills = '200'] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'policylint-bench-'));

/** Runs to the end; user CPU in seconds beside the output, since the machine may be busy with other things. */
function run(target, ...options) {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="CPU %U"; time "$@"', '-', process.execPath, program, target, '-f', 'json', ...options],
    {
      cwd: scratch,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  return { stdout, wall: (performance.now() - started) / 1000, cpu: Number(/CPU ([\d.]+)/.exec(stderr)?.[1]) };
}

const round = (value) => Math.round(value * 100) / 100;

const file = join(root, 'bench/cache.json');
const result = folder === '-' ? JSON.parse(readFileSync(file, 'utf8')) : speed(resolve(folder));

// A few small policies: a run takes about as long as the moments at which it is killed are spread over.
const small = join(scratch, 'small');
mkdirSync(small);
const seeds = join(root, 'fixtures/seeds');
for (const name of readdirSync(seeds).filter((entry) => entry.endsWith('.txt'))) copyFileSync(join(seeds, name), join(small, name));
const reference = run('small', '--no-cache');
const span = reference.wall * 1000;
let wrong = 0;
let early = 0;
let checks = 0;
let runs = 0;
for (; early < Number(kills) && runs < 4 * Number(kills); runs++) {
  // A full cache makes runs too short to be killed.
  if (runs % 2 === 0) rmSync(join(scratch, 'killed'), { recursive: true, force: true });
  await new Promise((done) => {
    const child = spawn(process.execPath, [program, 'small', '--cache-location', 'killed'], { cwd: scratch, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * span * 0.8);
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code === null) early++;
      done();
    });
  });
  if (runs % 2 === 0) continue;
  checks++;
  if (run('small', '--cache-location', 'killed').stdout !== reference.stdout) wrong++;
}
Object.assign(result, { runs, killedBeforeTheEnd: early, checks, wrongResults: wrong });
rmSync(scratch, { recursive: true, force: true });
console.log(result);
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);

/** A run without a cache, one that fills it, one that uses it. */
function speed(target) {
  const none = run(target, '--no-cache');
  const cold = run(target, '--cache-location', 'speed');
  const warm = run(target, '--cache-location', 'speed');
  const documents = JSON.parse(none.stdout).documents.length;
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    documents,
    withoutCache: { wall: round(none.wall), cpu: round(none.cpu) },
    cold: { wall: round(cold.wall), cpu: round(cold.cpu) },
    warm: { wall: round(warm.wall), cpu: round(warm.cpu) },
    warmOfCold: round(warm.cpu / cold.cpu),
    sameOutput: none.stdout === cold.stdout && none.stdout === warm.stdout,
  };
}
