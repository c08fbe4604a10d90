/** Diagnostics over the server's pipes: pushed or pulled, of every kind of document. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import { POLICY, PULLS, place, useSession } from './session.js';

const session = useSession();

describe('diagnostics', () => {
  test('are pushed, with version, rule, link and evidence, where the client does not pull', async () => {
    expect(await session.client.initialize()).not.toHaveProperty('diagnosticProvider');
    await session.client.open(session.at('p.md'), POLICY);
    const { version, diagnostics } = await session.client.pushed(session.at('p.md'));
    expect(version).toBe(1);
    expect(diagnostics.length).toBeGreaterThan(3);
    for (const { code, codeDescription, source } of diagnostics) {
      expect(source).toBe('policylint');
      expect(codeDescription).toEqual({ href: expect.stringContaining(`/docs/rules/${code}.md`) });
    }
  });

  test('are pulled, never pushed, where the client pulls; unchanged where nothing changed', async () => {
    expect(await session.client.initialize(PULLS)).toHaveProperty('diagnosticProvider');
    await session.client.open(session.at('p.md'), POLICY);
    const first = await session.pull(session.at('p.md'));
    expect(first.items.length).toBeGreaterThan(3);
    expect(await session.pull(session.at('p.md'), first.resultId)).toMatchObject({ kind: 'unchanged' });
    await session.client.change(session.at('p.md'), { text: '# Privacy Policy\n\nWe sell your data.\n' });
    const second = await session.pull(session.at('p.md'), first.resultId);
    expect([second.kind, second.resultId === first.resultId]).toEqual(['full', false]);
    await session.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: session.at('p.md') } });
    expect((await session.pull(session.at('p.md'))).items).toEqual([]);
    expect(session.client.published).toEqual([]);
  });

  test('are cleared when the document is closed', async () => {
    await session.client.initialize();
    await session.client.open(session.at('p.md'), POLICY);
    await session.client.pushed(session.at('p.md'));
    await session.client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: session.at('p.md') } });
    while (session.client.published.at(-1)?.diagnostics.length !== 0) await session.client.news();
    expect(await session.client.request('textDocument/documentSymbol', { textDocument: { uri: session.at('p.md') } })).toEqual([]);
  });

  test('of a contradiction tell the other place', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), readFileSync('fixtures/example/PRIVACY.md', 'utf8'));
    const { items } = await session.pull(session.at('p.md'));
    const related = items.filter(({ relatedInformation }) => Array.isArray(relatedInformation) && relatedInformation.length > 0);
    expect(related.length).toBeGreaterThan(0);
    const here = expect.objectContaining({ location: expect.objectContaining({ uri: session.at('p.md') }) });
    for (const { relatedInformation } of related)
      expect(relatedInformation).toEqual(Array.from({ length: [relatedInformation].flat().length }, () => here));
  });

  test('leave a README alone, and empty texts', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('README.md'), POLICY);
    await session.client.open(session.at('empty.md'), '');
    expect([(await session.pull(session.at('README.md'))).items, (await session.pull(session.at('empty.md'))).items]).toEqual([[], []]);
    expect(session.client.messages).toEqual([]);
  });

  test.each([
    ['markdown', '# Privacy Policy\n\nWe sell your personal data to advertisers.\n'],
    ['html', '<h1>Privacy Policy</h1>\n<p>We sell your personal data to advertisers.</p>\n'],
    ['plaintext', 'Privacy Policy\n\nWe sell your personal data to advertisers.\n'],
  ])('untitled documents: %s', async (languageId, text) => {
    await session.client.initialize(PULLS);
    await session.client.open('untitled:Untitled-1', text, languageId);
    expect((await session.pull('untitled:Untitled-1')).items.length).toBeGreaterThan(2);
    const hover = await session.client.request<Hover>('textDocument/hover', {
      textDocument: { uri: 'untitled:Untitled-1' },
      position: place(text, 'sell your'),
    });
    expect(JSON.stringify(hover.contents)).toContain('Understood:');
    const silences = (await session.actions('untitled:Untitled-1')).some(({ title }) => title.startsWith('Ignore'));
    expect(silences).toBe(languageId !== 'plaintext');
  });

  test('a pull that is cancelled is answered as cancelled, and the next one works', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), POLICY);
    await session.pull(session.at('p.md'));
    await session.client.change(session.at('p.md'), { text: `${POLICY}\nMore.\n` });
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const answer = session.client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: session.at('p.md') } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect((await session.pull(session.at('p.md'))).kind).toBe('full');
  });
});
