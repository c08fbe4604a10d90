/** The queue with a real Redis: whatever happens to it and to the workers, the report is that of `audit`. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { withoutPassword } from '../../src/audit/queue/connect.js';
import { installation } from '../installed.js';

let BIN: string;
const SETTINGS = ['--no-config', '--today', '2026-11-21'];
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

let folder: string;
let port: number;
let redis: ChildProcess | null = null;
const started: ChildProcess[] = [];

beforeAll(async () => {
  BIN = await installation();
  folder = mkdtempSync(join(tmpdir(), 'policylint-queue-'));
  mkdirSync(join(folder, 'in', 'acme'), { recursive: true });
  for (let i = 0; i < 40; i++)
    writeFileSync(
      join(folder, 'in', `policy-${String(i).padStart(3, '0')}.md`),
      `# Privacy Policy of Firm ${i}\n\nWe keep server logs for ${i + 1} days. We use Stripe.\n\nWrite to privacy@firm${i}.example.\n`,
    );
  // Two documents of one company are compared with each other: they must stay together.
  writeFileSync(
    join(folder, 'in', 'acme', 'privacy.md'),
    '# Privacy Policy\n\nAcme Ltd is the controller. You must be at least 16 years old.\n',
  );
  writeFileSync(join(folder, 'in', 'acme', 'terms.md'), '# Terms of Service\n\nAcme Ltd. You must be at least 13 years old.\n');
  writeFileSync(join(folder, 'in', 'broken.pdf'), '%PDF-1.7 this is no PDF');
  port = await freePort();
}, 120_000);
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  redis?.kill('SIGKILL');
  redis = null;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = () => ({ ...process.env, POLICYLINT_REDIS: `redis://127.0.0.1:${port}` });

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [BIN, ...args], { cwd: folder, env: env(), encoding: 'utf8' });
}

function start(...args: string[]): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, env: env(), stdio: 'ignore' });
  started.push(child);
  return { child, ended: new Promise((done) => child.once('exit', done)) };
}

async function startRedis(): Promise<void> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  redis = child;
  await new Promise<void>((done) => child.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept') && done()));
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function hashes(out: string): Record<string, string> {
  const files = readdirSync(join(folder, out), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, out).length + 1));
  const hash = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, out, path)))
      .digest('hex');
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith('work'))
      .sort()
      .map((path) => [path, hash(path)]),
  );
}

const status = (out: string) => JSON.parse(run('queue', 'status', '--out', out, '-f', 'json').stdout);
const journals = (out: string): number => readdirSync(join(folder, out, 'work')).filter((name) => /^\d{7}\.ndjson$/.test(name)).length;

describe.skipIf(!hasRedis)('the queue (needs redis-server)', () => {
  test('the collected report is that of `audit`, byte for byte; adding again adds nothing', async () => {
    expect(run('audit', 'in', '--out', 'whole', ...SETTINGS).status).toBe(0);
    await startRedis();
    expect(run('queue', 'add', 'in', '--out', 'one', '--batch', '7', ...SETTINGS).stdout).toContain('43 policies in 6 batches: 6 queued');
    expect(run('queue', 'collect', '--out', 'one')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('6 of 6 batches are not done'),
    });
    const workers = [1, 2].map(() => start('queue', 'work', '--out', 'one', '--workers', '1', '--until-done', '--stalled-after', '2'));
    expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(status('one')).toMatchObject({ batches: { planned: 6, done: 6 }, queue: { waiting: 0, active: 0, dead: 0 } });
    expect(run('queue', 'collect', '--out', 'one').status).toBe(0);
    expect(hashes('one')).toEqual(hashes('whole'));
    expect(readFileSync(join(folder, 'one', 'findings.csv'), 'utf8')).toMatch(/^in\/acme\/.*folder\//m);
    expect(run('queue', 'add', 'in', '--out', 'one', '--batch', '7', ...SETTINGS).stdout).toContain('0 queued, 6 done before');
  }, 90_000);

  test('workers and Redis are killed at random: no result is lost, none doubled', () => {
    const result = execFileSync(process.execPath, [resolve('bench/queue-kill.mjs'), '150'], {
      encoding: 'utf8',
      env: { ...process.env, POLICYLINT_BIN: BIN },
    });
    expect(JSON.parse(result)).toMatchObject({ jobs: 150, lost: 0, doubled: 0, different: 0 });
  }, 240_000);

  test('a Redis that has forgotten everything is filled again by the workers', async () => {
    await startRedis();
    run('queue', 'add', 'in', '--out', 'forgotten', '--batch', '5', ...SETTINGS);
    redis?.kill('SIGKILL');
    await startRedis();
    expect(status('forgotten').queue.waiting).toBe(0);
    expect(await start('queue', 'work', '--out', 'forgotten', '--workers', '1', '--until-done', '--stalled-after', '2').ended).toBe(0);
    expect(status('forgotten').batches).toEqual({ planned: 9, done: 9 });
  }, 60_000);

  test('what cannot be done is a dead letter with its reason, and lives again when it is added again', async () => {
    await startRedis();
    const path = join(folder, 'in', 'policy-003.md');
    const before = readFileSync(path, 'utf8');
    run('queue', 'add', 'in', '--out', 'dead', '--batch', '10', ...SETTINGS);
    writeFileSync(path, `${before}\nWe sell your data.\n`);
    expect(await start('queue', 'work', '--out', 'dead', '--workers', '1', '--until-done', '--stalled-after', '2').ended).toBe(1);
    const text = run('queue', 'status', '--out', 'dead');
    expect(text.status).toBe(1);
    expect(text.stdout).toContain('in/policy-003.md is not what it was when it was queued');
    expect(status('dead')).toMatchObject({ batches: { planned: 5, done: 4 }, queue: { dead: 1 } });
    expect(run('queue', 'add', 'in', '--out', 'dead', '--batch', '10', ...SETTINGS).stdout).toContain('1 queued, 4 done before');
    expect(await start('queue', 'work', '--out', 'dead', '--workers', '1', '--until-done', '--stalled-after', '2').ended).toBe(0);
    expect(run('queue', 'collect', '--out', 'dead').status).toBe(0);
    expect(readFileSync(join(folder, 'dead', 'claims.csv'), 'utf8')).toContain('We sell your data.');
    writeFileSync(path, before);
  }, 90_000);

  test('adding waits while as many batches wait as may', async () => {
    await startRedis();
    const adding = start('queue', 'add', 'in', '--out', 'slow', '--batch', '1', '--max-waiting', '4', ...SETTINGS);
    while (!existsSync(join(folder, 'slow', 'work', 'plan.ndjson'))) await sleep(50);
    let most = 0;
    for (let look = 0; look < 3; look++) most = Math.max(most, status('slow').queue.waiting);
    expect(most).toBeLessThanOrEqual(4);
    expect(adding.child.exitCode).toBe(null);
    const working = start('queue', 'work', '--out', 'slow', '--workers', '1', '--until-done', '--max-waiting', '4', '--stalled-after', '2');
    expect(await Promise.all([adding.ended, working.ended])).toEqual([0, 0]);
    expect(status('slow').batches).toEqual({ planned: 42, done: 42 });
  }, 90_000);

  test('SIGTERM: a worker finishes what it has begun, takes no more, and leaves nothing half done', async () => {
    await startRedis();
    run('queue', 'add', 'in', '--out', 'drained', '--batch', '1', ...SETTINGS);
    const { child, ended } = start('queue', 'work', '--out', 'drained', '--workers', '1', '--stalled-after', '2');
    while (journals('drained') < 2) await sleep(20);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const { batches, queue } = status('drained');
    expect(queue.active).toBe(0);
    expect(batches.done + queue.waiting).toBe(batches.planned);
  }, 60_000);
});

test('without the packages it says what to install', () => {
  const alone = join(folder, 'alone');
  mkdirSync(join(alone, 'bin'), { recursive: true });
  cpSync(dirname(BIN), join(alone, 'bin'), { recursive: true });
  cpSync(join(dirname(BIN), '..', 'dist'), join(alone, 'dist'), { recursive: true });
  writeFileSync(join(alone, 'package.json'), '{"type":"module"}');
  const args = [join(alone, 'bin', 'policylint.js'), 'queue', 'add', 'in', '--out', 'x'];
  const { status: code, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(code).toBe(2);
  expect(stderr).toContain('npm install bullmq@6 ioredis');
  expect(existsSync(join(folder, 'x'))).toBe(false);
});

test.each([
  ['queue', 'Which? policylint queue add'],
  ['queue ad', 'Did you mean "add"?'],
  ['queue work --out nowhere', 'There is no plan'],
  ['queue status --out x --redis http://example.org', 'is no address of Redis'],
  ['queue collect --out x --batch 3', '"queue collect" has no option --batch'],
  ['queue add .. --out x', 'is not below the working directory'],
])('%s', (line, complaint) => {
  const cwd = join(folder, 'in');
  const { status: code, stderr } = spawnSync(process.execPath, [BIN, ...line.split(' ')], { cwd, encoding: 'utf8' });
  expect([code, stderr]).toEqual([2, expect.stringContaining(complaint)]);
});

test('a password is in no message', () => {
  expect(withoutPassword('redis://user:secret@host:1/0')).toBe('redis://…@host:1/0');
});
