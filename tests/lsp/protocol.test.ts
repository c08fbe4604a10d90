/** The language server over its pipes, as editors drive it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CodeAction, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { configurations } from '../../src/files/config/index.js';
import { lintFiles } from '../../src/lint-files.js';
import { Client, codesOf, installation, type Published } from './client.js';

let bin = '';
let folder = '';
let client: Client;
beforeAll(async () => {
  bin = await installation();
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policylint-lsp-'));
  client = new Client(bin, folder);
});
afterEach(() => {
  client.process.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const PULLS = { textDocument: { diagnostic: {} } };
const POLICY = `# Privacy Policy

By using our site you consent to this policy. Logs are kept for 90 days (Art. 17 GDPR).

## Your rights

You have the right to access your data.
`;
const at = (name: string): string => pathToFileURL(join(folder, name)).href;
const pull = (uri: string, previousResultId?: string) =>
  client.request<{ kind: string; resultId?: string; items: Published['diagnostics'] }>('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });
const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const actions = (uri: string, context: object = { diagnostics: [] }) =>
  client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: whole, context });
const place = (text: string, words: string) => TextDocument.create('', '', 0, text).positionAt(text.indexOf(words));

function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const [change] = edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('no edit');
  const edits = change.edits.flatMap((each) => ('newText' in each ? [each] : []));
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

describe('diagnostics', () => {
  test('are pushed, with version, rule, link and evidence, where the client does not pull', async () => {
    expect(await client.initialize()).not.toHaveProperty('diagnosticProvider');
    await client.open(at('p.md'), POLICY);
    const { version, diagnostics } = await client.pushed(at('p.md'));
    expect(version).toBe(1);
    expect(diagnostics.length).toBeGreaterThan(3);
    for (const { code, codeDescription, source } of diagnostics) {
      expect(source).toBe('policylint');
      expect(codeDescription).toEqual({ href: expect.stringContaining(`/docs/rules/${code}.md`) });
    }
  });

  test('are pulled, never pushed, where the client pulls; unchanged where nothing changed', async () => {
    expect(await client.initialize(PULLS)).toHaveProperty('diagnosticProvider');
    await client.open(at('p.md'), POLICY);
    const first = await pull(at('p.md'));
    expect(first.items.length).toBeGreaterThan(3);
    expect(await pull(at('p.md'), first.resultId)).toMatchObject({ kind: 'unchanged' });
    await client.change(at('p.md'), { text: '# Privacy Policy\n\nWe sell your data.\n' });
    const second = await pull(at('p.md'), first.resultId);
    expect([second.kind, second.resultId === first.resultId]).toEqual(['full', false]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: at('p.md') } });
    expect((await pull(at('p.md'))).items).toEqual([]);
    expect(client.published).toEqual([]);
  });

  test('are cleared when the document is closed', async () => {
    await client.initialize();
    await client.open(at('p.md'), POLICY);
    await client.pushed(at('p.md'));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: at('p.md') } });
    while (client.published.at(-1)?.diagnostics.length !== 0) await client.news();
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: at('p.md') } })).toEqual([]);
  });

  test('of a contradiction tell the other place', async () => {
    await client.initialize(PULLS);
    await client.open(at('p.md'), readFileSync('fixtures/example/PRIVACY.md', 'utf8'));
    const { items } = await pull(at('p.md'));
    const related = items.filter(({ relatedInformation }) => Array.isArray(relatedInformation) && relatedInformation.length > 0);
    expect(related.length).toBeGreaterThan(0);
    for (const { relatedInformation } of related) expect(relatedInformation).toMatchObject([{ location: { uri: at('p.md') } }]);
  });

  test('leave a README alone, and empty texts', async () => {
    await client.initialize(PULLS);
    await client.open(at('README.md'), POLICY);
    await client.open(at('empty.md'), '');
    expect([(await pull(at('README.md'))).items, (await pull(at('empty.md'))).items]).toEqual([[], []]);
    expect(client.messages).toEqual([]);
  });

  test.each([
    ['markdown', '# Privacy Policy\n\nWe sell your personal data to advertisers.\n'],
    ['html', '<h1>Privacy Policy</h1>\n<p>We sell your personal data to advertisers.</p>\n'],
    ['plaintext', 'Privacy Policy\n\nWe sell your personal data to advertisers.\n'],
  ])('untitled documents: %s', async (languageId, text) => {
    await client.initialize(PULLS);
    await client.open('untitled:Untitled-1', text, languageId);
    expect((await pull('untitled:Untitled-1')).items.length).toBeGreaterThan(2);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: 'untitled:Untitled-1' },
      position: place(text, 'sell your'),
    });
    expect(JSON.stringify(hover.contents)).toContain('Understood:');
    const silences = (await actions('untitled:Untitled-1')).some(({ title }) => title.startsWith('Ignore'));
    expect(silences).toBe(languageId !== 'plaintext');
  });

  test('a pull that is cancelled is answered as cancelled, and the next one works', async () => {
    await client.initialize(PULLS);
    await client.open(at('p.md'), POLICY);
    await pull(at('p.md'));
    await client.change(at('p.md'), { text: `${POLICY}\nMore.\n` });
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: at('p.md') } }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect((await pull(at('p.md'))).kind).toBe('full');
  });
});

describe('the configuration', () => {
  const off = 'rules:\n  "gdpr/*": off\n';
  test('holds, each workspace folder its own, and is read again when it changes', async () => {
    for (const name of ['a', 'b']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'a', 'policylint.config.yaml'), off);
    const workspaceFolders = ['a', 'b'].map((name) => ({ uri: at(name), name }));
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true } };
    await client.initialize(capabilities, { workspaceFolders });
    while (!client.registered.includes('workspace/didChangeWatchedFiles')) await client.news();
    for (const name of ['a', 'b']) await client.open(at(`${name}/p.md`), POLICY);
    const ofGdpr = ({ diagnostics }: Published) => codesOf(diagnostics).some((code) => String(code).startsWith('gdpr/'));
    expect([ofGdpr(await client.pushed(at('a/p.md'))), ofGdpr(await client.pushed(at('b/p.md')))]).toEqual([false, true]);
    const before = client.published.length;
    writeFileSync(join(folder, 'a', 'policylint.config.yaml'), 'preset: recommended\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('a/policylint.config.yaml'), type: 2 }],
    });
    expect(ofGdpr(await client.pushed(at('a/p.md'), 1, before))).toBe(true);
  });

  test('asks clients that pull to pull again', async () => {
    await client.initialize({ ...PULLS, workspace: { diagnostics: { refreshSupport: true } } });
    await client.open(at('p.md'), POLICY);
    const { resultId } = await pull(at('p.md'));
    writeFileSync(join(folder, 'policylint.config.yaml'), off);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    while (client.refreshed.length === 0) await client.news();
    const { kind, items } = await pull(at('p.md'), resultId);
    expect([kind, codesOf(items).filter((code) => String(code).startsWith('gdpr/'))]).toEqual(['full', []]);
  });

  test('that cannot be used is said, in the text too, once', async () => {
    writeFileSync(join(folder, 'policylint.config.yaml'), 'rules:\n  gdpr/no-such-rule: off\n');
    await client.initialize(PULLS);
    await client.open(at('p.md'), POLICY);
    const { items } = await pull(at('p.md'));
    expect(items.map(({ message }) => message)).toEqual([expect.stringContaining('gdpr/no-such-rule')]);
    await actions(at('p.md'));
    expect(client.messages).toHaveLength(1);
  });

  test('hides what the baseline knows', async () => {
    await client.initialize(PULLS);
    await client.open(at('p.md'), POLICY);
    const { items } = await pull(at('p.md'));
    const entry = (item: (typeof items)[number]) => {
      const data: unknown = item['data'];
      const fingerprint: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'fingerprint') : '';
      return JSON.stringify({ file: 'p.md', rule: item.code, fingerprint, excerpt: '' });
    };
    writeFileSync(join(folder, 'known.jsonl'), `${items.slice(1).map(entry).join('\n')}\n`);
    writeFileSync(join(folder, 'policylint.config.yaml'), 'baseline: known.jsonl\n');
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at('policylint.config.yaml'), languageId: 'yaml', version: 1, text: '' },
    });
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: at('policylint.config.yaml') } });
    let left = items.length;
    while (left !== 1) left = (await pull(at('p.md'))).items.length;
    expect(left).toBe(1);
  });

  const places: [string, string, string][] = [
    ['policylint.config.yaml', 'rules:\n  gdpr/retention: ', 'warning'],
    ['policylint.config.yaml', 'rules:\n  gd', 'gdpr/retention'],
    ['policylint.config.yaml', 'facts:\n  audience: general\n  ', 'consentUsed'],
    ['policylint.config.yaml', 'regimes: [gdpr]\n', 'minConfidence'],
    ['policylint.config.yaml', 'overrides:\n  - files: a.md\n    ', 'lawAsOf'],
    ['policylint.config.yaml', 'extends:\n  - ', 'strict'],
    ['policylint.config.json', '{\n  "facts": { "', 'establishment'],
    ['policylint.config.json', '{\n  "failOn": "', 'never'],
    ['policylint.config.json', '{ "extends": ["', 'strict'],
  ];
  test('is completed as its schema says', async () => {
    await client.initialize();
    for (const [index, [name, text, label]] of places.entries()) {
      const uri = at(`${index}/${name}`);
      await client.open(uri, text, name.split('.').at(-1));
      const position = TextDocument.create('', '', 0, text).positionAt(text.length);
      const items = await client.request<{ label: string }[]>('textDocument/completion', { textDocument: { uri }, position });
      expect(items.map((item) => item.label)).toContain(label);
    }
  });
});

describe('code actions', () => {
  beforeEach(() => client.initialize(PULLS));

  test('carry the version they were made for', async () => {
    await client.open(at('p.md'), POLICY);
    await client.change(at('p.md'), { text: `${POLICY}\n` });
    const edits = (await actions(at('p.md'))).flatMap(({ edit }) => edit?.documentChanges ?? []);
    expect(edits.length).toBeGreaterThan(3);
    for (const edit of edits) expect(edit).toMatchObject({ textDocument: { uri: at('p.md'), version: 2 } });
  });

  test.each([
    ['p.md', POLICY],
    ['p.md', POLICY.replaceAll('\n', '\r\n')],
    ['p.mdx', POLICY],
    [
      'p.html',
      '<h1>Privacy Policy</h1>\n<p>By using our site you consent to this policy.</p>\n<h2>Your rights</h2>\n<p>You may ask us.</p>\n',
    ],
  ])('silence a finding here, in the section and in the file, for a reason only: %s', async (name, text) => {
    await client.open(at(name), text, name.split('.').at(-1) === 'md' ? 'markdown' : name.split('.').at(-1));
    const rule = 'gdpr/consent-by-use';
    const { items } = await pull(at(name));
    const id = codesOf(items).find((code) => String(code).includes('consent')) ?? rule;
    const offered = (await actions(at(name))).filter(({ title }) => title.startsWith(`Ignore ${id} `));
    expect(offered.map(({ title }) => title.replace(`Ignore ${id} `, ''))).toEqual(['here', 'in this section', 'in this file']);
    for (const { edit } of offered) {
      const placeholder = applied(text, edit);
      await client.change(at(name), { text: placeholder });
      expect(codesOf((await pull(at(name))).items)).toEqual(expect.arrayContaining([id, 'policylint/invalid-suppression']));
      await client.change(at(name), { text: placeholder.replace('REASON', 'counsel has agreed') });
      const left = codesOf((await pull(at(name))).items);
      expect(left).not.toContain(id);
      expect(left.filter((code) => String(code).startsWith('policylint/'))).toEqual([]);
    }
  });

  test('insert a missing clause; the finding is gone', async () => {
    await client.open(at('p.md'), POLICY);
    const fix = (await actions(at('p.md'))).find(({ title, edit }) => /insert|add/i.test(title) && edit);
    const [code] = codesOf(fix?.diagnostics?.map(({ code: each }) => ({ code: each })) as { code: string }[]);
    await client.change(at('p.md'), { text: applied(POLICY, fix?.edit) });
    expect(codesOf((await pull(at('p.md'))).items)).not.toContain(code);
  });

  test('fix everything that is safe', async () => {
    const text = '# Privacy Policy\n\nWe keep logs.\n\n<!-- policylint-ignore-next gdpr/retention -- gone since -->\n\nWe are here.\n';
    await client.open(at('p.md'), text);
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const [fix] = await actions(at('p.md'), context);
    expect(fix?.kind).toBe('source.fixAll.policylint');
    expect(applied(text, fix?.edit)).not.toContain('policylint-ignore');
  });

  test('explain the rule', async () => {
    await client.open(at('p.md'), POLICY);
    const explain = (await actions(at('p.md'))).find(({ title }) => title.startsWith('Explain '));
    expect(explain?.command).toMatchObject({ command: 'policylint.explain' });
    await client.request('workspace/executeCommand', explain?.command);
    expect(client.messages).toEqual([expect.stringContaining('/docs/rules/')]);
  });
});

test('a client that explains rules itself is offered no command of that name', async () => {
  const offered = await client.initialize({}, { initializationOptions: { explains: true } });
  expect(offered).not.toHaveProperty('executeCommandProvider');
});

describe('what is understood', () => {
  test('hovers: the rule with its law, the claim, the citation', async () => {
    await client.initialize(PULLS);
    await client.open(at('p.md'), POLICY);
    const hover = async (words: string) =>
      JSON.stringify(await client.request('textDocument/hover', { textDocument: { uri: at('p.md') }, position: place(POLICY, words) }));
    expect(await hover('By using')).toMatch(/\*\*\w+\/[\w-]+\*\*.*GDPR/);
    expect(await hover('are kept')).toContain('90 days');
    expect(await hover('17 GDPR')).toContain('erasure');
  });

  test('symbols, folding, links, claims of the workspace, completion', async () => {
    await client.initialize(PULLS);
    await client.open(at('p.md'), `${POLICY}\n<!-- policylint-ignore-next `);
    const textDocument = { uri: at('p.md') };
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: 'Privacy Policy', children: [{ name: 'Your rights' }] },
    ]);
    expect(await client.request('textDocument/foldingRange', { textDocument })).toContainEqual(expect.objectContaining({ startLine: 4 }));
    expect(await client.request('textDocument/documentLink', { textDocument })).toMatchObject([
      { target: expect.stringContaining('eur-lex') },
    ]);
    expect(await client.request('workspace/symbol', { query: 'retention' })).toMatchObject([{ name: expect.stringContaining('90 days') }]);
    const items = await client.request<{ label: string }[]>('textDocument/completion', {
      textDocument,
      position: { line: 8, character: 28 },
    });
    expect(items.map(({ label }) => label)).toContain('gdpr/retention');
  });

  test('hints and lenses only where asked for', async () => {
    await client.initialize(PULLS);
    await client.open(at('p.md'), POLICY);
    const textDocument = { uri: at('p.md') };
    const shown = async () => [
      await client.request('textDocument/inlayHint', { textDocument, range: whole }),
      await client.request('textDocument/codeLens', { textDocument }),
    ];
    expect(await shown()).toEqual([[], []]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { policylint: { inlayHints: true, codeLens: true } },
    });
    expect(await shown()).toMatchObject([
      [{ label: expect.stringContaining('90 days') }],
      [{ command: { title: expect.stringMatching(/\d+ of \d+ requirements/) } }],
    ]);
  });
});

test('editor and command line find the same in every fixture', async () => {
  const files: [string, string][] = readdirSync('fixtures/seeds').map((name) => [name, readFileSync(join('fixtures/seeds', name), 'utf8')]);
  files.push(['example.md', readFileSync('fixtures/example/PRIVACY.md', 'utf8')]);
  for (const name of readdirSync('fixtures/scenarios')) {
    const scenarios: { name: string; files?: Record<string, unknown> }[] = parse(readFileSync(join('fixtures/scenarios', name), 'utf8'));
    scenarios.forEach((scenario, index) => {
      for (const [path, text] of Object.entries(scenario.files ?? {}))
        if (/\.(?:md|mdx|html|txt)$/.test(path) && typeof text === 'string' && text.trim() !== '')
          files.push([`${name}-${index}/${path.replace(/^(?:\.\.?\/)+/, '')}`, text]);
    });
  }
  for (const [name, text] of files) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const today = new Date().toISOString().slice(0, 10);
  const configFor = configurations({ cwd: folder, today });
  const { documents } = await lintFiles(['.'], folder, configFor);
  await client.initialize(PULLS, { rootUri: pathToFileURL(folder).href });
  for (const { path, source, findings } of documents) {
    if (source.trim() === '') continue;
    await client.open(at(path), source);
    const { items } = await pull(at(path));
    const { minConfidence } = await configFor(join(folder, path));
    const shown = findings.filter(({ confidence }) => minConfidence === 'low' || confidence === 'high' || confidence === minConfidence);
    const expected = shown.map(({ ruleId, message, focus }) => `${focus.startLine}:${focus.startColumn} ${ruleId} ${message}`).sort();
    const seen = items.map(({ code, message, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code} ${message}`).sort();
    expect(seen, path).toEqual(expected);
  }
  expect(documents.length).toBeGreaterThan(8);
});
