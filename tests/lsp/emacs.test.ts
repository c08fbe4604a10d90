/** A real client: Emacs with eglot. Skipped, and said so, where the machine has none. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { installation } from './client.js';

const hasEglot = spawnSync('emacs', ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"]).status === 0;
if (!hasEglot)
  console.warn('tests/lsp/emacs.test.ts is skipped: there is no Emacs with eglot on this machine (apt-get install elpa-eglot)');

test.skipIf(!hasEglot)(
  'opens, gets diagnostics, hovers, applies a code action; the file on disk is as expected',
  async () => {
    const bin = await installation();
    const folder = mkdtempSync(join(tmpdir(), 'policylint-emacs-'));
    try {
      const policy = join(folder, 'privacy.md');
      const text = '# Privacy Policy\n\nBy using our site you consent to this policy. 💶 Logs are kept for 90 days.\n';
      writeFileSync(policy, text);
      const env = {
        PATH: process.env['PATH'],
        HOME: folder,
        LANG: 'C.UTF-8',
        NODE: process.execPath,
        BIN: bin,
        POLICY: policy,
        RESULT: join(folder, 'result.json'),
        ACTION: 'Ignore gdpr/consent-by-use in this file',
      };
      const script = fileURLToPath(new URL('emacs.el', import.meta.url));
      const { stderr } = spawnSync('emacs', ['--batch', '-l', script], { env, cwd: folder, timeout: 80_000, encoding: 'utf8' });
      const result: { opened: string[]; hover: string; applied: string } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
      expect(result.opened, stderr).toContainEqual(expect.stringContaining('gdpr/consent-by-use'));
      expect(result.hover).toContain('90 days');
      expect(result.applied).toBe(env.ACTION);
      expect(readFileSync(policy, 'utf8')).toBe(`${text}\n<!-- policylint-ignore-file gdpr/consent-by-use -- REASON -->\n`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
