import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/files/discover.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policylint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
const find = async (...patterns: string[]) => {
  const { files, problems, skipped } = await discover(patterns, folder);
  return { files: files.map(({ path }) => path), problems: problems.map(({ message }) => message), skipped };
};

describe('discover', () => {
  it('searches folders for policies, and says what it left out', async () => {
    write({ 'a/p.md': 'x', 'a/b/p.HTML': 'x', 'a/README.md': 'x', 'a/old.rtf': 'x', 'a/x.js': 'x', 'a/node_modules/q.md': 'x' });
    expect(await find('a')).toEqual({ files: ['a/b/p.HTML', 'a/p.md'], problems: [], skipped: ['a/README.md', 'a/old.rtf'] });
  });

  it('obeys ignore files from the root of the repository down, the deeper one last', async () => {
    write({ '.git/HEAD': '', '.gitignore': 'drafts\n*.txt\n', 'docs/.gitignore': '!keep.txt\n', 'docs/.policylintignore': 'no.md\n' });
    write({ 'docs/drafts/p.md': 'x', 'docs/keep.txt': 'x', 'docs/p.txt': 'x', 'docs/no.md': 'x', 'docs/yes.md': 'x' });
    expect((await find('docs')).files).toEqual(['docs/keep.txt', 'docs/yes.md']);
    expect((await find('docs/**/*.md')).files).toEqual(['docs/yes.md']);
  });

  it('takes a file that is named, whatever its name and the ignore files say', async () => {
    write({ '.git/HEAD': '', '.gitignore': '*.md\n', 'README.md': 'x', notes: 'x' });
    expect((await find('./README.md', 'notes', 'README.md')).files).toEqual(['README.md', 'notes']);
  });

  it('names what is not there, and the nearest that is', async () => {
    write({ 'privacy.md': 'x', 'empty/x.js': '' });
    const { files, problems } = await find('pravicy.md', 'zzz/*.md', 'empty', 'privacy.md');
    expect(files).toEqual(['privacy.md']);
    expect(problems).toEqual([
      'There is no file "pravicy.md". Did you mean "privacy.md"?',
      'No file matches "zzz/*.md".',
      expect.stringContaining('The folder "empty" holds no policy'),
    ]);
  });

  it('reads a name with brackets as the file it is before it reads it as a pattern', async () => {
    write({ 'a[1].md': 'x' });
    expect((await find('a[1].md')).files).toEqual(['a[1].md']);
  });
});
