// How many of the defects that reviewers marked are reported at their line. Usage: node bench/defects.mjs [--missed]; needs ../shared and a build.
// Found: a rule that is about the defect stands at its line, at the heading right above it, or has a related place there. Which rules those are, and why no rule can
// express a defect, was judged by reading: bench/defects-matters.json, in the order of each list. Counts go to bench/defects.json, no text does.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const gold = join(root, '..', 'shared', 'gold');
const { values } = parseArgs({ options: { missed: { type: 'boolean' } } });
if (!existsSync(gold)) {
  console.log('defects: no ground truth beside this checkout (../shared); nothing was measured.');
  process.exit(0);
}
const matters = JSON.parse(readFileSync(join(root, 'bench', 'defects-matters.json'), 'utf8'));
const figures = { preset: 'auditor', minConfidence: 'low' };
for (const set of ['seeds', 'dev']) figures[set] = measure(set);
writeFileSync(join(root, 'bench', 'defects.json'), `${JSON.stringify(figures, null, 2)}\n`);

function measure(set) {
  const count = { total: 0, expressible: 0, found: 0, share: 0 };
  for (const { path, sections, findings } of check(join(gold, set))) {
    const name = basename(path);
    const headed = linesUnderHeadings(sections, readFileSync(join(gold, set, name), 'utf8').split('\n'));
    const defects = defectsOf(set, name).map((defect) => ({ ...defect, found: isFound(defect, findings, headed) }));
    const expressible = defects.filter(({ cannot }) => !cannot);
    const found = expressible.filter((defect) => defect.found);
    count.total += defects.length;
    count.expressible += expressible.length;
    count.found += found.length;
    console.log(`${set}/${name}: ${found.length} of ${expressible.length} that a rule can express, of ${defects.length}`);
    for (const { line, rules, cannot } of defects.filter((defect) => values.missed && !defect.found))
      console.log(`    ${line}: ${cannot ? `no rule can: ${cannot}` : `missed by ${rules.join(', ') || 'every rule'}`}`);
  }
  count.share = Number((count.found / count.expressible).toFixed(3));
  console.log(`${set}: ${count.found} of ${count.expressible} (${(100 * count.share).toFixed(1)} %), ${count.total} in all\n`);
  return count;
}

/** What was judged of each defect. Throws where the list has changed since. */
function defectsOf(set, name) {
  const { defects = [] } = parse(readFileSync(join(gold, set, `${name}.gold.yaml`), 'utf8'));
  const judged = matters[set][name] ?? [];
  if (judged.map(({ line }) => line).join() !== defects.map(({ line }) => line).join())
    throw new Error(`bench/defects-matters.json: the lines of ${set}/${name} are not those of its list of defects; judge it again.`);
  return judged;
}

function isFound({ line, rules = [] }, findings, headed) {
  const stands = ({ startLine, endLine }) => startLine <= line && line <= (headed.get(startLine) ?? endLine);
  return findings.some((finding) => rules.includes(finding.ruleId) && placesOf(finding).some(stands));
}

/** What is missing stands at a heading, and a reviewer marks the text under it: the line of each heading, and that of the first words below. */
function linesUnderHeadings(sections, lines, found = new Map()) {
  for (const { heading, region, children } of sections) {
    let next = region.startLine;
    while (next < lines.length && !/[a-z]/i.test(lines[next].replace(/^\[\]\(.*\)$/, ''))) next++;
    if (heading) found.set(region.startLine, next + 1);
    linesUnderHeadings(children, lines, found);
  }
  return found;
}

function placesOf({ region, focus, related = [] }) {
  return [region, focus, ...related.map((place) => place.region)].filter(Boolean);
}

/** The documents of the JSON report over the policies of the folder. */
function check(folder) {
  const files = readdirSync(folder).filter((file) => /\.(txt|md|mdx|html)$/.test(file));
  const scratch = mkdtempSync(join(tmpdir(), 'policylint-defects-'));
  const output = join(scratch, 'report.json');
  const options = ['check', '--exit-zero', '--preset', 'auditor', '--min-confidence', 'low', '-f', 'json', '--output', output];
  try {
    execFileSync(process.execPath, [join(root, 'bin', 'policylint.js'), ...options, ...files.sort().map((file) => join(folder, file))], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return JSON.parse(readFileSync(output, 'utf8')).documents;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
