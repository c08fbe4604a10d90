/** Diagnostics of the whole workspace: files that nobody has open, in parts, with progress, unchanged where nothing changed. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { lintFiles } from '../../src/lint-files.js';
import { loadRules } from '../../src/rules/load.js';
import { codesOf } from './client.js';
import { POLICY, PULLS, type Report, useSession } from './session.js';

const session = useSession();

interface Row extends Report {
  readonly uri: string;
  readonly version: number | null;
}
const pullAll = async (previousResultIds: { uri: string; value: string }[] = [], more: object = {}): Promise<Row[]> => {
  const { items } = await session.client.request<{ items: Row[] }>('workspace/diagnostic', { previousResultIds, ...more });
  return items;
};
const idsOf = (rows: readonly { uri: string; resultId?: string }[]) => rows.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
const write = (name: string, text: string): void => {
  mkdirSync(join(session.folder, name, '..'), { recursive: true });
  writeFileSync(join(session.folder, name), text);
};
const start = (more: object = {}, capabilities: object = {}) =>
  session.client.initialize({ ...PULLS, ...capabilities }, { rootUri: pathToFileURL(session.folder).href, ...more });
const names = (rows: readonly Row[]) => rows.map(({ uri }) => uri.slice(pathToFileURL(session.folder).href.length + 1));
const HTML = '<h1>Privacy Policy</h1>\n<p>We sell your personal data to advertisers.</p>\n';

beforeEach(() => {
  write('privacy.md', POLICY);
  write('legal/privacy.html', HTML);
  write('README.md', '# Read me\n');
  write('drafts/old.md', POLICY);
  write('.policylintignore', 'drafts\n');
  write('empty.md', '');
});

describe('the diagnostics of the workspace', () => {
  test('are those of a check of its folder', async () => {
    await start();
    const rows = await pullAll();
    expect(names(rows)).toEqual(['legal/privacy.html', 'privacy.md']);
    const today = new Date().toISOString().slice(0, 10);
    const { documents } = await lintFiles(['.'], session.folder, { ...loadRules(), today });
    for (const [index, row] of rows.entries()) {
      const found = documents.find(({ path }) => path === names(rows)[index])?.findings ?? [];
      expect(row).toMatchObject({ kind: 'full', version: null });
      expect(codesOf(row.items)).toEqual(found.filter(({ confidence }) => confidence !== 'low').map(({ ruleId }) => ruleId));
    }
  });

  test('are unchanged until a file, the text in the editor or the configuration changes', async () => {
    await start();
    const first = await pullAll();
    expect((await pullAll(idsOf(first))).map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    write('privacy.md', '# Privacy Policy\n\nWe sell your data to anyone we like.\n');
    const second = await pullAll(idsOf(first));
    expect(second.map(({ kind }) => kind)).toEqual(['unchanged', 'full']);
    await session.client.open(session.at('legal/privacy.html'), `${HTML}<p>We keep it.</p>`, 'html');
    const third = await pullAll(idsOf(second));
    expect(third.map(({ kind, version }) => [kind, version])).toEqual([
      ['full', 1],
      ['unchanged', null],
    ]);
    expect((await session.pull(session.at('legal/privacy.html'), third[0]?.resultId)).kind).toBe('unchanged');
    write('policylint.config.yaml', 'rules:\n  "gdpr/*": off\n');
    const changes = [{ uri: session.at('policylint.config.yaml'), type: 1 }];
    await session.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const last = await pullAll(idsOf(third));
    expect(last.map(({ kind }) => kind)).toEqual(['full', 'full']);
    expect(codesOf(last.flatMap(({ items }) => items)).filter((code) => String(code).startsWith('gdpr/'))).toEqual([]);
  });

  test('of files that are gone, emptied or left out are taken back, of new ones added', async () => {
    await start({}, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const rows = await pullAll();
    rmSync(join(session.folder, 'privacy.md'));
    write('legal/privacy.html', '');
    write('terms.txt', 'Privacy Policy\n\nWe sell your data.\n');
    const changes = ['privacy.md', 'terms.txt'].map((name) => ({ uri: session.at(name), type: 1 }));
    await session.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const after = await pullAll(idsOf(rows));
    expect(new Map(after.map(({ uri, items }) => [uri, items.length > 0]))).toEqual(
      new Map([
        [session.at('terms.txt'), true],
        [session.at('legal/privacy.html'), false],
        [session.at('privacy.md'), false],
      ]),
    );
  });

  test('come in parts, with progress, where the client gives tokens for them', async () => {
    for (let i = 0; i < 45; i++) write(`many/${i}.md`, POLICY);
    await start();
    expect(await pullAll([], { partialResultToken: 'parts', workDoneToken: 'work' })).toEqual([]);
    const parts = session.client.under('parts').map(({ items = [] }) => items);
    expect(parts.map(({ length }) => length)).toEqual([20, 20, 7]);
    const work = session.client.under('work');
    expect([work[0]?.kind, work[1], work.at(-1)?.kind]).toEqual([
      'begin',
      { kind: 'report', percentage: 2, message: '2 of 48: privacy.html' },
      'end',
    ]);
    expect(await pullAll(idsOf(parts.flat()), { partialResultToken: 'again', workDoneToken: 'more' })).toEqual([]);
    const kinds = session.client.under('more').map(({ kind }) => kind);
    expect(kinds).toEqual(['begin', 'end']);
  });

  test('are shown in progress by the server where the client has a place for that', async () => {
    await start({}, { window: { workDoneProgress: true } });
    await pullAll();
    const kinds = () => session.client.progress.map(({ value }) => value.kind);
    while (!kinds().includes('end')) await session.client.news();
    expect([kinds()[0], kinds().at(-1)]).toEqual(['begin', 'end']);
  });

  test('can be cancelled, and asked for again', async () => {
    for (let i = 0; i < 60; i++) write(`many/${i}.md`, POLICY.repeat(5));
    await start();
    const source = new CancellationTokenSource();
    const answer = session.client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, source.token);
    setTimeout(() => source.cancel(), 20);
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(await pullAll()).toHaveLength(62);
  });

  test('let what is typed meanwhile come first', async () => {
    for (let i = 0; i < 60; i++) write(`many/${i}.md`, POLICY.repeat(5));
    await start();
    let isDone = false;
    const all = pullAll().then((rows) => {
      isDone = true;
      return rows;
    });
    await session.client.open(session.at('new.md'), POLICY);
    expect((await session.pull(session.at('new.md'))).items.length).toBeGreaterThan(2);
    expect(isDone).toBe(false);
    expect(await all).toHaveLength(62);
  });

  test('are of the files that the settings name, of none where they are switched off', async () => {
    await start({ initializationOptions: { documents: ['**/*.{html,txt}'] } });
    expect(names(await pullAll())).toEqual(['legal/privacy.html']);
    const settings = { policylint: { workspace: false } };
    await session.client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(await pullAll()).toEqual([]);
  });

  test('come from every folder, each under its own configuration', async () => {
    write('a/privacy.md', POLICY);
    write('a/policylint.config.yaml', 'rules:\n  "gdpr/*": off\n');
    write('b/privacy.md', POLICY);
    const workspaceFolders = ['a', 'b'].map((name) => ({ uri: session.at(name), name }));
    await session.client.initialize({ ...PULLS, workspace: { workspaceFolders: true } }, { workspaceFolders });
    const rows = await pullAll();
    const hasGdpr = ({ items }: Row) => codesOf(items).some((code) => String(code).startsWith('gdpr/'));
    expect(rows.map((row) => [row.uri, hasGdpr(row)])).toEqual([
      [session.at('a/privacy.md'), false],
      [session.at('b/privacy.md'), true],
    ]);
    await session.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: workspaceFolders.slice(0, 1) },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await pullAll(idsOf(rows))).map(({ uri, items }) => [uri, items.length > 0])).toEqual([
      [session.at('b/privacy.md'), true],
      [session.at('a/privacy.md'), false],
    ]);
  });
});
