/** Hover, symbols, folding, links, completion, hints and lenses over the server's pipes. */
import { describe, expect, test } from 'vitest';
import { POLICY, PULLS, place, useSession, WHOLE } from './session.js';

const session = useSession();

describe('what is understood', () => {
  test('hovers: the rule with its law, the claim, the citation', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), POLICY);
    const hover = async (words: string) =>
      JSON.stringify(
        await session.client.request('textDocument/hover', { textDocument: { uri: session.at('p.md') }, position: place(POLICY, words) }),
      );
    expect(await hover('By using')).toMatch(/\*\*\w+\/[\w-]+\*\*.*GDPR/);
    expect(await hover('are kept')).toContain('90 days');
    expect(await hover('17 GDPR')).toContain('erasure');
  });

  test('symbols, folding, links, claims of the workspace, completion', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), `${POLICY}\n<!-- policylint-ignore-next `);
    const textDocument = { uri: session.at('p.md') };
    expect(await session.client.request('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: 'Privacy Policy', children: [{ name: 'Your rights' }] },
    ]);
    expect(await session.client.request('textDocument/foldingRange', { textDocument })).toContainEqual(
      expect.objectContaining({ startLine: 4 }),
    );
    expect(await session.client.request('textDocument/documentLink', { textDocument })).toMatchObject([
      { target: expect.stringContaining('eur-lex') },
    ]);
    expect(await session.client.request('workspace/symbol', { query: 'retention' })).toMatchObject([
      { name: expect.stringContaining('90 days') },
    ]);
    const items = await session.client.request<{ label: string }[]>('textDocument/completion', {
      textDocument,
      position: { line: 8, character: 28 },
    });
    expect(items.map(({ label }) => label)).toContain('gdpr/retention');
  });

  test('hints and lenses only where asked for', async () => {
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), POLICY);
    const textDocument = { uri: session.at('p.md') };
    const shown = async () => [
      await session.client.request('textDocument/inlayHint', { textDocument, range: WHOLE }),
      await session.client.request('textDocument/codeLens', { textDocument }),
    ];
    expect(await shown()).toEqual([[], []]);
    await session.client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { policylint: { inlayHints: true, codeLens: true } },
    });
    expect(await shown()).toMatchObject([
      [{ label: expect.stringContaining('90 days') }],
      [{ command: { title: expect.stringMatching(/\d+ of \d+ requirements/) } }],
    ]);
  });
});
