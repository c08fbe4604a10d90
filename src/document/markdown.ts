import type { Nodes, PhrasingContent, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { alignText } from './align.js';
import { LineBuilder } from './line.js';
import { type Line, type Marker, type RawBlock, type RawDocument, rawBlock } from './raw.js';

/** Markdown as raw blocks, with remark-parse. */
export function parseMarkdown(source: string): RawDocument {
  const processor = unified().use(remarkParse);
  if (/^ {0,3}\|?[ \t]*:?-+:?[ \t]*(\||$)/m.test(source)) {
    processor.use(function tables() {
      const data = this.data();
      data.micromarkExtensions = [gfmTable()];
      data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
    });
  }
  const walker = new Walker(source);
  walker.root(processor.parse(source));
  return { blocks: walker.blocks, comments: [] };
}

class Walker {
  readonly blocks: RawBlock[] = [];
  private builder = new LineBuilder();
  private lines: Line[] = [];
  private tables = 0;
  private definitions = new Map<string, string>();

  constructor(private readonly source: string) {}

  root(root: Root): void {
    for (const node of root.children) {
      if (node.type === 'definition') this.definitions.set(node.identifier, node.url);
    }
    for (const node of root.children) this.block(node, 0, 'paragraph');
  }

  private block(node: Nodes, depth: number, kind: 'paragraph' | 'quote'): void {
    switch (node.type) {
      case 'heading':
        this.emit(node.children, rawBlock('heading', [], { level: node.depth }));
        break;
      case 'paragraph':
        this.emit(node.children, rawBlock(kind, [], { depth }));
        break;
      case 'blockquote':
        for (const child of node.children) this.block(child, depth, 'quote');
        break;
      case 'list':
        for (const item of node.children) this.item(item, depth + 1, node.ordered === true, kind);
        break;
      case 'code':
        this.code(node);
        break;
      case 'table':
        this.table(node);
        break;
      default:
        break;
    }
  }

  private item(item: Extract<Nodes, { type: 'listItem' }>, depth: number, ordered: boolean, kind: 'paragraph' | 'quote'): void {
    const start = item.position?.start.offset ?? 0;
    const [first, ...rest] = item.children;
    if (!first) return;
    const end = first.position?.start.offset ?? start;
    const size = this.source.slice(start, end).trimEnd().length;
    const marker: Marker = { start, end: start + size, ordered };
    if (first.type === 'paragraph') this.emit(first.children, rawBlock('item', [], { depth, marker }));
    else this.block(first, depth, kind);
    for (const child of rest) this.block(child, depth, kind);
  }

  private code(node: Extract<Nodes, { type: 'code' }>): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    this.builder.copy(this.source, start, end);
    const line = this.builder.take();
    if (line) this.blocks.push(rawBlock('code', [line]));
  }

  private table(node: Extract<Nodes, { type: 'table' }>): void {
    const table = this.tables++;
    node.children.forEach((tableRow, row) => {
      tableRow.children.forEach((cell, column) => {
        this.emit(cell.children, rawBlock('cell', [], { table: { table, row, column } }));
      });
    });
  }

  private emit(children: readonly PhrasingContent[], block: RawBlock): void {
    this.inline(children);
    this.endLine();
    block.lines = this.lines;
    this.lines = [];
    if (block.lines.length > 0) this.blocks.push(block);
  }

  private endLine(): void {
    const line = this.builder.take();
    if (line) this.lines.push(line);
  }

  private inline(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      switch (node.type) {
        case 'text':
          alignText(this.source, start, end, node.value, this.builder, () => this.endLine());
          break;
        case 'inlineCode':
          alignText(this.source, start, end, node.value, this.builder, () => this.builder.space(start, start));
          break;
        case 'break':
          this.endLine();
          break;
        case 'strong': {
          const from = this.builder.position;
          this.inline(node.children);
          this.builder.bold(from);
          break;
        }
        case 'link':
        case 'linkReference': {
          const from = this.builder.position;
          this.inline(node.children);
          const url = node.type === 'link' ? node.url : this.definitions.get(node.identifier);
          if (url !== undefined) this.builder.link(from, url);
          break;
        }
        default:
          if ('children' in node) this.inline(node.children);
      }
    }
  }
}
