import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintFiles } from '../src/lint-files.js';
import { loadRules } from '../src/rules/load.js';
import type { Rule } from '../src/rules/types.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policylint-batch-'));
  writeFileSync(join(folder, 'long.md'), `# Privacy Policy\n\n${'We keep your data. '.repeat(60)}\n`);
  writeFileSync(join(folder, 'short.md'), '# Privacy Policy\n\nWe keep your data.\n');
  writeFileSync(join(folder, 'empty.md'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A rule that cannot be run, on long documents only. */
const broken: Rule = {
  id: 'test/broken',
  title: 'Broken',
  severity: 'note',
  confidence: 'high',
  regimes: [],
  law: [],
  status: 'stable',
  when: { words: { min: 100 } },
  check: { phrase: { any: [['(', '']] } },
  message: 'Never said.',
};

describe('lintFiles', () => {
  it('loses no file because another fails: the failure stands on its own file', async () => {
    const { documents } = await lintFiles(['.'], folder, loadRules({ extra: [broken] }));
    const problems = documents.map(({ path, findings }) => [
      path,
      findings.map(({ ruleId }) => ruleId).filter((id) => id.startsWith('file/')),
    ]);
    expect(problems).toEqual([
      ['empty.md', ['file/empty']],
      ['long.md', ['file/internal-error']],
      ['short.md', []],
    ]);
    const [, long, short] = documents;
    expect(long?.findings[0]?.message).toMatch(/rule test\/broken failed.*Please report it/);
    expect(short?.findings.length).toBeGreaterThan(0);
  });
});
