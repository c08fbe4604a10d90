// The pictures of the HTML report in docs/images: an audit of variations of the seeds, in Chromium.
//   node scripts/report-pictures.mjs [FOLDER]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const CHROMIUM = '/usr/bin/chromium';
const NAMES = ['atlas-notes', 'birch-health', 'cobalt-pay', 'delta-maps', 'ember-chat'];

/** Writes overview.png, matrix.png and policy.png, each with "audit-" before its name, into the folder. `bin`: the program that audits. */
export async function takePictures(out, bin = resolve('bin/policylint.js')) {
  const folder = mkdtempSync(join(tmpdir(), 'policylint-pictures-'));
  const browser = await launch();
  try {
    writePolicies(join(folder, 'policies'));
    const audit = ['audit', 'policies', '--out', 'report', '--no-config', '--workers', '0'];
    execFileSync(process.execPath, [bin, ...audit], { cwd: folder });
    mkdirSync(out, { recursive: true });
    const open = async (path, colorScheme) => {
      const page = await browser.newPage({ viewport: { width: 1200, height: 780 }, colorScheme });
      await page.goto(pathToFileURL(join(folder, 'report', path)).href);
      return page;
    };
    const overview = await open('index.html', 'light');
    await overview.screenshot({ path: join(out, 'audit-overview.png') });
    await overview.locator('#matrix').evaluate((node) => node.scrollIntoView({ behavior: 'instant' }));
    await overview.screenshot({ path: join(out, 'audit-matrix.png') });
    const policy = await open('pages/000001.html', 'dark');
    await policy
      .locator('.text mark')
      .first()
      .evaluate((node) => window.scrollTo({ top: Math.min(260, node.getBoundingClientRect().top), behavior: 'instant' }));
    await policy.screenshot({ path: join(out, 'audit-policy.png') });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A picture as brightness, 0 to 255, in a grid of cells, row by row: what remains of it when fonts and single words differ.
 * Read by the browser, which has what reads pictures.
 */
export async function brightness(path, columns = 24, rows = 16) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const source = `data:image/png;base64,${readFileSync(path).toString('base64')}`;
    return await page.evaluate(
      async ([url, width, height]) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, width, height);
        const { data } = context.getImageData(0, 0, width, height);
        return Array.from({ length: width * height }, (_, i) => Math.round((data[i * 4] + data[i * 4 + 1] + data[i * 4 + 2]) / 3));
      },
      [source, columns, rows],
    );
  } finally {
    await browser.close();
  }
}

function launch() {
  const off = ['gpu', 'background-networking', 'component-update', 'sync', 'quic'].map((name) => `--disable-${name}`);
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--no-first-run', ...off] });
}

/** Six versions of each seed, all but the first with other sections left out. */
function writePolicies(folder) {
  mkdirSync(folder);
  for (const [i, seed] of readdirSync('fixtures/seeds').sort().entries()) {
    const text = readFileSync(join('fixtures/seeds', seed), 'utf8');
    const parts = text.split(/\n(?=#{1,3} |\d{1,2}\. [A-Z])/);
    for (let version = 0; version < 6; version++) {
      const left = parts.filter((_, at) => version === 0 || at === 0 || (at * 7 + version * 3) % 6 !== 0);
      writeFileSync(join(folder, `${NAMES[i % NAMES.length]}-${version + 1}.md`), left.join('\n'));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await takePictures(resolve(process.argv[2] ?? 'docs/images'));
