// How well `policylint diff` tells planted edits of real policies, and that edits of formatting change nothing.
//   node bench/audit-diff.mjs [FOLDER] [PAIRS]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [folder = '../shared/corpus/policies', most = '40'] = process.argv.slice(2);
/** Name, edit (null where the text has no place for it), what must be among the changes. */
const EDITS = [
  [
    'retention longer',
    (t) =>
      replace(
        t,
        /(\b(?:retain|kept|keep|store|delet)\w*\b[^.\n]{0,60}\b)(\d{1,2})( (?:days|months|years))/i,
        (_, a, n, u) => a + Number(n) * 3 + u,
      ),
    /^weakened retention$/,
  ],
  [
    'denial turned round',
    (t) => replace(t, /\b([Ww]e) (?:do not|don't|never) sell\b/g, '$1 sell'),
    /^(?:weakened|added|removed) (?:sale|sharing|data-category)$/,
  ],
  ['recipient added', (t) => `${t}\n\nWe use Mixpanel for analytics and Sendgrid for e-mail delivery.\n`, /^added processor$/],
  [
    'age lowered',
    (t) => replace(t, /\b(under|below)( the age of)? (1[3-8])\b/g, (_, a, b = '', n) => `${a}${b} ${n - 2}`),
    /^weakened minimum-age$/,
  ],
  [
    'date moved',
    (t) => replace(t, /((?:last (?:updated|modified|revised)|effective)[^\n]{0,30}\b)20(?:1\d|2[0-5])\b/i, '$12026'),
    /^changed effective-date$/,
  ],
  [
    'form only',
    (t) =>
      t
        .replace(/^(\s*)[-*] /gm, '$1+ ')
        .replace(/\n\n/g, '\n\n\n')
        .replace(/\n/g, '\r\n'),
    null,
  ],
];

const work = mkdtempSync(join(tmpdir(), 'policylint-diff-'));
for (const side of ['old', 'new']) mkdirSync(join(work, side));
const names = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .sort();
const wanted = new Map();
for (const [i, name] of names.entries()) {
  if (wanted.size >= Number(most)) break;
  const text = readFileSync(join(folder, name), 'utf8');
  if (text.length > 60_000) continue;
  // Each policy gets the edits in turn, and the first that it has a place for.
  for (let turn = 0; turn < EDITS.length; turn++) {
    const [kind, edit, expected] = EDITS[(i + turn) % EDITS.length];
    const edited = edit(text);
    if (edited === null) continue;
    writeFileSync(join(work, 'old', name), text);
    writeFileSync(join(work, 'new', name), edited);
    wanted.set(name, { kind, expected });
    break;
  }
}
const { stdout } = spawnSync(process.execPath, [resolve('bin/policylint.js'), 'diff', 'old', 'new', '--no-config', '-f', 'json'], {
  cwd: work,
  encoding: 'utf8',
  maxBuffer: 1e9,
});
const totals = {};
for (const { path, changes } of JSON.parse(stdout).documents) {
  const { kind, expected } = wanted.get(path.replace(/^new\//, ''));
  totals[kind] ??= { pairs: 0, right: 0 };
  const row = totals[kind];
  const isRight = expected ? changes.some((change) => expected.test(`${change.type} ${change.kind}`)) : changes.length === 0;
  row.pairs++;
  if (isRight) row.right++;
  else if (process.argv.includes('--show')) console.log(kind, path, JSON.stringify(changes).slice(0, 600));
}
rmSync(work, { recursive: true, force: true });
console.log(JSON.stringify(totals, null, 2));

function replace(text, pattern, by) {
  const edited = text.replace(pattern, by);
  return edited === text ? null : edited;
}
