/** The configuration as the server reads it, and what it offers in its file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codesOf, type Published } from './client.js';
import { POLICY, PULLS, useSession } from './session.js';

const session = useSession();

describe('the configuration', () => {
  const off = 'rules:\n  "gdpr/*": off\n';
  test('holds, each workspace folder its own, and is read again when it changes', async () => {
    for (const name of ['a', 'b']) mkdirSync(join(session.folder, name));
    writeFileSync(join(session.folder, 'a', 'policylint.config.yaml'), off);
    const workspaceFolders = ['a', 'b'].map((name) => ({ uri: session.at(name), name }));
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true } };
    await session.client.initialize(capabilities, { workspaceFolders });
    while (!session.client.registered.includes('workspace/didChangeWatchedFiles')) await session.client.news();
    for (const name of ['a', 'b']) await session.client.open(session.at(`${name}/p.md`), POLICY);
    const ofGdpr = ({ diagnostics }: Published) => codesOf(diagnostics).some((code) => String(code).startsWith('gdpr/'));
    expect([ofGdpr(await session.client.pushed(session.at('a/p.md'))), ofGdpr(await session.client.pushed(session.at('b/p.md')))]).toEqual([
      false,
      true,
    ]);
    const before = session.client.published.length;
    writeFileSync(join(session.folder, 'a', 'policylint.config.yaml'), 'preset: recommended\n');
    await session.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: session.at('a/policylint.config.yaml'), type: 2 }],
    });
    expect(ofGdpr(await session.client.pushed(session.at('a/p.md'), 1, before))).toBe(true);
  });

  test('asks clients that pull to pull again', async () => {
    await session.client.initialize({ ...PULLS, workspace: { diagnostics: { refreshSupport: true } } });
    await session.client.open(session.at('p.md'), POLICY);
    const { resultId } = await session.pull(session.at('p.md'));
    writeFileSync(join(session.folder, 'policylint.config.yaml'), off);
    await session.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    while (session.client.refreshed.length === 0) await session.client.news();
    const { kind, items } = await session.pull(session.at('p.md'), resultId);
    expect([kind, codesOf(items).filter((code) => String(code).startsWith('gdpr/'))]).toEqual(['full', []]);
  });

  test('that cannot be used is said, in the text too, once', async () => {
    writeFileSync(join(session.folder, 'policylint.config.yaml'), 'rules:\n  gdpr/no-such-rule: off\n');
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), POLICY);
    const { items } = await session.pull(session.at('p.md'));
    expect(items.map(({ message }) => message)).toEqual([expect.stringContaining('gdpr/no-such-rule')]);
    await session.actions(session.at('p.md'));
    expect(session.client.messages).toHaveLength(1);
  });

  test('hides what the baseline knows', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), POLICY);
    const { items } = await session.pull(session.at('p.md'));
    const entry = (item: (typeof items)[number]) => {
      const data: unknown = item['data'];
      const fingerprint: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'fingerprint') : '';
      return JSON.stringify({ file: 'p.md', rule: item.code, fingerprint, excerpt: '' });
    };
    writeFileSync(join(session.folder, 'known.jsonl'), `${items.slice(1).map(entry).join('\n')}\n`);
    writeFileSync(join(session.folder, 'policylint.config.yaml'), 'baseline: known.jsonl\n');
    await session.client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: session.at('policylint.config.yaml'), languageId: 'yaml', version: 1, text: '' },
    });
    await session.client.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: session.at('policylint.config.yaml') },
    });
    let left = items.length;
    while (left !== 1) left = (await session.pull(session.at('p.md'))).items.length;
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
    ['package.json', '{ "name": "x", "policylint": { "facts": { "', 'establishment'],
  ];
  test('is completed as its schema says', async () => {
    await session.client.initialize();
    for (const [index, [name, text, label]] of places.entries()) {
      const uri = session.at(`${index}/${name}`);
      await session.client.open(uri, text, name.split('.').at(-1));
      const position = TextDocument.create('', '', 0, text).positionAt(text.length);
      const items = await session.client.request<{ label: string }[]>('textDocument/completion', { textDocument: { uri }, position });
      expect(items.map((item) => item.label)).toContain(label);
    }
  });

  test('is not completed in the rest of package.json', async () => {
    await session.client.initialize();
    const uri = session.at('package.json');
    await session.client.open(uri, '{ "', 'json');
    const items = await session.client.request('textDocument/completion', { textDocument: { uri }, position: { line: 0, character: 3 } });
    expect(items).toEqual([]);
  });

  const flawed: [name: string, text: string, flaws: [words: string, message: string][]][] = [
    [
      'policylint.config.yaml',
      'presett: strict\nregimes: [gdpr, gpdr]\nrules:\n  gdpr/retention: ofn\nfacts:\n  audience: buisness\n',
      [
        ['presett', 'did you mean "preset"?'],
        ['gpdr', 'did you mean "gdpr"?'],
        ['ofn', 'did you mean "on"?'],
        ['buisness', 'did you mean "business"?'],
      ],
    ],
    [
      'policylint.config.yml',
      '# 💶\r\npreset: strikt\r\nrules:\r\n  gdpr/retenion: off\r\noverrides:\r\n  - files: a.md\r\n    rules: {legal-basis: off}\r\n',
      [
        ['strikt', 'did you mean "strict"?'],
        ['gdpr/retenion', 'did you mean "gdpr/retention"?'],
        ['legal-basis', 'did you mean "gdpr/legal-basis"?'],
      ],
    ],
    ['policylint.config.json', '{\n\t"failOn": "warnin", // soon\n}\n', [['"warnin"', 'did you mean "warning"?']]],
    ['policylint.config.json', '{ "failOn": "error" "preset": "strict" }', [['"', 'no valid JSON']]],
    [
      'policylint.config.jsonc',
      '{ "extends": ["./base.yaml", "strict"], "packs": "./rules" }',
      [
        ['"./base.yaml"', 'does not exist'],
        ['"./rules"', 'does not exist'],
      ],
    ],
    ['policylint.config.yaml', 'rules:\n  gdpr/retention: [off\n', [['f', 'Flow sequence']]],
    ['package.json', '{ "name": "x", "preset": "no", "policylint": { "failOn": "errors" } }', [['"errors"', 'did you mean "error"?']]],
    ['package.json', '{ "name": "x", "preset": "no" }', []],
    ['package.json', '{ "name": ', []],
    ['policylint.config.yaml', 'rules:\n  clarity/grade-level: {options: {maximun: 3}}\n', [['maximun', 'no option "maximun"']]],
  ];
  test.each(flawed)('shows what is wrong in it while it is written: %s %s', async (name, text, flaws) => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at(name), text, name.endsWith('yaml') ? 'yaml' : 'json');
    const { items } = await session.pull(session.at(name));
    const document = TextDocument.create('', '', 0, text);
    const shown = items.map(({ range, message }) => ({ words: document.getText(range), message }));
    expect(shown).toEqual(flaws.map(([words, message]) => ({ words, message: expect.stringContaining(message) })));
  });

  test('is not looked for in other files of its language, nor are policies', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('docker-compose.yaml'), 'presett: strict\nabout: we sell your data\n', 'yaml');
    expect((await session.pull(session.at('docker-compose.yaml'))).items).toEqual([]);
    const textDocument = { uri: session.at('docker-compose.yaml') };
    expect(await session.client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
  });

  test('with a flaw is taken as it is saved, its flaws are shown as it is written', async () => {
    await session.client.initialize();
    await session.client.open(session.at('policylint.config.yaml'), 'preset: strikt\n', 'yaml');
    expect((await session.client.pushed(session.at('policylint.config.yaml'))).diagnostics).toHaveLength(1);
    const version = await session.client.change(session.at('policylint.config.yaml'), { text: 'preset: strict\n' });
    expect((await session.client.pushed(session.at('policylint.config.yaml'), version)).diagnostics).toEqual([]);
  });
});
