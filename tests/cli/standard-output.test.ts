/** A report reaches whatever standard output is, whole and in order. (Node gives the processes that it starts sockets: a shell gives pipes.) */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installation } from '../installed.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'policylint-output-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const file = join(scratch, 'out');
let bin = '';
let report = '';
beforeAll(async () => {
  bin = await installation();
  report = shell(`${CHECK}`).stdout;
}, 60_000);

/** Much more than a pipe holds. */
const CHECK = '"$NODE" "$BIN" check fixtures/seeds --no-cache -f json';
const SLOW = `"$NODE" -e 'setTimeout(() => process.stdin.pipe(require("fs").createWriteStream(process.argv[1])), 700)' "$OUT"`;

const shell = (script: string) => {
  const env = { PATH: process.env['PATH'], NODE: process.execPath, BIN: bin, OUT: file, NODE_COMPILE_CACHE: join(scratch, 'code') };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: root, encoding: 'utf8', env, maxBuffer: 1 << 24 });
  return { status, stdout, stderr };
};
const written = (): string => readFileSync(file, 'utf8');

describe.skipIf(process.platform === 'win32')('standard output', () => {
  test.each([
    ['a socket', CHECK, 1],
    ['a file', `${CHECK} > "$OUT"; code=$?; cat "$OUT"; exit $code`, 1],
    ['a pipe', `${CHECK} | cat`, 0],
  ])('is %s', (_, script, status) => {
    expect(report.length).toBeGreaterThan(200_000);
    expect(JSON.parse(report).documents).toHaveLength(5);
    expect(shell(script)).toEqual({ status, stdout: report, stderr: '' });
  });

  test('is a pipe whose reader takes its time', () => {
    expect(shell(`${CHECK} | ${SLOW}`)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(written()).toBe(report);
  });

  test('is a pipe that another process has made one that does not wait', () => {
    const other = `"$NODE" -e 'process.stdout.write(""); setTimeout(() => {}, 60_000)'`;
    expect(shell(`{ ${other} & sleep 0.4; ${CHECK}; kill $!; } | ${SLOW}`).stderr).toBe('');
    expect(written()).toBe(report);
  });

  test('is where complaints go too: each stands where it was made', () => {
    shell(`${CHECK} --stats > "$OUT" 2>&1`);
    expect(written()).toMatch(/^\{\n/);
    expect(written().slice(report.length)).toMatch(/^policylint: 5 documents.* ms\n$/);
    expect(shell('"$NODE" "$BIN" check fixtures/seeds nowhere -f json --no-cache 2>&1 | tail -n 1').stdout).toBe(
      'policylint: There is no file "nowhere".\n',
    );
  });

  test('is closed, or closes early: the run ends quietly, with its own code', () => {
    expect(shell(`${CHECK} >&-`)).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(shell(`{ ${CHECK}; echo $? >&2; } | head -n 1`)).toEqual({ status: 0, stdout: '{\n', stderr: '1\n' });
  });

  test.skipIf(!existsSync('/dev/full'))('is full: that is said, and the run fails', () => {
    const { status, stderr } = shell(`${CHECK} > /dev/full`);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^policylint: standard output cannot be written to: ENOSPC.*\n$/)]);
  });

  test('has no colours where it is no terminal', () => {
    expect(shell('"$NODE" "$BIN" check fixtures/seeds --no-cache | head -c 2000').stdout).not.toContain('\x1b');
    expect(shell('"$NODE" "$BIN" check fixtures/seeds --no-cache --color | head -c 2000').stdout).toContain('\x1b[1m');
  });
});
