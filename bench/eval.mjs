// Accuracy against ground truth: claims and coverage (gold), "absent" verdicts (GDPR-Transparency), segments (GoPPC, OPP-115).
// Usage: npm run eval. Needs ../shared and a build; prints the tables and writes bench/accuracy.json, the figures of record.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
if (!existsSync(shared)) {
  console.log('eval: no ground truth beside this checkout (../shared); nothing was measured.');
  process.exit(0);
}
const scratch = mkdtempSync(join(tmpdir(), 'policylint-eval-'));
const figures = {};
await build({
  entryPoints: [join(root, 'bench', 'segments.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: join(root, 'build', 'segments.mjs'),
  logLevel: 'error',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

for (const set of ['seeds', 'dev']) {
  const folder = join(shared, 'gold', set);
  const report = check(`gold-${set}`, policiesIn(folder));
  figures[`claims ${set}`] = score('claims', folder, report);
  figures[`coverage ${set}`] = score('coverage', folder, report);
}
const transparency = join(shared, 'corpus', 'gdpr-transparency');
figures['gdpr-transparency'] = score('gdpr', join(transparency, 'labels.json'), check('gdpr', policiesIn(join(transparency, 'md'))));
figures.goppc = segments('goppc', 'goppc', (node) => node.labels.map((label) => label.split('.')[0]), {
  macro: 0.68,
  note: 'best of twelve classifiers by document split, top-level concepts',
});
figures.opp115 = segments('opp115', 'opp115', (node) => node.majority, {
  macro: 0.81,
  note: 'Polisis, mean of the F1 of presence and of absence',
});

writeFileSync(join(root, 'bench', 'accuracy.json'), `${JSON.stringify(figures, null, 2)}\n`);
rmSync(scratch, { recursive: true, force: true });

function policiesIn(folder) {
  return readdirSync(folder)
    .filter((file) => /\.(txt|md|mdx|html)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** The JSON report of the built program over the files. Exit codes 0 and 1 are both answers. */
function check(name, files) {
  const output = join(scratch, `${name}.json`);
  execFileSync(
    process.execPath,
    [join(root, 'bin', 'policylint.js'), 'check', '--exit-zero', '--format', 'json', '--output', output, ...files],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return output;
}

function score(mode, gold, report) {
  const scorer = join(shared, 'eval', 'score.mjs');
  console.log(`\n== ${mode} ${gold.slice(shared.length + 1)}`);
  console.log(execFileSync(process.execPath, [scorer, mode, gold, report], { encoding: 'utf8' }));
  const { rows, micro, macroF1 } = JSON.parse(execFileSync(process.execPath, [scorer, mode, gold, report, '--json'], { encoding: 'utf8' }));
  const round = (value) => (value == null ? null : Math.round(value * 1000) / 1000);
  return {
    micro: { precision: round(micro.precision), recall: round(micro.recall), f1: round(micro.f1) },
    macroF1: round(macroF1),
    byKind: Object.fromEntries(
      Object.entries(rows).map(([kind, row]) => [
        kind,
        { gold: row.tp + row.fn, precision: round(row.precision), recall: round(row.recall), f1: round(row.f1) },
      ]),
    ),
  };
}

/** Labels of headings and paragraphs, from the topics of their words, of their claims and of the headings over them. */
function segments(name, scheme, labelsOf, published) {
  const folder = join(shared, 'corpus', name);
  const mapping = parse(readFileSync(join(root, 'rules', 'ontology', 'mapping.yaml'), 'utf8'));
  const { policies } = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'));
  // GoPPC labels the paragraph that opens a list, and none of its items: they are read with it.
  const labelled = policies.map((policy) => (policy.nodes ?? policy.segments).filter((node) => node.kind !== 'item'));
  const input = join(scratch, `${name}.question.json`);
  const output = join(scratch, `${name}.segments.json`);
  const documents = policies.map((policy, index) => ({
    path: join(folder, 'md', `${policy.id}.md`),
    lines: labelled[index].map((node) => node.line),
  }));
  writeFileSync(input, JSON.stringify({ documents, claims: mapping.claims }));
  execFileSync(process.execPath, [join(root, 'build', 'segments.mjs'), input, output], { stdio: ['ignore', 'inherit', 'inherit'] });
  const predicted = JSON.parse(readFileSync(output, 'utf8'));
  const plain = (label) => (scheme === 'goppc' ? label.split('.')[0] : label);
  const labelsFor = (topic) => (mapping.topics[topic]?.[scheme] ?? []).map(plain);
  const guessOf = ({ topics, under }) => {
    const instead = under.flat().flatMap((topic) => mapping.under[topic]?.[scheme] ?? []);
    return new Set(instead.length > 0 ? instead : topics.flatMap(labelsFor));
  };
  /** How often each label was found, found wrongly and missed, in the policies that `isMeant` picks. */
  const tally = (isMeant) => {
    const counts = {};
    let total = 0;
    for (const [index, nodes] of labelled.entries()) {
      if (!isMeant(policies[index])) continue;
      for (const [at, node] of nodes.entries()) {
        total++;
        const guess = guessOf(predicted[index][at]);
        const truth = new Set(labelsOf(node));
        for (const label of new Set([...guess, ...truth])) {
          counts[label] ??= { tp: 0, fp: 0, fn: 0 };
          counts[label][guess.has(label) ? (truth.has(label) ? 'tp' : 'fp') : 'fn']++;
        }
      }
    }
    return { counts, total };
  };
  const scored = ({ counts, total }, label) => {
    const { tp, fp, fn } = counts[label] ?? { tp: 0, fp: 0, fn: 0 };
    const tn = total - tp - fp - fn;
    return { label, gold: tp + fn, presence: tp ? (2 * tp) / (2 * tp + fp + fn) : 0, absence: tn ? (2 * tn) / (2 * tn + fp + fn) : 0 };
  };
  const all = tally(() => true);
  // Labels without a counterpart among topics are left out of the mean, and named.
  const covered = new Set(Object.keys(mapping.topics).flatMap(labelsFor));
  const frequent = Object.keys(all.counts).filter((label) => all.counts[label].tp + all.counts[label].fn >= 10);
  const labels = frequent.filter((label) => covered.has(label)).sort((x, y) => x.localeCompare(y, 'en', { numeric: true }));
  const rows = labels.map((label) => scored(all, label));
  const round = (value) => Math.round(value * 1000) / 1000;
  const means = (of) => {
    const mean = (key) => of.reduce((sum, row) => sum + row[key], 0) / of.length;
    return { macroF1: round(mean('presence')), meanOfPresenceAndAbsence: round((mean('presence') + mean('absence')) / 2) };
  };
  const untuned = tally((policy) => !wasTunedOn(policy));
  const result = {
    segments: all.total,
    ...means(rows),
    // The half of the policies that the wording of topics was not tuned on.
    untuned: { segments: untuned.total, ...means(labels.map((label) => scored(untuned, label))) },
    published,
    leftOut: frequent.filter((label) => !covered.has(label)),
    byLabel: Object.fromEntries(rows.map((row) => [row.label, { gold: row.gold, f1: round(row.presence), absence: round(row.absence) }])),
  };
  console.log(
    `\n== segments ${name}: macro F1 ${result.macroF1}, mean of presence and absence ${result.meanOfPresenceAndAbsence} (published: ${published.macro}, ${published.note}); of those not tuned on: ${result.untuned.macroF1}, ${result.untuned.meanOfPresenceAndAbsence}`,
  );
  for (const row of rows)
    console.log(`${row.label.padEnd(40)} ${String(row.gold).padStart(5)} ${row.presence.toFixed(2)} ${row.absence.toFixed(2)}`);
  return result;
}

/** Policies whose ids have an even hash were tuned on. */
function wasTunedOn({ id }) {
  return Number.parseInt(createHash('sha256').update(String(id)).digest('hex').slice(-1), 16) % 2 === 0;
}
