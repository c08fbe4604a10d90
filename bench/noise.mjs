// Firing rate of every rule over a folder of policies, with every rule on. `npm run noise`; options: --sample N, --rule PREFIX,
// --write (figures of record: counts only, into bench/noise.json). The places are printed or written nowhere near the repository.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileData } from '../scripts/compile-data.mjs';
import { engine } from '../scripts/engine.mjs';
import { generator } from './random.mjs';

const SEED = 20261121;
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { sample: { type: 'string' }, rule: { type: 'string' }, write: { type: 'boolean' }, folder: { type: 'string' } },
});
const folder = values.folder ?? join(root, '../shared/corpus/policies');
await compileData();
const { lint, loadRules, builtInRules } = await engine({
  lint: 'lint',
  'rules/load': 'loadRules',
  'data/rules': 'builtInRules',
});
const set = loadRules({ preset: 'auditor', today: '2026-11-21' });
const files = readdirSync(folder)
  .filter((name) => /\.(md|mdx|html)$/.test(name))
  .sort();
const byRule = new Map(builtInRules.map((rule) => [rule.id, { policies: 0, findings: [] }]));
for (const name of files) {
  const { findings, document } = await lint(readFileSync(join(folder, name), 'utf8'), { path: name }, set);
  const fired = new Set();
  for (const finding of findings) {
    const entry = byRule.get(finding.ruleId);
    if (!entry) continue;
    fired.add(entry);
    const { start, end } = finding.span;
    const line = document.source.slice(0, start).split('\n').length;
    entry.findings.push({
      place: `${basename(name)}:${line}`,
      message: finding.message,
      text: document.source.slice(start, end).replace(/\s+/g, ' '),
    });
  }
  for (const entry of fired) entry.policies++;
}

const wanted = [...byRule].filter(([id]) => id.startsWith(values.rule ?? ''));
const random = generator(SEED);
for (const [id, { policies, findings }] of wanted) {
  console.log(`${id}\t${policies}/${files.length} policies\t${findings.length} findings`);
  for (const { place, message, text } of sampleOf(findings, Number(values.sample ?? 0)))
    console.log(`    ${place}  ${message.slice(0, 110)}\n        «${text.slice(0, 320)}»`);
}
if (values.write) {
  const rules = Object.fromEntries([...byRule].map(([id, { policies, findings }]) => [id, { policies, findings: findings.length }]));
  writeFileSync(join(root, 'bench/noise.json'), `${JSON.stringify({ policies: files.length, preset: 'auditor', rules }, null, 2)}\n`);
}

function sampleOf(list, size) {
  const pool = [...list];
  return Array.from({ length: Math.min(size, pool.length) }, () => pool.splice(Math.floor(random() * pool.length), 1)[0]);
}
