// The queue under fire: workers and Redis are killed and started again at random while the jobs are done. At the end the report must be that
// of an undisturbed `audit`, byte for byte, with every policy in it once. Prints the figures; with --record keeps them in bench/queue-kill.json.
//   node bench/queue-kill.mjs [JOBS] [--workers N] [--seed N] [--record]
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generator } from './random.mjs';
import { reportHashes } from './report-hashes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = process.env.POLICYLINT_BIN ?? join(root, 'bin', 'policylint.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: '2' }, seed: { type: 'string', default: '7' }, record: { type: 'boolean' } },
});
const jobs = Number(positionals[0] ?? 5000);
const random = generator(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'policylint-queue-'));
const port = await freePort();
const env = { ...process.env, POLICYLINT_REDIS: `redis://127.0.0.1:${port}` };
const settings = ['--no-config', '--today', '2026-11-21'];
const kills = { workers: 0, redis: 0 };
let isOver = false;
let isStarted = false;
let redis;

try {
  makePolicies();
  run('audit', 'in', '--out', 'whole', '--workers', '1', ...settings);
  const started = Date.now();
  await startRedis();
  run('queue', 'add', 'in', '--out', 'queued', '--batch', '1', '--max-waiting', '100000', ...settings);
  await Promise.all([disturbRedis(), ...Array.from({ length: Number(values.workers) }, keepWorker)]);
  const seconds = (Date.now() - started) / 1000;
  run('queue', 'collect', '--out', 'queued');
  const [whole, queued] = [reportHashes(join(folder, 'whole')), reportHashes(join(folder, 'queued'))];
  const different = [...new Set([...Object.keys(whole), ...Object.keys(queued)])].filter((path) => whole[path] !== queued[path]);
  const paths = readFileSync(join(folder, 'queued', 'documents.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).path);
  const result = {
    jobs,
    workers: Number(values.workers),
    killed: kills,
    seconds: Number(seconds.toFixed(1)),
    lost: jobs - new Set(paths).size,
    doubled: paths.length - new Set(paths).size,
    filesOfTheReport: Object.keys(whole).length,
    different: different.length,
  };
  console.log(JSON.stringify(result, null, 2));
  if (values.record) writeFileSync(join(root, 'bench', 'queue-kill.json'), `${JSON.stringify(result, null, 2)}\n`);
  if (result.lost || result.doubled || result.different || !kills.workers || !kills.redis) process.exitCode = 1;
} finally {
  redis?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

/** A worker that is started again whenever it is killed, until one of them finds everything done. */
async function keepWorker() {
  while (!isOver) {
    const args = [bin, 'queue', 'work', '--out', 'queued', '--workers', '1', '--until-done', '--stalled-after', '2', '--quiet'];
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
    // Some die while they start, some in the middle of a batch; the first one surely dies, however fast the machine is.
    const isFirst = !isStarted;
    isStarted = true;
    const timer = setTimeout(() => child.kill('SIGKILL'), isFirst ? 60_000 : 500 + random() * 12_000);
    if (isFirst) journalsReach(3).then(() => child.kill('SIGKILL'));
    const [code, signal] = await new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
    clearTimeout(timer);
    if (signal === 'SIGKILL') kills.workers++;
    else if (code === 0) isOver = true;
    else throw new Error(`a worker ended with ${code}`);
  }
}

/** Redis forgets everything each time: it keeps nothing on disk. */
async function disturbRedis() {
  while (!isOver) {
    if (kills.redis === 0) await journalsReach(10);
    else await sleep(4000 + random() * 8000);
    if (isOver) return;
    const ended = new Promise((resolve) => redis.once('exit', resolve));
    redis.kill('SIGKILL');
    await ended;
    kills.redis++;
    await sleep(random() * 1000);
    await startRedis();
  }
}

async function journalsReach(wanted) {
  const work = join(folder, 'queued', 'work');
  while (readdirSync(work).filter((name) => /^\d{7}\.ndjson$/.test(name)).length < wanted) await sleep(10);
}

async function startRedis() {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  redis = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  await new Promise((resolve, reject) => {
    redis.once('exit', () => reject(new Error(`redis-server did not start: ${said}`)));
    redis.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Ready to accept connections')) resolve();
    });
  });
  redis.removeAllListeners('exit');
}

function run(...args) {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.slice(0, 2).join(' ')} ended with ${status}: ${stderr}`);
}

function makePolicies() {
  for (let i = 0; i < jobs; i++) {
    const group = join(folder, 'in', String(Math.floor(i / 500)));
    if (i % 500 === 0) mkdirSync(group, { recursive: true });
    const text = `# Privacy Policy of Firm ${i}\n\nLast updated: 3 May 2024\n\nWe keep server logs for ${1 + (i % 90)} days. We use Stripe for payments.\n\n## Contact\n\nWrite to privacy@firm${i}.example. You have the right to access your data.\n`;
    writeFileSync(join(group, `policy-${String(i).padStart(5, '0')}.md`), text);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}
