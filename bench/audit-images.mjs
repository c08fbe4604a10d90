// The pictures of the HTML report in docs/images: an audit of variations of the seeds, in Chromium.
//   node bench/audit-images.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const NAMES = ['atlas-notes', 'birch-health', 'cobalt-pay', 'delta-maps', 'ember-chat'];
const folder = mkdtempSync(join(tmpdir(), 'policylint-images-'));
const policies = join(folder, 'policies');
mkdirSync(policies);
for (const [i, seed] of readdirSync('fixtures/seeds').sort().entries()) {
  const text = readFileSync(join('fixtures/seeds', seed), 'utf8');
  const parts = text.split(/\n(?=#{1,3} |\d{1,2}\. [A-Z])/);
  for (let version = 0; version < 6; version++) {
    const left = parts.filter((_, at) => version === 0 || at === 0 || (at * 7 + version * 3) % 6 !== 0);
    writeFileSync(join(policies, `${NAMES[i % NAMES.length]}-${version + 1}.md`), left.join('\n'));
  }
}
execFileSync(process.execPath, [resolve('bin/policylint.js'), 'audit', 'policies', '--out', 'report', '--no-config'], { cwd: folder });
const off = ['gpu', 'background-networking', 'component-update', 'sync', 'quic'].map((name) => `--disable-${name}`);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--no-first-run', ...off] });
const out = resolve('docs/images');
mkdirSync(out, { recursive: true });
const open = async (path, colorScheme) => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 780 }, colorScheme });
  await page.goto(pathToFileURL(join(folder, 'report', path)).href);
  return page;
};
await (await open('index.html', 'light')).screenshot({ path: join(out, 'audit-overview.png') });
const matrix = await open('index.html', 'light');
await matrix.locator('#matrix').evaluate((node) => node.scrollIntoView({ behavior: 'instant' }));
await matrix.screenshot({ path: join(out, 'audit-matrix.png') });
const policy = await open('pages/000001.html', 'dark');
await policy
  .locator('.text mark')
  .first()
  .evaluate((node) => window.scrollTo({ top: Math.min(260, node.getBoundingClientRect().top), behavior: 'instant' }));
await policy.screenshot({ path: join(out, 'audit-policy.png') });
const all = await open('index.html', 'light');
if (process.argv.includes('--full')) await all.screenshot({ path: join(tmpdir(), 'audit-full.png'), fullPage: true });
await browser.close();
