/** The audit as a process: what is killed goes on, and whatever the way there, the report is the same byte for byte. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installation } from '../installed.js';

let BIN: string;
let folder: string;

beforeAll(async () => {
  BIN = await installation();
  folder = mkdtempSync(join(tmpdir(), 'policylint-audit-'));
  mkdirSync(join(folder, 'in'));
  for (let i = 0; i < 210; i++) {
    const text = `# Privacy Policy of Firm ${i}\n\nWe keep server logs for ${i + 1} days. We use Stripe for payments.\n\n## Contact\n\nWrite to privacy@firm${i}.example. You have the right to access your data.\n`;
    writeFileSync(join(folder, 'in', `policy-${String(i).padStart(3, '0')}.md`), text);
  }
  writeFileSync(join(folder, 'in', 'broken.pdf'), '%PDF-1.7 this is no PDF');
  writeFileSync(join(folder, 'in', 'empty.md'), '');
  writeFileSync(join(folder, 'in', '=cmd.md'), '# Privacy Policy\n\n=HYPERLINK("https://evil.example") we sell your data.\n');
  run('whole');
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(out: string, ...more: string[]): void {
  const args = [BIN, 'audit', 'in', '--out', out, '--no-config', '--workers', '0', '--today', '2026-11-21', ...more];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Path → hash of everything in a report but the journals. */
function hashes(out: string): Record<string, string> {
  const root = join(folder, out);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).filter((path) => !path.startsWith('work'));
  return Object.fromEntries(
    paths.sort().map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ]),
  );
}

test('killed again and again, it ends with the same bytes', async () => {
  const args = [BIN, 'audit', 'in', '--out', 'killed', '--no-config', '--workers', '0', '--today', '2026-11-21'];
  let kills = 0;
  // Spread over start, lint and report; the last run is left alone.
  for (const delay of [60, 350, 500, 650, 800, 950]) {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', (_code, signal) => done(signal)));
    const timer = setTimeout(() => child.kill('SIGKILL'), delay);
    if ((await ended) === 'SIGKILL') kills++;
    clearTimeout(timer);
  }
  run('killed');
  expect(kills).toBeGreaterThan(0);
  expect(hashes('killed')).toEqual(hashes('whole'));
}, 60_000);

test.each(['1', '2'])(
  '%s workers give the same bytes as none',
  (workers) => {
    run(`workers-${workers}`, '--workers', workers);
    expect(hashes(`workers-${workers}`)).toEqual(hashes('whole'));
  },
  60_000,
);

test('four shards merged are one run', () => {
  for (let shard = 1; shard <= 4; shard++) run(`shard-${shard}`, '--shard', `${shard}/4`);
  execFileSync(process.execPath, [BIN, 'merge', 'shard-1', 'shard-2', 'shard-3', 'shard-4', '--out', 'merged'], { cwd: folder });
  expect(hashes('merged')).toEqual(hashes('whole'));
}, 60_000);

test('a missing shard is said, and no report is written', () => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'merge', 'shard-2', 'shard-3', '--out', 'half'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain('missing or not finished');
  expect(existsSync(join(folder, 'half', 'index.html'))).toBe(false);
});

test('a changed file is read anew', () => {
  const path = join(folder, 'in', 'policy-007.md');
  const before = readFileSync(path, 'utf8');
  run('changed');
  writeFileSync(path, `${before}\nWe sell your personal data to advertisers.\n`);
  run('changed');
  const claims = readFileSync(join(folder, 'changed', 'claims.csv'), 'utf8');
  writeFileSync(path, before);
  expect(claims).toContain('We sell your personal data to advertisers.');
}, 60_000);

test('bad files are in the report, the rest is read', () => {
  const rows = readFileSync(join(folder, 'whole', 'findings.csv'), 'utf8');
  expect(rows).toMatch(/^in\/broken\.pdf,.*file\//m);
  expect(rows).toMatch(/^in\/empty\.md,.*file\//m);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'whole', 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ tool: 'policylint', documents: 213 });
  expect(readdirSync(join(folder, 'whole', 'pages'))).toHaveLength(213);
});

test('no cell of a table begins like a formula', () => {
  for (const table of ['documents', 'findings', 'claims', 'coverage']) {
    const text = readFileSync(join(folder, 'whole', `${table}.csv`), 'utf8');
    expect(text).not.toMatch(/(?:^|[,"])[=+@][A-Z(]/m);
  }
  expect(readFileSync(join(folder, 'whole', 'claims.csv'), 'utf8')).toContain("'=HYPERLINK");
});
