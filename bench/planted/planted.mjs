// Plants contradicting statements into real policies and counts which are found; plants statements that agree and counts false
// alarms. usage: node bench/planted/planted.mjs [--misses] [--family NAME] [--bare] [--shift N] [--write]. --bare takes two lines as the only host. Hosts are policies of ../shared/corpus where
// that is present, else fixtures/seeds. --write records the figures in bench/planted.json.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { compileData } from '../../scripts/compile-data.mjs';

const BARE = ['# Privacy policy', 'We take care.', '## Data', 'This page tells how.', '## More', 'Write to us.', 'Thank you.'].join('\n\n');
/** How a pair stands in its host: as paragraphs, as paragraphs of a page, or with the second statement in a table. */
const SHAPES = ['prose', 'html', 'prose', 'table'];
const root = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);
const only = args.includes('--family') ? args[args.indexOf('--family') + 1] : null;
const { families, promises } = parse(readFileSync(`${root}bench/planted/families.yaml`, 'utf8'));
const { lint, builtInRules } = await load();
const rules = builtInRules.filter((rule) => rule.id.startsWith('consistency/') && rule.status !== 'experimental');
const set = { rules, facts: {}, regimes: ['gdpr', 'eprivacy', 'uk', 'ccpa'], preset: 'auditor', lawAsOf: '2026-11-01' };
// A real policy may hold the date or the address that a promise points to; a bare one does not.
const bare = { name: 'bare', text: BARE };
const hosts = args.includes('--bare') ? [bare] : hostTexts();

const cases = [];
for (const family of families) {
  if (only && family.name !== only) continue;
  for (const a of family.a) for (const b of family.b) cases.push({ family, kind: 'pair', texts: [a, b] });
  for (const texts of family.twins) cases.push({ family, kind: 'twin', texts });
}
for (const promise of only ? [] : promises)
  for (const text of promise.text)
    cases.push({ family: { name: `promise-${promise.name}`, rules: [promise.rule] }, kind: 'promise', texts: [text] });

const rows = {};
const misses = [];
// Another shift gives each case another host, order and shape.
const shift = args.includes('--shift') ? Number(args[args.indexOf('--shift') + 1]) : 0;
for (const [number, one] of cases.entries()) {
  const index = number + shift;
  rows[one.family.name] ??= { pairs: 0, found: 0, errors: 0, twins: 0, alarms: 0 };
  const row = rows[one.family.name];
  const result = await judge(one, one.kind === 'promise' ? bare : hosts[(index * 7) % hosts.length], index);
  if (one.kind === 'twin') {
    row.twins++;
    if (result.linked) row.alarms++;
    if (result.linked) misses.push(`ALARM ${one.family.name}: ${one.texts.join(' | ')} -> ${result.rules}`);
  } else {
    row.pairs++;
    if (result.found) row.found++;
    if (result.level === 'error') row.errors++;
    if (!result.found) misses.push(`MISS #${index} ${one.family.name} (${result.host}, ${result.shape}): ${one.texts.join(' | ')}`);
  }
}
const sum = (key) => Object.values(rows).reduce((total, row) => total + row[key], 0);
const figures = {
  pairs: sum('pairs'),
  found: sum('found'),
  recall: ratio(sum('found'), sum('pairs')),
  twins: sum('twins'),
  alarms: sum('alarms'),
  falseAlarmRate: ratio(sum('alarms'), sum('twins')),
  hosts: hosts.length,
  families: rows,
};
for (const [name, row] of Object.entries(rows))
  console.log(`${name.padEnd(22)} found ${row.found}/${row.pairs}  alarms ${row.alarms}/${row.twins}`);
console.log(
  `recall ${figures.recall} (${figures.found}/${figures.pairs}), false alarms ${figures.falseAlarmRate} (${figures.alarms}/${figures.twins}), ${hosts.length} hosts`,
);
if (args.includes('--misses')) console.log(misses.join('\n'));
if (args.includes('--write')) writeFileSync(`${root}bench/planted.json`, `${JSON.stringify(figures, null, 2)}\n`);

/** The first statement goes after the first third of the paragraphs, the second after the second third; order alternates. */
async function judge({ family, kind, texts }, host, index) {
  const shape = kind === 'promise' ? 'prose' : SHAPES[index % SHAPES.length];
  const order = index % 2 === 0 || texts.length === 1 ? texts : [...texts].reverse();
  const paragraphs = host.text.split(/\n{2,}/);
  const places = [Math.floor(paragraphs.length / 3), Math.floor((2 * paragraphs.length) / 3)].map((at) => plainBreak(paragraphs, at));
  const planted = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    planted.push(paragraph);
    for (const [which, place] of places.entries())
      if (place === at && order[which])
        planted.push(shape === 'table' && which === 1 ? `| No. | What we say |\n| --- | --- |\n| 1 | ${order[which]} |` : order[which]);
  }
  const source = shape === 'html' ? htmlOf(planted) : planted.join('\n\n');
  const { findings } = await lint(source, { path: shape === 'html' ? 'host.html' : 'host.md' }, set);
  const spans = order.map((text) => ({ start: source.indexOf(text), end: source.indexOf(text) + text.length }));
  const touches = (span) => spans.findIndex((own) => span.start < own.end && own.start < span.end);
  const touching = findings.map((finding) => {
    const sides = [touches(finding.span), ...finding.related.map((other) => touches(other.span))];
    return { finding, primary: sides[0], sides: new Set(sides.filter((side) => side >= 0)) };
  });
  // A denial of the host's own may stand against both.
  const linked = touching.filter(({ primary, sides }) => primary >= 0 && sides.size === 2);
  // A host may already hold the one side; then the other planted one is set against the host's.
  const found = touching.filter(({ finding, sides }) => family.rules.includes(finding.ruleId) && sides.size >= 1);
  return {
    found: found.length > 0,
    level: found[0]?.finding.level,
    linked: linked.length > 0,
    rules: linked.map(({ finding }) => `${finding.ruleId} ${finding.level}`).join(', '),
    host: host.name,
    shape,
  };
}

/** The policy as a page: headings, lists and paragraphs, whatever Markdown they hold as text. */
function htmlOf(paragraphs) {
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const block = (text) => {
    const heading = /^(#{1,6})\s+(.*)$/.exec(text);
    if (heading) return `<h${heading[1].length}>${escaped(heading[2])}</h${heading[1].length}>`;
    if (/^\s*[-*] /.test(text))
      return `<ul>${text
        .split(/\n\s*[-*] /)
        .map((item) => `<li>${escaped(item.replace(/^\s*[-*] /, ''))}</li>`)
        .join('\n')}</ul>`;
    return `<p>${escaped(text)}</p>`;
  };
  return `<!doctype html>\n<html lang="en"><body>\n${paragraphs.map(block).join('\n')}\n</body></html>\n`;
}

/** The nearest break after a plain paragraph followed by another, so that nothing lands within a list or a table. */
function plainBreak(paragraphs, from) {
  const isPlain = (text) => text !== undefined && /^[A-Z“"(]/.test(text) && !text.includes('|') && /[.!]$/.test(text.trim());
  for (let at = from; at < paragraphs.length; at++) if (isPlain(paragraphs[at])) return at;
  return from;
}

function hostTexts() {
  const folder = [`${root}../shared/corpus/policies`, `${root}fixtures/seeds`].find((path) => existsSync(path));
  const all = readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8').replace(/\r/g, '') }));
  const fitting = all.filter(({ text }) => text.length > 3000 && text.length < 9000 && text.split(/\n{2,}/).length > 12);
  return (fitting.length ? fitting : all).slice(0, 40);
}

function ratio(part, whole) {
  return whole === 0 ? 1 : Math.round((1000 * part) / whole) / 1000;
}

async function load() {
  await compileData();
  const outfile = `${root}build/planted.${process.pid}.mjs`;
  await build({
    stdin: {
      contents: "export { lint } from './src/lint.js'; export { builtInRules } from './src/data/rules.js';",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(outfile, { force: true });
  return loaded;
}
