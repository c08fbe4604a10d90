// What a keystroke costs in a policy of 100 KB: processor time of the server, against a run of the command line without cache on the
// same file; the time to the first diagnostics; what memory holds after many edits, once garbage is collected. Prints the figures,
// writes bench/lsp.json.
//   node bench/lsp.mjs [TIMED_EDITS] [ALL_EDITS]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const edits = Number(process.argv[2] ?? 100);
const allEdits = Number(process.argv[3] ?? 10_000);
const bin = join(root, 'bin/policylint.js');
const folder = mkdtempSync(join(tmpdir(), 'policylint-bench-'));
const file = join(folder, 'privacy.md');
const uri = pathToFileURL(file).href;
const memoryFile = join(folder, 'memory.json');

// The five seeds as Markdown, again and again under new headings, up to 100 KB.
const seeds = readdirSync(join(root, 'fixtures/seeds')).map((name) => readFileSync(join(root, 'fixtures/seeds', name), 'utf8'));
const part = seeds.map((seed) => seed.replace(/^(\d{1,2}\. .{1,80})$/gm, '## $1')).join('\n\n');
let text = '';
for (let i = 1; text.length < 100_000; i++) text += `# Part ${i}\n\n${part}\n\n`;
text = text.slice(0, 100_000);
writeFileSync(file, text);

/** Processor time of a living process in milliseconds: user and system, in ticks of a hundredth of a second. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
/** What the server holds once it has collected garbage, in megabytes. */
async function memoryOf(pid) {
  rmSync(memoryFile, { force: true });
  process.kill(pid, 'SIGUSR2');
  let sent;
  while (sent === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    try {
      sent = existsSync(memoryFile) ? JSON.parse(readFileSync(memoryFile, 'utf8')) : undefined;
    } catch {
      // Half written.
    }
  }
  return { heap: sent.heapUsed / 1e6, rss: sent.rss / 1e6 };
}
const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0;

function coldRun() {
  const script = `
    const { spawnSync } = require('node:child_process');
    const start = performance.now();
    spawnSync(process.execPath, ${JSON.stringify([bin, 'check', file, '--exit-zero', '--no-cache', '-f', 'json'])}, { stdio: 'ignore' });
    console.log(performance.now() - start);
    require('node:fs').readFileSync('/proc/self/stat', 'utf8').replace(/^.*\\) /, '').split(' ').slice(13, 15).forEach((ticks) => console.log(ticks * 10));
  `;
  const [wall, user, system] = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.split('\n').map(Number);
  return { wall, cpu: user + system };
}

const cold = [coldRun(), coldRun(), coldRun(), coldRun(), coldRun()];
const coldCpu = quantile(
  cold.map(({ cpu }) => cpu),
  0.5,
);
const coldWall = quantile(
  cold.map(({ wall }) => wall),
  0.5,
);

const started = performance.now();
const hook = ['--expose-gc', '--import', pathToFileURL(join(root, 'bench/gc-hook.mjs')).href];
const server = spawn(process.execPath, [...hook, bin, 'lsp', '--stdio'], {
  cwd: folder,
  env: { ...process.env, POLICYLINT_MEMORY: memoryFile },
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
connection.listen();
await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
await connection.sendNotification('initialized', {});
await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
const pull = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
await pull();
const first = performance.now() - started;

const lines = text.split('\n').length;
let seed = 7;
function random() {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
}
let version = 1;
/** What people type, anywhere: letters, words, line ends, characters of two units; now and then something is taken out. */
async function edit() {
  const line = Math.floor(lines * random());
  const start = { line, character: 0 };
  const isCut = random() < 0.3;
  const typed = ['x', ' ', 'data ', 'e\u0301', '🔒', 'We keep it for 30 days. '][Math.floor(random() * 6)];
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range: { start, end: isCut ? { line, character: 8 } : start }, text: isCut ? '' : typed }],
  });
}

const cpu = [];
const wall = [];
for (let i = 0; i < edits; i++) {
  const [before, start] = [cpuOf(server.pid), performance.now()];
  await edit();
  await pull();
  cpu.push(cpuOf(server.pid) - before);
  wall.push(performance.now() - start);
}
const early = await memoryOf(server.pid);
for (let i = edits; i < allEdits; i++) {
  await edit();
  // Typing is faster than reading: one version in twenty is looked at.
  if (i % 20 === 0) await pull();
}
await pull();
const late = await memoryOf(server.pid);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
rmSync(folder, { recursive: true });

const rounded = ({ heap, rss }) => ({ heap: Number(heap.toFixed(1)), rss: Math.round(rss) });
const p95 = quantile(cpu, 0.95);
const result = {
  node: process.version,
  characters: text.length,
  edits,
  coldRun: { cpuMs: coldCpu, wallMs: Math.round(coldWall) },
  edit: {
    cpuMs: { median: quantile(cpu, 0.5), p95 },
    wallMs: { median: Math.round(quantile(wall, 0.5)), p95: Math.round(quantile(wall, 0.95)) },
  },
  p95OfCold: Number((p95 / coldCpu).toFixed(2)),
  firstDiagnostics: { wallMs: Math.round(first), ofColdRun: Number((first / coldWall).toFixed(2)) },
  memory: {
    [`after${edits}EditsMb`]: rounded(early),
    [`after${allEdits}EditsMb`]: rounded(late),
    growth: Number((late.heap / early.heap).toFixed(2)),
  },
};
console.log(result);
writeFileSync(join(root, 'bench/lsp.json'), `${JSON.stringify(result, null, 2)}\n`);
