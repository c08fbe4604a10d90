/** A real client: Neovim without plugins. Skipped, and said so, where the machine has none. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installation } from './client.js';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
if (!hasNeovim) console.warn('tests/lsp/neovim.test.ts is skipped: there is no nvim on this machine (apt-get install neovim)');

const POLICY =
  '# Privacy Policy\n\nBy using our site you consent to this policy. 💶 Logs are kept for 90 days.\n\n<!-- policylint-ignore-next gdpr/privacy-shield -- we know -->\n\nYou have the right to access your data.\n';

let bin = '';
let folder = '';
beforeAll(async () => {
  if (!hasNeovim) return;
  bin = await installation();
  folder = mkdtempSync(join(tmpdir(), 'policylint-nvim-'));
}, 60_000);
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!hasNeovim)(
  'opens, edits, gets diagnostics, hovers, applies a code action; the file on disk is as expected',
  () => {
    const policy = join(folder, 'privacy.md');
    writeFileSync(policy, POLICY);
    const script = fileURLToPath(new URL('neovim.lua', import.meta.url));
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      POLICYLINT: `${process.execPath}\n${bin}`,
      POLICY: policy,
      RESULT: join(folder, 'result.json'),
      ACTION: 'Remove the comment',
      GONE: 'policylint/unused-suppression',
    };
    const { stderr } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
      env,
      cwd: folder,
      timeout: 50_000,
      encoding: 'utf8',
    });
    const { problem, steps }: { problem?: string; steps: Record<string, string & string[]> } = JSON.parse(
      readFileSync(join(folder, 'result.json'), 'utf8'),
    );
    expect([problem, stderr]).toEqual([undefined, expect.not.stringContaining('Error')]);
    expect(steps['opened']).toContain('policylint/unused-suppression');
    expect(steps['edited']).toContain('policylint/invalid-suppression');
    expect(steps['hover']).toContain('Understood:');
    expect(steps['applied']).toBe('Remove the comment');
    expect(steps['fixed']).toContain('policylint/invalid-suppression');
    const without = POLICY.replace('<!-- policylint-ignore-next gdpr/privacy-shield -- we know -->\n', '');
    expect(readFileSync(policy, 'utf8').replace(/\n+/g, '\n')).toBe(
      `${without}\n<!-- policylint-ignore-next gdpr/dpo-contact -- REASON -->\nGrüße 🔒: we sell your data.\n`.replace(/\n+/g, '\n'),
    );
  },
  60_000,
);
