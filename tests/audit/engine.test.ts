/** The audit as a process: what is killed goes on, and whatever the way there, the report is the same byte for byte. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

test('what was found on another day is not taken over', () => {
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'old', 'privacy.md'), '# Privacy Policy\n\nLast updated: 3 May 2024\n\nWe keep server logs for 30 days.\n');
  const found = (today: string): string => {
    const args = [BIN, 'audit', 'old', '--out', 'dated', '--no-config', '--workers', '0', '--preset', 'auditor', '--today', today];
    execFileSync(process.execPath, args, { cwd: folder });
    return readFileSync(join(folder, 'dated', 'findings.csv'), 'utf8');
  };
  const [early, late, again] = [found('2024-06-01'), found('2031-01-01'), found('2024-06-01')];
  expect(late).not.toBe(early);
  expect(again).toBe(early);
}, 60_000);

test('a run that goes on after midnight is that of the day on which it began; a finished one begins anew', () => {
  const args = [BIN, 'audit', 'in', '--out', 'midnight', '--no-config', '--workers', '0', '--tables', 'none'];
  const today = (): unknown => Reflect.get(JSON.parse(readFileSync(join(folder, 'midnight', 'manifest.json'), 'utf8')), 'today');
  mkdirSync(join(folder, 'midnight', 'work'), { recursive: true });
  writeFileSync(join(folder, 'midnight', 'work', 'day'), '2020-02-02\n');
  const resumed = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(resumed.stderr).toContain('goes on with the audit of 2020-02-02');
  expect(today()).toBe('2020-02-02');
  const fresh = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(fresh.stderr).not.toContain('goes on');
  expect(today()).toBe(new Date().toISOString().slice(0, 10));
}, 60_000);

test('what a configuration ignores is left out, and changed settings are not resumed', () => {
  mkdirSync(join(folder, 'set', 'in', 'drafts'), { recursive: true });
  const text = readFileSync(join(folder, 'in', 'policy-001.md'), 'utf8');
  for (const name of ['a.md', 'drafts/b.md']) writeFileSync(join(folder, 'set', 'in', name), text);
  const cwd = join(folder, 'set');
  const rules = (config: object): string[] => {
    writeFileSync(join(cwd, 'in', 'policylint.config.json'), JSON.stringify(config));
    execFileSync(process.execPath, [BIN, 'audit', 'in', '--out', 'out', '--today', '2026-11-21', '--tables', 'csv'], { cwd });
    return readFileSync(join(cwd, 'out', 'findings.csv'), 'utf8')
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(',').slice(0, 4).join(','));
  };
  const all = rules({});
  expect(all.some((row) => row.startsWith('in/drafts/'))).toBe(true);
  const some = rules({ ignore: 'drafts', rules: { 'gdpr/*': 'off' } });
  expect(some.some((row) => row.startsWith('in/drafts/'))).toBe(false);
  expect(all.some((row) => row.includes(',gdpr/'))).toBe(true);
  expect(some.some((row) => row.includes(',gdpr/'))).toBe(false);
}, 60_000);

test('journals of files that are gone are not merged', () => {
  mkdirSync(join(folder, 'few'));
  for (let i = 0; i < 60; i++) writeFileSync(join(folder, 'few', `p${100 + i}.md`), '# Privacy Policy\n\nWe keep logs for 30 days.\n');
  const args = [BIN, 'audit', 'few', '--out', 'fewer', '--no-config', '--workers', '0', '--today', '2026-11-21', '--shard', '1/1'];
  execFileSync(process.execPath, args, { cwd: folder });
  for (let i = 40; i < 60; i++) rmSync(join(folder, 'few', `p${100 + i}.md`));
  execFileSync(process.execPath, args, { cwd: folder });
  expect(execFileSync(process.execPath, [BIN, 'merge', 'fewer', '--out', 'rest'], { cwd: folder, encoding: 'utf8' })).toContain(
    '40 policies',
  );
}, 60_000);

test('bad files are in the report, the rest is read', () => {
  const rows = readFileSync(join(folder, 'whole', 'findings.csv'), 'utf8');
  expect(rows).toMatch(/^in\/broken\.pdf,.*file\//m);
  expect(rows).toMatch(/^in\/empty\.md,.*file\//m);
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'whole', 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ tool: 'policylint', today: '2026-11-21', documents: 213 });
  expect(readdirSync(join(folder, 'whole', 'pages'))).toHaveLength(213);
});

test('no cell of a table begins like a formula', () => {
  for (const table of ['documents', 'findings', 'claims', 'coverage']) {
    const text = readFileSync(join(folder, 'whole', `${table}.csv`), 'utf8');
    expect(text).not.toMatch(/(?:^|[,"])[=+@][A-Z(]/m);
  }
  expect(readFileSync(join(folder, 'whole', 'claims.csv'), 'utf8')).toContain("'=HYPERLINK");
});

test('documents of a folder are compared as "check" does, whatever lies in the folders between them', () => {
  const company = join(folder, 'companies', 'm');
  mkdirSync(join(company, 'old'), { recursive: true });
  // By path, as many as make a batch lie between the two.
  for (let i = 0; i < 60; i++) writeFileSync(join(company, 'old', `v${i}.md`), `# Privacy Policy\n\nVersion ${i}. We keep nothing.\n`);
  writeFileSync(join(company, 'cookies.md'), '# Cookie Policy\n\nServer logs are deleted after 90 days.\n');
  writeFileSync(join(company, 'privacy.md'), '# Privacy Policy\n\nWrite to privacy@acme.example. Server logs are deleted after 30 days.\n');
  const options = { cwd: folder, encoding: 'utf8' } as const;
  const common = ['companies', '--no-config', '--today', '2026-11-21'];
  const { stdout } = spawnSync(process.execPath, [BIN, 'check', '--exit-zero', '-f', 'json', ...common], { ...options, maxBuffer: 1e8 });
  const report: { documents: { path: string; findings: { ruleId: string }[] }[] } = JSON.parse(stdout);
  const wanted = report.documents.flatMap(({ path, findings }) =>
    findings.filter(({ ruleId }) => ruleId.startsWith('folder/')).map(({ ruleId }) => [path, ruleId]),
  );
  expect(wanted).toContainEqual(['companies/m/privacy.md', 'folder/retention']);
  for (let shard = 1; shard <= 2; shard++)
    spawnSync(process.execPath, [BIN, 'audit', '--out', `company-${shard}`, '--shard', `${shard}/2`, '--workers', '0', ...common], options);
  execFileSync(process.execPath, [BIN, 'merge', 'company-1', 'company-2', '--out', 'company'], options);
  const rows = readFileSync(join(folder, 'company', 'findings.ndjson'), 'utf8')
    .trim()
    .split('\n');
  const found = rows.map((row): { path: string; rule: string } => JSON.parse(row)).filter(({ rule }) => rule.startsWith('folder/'));
  expect(found.map(({ path, rule }) => [path, rule]).sort()).toEqual(wanted.sort());
}, 60_000);

/** The process ids of the workers of an audit. */
function workersOf(parent: number): number[] {
  try {
    return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it did not come to be within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** An audit that is begun: two workers are at work. */
async function begun(out: string) {
  const args = [BIN, 'audit', 'in', '--out', out, '--no-config', '--workers', '2', '--today', '2026-11-21'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const ended = new Promise<[number | null, string]>((resolve) => child.once('close', (code) => resolve([code, told])));
  const pid = child.pid ?? 0;
  await until(() => workersOf(pid).length === 2);
  return { child, pid, workers: workersOf(pid), ended };
}

describe.skipIf(process.platform !== 'linux')('worker processes', () => {
  test('end where the audit is killed, and it goes on', async () => {
    const { child, workers, ended } = await begun('orphans');
    child.kill('SIGKILL');
    await ended;
    await until(() => !workers.some(isAlive));
    run('orphans', '--workers', '2');
    expect(hashes('orphans')).toEqual(hashes('whole'));
  }, 120_000);

  test('that are killed are replaced, and no file is blamed for it', async () => {
    const { workers, ended } = await begun('bereaved');
    await until(() => existsSync(join(folder, 'bereaved', 'work', '0000000.ndjson')));
    for (const pid of workers) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    expect(await ended).toEqual([0, '']);
    expect(hashes('bereaved')).toEqual(hashes('whole'));
  }, 120_000);

  test('finish what they have begun where Ctrl-C ends the audit', async () => {
    const { pid, workers, ended } = await begun('drained');
    // The terminal tells the whole group of processes.
    process.kill(-pid, 'SIGINT');
    expect(await ended).toEqual([2, 'policylint: stopped. The same command goes on where this one ended.\n']);
    expect(workers.filter(isAlive)).toEqual([]);
    run('drained', '--workers', '2');
    expect(hashes('drained')).toEqual(hashes('whole'));
  }, 120_000);
});

test.skipIf(process.platform === 'win32')(
  'Ctrl-C is heard while this process lints by itself',
  async () => {
    const args = [BIN, 'audit', 'in', '--out', 'alone', '--no-config', '--workers', '0', '--today', '2026-11-21'];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    await until(() => existsSync(join(folder, 'alone', 'work', '0000000.ndjson')));
    child.kill('SIGINT');
    expect(await ended).toBe(2);
    expect(existsSync(join(folder, 'alone', 'index.html'))).toBe(false);
  },
  60_000,
);
