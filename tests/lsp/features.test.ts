/** Hover, symbols, folding, links, completion, hints and lenses over the server's pipes. */
import { describe, expect, test } from 'vitest';
import type { Range } from './client.js';
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

  test('links lead to the law that is cited and to the policies of vendors, not where the author links', async () => {
    const text = [
      '# Privacy Policy',
      'We rely on Article 6(1)(f) of the UK GDPR and on GDPR Art. 6(1)(b); see Art. 99(9) GDPR and section 1798.105 of the Civil Code.',
      'We use Stripe for payments and [Mailchimp](https://example.org/newsletter) for newsletters 💶. We use Hotjar to see how the site is used.',
    ].join('\n\n');
    await session.client.initialize(PULLS);
    await session.client.open(session.at('p.md'), text);
    const links = await session.client.request<{ range: Range; target: string; tooltip: string }[]>('textDocument/documentLink', {
      textDocument: { uri: session.at('p.md') },
    });
    const lines = text.split('\n');
    const shown = links.map(({ range: { start, end }, target }) => [lines[start.line]?.slice(start.character, end.character), target]);
    expect(shown).toEqual([
      ['Article 6(1)(f) of the UK GDPR', expect.stringContaining('legislation.gov.uk')],
      ['GDPR Art. 6(1)(b)', expect.stringContaining('eur-lex.europa.eu')],
      ['Art. 99(9) GDPR', expect.stringContaining('eur-lex.europa.eu')],
      ['section 1798.105', expect.stringContaining('leginfo')],
      ['Stripe', 'https://stripe.com/legal/dpa'],
      ['Hotjar', expect.stringMatching(/privacy/)],
    ]);
    expect(links[0]?.tooltip).toContain('Art. 6');
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
