/** Markdown in parts, with what is remembered of earlier versions, has the tree that remark-parse makes of the whole. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { type PartMemory, parseParts } from '../../src/document/markdown-parts.js';

const fresh = (): PartMemory => ({ trees: new Map() });

const whole = unified()
  .use(remarkParse)
  .use(function tables() {
    Object.assign(this.data(), { micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] });
  })
  .freeze();

/** A tree with offsets of the whole text for positions. */
function placed(node: Nodes, base: number): unknown {
  const { position, ...own } = node;
  const span = [base + (position?.start.offset ?? 0), base + (position?.end.offset ?? 0)];
  return 'children' in own ? { ...own, span, children: own.children.map((child) => placed(child, base)) } : { ...own, span };
}

const inParts = (text: string, memory: PartMemory): unknown[] =>
  parseParts(text, memory).flatMap(({ base, root }) => root.children.map((node) => placed(node, base)));
const asWhole = (text: string): unknown[] => whole.parse(text).children.map((node) => placed(node, 0));

const sentences = (count: number): string => 'We keep the logs of our servers for as long as the law wants it. '.repeat(count);
const long = `${sentences(40)}\n\n`;

/** What reaches over headings and blank lines, or only seems to, in any order. */
const piece = fc.constantFrom(
  '# One\n\n',
  '## Two [link]\n\n',
  'Three\n=====\n\n',
  'We sell [your data][link], and [more].\n\n',
  '[link]: https://example.org "Title"\n',
  '[more]:\n  <#there>\n\n',
  '> [quoted]: /q\n\n[quoted]\n\n',
  '- item\n',
  '  - nested\n\n',
  '1. first\n\n   # Heading in an item\n\n',
  '```\n',
  '~~~ js\n',
  '    code\n\n',
  '<div>\n\n',
  '</div>\n\n',
  '<!-- policylint-ignore-next gdpr/retention\n\n',
  '-->\n\n',
  '<pre>\n\n',
  '</pre>\n\n',
  '<?php\n\n',
  '?>\n',
  '| a | b |\n|---|---|\n| c | d |\n\n',
  '> quote\nlazy\n\n',
  '***\n\n',
  'a\\\n\n',
  'two  \n\n',
  '\n',
  '\r\n\r\n# Windows\r\n\r\n',
  '\r\r# Old\r\r',
  '&amp; 🔒 **bold\n\n',
  '---\n',
  'import x from "y"\n\n',
  '\u2028# no line\n\n',
  long,
);
const start = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const edits = fc.array(fc.record({ at: fc.nat(), length: fc.nat(40), text: piece }), { maxLength: 5 });

describe('Markdown in parts', () => {
  it('is what it is as a whole, after any edits', () => {
    fc.assert(
      fc.property(start, edits, (first, changes) => {
        const memory = fresh();
        let text = first;
        expect(inParts(text, memory)).toEqual(asWhole(text));
        for (const { at, length, text: inserted } of changes) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + inserted + text.slice(from + length);
          expect(inParts(text, memory)).toEqual(asWhole(text));
        }
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it('keeps the trees of what an edit does not touch, and no others', () => {
    const memory = fresh();
    const text = ['One', 'Two', 'Three'].map((title) => `# ${title}\n\n${title}: ${long}Again ${title}: ${long}`).join('');
    parseParts(text, memory);
    const before = new Map(memory.trees);
    parseParts(text.replace('Again Two: We', 'Again Two: They'), memory);
    expect([before.size, memory.trees.size]).toEqual([6, 6]);
    expect([...memory.trees].filter(([key, tree]) => before.get(key) !== tree)).toHaveLength(1);
  });

  it('does not read a text again and again that one comment holds', () => {
    const memory = fresh();
    parseParts(`<!--\n\n${'# Heading\n\n'.repeat(500)}`, memory);
    expect(memory.trees.size).toBeLessThan(12);
  });
});
