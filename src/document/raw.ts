import type { BlockKind } from './types.js';

/**
 * What the parsers of the formats hand to the outline pass: blocks in reading order, cut into the lines that the source
 * has, with everything that may decide whether a line is a heading, an item or prose.
 */
export interface RawBlock {
  kind: BlockKind;
  /** Never empty; every line has text. */
  lines: Line[];
  /** Heading level as the markup has it, from 1; null where there is no markup. */
  level: number | null;
  /** Of a heading, once the outline pass has run: its level in the section tree, from 1. */
  outline: number;
  /** Depth of list nesting: 0 outside lists, 1 in a list, ... */
  depth: number;
  /** The list marker or heading number before the text ("-", "4.", "IV."), which is not part of an item's text. */
  marker: Marker | null;
  /** Number of an item in an ordered list whose numbers are not in the source (HTML); null else. */
  ordinal: number | null;
  /** How many of its first lines are the term of a definition list that the others explain. */
  term: number;
  /** Once lines are joined: length of the term at the start of the line. */
  termLength: number;
  table: RawTable | null;
  /** Whether something stands between this block and the one before: a blank line, a rule, another element. */
  gap: boolean;
}

export interface Marker {
  /** Span in the source, without white space around it. */
  start: number;
  end: number;
  ordered: boolean;
}

export interface RawTable {
  table: number;
  row: number;
  column: number;
  /** Whether a cell of a row above reaches down into the first column of this row. */
  covered: boolean;
}

/** One line of clean text with its way back to the source. */
export interface Line {
  text: string;
  /** Triples: offset in `text`, start in the source, length in the source; sorted. Equal lengths map one to one, others as a whole. */
  map: number[];
  links: { start: number; end: number; url: string }[];
  /** Ranges of `text` in bold. */
  strong: { start: number; end: number }[];
  /** Whether the author ended it here on purpose (a `<br>`), rather than the source's line ending or the block. */
  hard: boolean;
}

export interface RawDocument {
  blocks: RawBlock[];
  comments: { start: number; end: number; text: string }[];
}

/** A raw block of the given kind with nothing special about it. */
export function rawBlock(kind: BlockKind, lines: Line[], more: Partial<RawBlock> = {}): RawBlock {
  return {
    kind,
    lines,
    level: null,
    outline: 0,
    depth: 0,
    marker: null,
    ordinal: null,
    term: 0,
    termLength: 0,
    table: null,
    gap: true,
    ...more,
  };
}
