import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { codeFolder } from '../../src/cli/code-folder.js';
import { readCode } from '../../src/cli/code-store.js';
import { keepCode } from '../../src/cli/keep-code.js';

const root = mkdtempSync(join(tmpdir(), 'policylint-code-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(root, `${count++}`, 'below');
});

const kept = { code: Buffer.from('0123456789'.repeat(100)), traits: ['check', '.md', ''] };
const path = (): string => join(folder, 'a');

describe('kept code', () => {
  test('is found again with what it was made for, under its own name alone', () => {
    keepCode(folder, 'a', kept);
    expect(readCode(folder, 'a')).toEqual(kept);
    expect(readCode(folder, 'b')).toBeNull();
  });

  test.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length - 100)],
    ['cut in the middle', (file: Buffer) => file.subarray(0, file.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['all zeros', (file: Buffer) => Buffer.alloc(file.length)],
    ['of one wrong bit', (file: Buffer) => file.fill((file[500] ?? 0) ^ 1, 500, 501)],
  ])('that is %s counts as none', (_, damage) => {
    keepCode(folder, 'a', kept);
    writeFileSync(path(), damage(readFileSync(path())));
    expect(readCode(folder, 'a')).toBeNull();
  });

  test('replaces what was kept before, and leaves nothing beside it', () => {
    keepCode(folder, 'a', kept);
    keepCode(folder, 'a', { ...kept, traits: ['x'] });
    expect(readCode(folder, 'a')?.traits).toEqual(['x']);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('of versions long gone is removed', () => {
    for (let i = 0; i < 9; i++) {
      keepCode(folder, `v${i}`, kept);
      utimesSync(join(folder, `v${i}`), 1000 + i, 1000 + i);
    }
    keepCode(folder, 'a', kept);
    expect(readdirSync(folder).sort()).toEqual(['a', 'v4', 'v5', 'v6', 'v7', 'v8']);
  });

  test('makes no home for a user who has none', () => {
    keepCode(join(root, 'none', '.cache', 'policylint'), 'a', kept);
    expect(readdirSync(root)).not.toContain('none');
    keepCode('/proc/.cache/policylint', 'a', kept);
    expect(readCode('/proc/.cache/policylint', 'a')).toBeNull();
  });

  test('costs nothing but speed where it cannot be written', () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, 'a file');
    expect(() => keepCode(folder, 'a', kept)).not.toThrow();
    expect(readCode(folder, 'a')).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('code that others could have written', () => {
  beforeEach(() => keepCode(folder, 'a', kept));

  test('is not read: a file with other writers', () => {
    chmodSync(path(), 0o622);
    expect(readCode(folder, 'a')).toBeNull();
  });
  test('is not read: a folder with other writers', () => {
    chmodSync(folder, 0o777);
    expect(readCode(folder, 'a')).toBeNull();
    rmSync(path());
    keepCode(folder, 'a', kept);
    expect(readdirSync(folder)).toEqual([]);
  });
  test('is not read: a link', () => {
    symlinkSync(path(), join(folder, 'link'));
    expect(readCode(folder, 'link')).toBeNull();
    symlinkSync(folder, `${folder}-link`);
    expect(readCode(`${folder}-link`, 'a')).toBeNull();
  });
});

describe('the folder of kept code', () => {
  test('is in the cache of the user', () => {
    expect(codeFolder({ HOME: '/home/a' }, 'linux')).toBe(join('/home/a', '.cache', 'policylint'));
    expect(codeFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/c' }, 'linux')).toBe(join('/c', 'policylint'));
    expect(codeFolder({ HOME: '/Users/a' }, 'darwin')).toBe(join('/Users/a', 'Library', 'Caches', 'policylint'));
    expect(codeFolder({ HOME: '/home/a', NODE_COMPILE_CACHE: '/n' }, 'linux')).toBe(join('/n', 'policylint'));
  });
  test('is none where there is no such cache, or none is wanted', () => {
    expect(codeFolder({}, 'linux')).toBeNull();
    expect(codeFolder({ HOME: '/home/a' }, 'win32')).toBeNull();
    expect(codeFolder({ XDG_CACHE_HOME: 'relative' }, 'linux')).toBeNull();
    expect(codeFolder({ HOME: '/home/a', NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux')).toBeNull();
  });
});
