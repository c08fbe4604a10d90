/** What the language server must survive: garbage, haste, edits at the edges of characters, clients that die. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../src/files/lines.js';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';
import type { Published, Range } from './client.js';
import { PULLS, useSession } from './session.js';

const session = useSession();
const uri = 'untitled:Untitled-1';
const pulled = async (): Promise<Published['diagnostics']> => (await session.pull(uri)).items;
const frame = (text: string): string => `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;

describe('positions', () => {
  test('never drift: after each of any edits what is found is what a fresh reading of the same text finds, at the same places', async () => {
    await session.client.initialize(PULLS);
    const set = { ...loadRules(), today: new Date().toISOString().slice(0, 10) };
    // Sections enough that most of them stay as they are.
    const more = ['Data', 'Rights', 'Cookies é', 'Storage 🔒'].map(
      (title, index) => `## ${title}\n\nWe keep part ${index} for ${30 + index} days 💶. [See here][x].\r\n\r\n- one\n- two\n\n`,
    );
    const start = `# Privacy Policy 🔒\r\n\r\nWe sell your data 💶 to anyone.\r\n\r\n${more.join('')}[x]: https://example.org\n`;
    const piece = fc.constantFrom(
      '🔒',
      '\r\n',
      '\n',
      '\r',
      '💶 We keep logs for 90 days.',
      'e\u0301',
      '\n\n## Rights\n\n',
      ' ',
      '# ',
      '```\n',
      '<!--',
      'ß',
      '',
    );
    const edits = fc.array(fc.record({ from: fc.nat(), length: fc.nat(30), text: piece }), { minLength: 1, maxLength: 6 });
    await session.client.open(uri, start);
    await fc.assert(
      fc.asyncProperty(edits, async (sequence) => {
        let text = start;
        await session.client.change(uri, { text });
        for (const edit of sequence) {
          // Editors move by whole characters, and not into the middle of a line's end.
          const [from, to] = [whole(text, edit.from % (text.length + 1)), whole(text, (edit.from % (text.length + 1)) + edit.length)];
          await session.client.change(uri, { range: rangeOf(text, from, to), text: edit.text });
          text = text.slice(0, from) + edit.text + text.slice(to);
          const items = await pulled();
          const { findings } = await lint(text, { path: join(session.folder, 'untitled.md') }, set);
          const shown = text.trim() === '' ? [] : findings.filter(({ confidence }) => confidence !== 'low');
          expect(items.map(({ code, range }) => ({ code, range }))).toEqual(
            shown.map(({ ruleId, focus }) => ({ code: ruleId, range: rangeOf(text, focus.start, focus.end) })),
          );
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});

/** The nearest place before that is not inside a surrogate pair or CRLF. */
function whole(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
}

function rangeOf(text: string, start: number, end: number): Range {
  const { startLine, startColumn, endLine, endColumn } = new LineIndex(text).region({ start, end });
  return { start: { line: startLine - 1, character: startColumn - 1 }, end: { line: endLine - 1, character: endColumn - 1 } };
}

test('10,000 edits of a long policy in haste: the last version is told, few of the others, and nothing older after it', async () => {
  const policy = `# Privacy Policy 🔒\r\n\r\n${'## Data\r\n\r\nWe sell your data 💶 to anyone.\r\n\r\n'.repeat(2400)}`;
  expect(policy.length).toBeGreaterThan(100_000);
  await session.client.initialize();
  await session.client.open(uri, policy);
  await session.client.pushed(uri);
  const before = session.client.published.length;
  for (let i = 0; i < 10_000; i++) {
    // Before lines and over their first signs, among them some of two units.
    const at = { line: 4 + 4 * (i % 2000), character: 0 };
    const edit =
      i % 4 < 2 ? { range: { start: at, end: at }, text: 'x🔒' } : { range: { start: at, end: { ...at, character: 3 } }, text: '' };
    void session.client.change(uri, edit);
    if (i % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const { diagnostics } = await session.client.pushed(uri, 10_001);
  const versions = session.client.published.slice(before).map(({ version }) => version ?? 0);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(versions.length).toBeLessThan(200);
  expect(diagnostics.length).toBeGreaterThan(0);
}, 120_000);

test('a pull after each of 100 edits is answered, and the last answer is right', async () => {
  await session.client.initialize(PULLS);
  await session.client.open(uri, '# Privacy Policy\n\n');
  const answers: Promise<Published['diagnostics']>[] = [];
  for (let i = 0; i < 100; i++) {
    void session.client.change(uri, { text: `# Privacy Policy\n\n${'We sell your data. '.repeat(i % 7)}\n` });
    answers.push(pulled());
  }
  const all = await Promise.all(answers);
  expect(all.at(-1)).toEqual(await pulled());
});

describe('garbage', () => {
  test.each([
    ['no JSON', frame('{"jsonrpc": "2.0", "id": 1, ')],
    ['JSON that is no message', frame('[1, 2, null]') + frame('"text"') + frame('{}')],
    ['unknown methods', frame('{"jsonrpc":"2.0","id":77,"method":"policylint/dance"}') + frame('{"jsonrpc":"2.0","method":"$/what"}')],
    [
      'wrong parameters',
      frame(
        '{"jsonrpc":"2.0","id":78,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///%zz"},"position":{"line":-1,"character":1e9}}}',
      ) +
        frame('{"jsonrpc":"2.0","id":79,"method":"textDocument/codeAction","params":{}}') +
        frame(
          '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///never-opened.md","version":3},"contentChanges":[{"text":""}]}}',
        ),
    ],
    ['a reply to nothing', frame('{"jsonrpc":"2.0","id":4711,"result":{}}')],
  ])('%s: the server lives and answers', async (_, bytes) => {
    await session.client.initialize(PULLS);
    session.client.process.stdin.write(bytes);
    await session.client.open(uri, '# Privacy Policy\n\nWe sell your data.\n');
    expect((await pulled()).length).toBeGreaterThan(2);
  });

  test('an unknown request gets an error, not silence', async () => {
    await session.client.initialize();
    await expect(session.client.request('policylint/dance', {})).rejects.toMatchObject({ code: -32601 });
  });
});

describe('the end', () => {
  test('requests after shutdown are refused; exit ends the process with 0', async () => {
    await session.client.initialize();
    await session.client.request('shutdown', null);
    await expect(
      session.client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
    ).rejects.toMatchObject({
      code: -32600,
    });
    await session.client.connection.sendNotification('exit');
    expect([await session.client.exit, session.client.stderr]).toEqual([0, '']);
  });

  test('exit without shutdown ends with 1', async () => {
    await session.client.initialize();
    await session.client.connection.sendNotification('exit');
    expect(await session.client.exit).toBe(1);
  });

  test('a client that goes away in the middle of a message takes the server with it', async () => {
    await session.client.initialize();
    await session.client.open(uri, '# Privacy Policy\n\nWe sell your data.\n');
    session.client.process.stdin.end('Content-Length: 500\r\n\r\n{"jsonrpc"');
    expect(await session.client.exit).toBe(1);
    expect(session.client.stderr).toBe('');
  });

  test('no orphan: a client that is killed while its pipes stay open takes the server with it', async () => {
    const dying = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await session.client.initialize({}, { processId: dying.pid });
    dying.kill('SIGKILL');
    // The server looks every three seconds.
    expect(await session.client.exit).toBe(1);
  });
});
