// Draws findings of the preset `recommended` at random, with a fixed seed, for reading one by one.
//   node bench/sample-findings.mjs [NUMBER] [FOLDER] [SEED] [--severity LEVEL]      default: 150 of all levels over ../shared/corpus/policies
// Prints only; texts of others do not go into the repository.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { positionals, values } = parseArgs({ allowPositionals: true, options: { severity: { type: 'string' } } });
const [number = '150', folder = '../shared/corpus/policies', seed = '20261121'] = positionals;
const report = JSON.parse(
  execFileSync(process.execPath, ['bin/policylint.js', 'check', folder, '--exit-zero', '-f', 'json'], {
    cwd: root,
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
const all = report.documents
  .flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...finding })))
  .filter(({ level }) => values.severity === undefined || level === values.severity);
const counts = {};
for (const { level } of all) counts[level] = (counts[level] ?? 0) + 1;
console.log(`${all.length} findings in ${report.documents.length} documents: ${JSON.stringify(counts)}`);
let state = Number(seed);
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const drawn = all
  .map((finding) => ({ finding, order: random() }))
  .sort((a, b) => a.order - b.order)
  .slice(0, Number(number));
const sources = new Map();
for (const [index, { finding }] of drawn.entries()) {
  const { path, ruleId, level, region, message, related } = finding;
  if (!sources.has(path)) sources.set(path, readFileSync(new URL(path, `file://${root}`), 'utf8').replace(/^\uFEFF/, ''));
  const around = ({ charOffset, charLength }) => {
    const text = sources.get(path);
    const clip = (part) => part.replace(/\s+/g, ' ');
    return `${clip(text.slice(Math.max(0, charOffset - 160), charOffset))}[[${words({ charOffset, charLength })}]]${clip(text.slice(charOffset + charLength, charOffset + charLength + 160))}`;
  };
  const words = ({ charOffset, charLength }) =>
    sources
      .get(path)
      .slice(charOffset, charOffset + charLength)
      .replace(/\s+/g, ' ')
      .slice(0, 420);
  console.log(
    `\n${index + 1}. ${level} ${ruleId} ${path.split('/').at(-1)}:${region.startLine}\n   ${around(region)}\n   → ${message.split('. ')[0].slice(0, 220)}`,
  );
  if (related[0]) console.log(`   ↳ ${related[0].region.startLine}: ${words(related[0].region)}`);
}
