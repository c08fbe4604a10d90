import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.js';

test('--watch checks again after a change, until it is stopped', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'policylint-watch-'));
  const file = join(cwd, 'policy.md');
  writeFileSync(file, '# Privacy Policy\n\nWe collect your name.\n');
  const stop = new AbortController();
  let out = '';
  let err = '';
  const running = main(['policy.md', '--watch', '-f', 'agent', '--min-confidence', 'low'], {
    cwd,
    env: {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin: async () => new Uint8Array(),
    isTerminal: false,
    columns: 80,
    stop: stop.signal,
  });
  const waits = (times: number) =>
    vi.waitFor(() => expect(err.split('waiting for changes').length - 1).toBe(times), { timeout: 20_000, interval: 20 });
  try {
    await waits(1);
    expect(out).toContain('gdpr/complaint ');
    out = '';
    writeFileSync(
      file,
      '# Privacy Policy\n\nWe collect your name. You have the right to lodge a complaint with a supervisory authority.\n',
    );
    await waits(2);
    expect(out).toContain('policy.md:');
    expect(out).not.toContain('gdpr/complaint ');
  } finally {
    stop.abort();
    rmSync(cwd, { recursive: true, force: true });
  }
  expect(await running).toBe(0);
});
