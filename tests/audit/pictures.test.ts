/** The pictures that the documentation shows against the report as it is now. Needs Chromium; says so where there is none. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brightness, CHROMIUM, takePictures } from '../../scripts/report-pictures.mjs';
import { installation } from '../installed.js';

const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn(`SKIPPED: the pictures of the report are not compared, there is no ${CHROMIUM}.`);

describe.skipIf(!hasChromium)('pictures of the report', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'policylint-shots-'));
    await takePictures(folder, await installation());
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // A lost style sheet, a chart that is gone or columns below each other move far more than this; another font or finding does not.
  const MEAN = 6;

  test.each(['overview', 'matrix', 'policy'])('%s looks as documented', async (name) => {
    expect(await difference(join(folder, `audit-${name}.png`), `docs/images/audit-${name}.png`)).toBeLessThan(MEAN);
  });

  test('two different views are told apart', async () => {
    expect(await difference(join(folder, 'audit-overview.png'), 'docs/images/audit-matrix.png')).toBeGreaterThan(MEAN);
  });
});

/** Mean difference in brightness of the cells of two pictures, 0 to 255. */
async function difference(one: string, other: string): Promise<number> {
  const [a, b] = [await brightness(one), await brightness(other)];
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
}
