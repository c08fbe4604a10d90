import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { installation } from '../installed.js';
import { silentIn } from '../silent.js';

const cwd = mkdtempSync(join(tmpdir(), 'policylint-ndjson-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const POLICY = '# Privacy Policy\n\nWe keep server logs for 30 days. We do not sell your personal data.\n';

async function check(input: string, ...options: string[]): Promise<{ exit: number; lines: Record<string, unknown>[]; complaint: string }> {
  let output = '';
  let complaint = '';
  const exit = await main(['check', '--stdin-ndjson', '--no-config', ...options], {
    cwd,
    env: {},
    out: (text) => {
      output += text;
    },
    err: (text) => {
      complaint += text;
    },
    stdin: async () => new TextEncoder().encode(input),
    isTerminal: false,
    columns: 80,
  });
  const lines = output
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line));
  return { exit, lines, complaint };
}

test('a result a document, in order, each as `check --format json` lists it', async () => {
  writeFileSync(join(cwd, 'a.md'), POLICY);
  let report = '';
  const out = (text: string): void => {
    report += text;
  };
  const terminal = { cwd, env: {}, out, err: out, stdin: async () => new Uint8Array(), isTerminal: false, columns: 80 };
  await main(['check', 'a.md', '--no-config', '--no-cache', '--exit-zero', '-f', 'json'], terminal);
  const { lines, exit } = await check(
    [
      { path: 'a.md', text: POLICY, id: 'x' },
      { path: 'b', text: '<h1>Privacy Policy</h1>', type: 'text/html; charset=utf-8' },
    ]
      .map((entry) => JSON.stringify(entry))
      .join('\n'),
    '--exit-zero',
  );
  expect(exit).toBe(0);
  expect(lines[0]).toEqual({ line: 1, id: 'x', document: JSON.parse(report).documents[0] });
  expect(lines[1]).toMatchObject({ line: 2, document: { path: 'b', format: 'html' } });
});

test('bad lines give an error record each, the run goes on, and the exit code says so', async () => {
  const bad = [
    'nonsense',
    '[1]',
    '{"path":"a.md"}',
    '{"text":"x","id":4}',
    '{"path":"a","text":"t","id":{}}',
    '{"path":"a","text":"t","type":"pdf"}',
  ];
  const { lines, exit, complaint } = await check([...bad, '', JSON.stringify({ path: 'a.md', text: POLICY })].join('\n'), '--exit-zero');
  expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 8]);
  expect(lines.slice(0, 6).every(({ error }) => typeof error === 'object')).toBe(true);
  expect(lines[3]).toMatchObject({ id: 4, error: { message: '"path" is missing or no string.' } });
  expect(lines[6]).toMatchObject({ document: { path: 'a.md' } });
  expect([exit, complaint]).toEqual([2, '']);
});

test('an empty text is a document with a finding, and the run is not complete', async () => {
  const { lines, exit } = await check('{"path":"a.md","text":" "}');
  expect(lines[0]).toMatchObject({ document: { findings: [{ ruleId: 'file/empty' }] } });
  expect(exit).toBe(2);
});

test('findings decide the exit code as for files', async () => {
  const line = JSON.stringify({ path: 'a.md', text: POLICY });
  expect((await check(line)).exit).toBe(1);
  expect((await check(line, '--fail-on', 'never')).exit).toBe(0);
});

test('options and names that mean nothing here are refused', async () => {
  expect((await check('', '--fix')).complaint).toContain('--fix does not go with --stdin-ndjson');
  expect((await check('', 'file.md')).complaint).toContain('name no files');
});

test('reads no further while the reader has not taken the last result', async () => {
  let pulled = 0;
  let release = (): void => undefined;
  const stuck = new Promise<void>((done) => {
    release = done;
  });
  const input = async function* (): AsyncGenerator<Uint8Array> {
    for (; pulled < 20; ) {
      pulled++;
      yield new TextEncoder().encode(`${JSON.stringify({ path: 'a.md', text: POLICY })}\n`);
    }
  };
  let written = 0;
  let reached = (): void => undefined;
  const first = new Promise<void>((done) => {
    reached = done;
  });
  const stream = {
    input: input(),
    write: async () => {
      written++;
      reached();
      await stuck;
    },
  };
  const running = main(['check', '--stdin-ndjson', '--no-config', '--fail-on', 'never'], { ...silentIn(cwd), stream });
  await first;
  await new Promise((done) => setImmediate(done));
  expect([pulled, written]).toEqual([1, 1]);
  release();
  expect(await running).toBe(0);
  expect([pulled, written]).toEqual([20, 20]);
});

test('as a process: a result comes before the next line goes in', async () => {
  const child = spawn(process.execPath, [await installation(), 'check', '--stdin-ndjson', '--no-config', '--exit-zero'], { cwd });
  const results = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (let id = 1; id <= 20; id++) {
    child.stdin.write(`${JSON.stringify({ path: 'a.md', text: POLICY, id })}\n`);
    const result: unknown = JSON.parse((await results.next()).value ?? '');
    expect(result).toMatchObject({ line: id, id, document: { path: 'a.md' } });
  }
  child.stdin.end();
  const code = await new Promise((done) => child.once('close', done));
  expect(code).toBe(0);
}, 120_000);

const hasParallel = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') ?? false;

test.skipIf(!hasParallel)(
  'GNU parallel drives it over several processes: the same results in the same order',
  async () => {
    const bin = await installation();
    const command = `${process.execPath} ${bin} check --stdin-ndjson --no-config --exit-zero`;
    const results = (output: string): unknown[] =>
      output
        .trimEnd()
        .split('\n')
        .map((line) => ({ ...JSON.parse(line), line: 0 }));
    const policies = Array.from({ length: 12 }, (_, id) => JSON.stringify({ path: 'a.md', text: POLICY.replace('30', `${id + 1}`), id }));
    const lines = `${policies.join('\n')}\n`;
    writeFileSync(join(cwd, 'policies.ndjson'), lines);
    const whole = spawnSync(command, { cwd, input: lines, encoding: 'utf8', shell: true });
    const part = ['--pipe-part', '-a', 'policies.ndjson', '--block', '-1', '-j', '3', '--keep-order', command];
    const parted = spawnSync('parallel', part, { cwd, encoding: 'utf8' });
    expect([whole.status, parted.status]).toEqual([0, 0]);
    expect(results(parted.stdout)).toEqual(results(whole.stdout));
    expect(results(parted.stdout)).toHaveLength(12);
    const piped = ['--pipe', '--block', '1k', '-j', '3', '--keep-order', command];
    const bad = spawnSync('parallel', piped, { cwd, input: `${lines}no JSON\n`, encoding: 'utf8' });
    expect(bad.status).toBe(1);
    expect(results(bad.stdout)).toHaveLength(13);
  },
  120_000,
);
