import { LineBuilder } from './line.js';
import { type Line, type Marker, type RawBlock, type RawDocument, rawBlock } from './raw.js';
import { endTable, type OpenTable, openTable } from './tables.js';

/**
 * What the Markdown and the HTML reader write to: text with its place in the source, line ends, paragraph ends, and the
 * opening and closing of headings, lists, items, tables and quotes. Makes raw blocks of it.
 */
export class Flow {
  readonly document: RawDocument = { blocks: [], comments: [] };
  /** While above 0, text is not shown and so not taken. */
  muted = 0;
  /** Stretches of the source that are not text although they stand in it; sorted. */
  omitted: readonly { start: number; end: number }[] = [];
  private readonly builder = new LineBuilder();
  private lines: Line[] = [];
  private readonly headings: number[] = [];
  private readonly items: OpenItem[] = [];
  private readonly tables: OpenTable[] = [];
  private tableCount = 0;
  private quotes = 0;
  private codes = 0;
  private readonly bold: number[] = [];
  private readonly links: { start: number; url: string }[] = [];
  /** Lines of a definition's term that wait for its explanation. */
  private term: Line[] = [];

  constructor(readonly source: string) {}

  copy(start: number, end: number): void {
    if (this.muted > 0) return;
    let from = start;
    for (const hole of this.omitted) {
      if (hole.end <= from || hole.start >= end) continue;
      if (hole.start > from) this.builder.copy(this.source, from, hole.start);
      from = hole.end;
    }
    if (from < end) this.builder.copy(this.source, from, end);
  }

  replace(text: string, start: number, end: number): void {
    if (this.muted === 0) this.builder.replace(text, start, end);
  }

  space(at: number): void {
    this.builder.space(at, at);
  }

  /** Ends the line; the next text is of the same paragraph. @param hard The author wants a new line here. */
  endLine(hard = false): void {
    const { position } = this.builder;
    for (const start of this.bold) this.builder.bold(start);
    for (const { start, url } of this.links) if (position > start) this.builder.link(start, url);
    const line = this.builder.take(hard);
    this.bold.fill(0);
    for (const link of this.links) link.start = 0;
    if (line) this.lines.push(line);
  }

  /** Whether the paragraph has no text so far. */
  get empty(): boolean {
    return this.lines.length === 0 && this.builder.empty;
  }

  /** Whether the line has no text so far. */
  get lineEmpty(): boolean {
    return this.builder.empty;
  }

  /** Ends the paragraph, heading, item text or cell text. */
  endBlock(): void {
    this.endLine();
    if (this.lines.length === 0) return;
    const lines = this.lines;
    this.lines = [];
    this.push(lines);
  }

  openBold(): void {
    this.bold.push(this.builder.position);
  }

  closeBold(): void {
    const start = this.bold.pop();
    if (start !== undefined) this.builder.bold(start);
  }

  openLink(url: string): void {
    this.links.push({ start: this.builder.position, url });
  }

  closeLink(): void {
    const link = this.links.pop();
    if (link && this.muted === 0) this.builder.link(link.start, link.url);
  }

  openHeading(level: number): void {
    this.endBlock();
    this.headings.push(level);
  }

  closeHeading(): void {
    this.endBlock();
    this.headings.pop();
  }

  openItem(marker: Marker | null, ordinal: number | null = null): void {
    this.endBlock();
    this.items.push({ marker, ordinal, fresh: true, plain: false });
  }

  closeItem(): void {
    this.endBlock();
    this.items.pop();
  }

  openQuote(): void {
    this.endBlock();
    this.quotes++;
  }

  closeQuote(): void {
    this.endBlock();
    this.quotes--;
  }

  openCode(): void {
    this.endBlock();
    this.codes++;
  }

  closeCode(): void {
    this.endBlock();
    this.codes--;
  }

  /** The term of a definition list ends: its text waits for the definition. */
  endTerm(): void {
    this.endLine();
    this.dropTerm();
    this.term = this.lines;
    this.lines = [];
  }

  /** No definition came: the term stands alone. */
  dropTerm(): void {
    if (this.term.length === 0) return;
    const { term } = this;
    this.term = [];
    this.push(term);
  }

  openTable(): void {
    this.endBlock();
    this.tables.push(openTable(this.tableCount++, this.document.blocks.length));
  }

  openRow(): void {
    this.endBlock();
    this.tables.at(-1)?.openRow();
  }

  openCell(header: boolean, columns = 1, rows = 1): void {
    this.endBlock();
    this.tables.at(-1)?.openCell(header, columns, rows);
  }

  closeCell(): void {
    this.endBlock();
    this.tables.at(-1)?.closeCell();
  }

  closeTable(): void {
    this.endBlock();
    const table = this.tables.pop();
    if (table) endTable(table, this.document.blocks, this.tables.at(-1) ?? null);
  }

  comment(start: number, end: number, text: string): void {
    this.document.comments.push({ start, end, text });
  }

  /** Appends blocks that were read by other means. */
  append(blocks: readonly RawBlock[]): void {
    this.endBlock();
    this.dropTerm();
    for (const block of blocks) this.document.blocks.push({ ...block, depth: block.depth + this.depth() });
    const item = this.items.at(-1);
    if (item && blocks.length > 0) item.fresh = false;
  }

  /** Ends what is open and gives the document. */
  finish(): RawDocument {
    this.endBlock();
    this.dropTerm();
    while (this.tables.length > 0) this.closeTable();
    return this.document;
  }

  private push(lines: Line[]): void {
    if (this.headings.length > 0) this.dropTerm();
    const block = rawBlock('paragraph', lines, { depth: this.depth() });
    const item = this.items.at(-1);
    const level = this.headings.at(-1);
    const table = this.tables.at(-1);
    if (level !== undefined) {
      block.kind = 'heading';
      block.level = level;
      block.marker = item?.fresh ? item.marker : null;
      block.depth = 0;
      for (const open of this.items) open.plain = true;
    } else if (this.codes > 0) block.kind = 'code';
    else if (item?.fresh && !item.plain) {
      block.kind = 'item';
      block.marker = item.marker;
      block.ordinal = item.ordinal;
    } else if (this.quotes > 0) block.kind = 'quote';
    for (const open of this.items) open.fresh = false;
    if (this.term.length > 0 && block.kind !== 'heading') {
      block.lines = [...this.term, ...lines];
      block.term = this.term.length;
      this.term = [];
    }
    table?.place(block);
    this.document.blocks.push(block);
  }

  /** Items whose text holds a heading are sections rather than list entries: they do not count. */
  private depth(): number {
    let depth = 0;
    for (const item of this.items) if (!item.plain) depth++;
    return depth;
  }
}

interface OpenItem {
  marker: Marker | null;
  ordinal: number | null;
  /** No text of its own yet. */
  fresh: boolean;
  plain: boolean;
}
