/** What is inserted into Markdown becomes a block of its own, and every other block stays what it was. */
import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { changedRule } from '../../src/data/rule-table.js';
import { parseDocument } from '../../src/document/document.js';
import { applyEdits } from '../../src/findings/edits.js';
import { lint } from '../../src/lint.js';
import { loadRules } from '../../src/rules/load.js';

const rules = loadRules({ preset: 'auditor', regimes: ['gdpr'] });
const ASKED = [
  'gdpr/right-restriction',
  'gdpr/response-time',
  'gdpr/retention',
  'gdpr/controller-identity',
  'gdpr/effective-date',
  'gdpr/security',
];
const set = {
  ...rules,
  requirements: [],
  rules: rules.rules.filter(({ id }) => ASKED.includes(id)).map((rule) => changedRule(rule, { when: undefined })),
};

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } } | undefined;
}

async function check(source: string): Promise<number> {
  const { findings } = await lint(source, { path: 'p.md' }, set);
  const fixes = findings.flatMap((finding) => finding.fixes);
  const before = shapes(unified().use(remarkParse).parse(source), source);
  for (const { edits } of fixes) {
    const [edit] = edits;
    if (!edit || edits.length > 1) throw new Error('one insertion was expected');
    const changed = applyEdits(source, edits);
    const span = { start: edit.span.start, end: edit.span.start + edit.text.length };
    expect(shapes(unified().use(remarkParse).parse(changed), changed, span), changed).toEqual(before);
    const words = (await parseDocument(source, { path: 'p.md' })).blocks.map(({ sentences }) =>
      sentences.map(({ text }) => text).join(' '),
    );
    const { text } = await parseDocument(changed, { path: 'p.md' });
    let at = 0;
    for (const block of words) {
      const found = text.indexOf(block, at);
      expect(found, `${changed}\n-- lost or moved: ${block}`).toBeGreaterThanOrEqual(0);
      at = found + block.length;
    }
    if (source.includes('\r\n')) expect(changed.replace(/\r\n/g, '')).not.toContain('\n');
  }
  return fixes.length;
}

/** The blocks that hold text, each as the kinds around it and its words; without those that begin in `span`. */
function shapes(node: Node, source: string, span?: { start: number; end: number }, path = ''): string[] {
  const at = node.position?.start.offset ?? 0;
  if (span && path !== '' && at >= span.start && at < span.end) return [];
  const own = `${path}/${node.type}${node.depth ?? ''}`;
  if (node.type === 'html') return [`${own} ${htmlWithout(node, source, span)}`];
  const children = node.children ?? [];
  if (children.some(({ type }) => type === 'text' || type === 'strong' || type === 'link'))
    return [`${own} ${JSON.stringify(strip(children))}`];
  return children.flatMap((child) => shapes(child, source, span, own));
}

/** HTML that is one block for Markdown may hold what was inserted. */
function htmlWithout({ position }: Node, source: string, { start, end } = { start: 0, end: 0 }): string {
  const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  const text = source.slice(from, Math.max(from, Math.min(to, start))) + source.slice(Math.max(from, Math.min(to, end)), to);
  return text.replace(/[\s>]+/g, '');
}

const strip = (nodes: readonly Node[]): unknown =>
  nodes.map(({ type, value, children }) => [type, value?.replace(/\s+/g, ' '), children ? strip(children) : []]);

const words = fc.constantFrom(
  'your **name** and address',
  'your [name](x.md)',
  'your name & address',
  'your `name` <b>or</b> alias',
  'your name\\*',
);
const block = fc.oneof(
  words.map((text) => `We use ${text}.`),
  words.map((text) => `We use ${text}.\nAnd we reply, with care,\nas often as we can.`),
  words.map((text) => `You have the right to:\n\n- see ${text}\n- copy it`),
  words.map((text) => `You have the right to:\n\n* see ${text}\n\n* copy it`),
  words.map((text) => `You have the right to:\n1. see ${text}\n2. copy it\n   - soon\n   - or later`),
  words.map((text) => `- see ${text}\n\n  in full\n- copy it\n\n  in part`),
  words.map((text) => `| What | Why |\n| --- | --- |\n| ${text} | to reply |`),
  words.map((text) => `> We use ${text}.\n> And more.`),
  words.map((text) => `<p>We use ${text}.</p>`),
  words.map((text) => `<ul>\n<li>see ${text}</li>\n<li>copy it</li>\n</ul>`),
  words.map((text) => `<div>\n\nWe use ${text}.\n\n</div>`),
  words.map((text) => `<details>\n<summary>More</summary>\n\nWe use ${text}.\n\n</details>`),
  words.map((text) => `<table><tr><td>${text}</td>\n<td>to reply</td></tr></table>`),
  words.map((text) => `We use ${text}.\n\n---`),
  words.map((text) => `We use ${text}.\n\n\`\`\`\nFROM: you\n\`\`\``),
  words.map((text) => `<!-- note -->\nWe use ${text}.\n\n<!-- end -->`),
);
const titles = ['What we collect', 'Your rights', 'Security', 'How long we keep data', 'Contact us', 'Who we are'];
const HEADINGS: Readonly<Record<string, (title: string, index: number) => string>> = {
  atx: (title) => `## ${title}`,
  closed: (title) => `## ${title} ##`,
  setext: (title) => `${title}\n${'-'.repeat(title.length)}`,
  bold: (title) => `**${title}**`,
  numbered: (title, index) => `${index + 1}. ${title}`,
  both: (title, index) => `### ${index + 1}. ${title}`,
  html: (title) => `<h2>${title}</h2>`,
};
const policy = fc
  .tuple(
    fc.constantFrom(...Object.keys(HEADINGS)),
    fc.constantFrom('', '---\ntitle: Privacy\n---\n\n', '<!-- draft -->\n\n'),
    fc.constantFrom('\n\n', '\n'),
    fc.array(fc.tuple(fc.constantFrom(...titles), fc.array(block, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '\n', '\n\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([style, front, gap, sections, end, crlf, quoted]) => {
    const heading = HEADINGS[style];
    const body = sections
      .map(([title, blocks], index) => `${heading?.(title, index)}\n\n${blocks.join('\n\n')}`)
      .join(style === 'atx' ? gap : '\n\n');
    const whole = `# Privacy policy\n\n${body}`;
    const text = front + (quoted ? whole.replace(/^/gm, '> ').replace(/^> $/gm, '>') : whole) + end;
    return crlf ? text.replace(/\n/g, '\r\n') : text;
  });

test('in whole policies of any make', async () => {
  let fixes = 0;
  await fc.assert(
    fc.asyncProperty(policy, async (source) => {
      fixes += await check(source);
    }),
    { numRuns: 150, seed: 5 },
  );
  expect(fixes).toBeGreaterThan(500);
}, 120_000);

describe('a paragraph', () => {
  test.each([
    [
      'goes on in the quotation that its section stands in',
      '> ## Security\n>\n> We lock doors.\n>\n> ## Contact\n',
      '> We lock doors.\n>\n> As Article',
    ],
  ])('%s', async (_, source, expected) => {
    const { findings } = await lint(source.replace('Security', 'Your rights'), { path: 'p.md' }, set);
    const fix = findings.find(({ ruleId }) => ruleId === 'gdpr/response-time')?.fixes[0];
    expect(applyEdits(source.replace('Security', 'Your rights'), fix?.edits ?? [])).toContain(expected);
  });
});
