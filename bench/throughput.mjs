// Megabytes of Markdown that one core parses, extracts claims from and holds against the rules in a second. Prints the figures,
// writes bench/throughput.json. CPU time of all threads (compiling and collecting garbage, too), so that a busy machine counts little; the
// best of several rounds, the first apart. Extraction stands beside the parser's own time for the same texts.
//   node bench/throughput.mjs [FILES] [ROUNDS]
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileData } from '../scripts/compile-data.mjs';
import { engine } from '../scripts/engine.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = Number(process.argv[2] ?? 24);
const rounds = Number(process.argv[3] ?? 8);
const corpus = join(root, '..', 'shared', 'corpus', 'policies');
const isCorpus = existsSync(corpus);
const folder = isCorpus ? corpus : join(root, 'fixtures', 'seeds');

const names = readdirSync(folder)
  .filter((name) => (isCorpus ? /\.md$/ : /\.(?:md|txt)$/).test(name))
  .sort();
const step = Math.max(1, Math.floor(names.length / wanted));
const files = names.filter((_, index) => index % step === 0).slice(0, wanted);
const texts = files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
const megabytes = texts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0) / 1e6;

const { parseDocument, extractClaims, loadRules, runRules, completeFindings } = await stages();
const set = loadRules({ preset: 'auditor' });
const cpu = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

async function once() {
  const spent = { parse: 0, extract: 0, rules: 0, findings: 0 };
  let at = cpu();
  const lap = (stage) => {
    const now = cpu();
    spent[stage] += now - at;
    at = now;
  };
  for (const [path, text] of texts) {
    at = cpu();
    const document = await parseDocument(text, { path });
    lap('parse');
    const claims = extractClaims(document);
    lap('extract');
    const { hits } = runRules(document, claims, set);
    lap('rules');
    completeFindings(hits, document);
    lap('findings');
  }
  return spent;
}

const first = await once();
const best = { parse: Infinity, extract: Infinity, rules: Infinity, findings: Infinity };
for (let round = 1; round < rounds; round++) {
  const spent = await once();
  for (const stage of Object.keys(best)) best[stage] = Math.min(best[stage], spent[stage]);
}

const figures = (spent) => {
  const total = Object.values(spent).reduce((sum, time) => sum + time, 0);
  const rate = (time) => Number(((megabytes / time) * 1000).toFixed(2));
  const stages = Object.fromEntries(Object.entries(spent).map(([stage, time]) => [stage, rate(time)]));
  const milliseconds = Object.fromEntries(Object.entries(spent).map(([stage, time]) => [stage, Math.round(time)]));
  return {
    milliseconds: { ...milliseconds, total: Math.round(total) },
    megabytesPerSecond: { ...stages, total: rate(total) },
    extractionOfParsing: Number((spent.extract / spent.parse).toFixed(2)),
    rulesOfTotal: Number((spent.rules / total).toFixed(3)),
  };
};
const result = {
  node: process.version,
  texts: isCorpus ? 'corpus' : 'seeds',
  files: files.length,
  megabytes: Number(megabytes.toFixed(2)),
  rounds,
  first: figures(first),
  warm: figures(best),
};
console.log(JSON.stringify(result, null, 2));
writeFileSync(join(root, 'bench', 'throughput.json'), `${JSON.stringify(result, null, 2)}\n`);

async function stages() {
  await compileData();
  mkdirSync(join(root, 'build'), { recursive: true });
  return engine({
    'document/document': 'parseDocument',
    'claims/extract': 'extractClaims',
    'rules/load': 'loadRules',
    'rules/run': 'runRules',
    'findings/complete': 'completeFindings',
  });
}
