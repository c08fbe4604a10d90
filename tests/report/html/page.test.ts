import { expect, test } from 'vitest';
import { lint } from '../../../src/lint.js';
import { html } from '../../../src/report/html/index.js';
import { markedText } from '../../../src/report/html/marks.js';
import { documentView, makeReport } from '../../../src/report/view.js';
import { loadRules } from '../../../src/rules/load.js';

const TEXT = `# Privacy Policy <b>

We keep logs for 30 days. We keep logs for 90 days & <script>alert("x")</script> [x](javascript:alert(1)).
`;

async function view(text: string) {
  return documentView(await lint(text, { path: 'a"<b>.md' }, loadRules({ preset: 'auditor' })), 'a.md');
}

test('the marked text is the text, whatever marks overlap', async () => {
  const marked = markedText(await view(TEXT), '');
  const plain = marked
    .replace(/<a class="ref".*?<\/a>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  expect(plain).toBe(TEXT);
  expect(marked).toContain('<mark');
});

test('every link within the page has a target', async () => {
  const report = makeReport(loadRules(), 'medium', [await view(TEXT)], []);
  const page = await html(report, { color: false, width: 80 });
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(targets.length).toBeGreaterThan(5);
  for (const id of new Set(targets)) expect(page, id).toContain(`id="${id}"`);
});

test('nothing of a policy becomes markup', async () => {
  const report = makeReport(loadRules(), 'medium', [await view(TEXT)], []);
  const page = await html(report, { color: false, width: 80 });
  expect(page).not.toMatch(/<script|href="javascript|<b>\./);
  expect(page).toContain('Content-Security-Policy');
});
