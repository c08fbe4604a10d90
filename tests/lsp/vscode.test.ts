/**
 * The packed extension in VS Code itself, as code-server serves it to a browser: shows, fixes, explains, restarts. Skipped, and said
 * so, where the machine has neither (`npm install --global code-server`; `CODE_SERVER` may name its entry script).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CHROMIUM = '/usr/bin/chromium';
const script = process.env['CODE_SERVER'];
const [command, first] = script ? [process.execPath, [script]] : ['code-server', []];
const canRun = existsSync(CHROMIUM) && spawnSync(command, [...first, '--version']).status === 0;
if (!canRun) console.warn('tests/lsp/vscode.test.ts is skipped: there is no code-server or no chromium on this machine');

const POLICY =
  '# Privacy Policy\n\nBy using our site you consent to this policy. Logs are kept for 90 days (Art. 17 GDPR).\n\n<!-- policylint-ignore-next gdpr/retention -- gone since -->\n\nYou have the right to access your data.\n';
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'policylint.codeLens': true,
  'policylint.inlayHints': true,
};

let folder = '';
let server: ChildProcess | undefined;
let browser: Browser | undefined;
let page: Page;
beforeAll(async () => {
  if (!canRun) return;
  folder = mkdtempSync(join(tmpdir(), 'policylint-vscode-'));
  const { writeVsix }: { writeVsix: (file: string) => Promise<void> } = await import(
    new URL('../../scripts/vsix.mjs', import.meta.url).href
  );
  await writeVsix(join(folder, 'policylint.vsix'));
  mkdirSync(join(folder, 'data/User'), { recursive: true });
  writeFileSync(join(folder, 'data/User/settings.json'), JSON.stringify(SETTINGS));
  mkdirSync(join(folder, 'work/legal'), { recursive: true });
  writeFileSync(join(folder, 'work/privacy.md'), POLICY);
  writeFileSync(join(folder, 'work/legal/terms.md'), '# Privacy Policy\n\nWe sell your data to anyone.\n');
  writeFileSync(join(folder, 'work/policylint.config.yaml'), 'regimes: [gdpr]\nrules:\n  gdpr/dpo-contct: off\n');
  const own = ['--user-data-dir', join(folder, 'data'), '--extensions-dir', join(folder, 'extensions')];
  spawnSync(command, [...first, ...own, '--install-extension', join(folder, 'policylint.vsix')]);
  const port = await freePort();
  const flags = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'];
  server = spawn(command, [...first, ...own, ...flags], { stdio: 'ignore', detached: true });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await answering(`http://127.0.0.1:${port}/healthz`);
  await page.goto(`http://127.0.0.1:${port}/?folder=${join(folder, 'work')}`);
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 90_000 });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  // Its own group: the server forks the host of the extensions.
  if (server?.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test.skipIf(!canRun)(
  'the extension shows what the linter finds, takes a fix, and follows the configuration',
  async () => {
    await open('policylint.config.yaml');
    // An unknown rule, underlined where it stands.
    await page.waitForSelector('.squiggly-error', { timeout: 60_000 });
    // Policies that nobody has open are checked, too; under this configuration they cannot be.
    const shown = ['policylint.config.yaml', 'did you mean "gdpr/dpo-contact"?', 'terms.md', 'privacy.md'];
    await expect.poll(problems, { timeout: 60_000 }).toEqual(expect.arrayContaining(shown.map((words) => expect.stringContaining(words))));
    await page.locator('.monaco-editor .view-line', { hasText: 'dpo-contct' }).click();
    await press('Home', 'Shift+End');
    await page.keyboard.type('gdpr/dpo-contact: off');
    await press('Control+S');
    await open('privacy.md');
    await page.waitForSelector('.squiggly-error, .squiggly-warning', { timeout: 60_000 });
    // The lens above the text, the hint behind the period, the count in the status bar.
    await page.waitForSelector('.codelens-decoration:has-text("requirements covered")', { timeout: 60_000 });
    await page.waitForSelector('.view-line:has-text("90 days")');
    expect(await page.locator('[id="policylint.policylint"], .statusbar-item:has(.codicon-law)').first().textContent()).toMatch(/\d+/);
    await run('policylint: Fix All That Is Safe to Fix');
    await expect
      .poll(() => page.locator('.monaco-editor .view-lines').textContent(), { timeout: 60_000 })
      .not.toContain('policylint-ignore');
    await press('Control+S');
    await expect.poll(() => readFileSync(join(folder, 'work/privacy.md'), 'utf8'), { timeout: 20_000 }).not.toContain('policylint-ignore');
    await run('policylint: Restart the Server');
    await page.waitForSelector('.squiggly-error, .squiggly-warning', { timeout: 60_000 });
  },
  240_000,
);

async function open(name: string): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  await page.waitForSelector(`.tab.active:has-text("${name}")`, { timeout: 30_000 });
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The rows of the panel of problems. */
async function problems(): Promise<string[]> {
  if (!(await page.locator('.markers-panel').isVisible())) await press('Control+Shift+M');
  await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 60_000 });
  return page.locator('.markers-panel .monaco-list-row').allInnerTexts();
}

/** Runs a command by its name in the palette. */
async function run(name: string): Promise<void> {
  await press('F1');
  await page.waitForSelector('.quick-input-widget input.input');
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answering(url: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}
