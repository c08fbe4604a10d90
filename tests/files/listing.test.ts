import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discover } from '../../src/files/discover.js';
import { list } from '../../src/files/listing.js';
import { byFolder, walk } from '../../src/files/walk.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policylint-list-'));
  const names = [
    'a.md',
    'a-b.md',
    'a/z.md',
    'a/b/c.md',
    'a.b/x.html',
    'Z/y.md',
    'a/README.md',
    'a/x.js',
    'b/p.docx',
    'b/node_modules/q.md',
    '.h/q.md',
  ];
  for (const name of [...names, 'b/.q.md', 'c/x.js', 'a/\u00e9.md', 'a/\ud83d\ude00.md', 'a/\uffee.md', 'b/no.md', 'b/deep/no.md']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
  writeFileSync(join(folder, 'b', '.policylintignore'), 'no.md\n');
  symlinkSync(join(folder, 'a.md'), join(folder, 'b', 'link.md'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a walk gives the files of a folder one after the other, then those of the folders in it', () => {
  const found = [...walk(folder)];
  expect(found).toEqual([
    'a-b.md',
    'a.md',
    'Z/y.md',
    'a/README.md',
    'a/x.js',
    'a/z.md',
    'a/\u00e9.md',
    'a/\ud83d\ude00.md',
    'a/\uffee.md',
    'a/b/c.md',
    'a.b/x.html',
    'b/no.md',
    'b/p.docx',
    'b/deep/no.md',
    'c/x.js',
  ]);
  expect([...found].sort().sort(byFolder)).toEqual(found);
});

test('whatever is asked for, a listing gives the files that discovering finds, as often as it is asked', async () => {
  const patterns = fc.array(fc.constantFrom('.', 'a', './a', 'a/b', 'a.b', 'b', 'Z', 'c', 'missing', 'a.md', 'b/*.md', '**/*.md', '../x'), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(patterns, async (wanted) => {
      const found = await discover(wanted, folder);
      const { each, problems } = await list(wanted, folder);
      const files = [...each()];
      expect([...files].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(found.files);
      expect([...files].sort((a, b) => byFolder(a.path, b.path))).toEqual(files);
      expect([...each()]).toEqual(files);
      expect(problems.map(({ message }) => message).sort()).toEqual(found.problems.map(({ message }) => message).sort());
    }),
    { numRuns: 150 },
  );
});
