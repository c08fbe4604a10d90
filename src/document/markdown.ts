import type { Code, ListItem, Nodes, Paragraph, PhrasingContent, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { alignText } from './align.js';
import { Flow } from './flow.js';
import { HtmlReader } from './html.js';
import { definitionsIn, type Part, type PartMemory, parseParts } from './markdown-parts.js';
import { maskMarkdown } from './mask.js';
import type { RawDocument } from './raw.js';
import { parsePlain } from './text.js';

/** Markdown as raw blocks, with remark-parse; HTML in it is read too. For input that `isHostile` names, use plain text. */
export function parseMarkdown(source: string, memory: PartMemory = { trees: new Map() }): RawDocument {
  const masked = maskMarkdown(source);
  const flow = new Flow(masked);
  new MarkdownReader(flow).read(parseParts(masked, memory));
  return flow.finish();
}

class MarkdownReader {
  private readonly definitions = new Map<string, string>();
  private readonly html: HtmlReader;
  /** Where the part begins that is read. */
  private base = 0;

  constructor(private readonly flow: Flow) {
    this.html = new HtmlReader(flow);
  }

  read(parts: readonly Part[]): void {
    for (const { root } of parts) {
      for (const { identifier, url } of definitionsIn(root)) if (!this.definitions.has(identifier)) this.definitions.set(identifier, url);
    }
    for (const { base, root } of parts) {
      this.base = base;
      for (const node of root.children) this.block(node);
    }
    this.html.end();
  }

  private block(node: Nodes): void {
    const { flow } = this;
    switch (node.type) {
      case 'heading':
        flow.openHeading(node.depth);
        this.inline(node.children);
        flow.closeHeading();
        break;
      case 'paragraph':
        this.paragraph(node);
        break;
      case 'blockquote':
        flow.openQuote();
        for (const child of node.children) this.block(child);
        flow.closeQuote();
        break;
      case 'list':
        for (const item of node.children) this.item(item, node.ordered === true);
        break;
      case 'code':
        this.code(node);
        break;
      case 'html': {
        flow.endBlock();
        const { start, end } = this.place(node);
        this.html.read(start, end);
        break;
      }
      case 'table':
        this.table(node);
        break;
      default:
        flow.endBlock();
    }
  }

  private paragraph(node: Paragraph): void {
    this.flow.endBlock();
    this.inline(node.children);
    this.flow.endBlock();
  }

  private item(item: ListItem, ordered: boolean): void {
    const { flow } = this;
    const { start } = this.place(item);
    const head = MARKER.exec(flow.source.slice(start, start + 12))?.[0] ?? '';
    flow.openItem({ start, end: start + head.length, ordered });
    for (const child of item.children) this.block(child);
    flow.closeItem();
  }

  /** Fenced code is code unless it says nothing but words (an address); indented code is prose that somebody indented. */
  private code(node: Code): void {
    const { flow } = this;
    let { start, end } = this.place(node);
    if (FENCE.test(flow.source.slice(start, start + 4))) {
      const open = flow.source.indexOf('\n', start);
      if (open < 0 || open >= end) return;
      const close = Math.max(flow.source.lastIndexOf('\n', end - 1), open);
      start = open + 1;
      if (FENCE.test(flow.source.slice(close + 1, end))) end = close;
      if (node.lang || /[{}<>=$;]|\w\(/.test(node.value)) {
        flow.openCode();
        if (start < end) flow.copy(start, end);
        flow.closeCode();
        return;
      }
    }
    flow.append(parsePlain(flow.source, start, end).blocks);
  }

  private table(node: Table): void {
    const { flow } = this;
    flow.openTable();
    node.children.forEach((row, index) => {
      flow.openRow();
      for (const cell of row.children) {
        flow.openCell(index === 0);
        this.inline(cell.children);
        flow.closeCell();
      }
    });
    flow.closeTable();
  }

  private place(node: Nodes): { start: number; end: number } {
    const start = node.position?.start.offset ?? 0;
    return { start: this.base + start, end: this.base + (node.position?.end.offset ?? start) };
  }

  private inline(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.phrasing(node);
  }

  private phrasing(node: PhrasingContent): void {
    const { flow } = this;
    const { start, end } = this.place(node);
    switch (node.type) {
      case 'text':
        flow.omitted = node.value.includes('[') || node.value.includes('](') ? brokenLinks(flow.source, start, end) : NOTHING;
        alignText(flow, start, end, node.value);
        flow.omitted = NOTHING;
        break;
      case 'inlineCode': {
        const fence = /^`{1,100}/.exec(flow.source.slice(start, start + 100))?.[0].length ?? 0;
        flow.copy(start + fence, end - fence);
        break;
      }
      case 'break':
        flow.endLine(true);
        break;
      case 'html':
        this.html.read(start, end);
        break;
      case 'strong':
        flow.openBold();
        this.inline(node.children);
        flow.closeBold();
        break;
      case 'link':
      case 'linkReference': {
        const url = node.type === 'link' ? node.url : this.definitions.get(node.identifier);
        // A link without words (an anchor, an image) says nothing.
        if (url === undefined || plainText(node, { includeImageAlt: false }).trim() === '') this.inline(node.children);
        else {
          flow.openLink(url);
          this.inline(node.children);
          flow.closeLink();
        }
        break;
      }
      default:
        if ('children' in node) this.inline(node.children);
    }
  }
}

const FENCE = /^[ >\t]{0,40}(?:```|~~~)/;
const NOTHING: readonly { start: number; end: number }[] = [];

/** What is left of a link whose text spans paragraphs: "[" at the start of one, "](target)" at the end of another. */
function brokenLinks(source: string, start: number, end: number): { start: number; end: number }[] {
  const text = source.slice(start, end);
  const found: { start: number; end: number }[] = [];
  if (text.startsWith('[') && !text.includes(']')) found.push({ start, end: start + 1 });
  for (const match of text.matchAll(/\]\([^\s()]{1,1000}\)/g))
    found.push({ start: start + match.index, end: start + match.index + match[0].length });
  return found;
}

const MARKER = /^(?:[-*+]|\d{1,9}[.)])/;
