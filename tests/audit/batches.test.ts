import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchesOf } from '../../src/audit/batches.js';
import { readJournals, writeJournal } from '../../src/audit/journal.js';
import { openPool } from '../../src/audit/pool.js';
import type { Batch } from '../../src/audit/types.js';
import { COMPANY_SIZE } from '../../src/compare/folder.js';
import type { DocumentView } from '../../src/report/view.js';
import { installation } from '../installed.js';

const files = (sizes: readonly number[]) =>
  sizes.flatMap((size, folder) =>
    Array.from({ length: size }, (_, i) => ({ absolute: `/in/f${folder}/p${i}.md`, path: `in/f${folder}/p${i}.md` })),
  );

test('every file is in one batch, in order; small folders stay whole, large ones stand alone, whatever the size of a batch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), async (sizes, size) => {
      const all = files(sizes);
      const batches: Batch[] = [];
      for await (const batch of batchesOf(all, size)) batches.push(batch);
      expect(batches.flatMap((batch) => batch.files.map(({ path }) => path))).toEqual(all.map(({ path }) => path));
      expect(batches.map(({ index }) => index)).toEqual(batches.map((_, i) => i));
      for (const [folder, count] of sizes.entries()) {
        const holding = batches.filter((batch) => batch.files.some(({ path }) => path.startsWith(`in/f${folder}/`)));
        const own = batches.flatMap((batch) => batch.files).filter(({ path }) => path.startsWith(`in/f${folder}/`));
        if (count <= COMPANY_SIZE) expect(holding).toHaveLength(1);
        expect(own.every(({ isAlone }) => (isAlone ?? false) === count > COMPANY_SIZE)).toBe(true);
      }
      expect(batches.every((batch) => batch.files.length < size + COMPANY_SIZE)).toBe(true);
    }),
  );
});

describe('with a folder', () => {
  let work: string;
  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'policylint-batches-'));
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const settings = () => ({ work, cwd: work, key: 'k', config: { command: {}, today: '2026-11-21', file: false as const } });
  const documents = async (batches: number): Promise<DocumentView[]> => {
    const read: DocumentView[] = [];
    for await (const document of readJournals(work, batches)) read.push(document);
    return read;
  };

  test('a journal that lacks documents is not taken for a whole one', async () => {
    writeJournal(work, { batch: 0, key: 'k', today: '2026-11-21', files: [['a.md', null]] }, []);
    await expect(documents(1)).rejects.toThrow('0000000.ndjson is damaged');
  });

  test('a file that no process survives becomes a document that says so, and the rest of its batch is read', async () => {
    for (const name of ['a', 'evil', 'b']) writeFileSync(join(work, `${name}.md`), '# Privacy Policy\n\nWe keep logs for 30 days.\n');
    // A process that ends on one file, as it would out of memory, and otherwise is the real one.
    const entry = join(work, 'worker.mjs');
    writeFileSync(
      entry,
      `import ${JSON.stringify(join(dirname(await installation()), '..', 'dist', 'audit-worker.js'))};
process.prependListener('message', (batch) => { if (batch.files?.some(({ path }) => path === 'evil.md' && !batch.fatal?.includes(path))) process.exit(9); });`,
    );
    const pool = openPool(1, settings(), entry);
    const named = ['a.md', 'evil.md', 'b.md'].map((path) => ({ path, absolute: join(work, path) }));
    try {
      expect(await pool.run({ index: 0, files: named })).toMatchObject({ documents: 3, isResumed: false });
    } finally {
      await pool.close();
    }
    const read = await documents(1);
    expect(read.map(({ path, claims }) => [path, claims.length > 0])).toEqual([
      ['a.md', true],
      ['evil.md', false],
      ['b.md', true],
    ]);
    expect(read[1]?.findings).toMatchObject([{ ruleId: 'file/internal-error', level: 'error' }]);
    expect(readFileSync(join(work, '0000000.ndjson'), 'utf8')).not.toContain('isProbe');
  }, 120_000);

  test('a process that cannot be started is no fault of a file', async () => {
    const entry = join(work, 'broken.mjs');
    writeFileSync(entry, 'process.exit(7);');
    const pool = openPool(1, settings(), entry);
    await expect(pool.run({ index: 5, files: [{ path: 'a.md', absolute: join(work, 'a.md') }] })).rejects.toThrow(
      'A worker process could not be started (it ended: code 7). --workers 0 does without.',
    );
    await pool.close();
    expect(readdirSync(work)).not.toContain('0000005.ndjson');
  });
});
