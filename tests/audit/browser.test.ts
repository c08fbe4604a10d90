/** The HTML report in a real browser, from disk. Needs Chromium; says so where there is none. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installation } from '../installed.js';

const CHROMIUM = '/usr/bin/chromium';
const LONG = 'w'.repeat(10_000);
const HOSTILE = `# Privacy Policy <img src=x onerror="document.title='pwned'">

<script>document.title = 'pwned'</script> [click](javascript:document.title='pwned') ${LONG}

We do not sell your data. We sell your data to advertisers. </script><script>document.title='pwned'</script>

## Retention

We keep server logs for 30 days. We keep server logs for 90 days.
`;

const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn(`SKIPPED: the report is not tested in a browser, there is no ${CHROMIUM}.`);

describe.skipIf(!hasChromium)('HTML report in Chromium', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policylint-report-'));
    mkdirSync(join(folder, 'in'));
    cpSync(resolve('fixtures/seeds'), join(folder, 'in'), { recursive: true });
    writeFileSync(join(folder, 'in', '<script>alert(1)<script>&"\'.md'), HOSTILE);
    const audit = ['audit', 'in', '--out', 'report', '--no-config', '--workers', '0'];
    execFileSync(process.execPath, [await installation(), ...audit], { cwd: folder });
    const quiet = ['sandbox', 'first-run'].map((name) => `--no-${name}`);
    const off = ['gpu', 'background-networking', 'component-update', 'sync', 'quic'].map((name) => `--disable-${name}`);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...quiet, ...off] });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) problems.push(`request: ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (path: string) => page.goto(pathToFileURL(join(folder, 'report', path)).href);

  /** Serious and critical findings of axe on the open page. */
  async function axe(): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    const run = async (expression: string) => {
      const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return result.value as unknown; // What the page gives back.
    };
    await run(readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8'));
    const found = await run(
      `axe.run({ preload: false }).then(({violations}) => violations.filter(({impact}) => impact === 'serious' || impact === 'critical').map(({id, nodes}) => id + ': ' + nodes[0].html.slice(0, 200)))`,
    );
    expect(Array.isArray(found)).toBe(true);
    return (found as unknown[]).map(String); // Checked in the line above.
  }

  test('overview: a matrix that sorts, filters and searches', async () => {
    await open('index.html');
    const rows = () => page.locator('#body tr').count();
    expect(await rows()).toBe(6);
    await page.locator('#search').fill('script');
    expect(await rows()).toBe(1);
    await page.locator('#search').fill('');
    await page.getByRole('button', { name: 'Errors' }).click();
    expect(await page.locator('th[aria-sort=descending]').textContent()).toBe('Errors');
    const errors = (await page.locator('#body tr td:nth-child(2)').allTextContents()).map(Number);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    await page.locator('#missing').selectOption({ index: 1 });
    const left = await page.locator('#body tr').count();
    expect(left).toBeLessThan(7);
    expect(await page.locator('figure.card').count()).toBe(6);
    expect(problems).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'no serious finding of axe, %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const path of ['index.html', 'rules.html', 'pages/000001.html', 'pages/000006.html']) {
        await open(path);
        expect(await axe(), path).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    },
    60_000,
  );

  test('a hostile policy is shown, not run', async () => {
    await open('index.html');
    await page.locator('#search').fill('<script>');
    await page.locator('#body a').click();
    expect(await page.title()).toContain('<script>alert(1)<script>');
    expect(await page.locator('.text').textContent()).toContain("document.title = 'pwned'");
    expect(await page.locator('.text script, .text img, a[href^="javascript:"]').count()).toBe(0);
    const width = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(width).toBe(0);
    expect(problems).toEqual([]);
  });
});
