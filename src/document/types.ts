/** The document model: a policy as a section tree over one clean text, with exact positions in the source. */

/** Half-open range of UTF-16 offsets into `PolicyDocument.source`, the text as the user has it (after decoding). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Half-open range of UTF-16 offsets into `PolicyDocument.text`, the clean text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Format = 'markdown' | 'html' | 'text' | 'pdf' | 'docx';

/**
 * A policy, parsed. `text` is what a reader sees: no markup, link targets or entities, runs of white space folded to one
 * space, blocks separated by `\n`. `lower` is `text` in lower case with ASCII quotes, apostrophes and dashes; both have
 * the same length, so that a match in `lower` is a range of `text`.
 */
export interface PolicyDocument {
  readonly path: string;
  readonly format: Format;
  /** BCP 47 primary subtag, by stop-word vote; `und` where the text is too short to tell. */
  readonly language: string;
  readonly source: string;
  readonly text: string;
  readonly lower: string;
  /** In reading order. */
  readonly blocks: readonly Block[];
  /** In reading order; heading blocks have sentences too (see `Sentence.block.kind`). */
  readonly sentences: readonly Sentence[];
  /** The root section: level 0, no heading; its children are the top-level sections. */
  readonly root: Section;
  /** HTML comments of the source, in order: where suppressions live. */
  readonly comments: readonly Comment[];
  /** The source span that covers a range of the clean text. `source.slice` of it holds at least those words. */
  toSource(range: Range): Span;
}

export interface Comment {
  readonly span: Span;
  /** The text between `<!--` and `-->`, trimmed. */
  readonly text: string;
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'quote' | 'code';

/** A paragraph, heading, list item (its own text, without nested lists) or table cell. */
export interface Block extends Range {
  readonly index: number;
  readonly kind: BlockKind;
  /** The section it stands in; a heading belongs to the section that it opens. */
  readonly section: Section;
  readonly sentences: readonly Sentence[];
  /** The list item that encloses this one, for nested lists. */
  readonly parent: Block | null;
  /** What introduces the list or table ("You have the right to:"): the last sentence before it. Inherited by nested items from their parent item. */
  readonly leadIn: Sentence | null;
  /** A definition-like label at its start, without the colon: "Stripe" in "Stripe: Payment processing." or a bold run-in. */
  readonly label: Range | null;
  readonly table: TablePosition | null;
  readonly links: readonly Link[];
}

export interface TablePosition {
  /** Number of the table in the document, from 0. */
  readonly table: number;
  /** Row and column from 0; row 0 is the header row. */
  readonly row: number;
  readonly column: number;
  /** The cell of the header row above this one; null for header cells themselves. */
  readonly columnHeader: Block | null;
  /** The first cell of this row; null for the first cell itself. */
  readonly rowHeader: Block | null;
}

/** A link with visible text at a range of the clean text (empty text: start === end). */
export interface Link extends Range {
  readonly url: string;
}

export interface Sentence extends Range {
  readonly index: number;
  readonly block: Block;
  /** `document.text.slice(start, end)`. */
  readonly text: string;
  /** `document.lower.slice(start, end)`. */
  readonly lower: string;
}

export interface Section extends Range {
  /** The heading's text as it reads, with its number; empty for the root. */
  readonly title: string;
  /** 0 for the root, then 1, 2, ... without gaps, whatever the markup says. */
  readonly level: number;
  /** As written: the level the markup gave, or null where the outline pass found the heading. */
  readonly markupLevel: number | null;
  readonly heading: Block | null;
  readonly parent: Section | null;
  readonly children: readonly Section[];
  /** Its own blocks, the heading first, without those of its children. */
  readonly blocks: readonly Block[];
  /** What the section is about, from headings and content; best first; context, never evidence. Ids of rules/lexicon/en/topics.yaml. */
  readonly topics: readonly string[];
}
