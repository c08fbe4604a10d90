/** `policylint diff` and `policylint score` as commands, with git. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installation } from '../installed.js';

let folder: string;
let policylint: string;
const OLD = '# Privacy Policy\n\nServer logs are deleted after 14 days. We do not sell your data.\n';
const NEW = '# Privacy Policy\n\nServer logs are deleted after 90 days. We sell your data.\n';

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false', ...args], { cwd: folder });
const run = (...args: string[]) => spawnSync(process.execPath, [policylint, ...args, '--no-config'], { cwd: folder, encoding: 'utf8' });

beforeAll(async () => {
  policylint = await installation();
  folder = mkdtempSync(join(tmpdir(), 'policylint-diff-'));
  git('init', '-q');
  writeFileSync(join(folder, 'PRIVACY.md'), OLD);
  git('add', '.');
  git('commit', '-q', '-m', 'old');
  git('tag', 'v1');
  writeFileSync(join(folder, 'PRIVACY.md'), NEW);
  git('commit', '-q', '-a', '-m', 'new');
  for (const [name, text] of [
    ['one', OLD],
    ['two', NEW],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'privacy.md'), text);
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [['one/privacy.md', 'two/privacy.md'], 'two/privacy.md'],
  [['one', 'two'], 'two/privacy.md'],
  [['v1..HEAD'], 'PRIVACY.md'],
  [['v1:PRIVACY.md', 'PRIVACY.md'], 'PRIVACY.md'],
])('%j', (args, path) => {
  const { status, stdout, stderr } = run('diff', ...args, '-f', 'json');
  expect(stderr).toBe('');
  expect(status).toBe(1);
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({
    documents: [{ path, changes: [{ kind: 'retention', type: 'weakened' }, { type: 'weakened' }, { kind: 'sale', type: 'weakened' }] }],
  });
  expect(stdout).toContain('change/retention-extended');
  expect(stdout).toContain('change/negation-removed');
});

test('the same twice: nothing changed', () => {
  const { status, stdout } = run('diff', 'one', 'one');
  expect(stdout).toContain('No statement changed.');
  expect(status).toBe(0);
});

test.each([[['diff', 'one/privacy.md']], [['diff', '--', '-x..HEAD']], [['diff', 'none.md', 'two']], [['diff', 'v9..HEAD']]])(
  '%j is refused',
  (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain('policylint:');
  },
);

test('SARIF and Markdown', () => {
  const sarif: unknown = JSON.parse(run('diff', 'one', 'two', '-f', 'sarif').stdout);
  expect(sarif).toMatchObject({ version: '2.1.0' });
  expect(run('diff', 'one', 'two', '-f', 'markdown').stdout).toContain('| 🔻 weakened | retention |');
});

test('the points of the score add up', () => {
  const { stdout } = run('score', 'PRIVACY.md', '-f', 'json');
  const { documents } = JSON.parse(stdout) as { documents: { points: number; grade: string; reasons: { points: number }[] }[] }; // docs/score.md
  const [first] = documents;
  const lost = (first?.reasons ?? []).reduce((sum, { points }) => sum + points, 0);
  expect(first?.points).toBeGreaterThanOrEqual(0);
  // Each reason is rounded to a tenth.
  expect(Math.abs(Math.max(0, 100 - lost) - (first?.points ?? -9))).toBeLessThan(2.5);
});
