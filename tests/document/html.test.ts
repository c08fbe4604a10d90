import { describe, expect, it } from 'vitest';
import { blockWith, outlineOf, parse, problems, textOf, tree } from './helpers.js';

const html = (source: string) => parse(source, 'html');

describe('structure', () => {
  it('headings, paragraphs, nested lists', async () => {
    const document = await html(
      '<!doctype html><html><head><title>T</title></head><body><h1>Policy</h1><p>We share with:</p><ul><li>Partners<ul><li>Acme</li></ul></li><li>Authorities</li></ul><h3>Rights</h3><p>You have rights.</p></body></html>',
    );
    expect(outlineOf(document)).toEqual([
      'heading: Policy',
      'paragraph: We share with:',
      'item: Partners',
      'item: Acme',
      'item: Authorities',
      'heading: Rights',
      'paragraph: You have rights.',
    ]);
    expect(tree(document)).toEqual(['Policy', '  Rights']);
    const acme = blockWith(document, 'Acme');
    expect(acme.parent && textOf(document, acme.parent)).toBe('Partners');
    expect(acme.leadIn?.text).toBe('We share with:');
  });

  it('text runs in divs and sections are paragraphs', async () => {
    const document = await html('<div>We collect data.<div>We keep it.</div>We delete it.<section>Really.</section></div>');
    expect(outlineOf(document)).toEqual([
      'paragraph: We collect data.',
      'paragraph: We keep it.',
      'paragraph: We delete it.',
      'paragraph: Really.',
    ]);
  });

  it('two line breaks end a paragraph, one joins an address', async () => {
    const document = await html('<p>We collect data.<br><br>Acme Ltd<br>12 High Street<br/>London</p>');
    expect(outlineOf(document)).toEqual(['paragraph: We collect data.', 'paragraph: Acme Ltd 12 High Street London']);
  });

  it('bullets between line breaks are items', async () => {
    const document = await html('<p>We use data to:<br>• bill you<br>• answer you</p>');
    expect(outlineOf(document)).toEqual(['paragraph: We use data to:', 'item: bill you', 'item: answer you']);
    expect(blockWith(document, 'bill you').leadIn?.text).toBe('We use data to:');
  });

  it('bold paragraphs are headings, by style too', async () => {
    const document = await html(
      '<div><p><b>Data we collect</b></p><p>We collect data.</p><div><span style="font-weight: bold">Your rights</span></div><p>You have rights.</p></div>',
    );
    expect(tree(document)).toEqual(['Data we collect', 'Your rights']);
  });

  it('headings by role, in list entries, with buttons in them', async () => {
    const document = await html(
      '<div role="heading" aria-level="2">One</div><p>Text one.</p><ol><li><h3>Two</h3><p>Text two.</p></li></ol><h2><button>Three</button></h2><p>Text three.</p>',
    );
    expect(tree(document)).toEqual(['One', '  Two', 'Three']);
    expect(blockWith(document, 'Text two').kind).toBe('paragraph');
  });

  it('ordered lists of titles with text are sections, others are lists', async () => {
    const sections = await html(
      '<ol><li>Data<p>We collect data.</p></li><li>Rights<p>You have rights.</p></li></ol><ol start="3"><li>Contact</li></ol><p>Write to us at any time.</p>',
    );
    expect(tree(sections)).toEqual(['Data', 'Rights', 'Contact']);
    const list = await html('<p>You can:</p><ol><li>Open Settings</li><li>Choose Delete</li></ol><p>Then all is gone for good.</p>');
    expect(tree(list)).toEqual([]);
  });

  it('a definition list gives labels', async () => {
    const document = await html(
      '<dl><dt>Stripe</dt><dd>Payment processing.</dd><dt>Redis</dt><dd><p>A cache.</p><p>In memory.</p></dd></dl>',
    );
    expect(outlineOf(document)).toEqual(['item: Stripe Payment processing.', 'item: Redis A cache.', 'paragraph: In memory.']);
    const label = blockWith(document, 'A cache').label;
    expect(label && textOf(document, label)).toBe('Redis');
  });
});

describe('tables', () => {
  it('know their headers, with spans', async () => {
    const document = await html(
      '<p>We process:</p><table><thead><tr><th>Data</th><th>Purpose</th><th>Period</th></tr></thead><tbody><tr><td rowspan="2">Logs</td><td>Security</td><td>90 days</td></tr><tr><td>Analytics</td><td>30 days</td></tr><tr><td colspan="2">Invoices</td><td>ten years</td></tr></tbody></table>',
    );
    const position = (text: string) => {
      const { table } = blockWith(document, text);
      return {
        row: table?.row,
        column: table?.column,
        columnHeader: table?.columnHeader && textOf(document, table.columnHeader),
        rowHeader: table?.rowHeader && textOf(document, table.rowHeader),
      };
    };
    expect(position('90 days')).toEqual({ row: 1, column: 2, columnHeader: 'Period', rowHeader: 'Logs' });
    expect(position('Analytics')).toEqual({ row: 2, column: 1, columnHeader: 'Purpose', rowHeader: 'Logs' });
    expect(position('ten years')).toEqual({ row: 3, column: 2, columnHeader: 'Period', rowHeader: 'Invoices' });
    expect(blockWith(document, '30 days').leadIn?.text).toBe('We process:');
  });

  it('without a header row have no column headers', async () => {
    const document = await html(
      '<table><tr><th>Controller</th><td>Acme Ltd, 1 High Street</td></tr><tr><th>Contact</th><td>privacy@example.com</td></tr></table>',
    );
    const { table } = blockWith(document, 'privacy@example.com');
    expect(table?.row).toBe(2);
    expect(table?.columnHeader).toBeNull();
    expect(table?.rowHeader && textOf(document, table.rowHeader)).toBe('Contact');
  });

  it('that lay out a page are none', async () => {
    const document = await html(
      '<table><tr><td>Menu</td><td><h1>Policy</h1><p>We collect data.</p></td></tr><tr><td>x</td><td>y</td></tr></table>',
    );
    expect(document.blocks.every((block) => block.kind !== 'cell' && block.table === null)).toBe(true);
  });

  it('survive missing end tags', async () => {
    const document = await html('<table><tr><th>A<th>B<tr><td>one<td>two</table><p>After.</p>');
    const { table } = blockWith(document, 'two');
    expect(table?.columnHeader && textOf(document, table.columnHeader)).toBe('B');
    expect(blockWith(document, 'After').kind).toBe('paragraph');
  });
});

describe('text', () => {
  it('decodes entities, with their place', async () => {
    const source = '<p>Terms &amp; data&nbsp;of &#8220;you&#x201D; &mdash; caf&eacute; &lt;b&gt; &unknown; AT&T</p>';
    const document = await html(source);
    expect(document.text).toBe('Terms & data of “you” — café <b> &unknown; AT&T');
    expect(document.lower).toContain('data of "you" - café');
    const at = document.text.indexOf('“you”');
    const { start, end } = document.toSource({ start: at, end: at + 5 });
    expect(source.slice(start, end)).toBe('&#8220;you&#x201D;');
  });

  it('leaves out what nobody sees', async () => {
    const document = await html(
      '<head><title>T</title><style>p{}</style></head><script>let a = "<p>no</p>";</script><nav><a href="/">Home</a></nav><noscript>no</noscript><template><p>no</p></template><p hidden>no</p><p>Yes<span aria-hidden="true">#</span>.</p><svg><text>no</text></svg>',
    );
    expect(document.text).toBe('Yes.');
  });

  it('shows everything where a hidden element never ends', async () => {
    expect((await html('<nav><p>We collect data.</p>')).text).toBe('We collect data.');
  });

  it('keeps words apart at blocks and together at inline elements', async () => {
    expect((await html('<td>one</td><td>two</td><p>a<b>b</b>c <i>d</i>e</p>')).text.split('\n').slice(-1)).toEqual(['abc de']);
  });

  it('collects comments and links', async () => {
    const source = '<!-- policylint-disable x/y: reason --><p>See <a href="https://example.com/?a=1&amp;b=2">our <b>list</b></a>.</p>';
    const document = await html(source);
    expect(document.comments).toEqual([{ span: { start: 0, end: source.indexOf('<p>') }, text: 'policylint-disable x/y: reason' }]);
    const [link] = document.blocks[0]?.links ?? [];
    expect(link?.url).toBe('https://example.com/?a=1&b=2');
    expect(link && textOf(document, link)).toBe('our list');
  });

  it('in pre keeps its paragraphs', async () => {
    const document = await html(
      '<pre>PRIVACY POLICY\n\nWe collect data about you when\nyou use this service of ours.\n\nWe keep it.</pre>',
    );
    expect(document.text.split('\n')).toEqual([
      'PRIVACY POLICY',
      'We collect data about you when you use this service of ours.',
      'We keep it.',
    ]);
  });
});

describe('broken HTML', () => {
  const CASES = [
    '<p>one<p>two</div></p><b>three',
    '<ul><li>one<li>two</ul></ul>three',
    '<b><p>one</b>two</p><i>three',
    '<a href="x>one</a><p>" >two',
    'one < two > three <',
    '<div><span>one</div>two</span>three',
    '<h1>one<h2>two<p>three',
    '<table><li>one</table>two<td>three',
    '<!-- one <p>two',
    '</p></div></table>one<br/>two<br/><br/>three',
    '<dl><dd>one<dt>two<dt>three</dl>',
    '<dl><dt>one<h2>two</h2>three',
    '<select><option>one<p>two',
  ];
  for (const source of CASES) {
    it(source, async () => {
      const document = await html(source);
      expect(problems(document)).toEqual([]);
      expect(document.text === '' && !source.startsWith('<!--')).toBe(false);
    });
  }

  it('nested ten thousand deep', async () => {
    for (const tag of ['div', 'ul><li', 'b', 'blockquote', 'table><tr><td', 'span', 'dl><dt']) {
      const document = await html(`${`<${tag}>`.repeat(10_000)}We collect data.`);
      expect(document.text).toBe('We collect data.');
    }
  });
});
