import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/document.js';
import { blockWith, outlineOf, parse, problems, textOf, tree } from './helpers.js';

const markdown = (source: string) => parse(source, 'markdown');

describe('headings', () => {
  it('of both kinds, levels without gaps', async () => {
    const document = await markdown(
      'Privacy\n=======\n\nIntro text here.\n\nData\n----\n\nWe collect data.\n\n##### Deep\n\nText.\n\n## Rights\n\nText.',
    );
    expect(tree(document)).toEqual(['Privacy', '  Data', '    Deep', '  Rights']);
    expect(document.root.children[0]?.children[0]?.children[0]?.markupLevel).toBe(5);
  });

  it('that are bold lines', async () => {
    const document = await markdown('**Data we collect**\n\nWe collect data.\n\n__Your rights__\n\nYou have rights.');
    expect(tree(document)).toEqual(['Data we collect', 'Your rights']);
    expect(document.root.children[0]?.markupLevel).toBeNull();
  });

  it('but not bold sentences', async () => {
    const document = await markdown(
      '# Policy\n\n**We never sell your personal data to anybody, whatever they pay us.**\n\nMore text follows here.',
    );
    expect(tree(document)).toEqual(['Policy']);
  });

  it('below markup headings where they are bold', async () => {
    const document = await markdown(
      '# Policy\n\n## Data\n\n**Account data**\n\nWe keep it.\n\n**Usage data**\n\nWe keep it too.\n\n## Rights\n\nText.',
    );
    expect(tree(document)).toEqual(['Policy', '  Data', '    Account data', '    Usage data', '  Rights']);
  });

  it('that are numbered lines with prose right below', async () => {
    const document = await markdown(
      '1. Information We Collect\nWe collect *your name*.\n\n2. Data Retention\nWe keep it for a year.\n\n3. Contact\nWrite to us at any time.',
    );
    expect(outlineOf(document)).toEqual([
      'heading: 1. Information We Collect',
      'paragraph: We collect your name.',
      'heading: 2. Data Retention',
      'paragraph: We keep it for a year.',
      'heading: 3. Contact',
      'paragraph: Write to us at any time.',
    ]);
  });

  it('that are numbered items with their text inside the item', async () => {
    const document = await markdown(
      '1. **What we collect**\n\n   We collect:\n\n   - names\n   - addresses\n\n2. **How long we keep it**\n\n   One year.',
    );
    expect(tree(document)).toEqual(['1. What we collect', '2. How long we keep it']);
    const item = blockWith(document, 'names');
    expect(item.parent).toBeNull();
    expect(item.leadIn?.text).toBe('We collect:');
  });

  it('without the space behind the marks', async () => {
    const document = await markdown('##Data We Collect\n\nWe **collect** data.\n\n##Your Rights\nYou have rights.');
    expect(tree(document)).toEqual(['Data We Collect', 'Your Rights']);
  });

  it('with escaped numbers', async () => {
    const document = await markdown('**1\\. Who we are**\n\nWe are a company.\n\n**2\\. What we do**\n\nWe do things.');
    expect(tree(document)).toEqual(['1. Who we are', '2. What we do']);
  });

  it('of prose under a rule are none', async () => {
    const document = await markdown(
      '# Policy\n\nWe never sell your data to anybody, and we never have. We never will in the future either, as long as this company stands.\n---\n\nMore text.',
    );
    expect(tree(document)).toEqual(['Policy']);
  });

  it('keep numbered lists lists', async () => {
    const document = await markdown(
      '# Policy\n\nYou can:\n\n1. Open the settings\n2. Choose Privacy\n3. Click Delete\n\nThen all is gone.',
    );
    expect(tree(document)).toEqual(['Policy']);
    expect(document.blocks.filter((block) => block.kind === 'item')).toHaveLength(3);
  });
});

describe('lists', () => {
  it('nest, with parents and lead-ins', async () => {
    const document = await markdown(
      'We share data with:\n\n- Partners:\n  - Acme Ltd\n  - Bolt GmbH\n- Authorities\n\nNobody else gets it.',
    );
    const acme = blockWith(document, 'Acme Ltd');
    expect(acme.parent && textOf(document, acme.parent)).toBe('Partners:');
    expect(acme.leadIn?.text).toBe('We share data with:');
    expect(blockWith(document, 'Authorities').parent).toBeNull();
    expect(blockWith(document, 'Nobody else').leadIn).toBeNull();
  });

  it('keep the second paragraph of an entry with the entry', async () => {
    const document = await markdown('We use:\n\n- Cookies\n\n  They are small files.\n\n- Pixels');
    const more = blockWith(document, 'small files');
    expect(more.kind).toBe('paragraph');
    expect(more.parent && textOf(document, more.parent)).toBe('Cookies');
    expect(blockWith(document, 'Pixels').leadIn?.text).toBe('We use:');
  });

  it('do not swallow the paragraph that follows without a blank line', async () => {
    const document = await markdown('We use data to:\n- provide **the service**.\n- answer you.\nWe do not sell data.');
    expect(outlineOf(document)).toEqual([
      'paragraph: We use data to:',
      'item: provide the service.',
      'item: answer you.',
      'paragraph: We do not sell data.',
    ]);
  });

  it('join wrapped entries', async () => {
    const document = await markdown('We use:\n\n- **Stripe** for payments and\n  invoices\n- Redis. It keeps\n  sessions.');
    expect(outlineOf(document).slice(1)).toEqual(['item: Stripe for payments and invoices', 'item: Redis. It keeps sessions.']);
  });

  it('know labels: bold, before a colon, before a dash', async () => {
    const document = await markdown(
      '- **Name** and address\n- **E-mail:** to write to you\n- Stripe: payment processing\n- Redis – a cache\n- We never sell your data – not even names',
    );
    const labels = document.blocks.map((block) => block.label && textOf(document, block.label));
    expect(labels).toEqual(['Name', 'E-mail', 'Stripe', 'Redis', null]);
  });

  it('without bullets', async () => {
    const document = await markdown(
      '# Policy\n\nWe may collect your data:\n\nwhen you sign up;\n\nwhen you write to us; and\n\nwhen you leave.\n\nWe keep it.',
    );
    expect(outlineOf(document).slice(2)).toEqual([
      'item: when you sign up;',
      'item: when you write to us; and',
      'item: when you leave.',
      'paragraph: We keep it.',
    ]);
  });
});

describe('inline markup', () => {
  it('is not part of the text, and spans hold the words', async () => {
    const source =
      '# Policy\n\nWe **never** sell [your *data*](https://example.com "Title") &amp; keep `logs` for 1\\. day &mdash; ![alt text](x.png)always.';
    const document = await markdown(source);
    const paragraph = blockWith(document, 'never');
    expect(textOf(document, paragraph)).toBe('We never sell your data & keep logs for 1. day — always.');
    expect(document.lower).toContain('day - always');
    const at = document.text.indexOf('& keep');
    const { start, end } = document.toSource({ start: at, end: at + 6 });
    expect(source.slice(start, end)).toBe('&amp; keep');
    const bold = document.text.indexOf('never');
    const span = document.toSource({ start: bold, end: bold + 5 });
    expect(source.slice(span.start, span.end)).toBe('never');
  });

  it('gives links with their targets, of definitions too', async () => {
    const document = await markdown('See [the site](https://example.com/a) or [the list][vendors].\n\n[vendors]: https://example.com/v');
    const [block] = document.blocks;
    expect(block?.links.map((link) => [textOf(document, link), link.url])).toEqual([
      ['the site', 'https://example.com/a'],
      ['the list', 'https://example.com/v'],
    ]);
  });

  it('holds e-mail addresses and addresses in angle brackets', async () => {
    const document = await markdown('**Note** Write to <privacy@example.com> or see <https://example.com>.');
    expect(document.text).toBe('Note Write to privacy@example.com or see https://example.com.');
  });

  it('loses what is left of broken links', async () => {
    const document = await markdown('**Note**\n\n[Privacy centre\n\nRead more](https://example.com/x)');
    expect(document.text).not.toContain('https://example.com/x');
    expect(document.text).toContain('Read more');
  });
});

describe('tables', () => {
  it('know their headers', async () => {
    const document = await markdown(
      'We keep data as follows:\n\n| Data | Period |\n| --- | --- |\n| Invoices | ten *years* |\n| Logs | 90 days |',
    );
    const cell = blockWith(document, '90 days');
    expect(cell.kind).toBe('cell');
    expect(cell.leadIn?.text).toBe('We keep data as follows:');
    expect(cell.table).toMatchObject({ table: 0, row: 2, column: 1 });
    expect(cell.table?.columnHeader && textOf(document, cell.table.columnHeader)).toBe('Period');
    expect(cell.table?.rowHeader && textOf(document, cell.table.rowHeader)).toBe('Logs');
    expect(blockWith(document, 'Period').table).toMatchObject({ row: 0, columnHeader: null });
  });

  it('in HTML read as those in Markdown', async () => {
    const document = await markdown(
      '**T**\n\n<table><tr><th>Data</th><th>Period</th></tr>\n<tr><td>Logs</td><td>90 days</td></tr></table>',
    );
    const cell = blockWith(document, '90 days');
    expect(cell.table?.columnHeader && textOf(document, cell.table.columnHeader)).toBe('Period');
  });
});

describe('what is not prose', () => {
  it('front matter is skipped, positions stay', async () => {
    const source = '---\ntitle: Privacy\nlayout: page\n---\n\n# Policy\n\nWe collect data.';
    const document = await markdown(source);
    expect(document.text).toBe('Policy\nWe collect data.');
    const { start, end } = document.toSource({ start: 7, end: 23 });
    expect(source.slice(start, end)).toBe('We collect data.');
    expect((await markdown('+++\ntitle = "x"\n+++\n\nText here.')).text).toBe('Text here.');
  });

  it('a rule at the start is no front matter', async () => {
    expect((await markdown('---\n\nWe collect data, always.\n\n---\n\n**Text**')).text).toContain('We collect data, always.');
  });

  it('imports, exports, components and template tags are skipped, their text is read', async () => {
    const document = await parseDocument(
      'import { Note } from "./note";\n\nexport const meta = {\n  title: "x",\n};\n\n# Policy {#top}\n\n<Chart data={{ a: 1 }} />\n\n<Note type="info">\n\nWe collect **data**.\n\n</Note>\n\n{% include x.html %}\n\n{/* hidden */}\n',
      { path: 'policy.mdx' },
    );
    expect(document.text).toBe('Policy\nWe collect data.');
  });

  it('prose about imports and exports is prose', async () => {
    expect((await markdown('import duties may apply.\n\n**x**')).text).toContain('import duties may apply.');
    expect((await markdown('export of data is possible.\n\n**x**')).text).toContain('export of data is possible.');
  });

  it('code makes no claims', async () => {
    const document = await markdown('# Policy\n\n```js\nsell(data);\n```\n\nText.\n\n    Indented prose is prose.\n');
    expect(document.blocks.map((block) => block.kind)).toEqual(['heading', 'code', 'paragraph', 'paragraph']);
    expect(document.text).toContain('sell(data);');
    expect(document.text).not.toContain('```');
  });

  it('words in a code fence are words', async () => {
    const document = await markdown('# Policy\n\nWrite to:\n\n```\nAcme Ltd\n1 High Street\n```\n\nWe answer.');
    expect(outlineOf(document)).toEqual([
      'heading: Policy',
      'paragraph: Write to:',
      'paragraph: Acme Ltd 1 High Street',
      'paragraph: We answer.',
    ]);
  });

  it('comments are collected', async () => {
    const source = '# Policy\n\n<!-- policylint-disable gdpr/dpo -->\n\nText <!-- inline --> here.';
    const document = await markdown(source);
    expect(document.comments.map((comment) => comment.text)).toEqual(['policylint-disable gdpr/dpo', 'inline']);
    const [first] = document.comments;
    expect(first && source.slice(first.span.start, first.span.end)).toBe('<!-- policylint-disable gdpr/dpo -->');
    expect(document.text).toBe('Policy\nText here.');
  });

  it('HTML gives its text', async () => {
    const document = await markdown(
      '# Policy\n\n<p>We collect <b>your name</b>.</p>\n\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n\nLine<br>break and <span>span</span>.',
    );
    expect(outlineOf(document)).toEqual([
      'heading: Policy',
      'paragraph: We collect your name.',
      'item: one',
      'item: two',
      'paragraph: Line break and span.',
    ]);
  });
});

describe('quotes', () => {
  it('are read without their marks, over several lines', async () => {
    const source = '# Policy\n\n> We never **sell**\n> your data.\n>\n> We keep it.';
    const document = await markdown(source);
    expect(outlineOf(document).slice(1)).toEqual(['quote: We never sell your data.', 'quote: We keep it.']);
    expect(problems(document)).toEqual([]);
  });
});

describe('pasted text', () => {
  it('without marks reads as plain text does', async () => {
    const source = 'Privacy Policy\n\nData We Collect\n\nWe collect your name and address.\n\nYour Rights\n\nYou may object at any time.\n';
    const document = await markdown(source);
    expect(tree(document)).toEqual(tree(await parse(source)));
    expect(tree(document)).toEqual(['Privacy Policy', '  Data We Collect', '  Your Rights']);
  });

  it('in a text file is Markdown where it looks so', async () => {
    expect((await parseDocument('# Policy\n\nText.', { path: 'p.txt' })).format).toBe('markdown');
    expect((await parseDocument('Policy\n\nText.', { path: 'p.txt' })).format).toBe('text');
    expect((await parseDocument('<!DOCTYPE html><p>Text', { path: 'p.txt' })).format).toBe('html');
    expect((await parseDocument('<html><p>Text', { path: 'p' })).format).toBe('html');
  });
});
