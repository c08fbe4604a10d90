// Holds every expression that the lexicon, the ontology and the packs compile to against a checker of backtracking (recheck). The matcher of
// phrases tries what these expressions try (src/phrase/match.ts). Repetitions are bounded, so an expression is safe where its time grows with
// the text alone. Ends with 1 where one may backtrack beyond that.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { compileData } from './compile-data.mjs';

const TIMEOUT_MS = 2000;
const root = fileURLToPath(new URL('..', import.meta.url));
await compileData();
const sources = new Map();
const data = (name) => JSON.parse(readFileSync(`${root}build/data/${name}.json`, 'utf8'));
data('expressions').forEach((expressions, list) => {
  collect(expressions, `list ${list}`);
});
collect(data('ontology'), 'ontology');
let bad = 0;
for (const [source, where] of sources) {
  const { status, complexity } = await check(source, 'g', { timeout: TIMEOUT_MS, checker: 'automaton' });
  if (status === 'safe') continue;
  bad++;
  console.log(`${where}: ${status} ${complexity?.summary ?? ''} ${source.slice(0, 200)}`);
}
console.log(`${sources.size} expressions, ${bad} not shown to be linear`);
process.exitCode = bad > 0 || sources.size === 0 ? 1 : 0;

/** Every text that is an expression of the phrase compiler, with the rule or file that it stands in. */
function collect(node, where) {
  if (typeof node === 'string') {
    if (/\\b|\(\?:/.test(node) && !sources.has(node)) sources.set(node, where);
  } else if (Array.isArray(node)) {
    for (const entry of node) collect(entry, where);
  } else if (node !== null && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) collect(value, node.id ?? `${where}.${key}`.slice(0, 80));
  }
}
