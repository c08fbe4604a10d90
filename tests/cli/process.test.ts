/** The command line as a process: the built bundle, real pipes. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let dist = '';
beforeAll(async () => {
  const { bundle }: { bundle: (outdir: string) => Promise<string[]> } = await import(
    new URL('../../scripts/build.mjs', import.meta.url).href
  );
  dist = mkdtempSync(join(root, 'build', 'cli-'));
  await bundle(dist);
}, 60_000);
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { cwd: root, input, encoding: 'utf8', env: { PATH: process.env['PATH'] } });

describe('the built command line', () => {
  it('checks the five policies and exits with 1', () => {
    const { status, stdout, stderr } = run(['check', 'fixtures/seeds', '--format', 'json']);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout).documents).toHaveLength(5);
  });

  it('reads standard input', () => {
    const { status, stdout } = run(['--stdin-filename', 'p.txt', '--exit-zero', '-f', 'agent'], 'Privacy Policy\n\nWe sell your data.\n');
    expect(status).toBe(0);
    expect(stdout).toContain('p.txt:');
  });

  it('prints nothing but the report on standard output', () => {
    expect(() => JSON.parse(run(['fixtures/seeds', '-f', 'sarif']).stdout)).not.toThrow();
  });

  it('ends quietly where the reader stops early', async () => {
    const child = spawn(process.execPath, [join(dist, 'cli.js'), 'check', 'fixtures/seeds', '-f', 'json'], { cwd: root });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += String(chunk);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    expect(complaint).toBe('');
  });

  it('fails with 2 and the nearest name', () => {
    const { status, stderr } = run(['--formt', 'json']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean "--format"?');
  });
});
