// An audit that is killed (SIGKILL) at random moments, again and again, and started again: the report must be that of an undisturbed run,
// byte for byte, in every format. Prints the figures; with --record keeps them in bench/audit-kill.json.
//   node bench/audit-kill.mjs [KILLS] [--files N] [--seed N] [--record]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generator } from './random.mjs';
import { reportHashes } from './report-hashes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string', default: '3000' }, seed: { type: 'string', default: '11' }, record: { type: 'boolean' } },
});
const wanted = Number(positionals[0] ?? 50);
const files = Number(values.files);
const random = generator(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'policylint-kill-'));
const args = (out) =>
  [join(root, 'bin', 'policylint.js'), 'audit', 'in', '--out', out, '--no-config', '--today', '2026-11-21', '--workers', '2'].concat(
    '--tables',
    'csv,ndjson,parquet,sqlite',
  );

try {
  for (let i = 0; i < files; i++) {
    const group = join(folder, 'in', String(Math.floor(i / 500)));
    if (i % 500 === 0) mkdirSync(group, { recursive: true });
    const text = `# Privacy Policy of Firm ${i}\n\nLast updated: 3 May 2024\n\nWe keep server logs for ${1 + (i % 90)} days. We use Stripe for payments.\n\n## Contact\n\nWrite to privacy@firm${i}.example.\n`;
    writeFileSync(join(group, `policy-${String(i).padStart(5, '0')}.md`), text);
  }
  const started = Date.now();
  const { status, stderr } = spawnSync(process.execPath, args('whole'), { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const undisturbed = Date.now() - started;
  const batches = Math.ceil(files / 50);
  const killed = { starting: 0, linting: 0, reporting: 0 };
  let finished = 0;
  // Each life is a random part of an undisturbed run; one that finishes is followed by another from nothing.
  while (killed.starting + killed.linting + killed.reporting < wanted) {
    const child = spawn(process.execPath, args('killed'), { cwd: folder, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), random() * undisturbed * 0.9);
    const signal = await new Promise((resolve) => child.once('exit', (_code, how) => resolve(how)));
    clearTimeout(timer);
    if (signal === 'SIGKILL') killed[moment(batches)]++;
    else {
      finished++;
      compare();
      rmSync(join(folder, 'killed'), { recursive: true });
    }
  }
  const last = spawnSync(process.execPath, args('killed'), { cwd: folder, encoding: 'utf8' });
  if (last.status !== 0) throw new Error(last.stderr);
  const compared = compare();
  const result = { files, kills: wanted, killed, runsFinished: finished + 1, filesCompared: compared, different: 0 };
  console.log(JSON.stringify(result, null, 2));
  if (values.record) writeFileSync(join(root, 'bench', 'audit-kill.json'), `${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What the run was at, as its files tell. */
function moment(batches) {
  const work = join(folder, 'killed', 'work');
  const done = existsSync(work) ? readdirSync(work).filter((name) => /^\d{7}\.ndjson$/.test(name)).length : 0;
  if (done === 0) return 'starting';
  return done < batches || !existsSync(join(folder, 'killed', 'documents.csv.tmp')) ? 'linting' : 'reporting';
}

/** Throws where the reports differ; returns how many files were compared. */
function compare() {
  const [whole, other] = [reportHashes(join(folder, 'whole')), reportHashes(join(folder, 'killed'))];
  const different = [...new Set([...Object.keys(whole), ...Object.keys(other)])].filter((path) => whole[path] !== other[path]);
  if (different.length > 0) throw new Error(`${different.length} files differ: ${different.slice(0, 5).join(', ')}`);
  return Object.keys(whole).length;
}
