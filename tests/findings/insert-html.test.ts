/** What is inserted into a page stands where HTML allows it, and nothing else of the page changes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flawsOfInsertion } from '../../bench/html-shape.js';
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

/** Applies every fix of every finding by itself and looks at what comes of it. Returns how many there were. */
async function check(source: string, path = 'p.html'): Promise<number> {
  const { findings } = await lint(source, { path }, set);
  const fixes = findings.flatMap((finding) => finding.fixes);
  for (const { edits } of fixes) {
    const [edit] = edits;
    if (!edit || edits.length > 1) throw new Error('one insertion was expected');
    expect(edit.span.end).toBe(edit.span.start);
    const changed = applyEdits(source, edits);
    expect(flawsOfInsertion(source, edit.span.start, edit.text), changed).toEqual([]);
    await checkText(source, changed, path);
  }
  return fixes.length;
}

/** Readers see every word they saw, in order. */
async function checkText(source: string, changed: string, path: string): Promise<void> {
  const before = (await parseDocument(source, { path })).blocks;
  const document = await parseDocument(changed, { path });
  let at = 0;
  for (const block of before) {
    const text = block.sentences.map((sentence) => sentence.text).join(' ');
    const found = document.text.indexOf(text, at);
    expect(found, `${changed}\n-- lost or moved: ${text}`).toBeGreaterThanOrEqual(0);
    at = found + text.length;
  }
}

const inline = fc.constantFrom(
  'your name &amp; your address',
  'your <b>name</b>',
  '<a href="x.html?a=1&amp;b=2" title="a > b">your name</a>',
  "<span style='color:red'><em>your name</em></span>",
  'your name<br>and your <i class=x>address</i>',
  'your na&shy;me &copy; &lt;b&gt;',
);
const content = fc.oneof(
  inline.map((text) => `<p>We use ${text}.</p>`),
  inline.map((text) => `We use ${text}.`),
  inline.map((text) => `<p>We use ${text}.`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((items) => `<p>You have the right to:</p><ul>${items.map((text) => `<li>see ${text}</li>`).join('')}</ul>`),
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map(
      (items) =>
        `<p>You have the right to:</p>\n<ol class="r">\n${items.map((text) => `  <li class='i'><p>see ${text}</p></li>\n`).join('')}</ol>`,
    ),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((items) => `<ul>${items.map((text) => `<li>see ${text}`).join('\n')}\n</ul>`),
  inline.map((text) => `<ul><li>the right to see<ul><li>${text}</li><li>the right to copy ${text}</li></ul></li></ul>`),
  inline.map((text) => `<dl><dt>Name</dt><dd>We use ${text}.</dd></dl>`),
  inline.map((text) => `<dl><dt>Name<dd><p>We use ${text}.</dl>`),
  inline.map((text) => `<table><tr><th>What</th><th>Why</th></tr><tr><td>${text}</td><td><p>To reply.</p></td></tr></table>`),
  inline.map((text) => `<table><tbody><tr><td>${text}<td>To reply.</table>`),
  inline.map((text) => `<blockquote><p>We use ${text}.</p></blockquote>`),
  inline.map((text) => `<div class="text">We use ${text}.<br><br>We reply.</div>`),
  inline.map((text) => `<div><div><p>We use ${text}.</p></div></div>`),
  inline.map((text) => `<details><summary>More</summary><p>We use ${text}.</p></details>`),
  inline.map((text) => `<figure><p>We use ${text}.</p><figcaption>So it is.</figcaption></figure>`),
  inline.map((text) => `<pre>We use ${text}.</pre>`),
  inline.map((text) => `<address>Write to ${text}.</address>`),
);
const titles = ['What we collect', 'Your rights', 'Security', 'How long we keep data', 'Contact us', 'Who we are'];
const headingIn = (tag: string) => (title: string) =>
  tag === 'b' ? `<p><b>${title}</b></p>` : `<${tag} id="${title.length}" class="t">${title}</${tag}>`;
const section = (tag: string, wrap: string) =>
  fc.tuple(fc.constantFrom(...titles), fc.array(content, { minLength: 1, maxLength: 3 })).map(([title, blocks]) => {
    const inside = [headingIn(tag)(title), ...blocks].join('\n');
    return wrap === '' ? inside : `<${wrap} class="s">\n${inside}\n</${wrap}>`;
  });
const page = fc
  .tuple(
    fc.constantFrom('h2', 'h3', 'b'),
    fc.constantFrom('', 'div', 'section', 'article', 'blockquote'),
    fc.constantFrom('', 'main', 'article', 'table', 'ol', 'center', 'form'),
    fc.constantFrom('', '<footer><p>© 2026 Acme</p></footer>', '<nav><ul><li><a href="/">Home</a></li></ul></nav>', '</body></html>'),
  )
  .chain(([tag, wrap, outer, foot]) =>
    fc.array(section(tag, wrap), { minLength: 1, maxLength: 4 }).map((sections) => {
      const body = `<h1>Privacy policy</h1>\n${sections.join('\n')}`;
      const around: Record<string, string> = {
        table: `<table width=600><tr><td>\n${body}\n</td></tr></table>`,
        ol: `<h1>Privacy policy</h1><ol>${sections.map((text) => `<li>${text}</li>`).join('\n')}</ol>`,
      };
      const whole = around[outer] ?? (outer === '' ? body : `<${outer}>\n${body}\n</${outer}>`);
      return `<!doctype html>\n<title>Privacy</title><style>p > a { color: red }</style>\n<body>\n${whole}\n${foot}\n`;
    }),
  );
const written = fc.tuple(page, fc.constantFrom('\n', '\r\n', '')).map(([text, end]) => text.replace(/\n/g, end));

test('in whole pages of any build', async () => {
  let fixes = 0;
  await fc.assert(
    fc.asyncProperty(written, async (source) => {
      fixes += await check(source);
    }),
    { numRuns: 150, seed: 5 },
  );
  expect(fixes).toBeGreaterThan(500);
}, 120_000);

test.each([
  [
    'a heading in one item, its text in another',
    '<h1>P</h1><ol><li><p><b>Your rights</b></p></li><li><p>We reply.</p></li><li><p><b>Contact</b></p></li><li>Write.</li></ol>',
  ],
  [
    'heading and text in one paragraph',
    '<h1>P</h1><p><b>Your rights</b><br>We reply to <i>all</i>.</p><p><b>Contact</b><br>Write to us.</p>',
  ],
  [
    'headings in rows of a table',
    '<table><tr><th><h2>Your rights</h2></th></tr><tr><td>We reply.</td></tr><tr><th><h2>Contact</h2></th></tr><tr><td>Write.</td></tr></table>',
  ],
  ['no element but the heading', '<h2>Your rights</h2>We reply.<h2>Contact</h2>Write.'],
])('%s', async (_, source) => {
  expect(await check(source)).toBeGreaterThan(0);
});
