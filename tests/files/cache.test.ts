import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @ts-expect-error: a script without types
import { bundle } from '../../scripts/build.mjs';
import { cacheFolder, openCache } from '../../src/files/cache.js';
import { loadRules } from '../../src/rules/load.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policylint-cache-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const set = loadRules();

describe('an entry', () => {
  const open = (name: string) => openCache(join(folder, name));
  const count = async (name: string, ...[source, path, rules]: [string, string, typeof set]): Promise<number> => {
    const cache = open(name);
    expect(await cache.remember(source, path, rules, async () => ({ words: source }))).toEqual({ words: source });
    return cache.statistics.hits;
  };
  test('is found again, for the same text, path and rules alone', async () => {
    expect(await count('a', 'text', 'p.md', set)).toBe(0);
    expect(await count('a', 'text', 'p.md', set)).toBe(1);
    expect(await count('a', 'text!', 'p.md', set)).toBe(0);
    expect(await count('a', 'text', 'p.txt', set)).toBe(0);
    expect(await count('a', 'text', 'p.md', loadRules({ rules: { 'gdpr/complaint': 'note' } }))).toBe(0);
    expect(await count('a', 'text', 'p.md', loadRules({ facts: { controller: 'Example Ltd' } }))).toBe(0);
  });
  test('depends on the day only where a suppression may expire', async () => {
    const on = (today: string) => ({ ...set, today });
    await count('b', 'text', 'p.md', on('2026-01-01'));
    expect(await count('b', 'text', 'p.md', on('2026-01-02'))).toBe(1);
    const expiring = '<!-- policylint-ignore-file gdpr/complaint until 2026-01-01 -- x -->';
    await count('b', expiring, 'p.md', on('2026-01-01'));
    expect(await count('b', expiring, 'p.md', on('2026-01-02'))).toBe(0);
  });
  test.each(['', 'x', '{"words":"other"}'])('that is damaged (%j) counts as none', async (damage) => {
    await count(`c${damage.length}`, 'text', 'p.md', set);
    for (const name of readdirSync(join(folder, `c${damage.length}`)).filter((entry) => entry.endsWith('.json')))
      writeFileSync(join(folder, `c${damage.length}`, name), damage);
    expect(await count(`c${damage.length}`, 'text', 'p.md', set)).toBe(0);
    expect(await count(`c${damage.length}`, 'text', 'p.md', set)).toBe(1);
  });
  test('that cannot be stored costs nothing but speed', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await count('file/below', 'text', 'p.md', set)).toBe(0);
  });
  test('that fails to be made is not kept', async () => {
    const cache = open('d');
    await expect(cache.remember('x', 'p', set, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await count('d', 'x', 'p', set)).toBe(0);
  });
});

test('the folder is in node_modules, else in the repository, else nowhere', () => {
  const root = join(folder, 'places');
  mkdirSync(join(root, 'repo/.git'), { recursive: true });
  mkdirSync(join(root, 'repo/docs'), { recursive: true });
  mkdirSync(join(root, 'loose'), { recursive: true });
  expect(cacheFolder(join(root, 'repo/docs'))).toBe(join(root, 'repo/.policylintcache'));
  mkdirSync(join(root, 'repo/node_modules'));
  expect(cacheFolder(join(root, 'repo/docs'))).toBe(join(root, 'repo/node_modules/.cache/policylint'));
  expect(cacheFolder(join(root, 'loose'))).toBeNull();
});

describe('the program with a cache', () => {
  const seeds = new URL('../../fixtures/seeds/', import.meta.url);
  const run = (...options: string[]) => {
    const { stdout } = spawnSync(process.execPath, [join(folder, 'bin/policylint.js'), 'docs', '-f', 'json', ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout;
  };
  beforeAll(async () => {
    await bundle(join(folder, 'dist'));
    mkdirSync(join(folder, 'docs'));
    writeFileSync(join(folder, 'dist/package.json'), '{"type": "module"}');
    cpSync(new URL('../../bin', import.meta.url), join(folder, 'bin'), { recursive: true });
    for (const name of readdirSync(seeds).filter((entry) => entry.endsWith('.txt')))
      copyFileSync(new URL(name, seeds), join(folder, 'docs', name));
  }, 60_000);

  test('says the same cold, warm and without', () => {
    const without = run('--no-cache');
    expect(without).toContain('"formatVersion": 1');
    expect(run('--cache-location', 'cache')).toBe(without);
    expect(readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.json'))).toHaveLength(5);
    expect(run('--cache-location', 'cache')).toBe(without);
  });

  test('says the same after runs that were killed at any moment, some beside each other', async () => {
    const without = run('--no-cache');
    let seed = 20261121;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let round = 0; round < 20; round++) {
      // A full cache makes runs too short to be killed.
      if (round % 5 === 0) rmSync(join(folder, 'killed'), { recursive: true, force: true });
      await Promise.all(
        [0, 1].map(
          () =>
            new Promise<void>((done) => {
              const child = spawn(process.execPath, [join(folder, 'bin/policylint.js'), 'docs', '--cache-location', 'killed'], {
                cwd: folder,
                stdio: 'ignore',
              });
              child.on('exit', () => done());
              setTimeout(() => child.kill('SIGKILL'), random() * 500);
            }),
        ),
      );
      if (round % 5 === 4) expect(run('--cache-location', 'killed')).toBe(without);
    }
    const stored = readdirSync(join(folder, 'killed')).filter((name) => name.endsWith('.json'));
    expect(stored.length).toBeGreaterThanOrEqual(5);
    for (const name of stored) expect(readFileSync(join(folder, 'killed', name), 'utf8').length).toBeGreaterThan(1000);
  }, 120_000);
});
