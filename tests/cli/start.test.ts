/** What `bin/policylint.js` starts: the command `check` with its code kept compiled, all others without. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installation } from '../installed.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'policylint-start-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let bin = '';
let cache = '';
let count = 0;
beforeAll(async () => {
  bin = await installation();
}, 60_000);
beforeEach(() => {
  cache = join(scratch, `${count++}`);
});

const run = (args: readonly string[], env: Record<string, string> = {}, flags: readonly string[] = []) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, bin, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: cache, ...env },
  });
  return { status, stdout, stderr };
};
const policy = 'fixtures/seeds/000_d62aa72dd00cee89.txt';
const check = ['check', policy, '--no-cache', '-f', 'json'];
const folder = (): string => join(cache, 'policylint');
const kept = (): string[] => readdirSync(folder());

describe('check', () => {
  test('says the same with its code kept, damaged and not kept, and keeps it once', () => {
    const none = run(check, { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect([none.status, none.stderr]).toEqual([1, '']);
    expect(() => kept()).toThrow('ENOENT');
    expect(run(check)).toEqual(none);
    const [name = ''] = kept();
    expect(kept()).toHaveLength(1);
    const file = join(folder(), name);
    const { ino } = statSync(file);
    expect(run(check)).toEqual(none);
    expect(statSync(file).ino).toBe(ino);
    const code = readFileSync(file);
    writeFileSync(file, code.fill((code[5000] ?? 0) ^ 1, 5000, 5001));
    expect(run(check)).toEqual(none);
    expect(readFileSync(file).length).toBeGreaterThan(100_000);
    expect(statSync(file).ino).not.toBe(ino);
  });

  test('says of a damaged PDF that it is, and prints nothing but the report', () => {
    const path = join(scratch, 'damaged.pdf');
    writeFileSync(path, '%PDF-1.7 no more than a beginning');
    const { status, stdout, stderr } = run(['check', path, '--no-cache', '-f', 'json']);
    expect([status, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({ documents: [{ format: 'pdf', findings: [{ ruleId: 'file/unsupported' }] }] });
    expect(stdout).toContain('cannot be read: Invalid PDF structure."');
  });

  test('reads what is beyond ASCII as the other commands do', () => {
    const path = join(scratch, 'signs.md');
    writeFileSync(
      path,
      '# Privacy\n\nWe keep “logs” – for 30 days.\n\nCopyright © 2021 [Tarn Hosting](https://tarn.test/), all rights reserved\n',
    );
    for (const command of [['check', '--no-cache', '--exit-zero'], ['claims']])
      expect(run([...command, path, '-f', 'json']).stdout).toContain('"name": "Tarn Hosting"');
  });

  test('keeps its code anew where it has more to do, and apart for another engine', () => {
    run(['check', policy, '--no-cache', '--exit-zero']);
    const [name = ''] = kept();
    const small = statSync(join(folder(), name)).size;
    run(['check', policy, '--no-cache', '--exit-zero', '-f', 'sarif']);
    expect(kept()).toEqual([name]);
    expect(statSync(join(folder(), name)).size).toBeGreaterThan(small);
    expect(run(check, {}, ['--no-opt']).status).toBe(1);
    expect(kept()).toHaveLength(2);
  });

  test('takes code of another program for none', () => {
    const honest = run(check);
    const [name = ''] = kept();
    const file = join(folder(), name);
    const script =
      "const vm = require('node:vm'); process.stdout.write(new vm.Script('1 + 1').createCachedData().toString('latin1'), 'latin1')";
    const other = spawnSync(process.execPath, ['-e', script]).stdout;
    const half = Buffer.concat([other, Buffer.from('check\x05\0\0\0policylint', 'latin1')]);
    writeFileSync(file, Buffer.concat([half, half]));
    expect(run(check)).toEqual(honest);
    expect(statSync(file).size).toBeGreaterThan(100_000);
  });

  test('is what a file alone asks for; reads a configuration that is a module', () => {
    writeFileSync(join(scratch, 'policylint.config.mjs'), "export default { preset: 'strict' };");
    writeFileSync(join(scratch, 'policy.txt'), 'Privacy Policy\n\nWe sell your data.\n');
    const options = ['--no-cache'];
    const alone = run([join(scratch, 'policy.txt'), ...options]);
    expect(alone.stderr).toBe('');
    expect(alone.stdout).toContain('Preset strict');
    expect(run(['check', join(scratch, 'policy.txt'), ...options]).stdout).toBe(alone.stdout);
  });
});

test('other commands and misspelt words are understood as ever', () => {
  expect(run(['--version']).stdout).toMatch(/^policylint \d/);
  expect(run(['explain', 'gdpr/complaint']).stdout).toContain('gdpr/complaint');
  expect(run(['chekc']).stderr).toContain('Did you mean the command "check"?');
  expect(run(['check', 'explian']).stderr).toContain('Did you mean the command "explain"?');
});
