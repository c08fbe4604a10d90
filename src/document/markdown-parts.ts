/** Syntax trees of Markdown, part by part: an editor has what was typed in parsed anew, and the rest remembered. */
import type { Definition, Nodes, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A stretch of the text. Offsets in its tree count from `base`. */
export interface Part {
  readonly base: number;
  readonly root: Root;
}

/** The trees of the text that was parsed last, by the text of their parts. One for each open document. */
export interface PartMemory {
  trees: ReadonlyMap<string, Root | null>;
}

/**
 * The parts of a text, in order; together they are the tree that the whole text has. It is cut before headings and paragraphs
 * that nothing reaches into.
 */
export function parseParts(text: string, memory: PartMemory): Part[] {
  const reader = new PartReader(text, memory.trees);
  const parts = reader.read();
  memory.trees = reader.used;
  return parts;
}

/** Definitions of links, in order, wherever they stand. */
export function definitionsIn(root: Root): Definition[] {
  const found: Definition[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') found.push(node);
    else if (node.type === 'root' || node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      node.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** A paragraph starts a part only where the one before has this length; a heading always does. */
const LONG_ENOUGH = 2000;

/** A blank line, then a heading or a letter at the start of a line: nothing but code and HTML reaches over that. */
const START = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)(?=#{1,6}[ \t]|[A-Za-z])/g;

/** What follows a part, in short: where it becomes a heading of its own, the part has ended. */
const NEXT = '# .\n';

class PartReader {
  readonly used = new Map<string, Root | null>();

  constructor(
    private readonly text: string,
    private readonly known: ReadonlyMap<string, Root | null>,
  ) {}

  read(): Part[] {
    const alone = this.cut('');
    // A link finds its target wherever that stands.
    const definitions = alone.flatMap(({ base, root }) => definitionsIn(root).map((node) => labelOf(node, this.text, base)));
    return definitions.length === 0 ? alone : this.cut(`\n${[...new Set(definitions)].map((label) => `${label}: #\n`).join('')}`);
  }

  private cut(definitions: string): Part[] {
    const starts = partStarts(this.text);
    const parts: Part[] = [];
    for (let at = 0; at < starts.length; ) {
      const base = starts[at] ?? 0;
      let root: Root | null = null;
      let count = 1;
      // What stays open takes in what follows; twice as much with every try, so that little is read often.
      for (; root === null; count *= 2) root = this.tree(base, starts[at + count], definitions);
      parts.push({ base, root });
      at += count / 2;
    }
    return parts;
  }

  /** Of the stretch from `start` to `end` (undefined: that of the text); null where something is still open at its end. */
  private tree(start: number, end: number | undefined, definitions: string): Root | null {
    const own = this.text.slice(start, end);
    const isLast = end === undefined;
    const more = own.includes('[') ? definitions : '';
    const key = `${isLast ? '' : NEXT}${more}\n${own}`;
    const before = this.used.get(key) ?? this.known.get(key);
    const root = before === undefined ? (isLast ? parseLast(own, more) : parseClosed(own, `${NEXT}${more}`)) : before;
    this.used.set(key, root);
    return root;
  }
}

function partStarts(text: string): number[] {
  const starts = [0];
  for (const { index, 0: match } of text.matchAll(START)) {
    const at = index + match.length;
    if (text[at] === '#' || at - (starts.at(-1) ?? 0) >= LONG_ENOUGH) starts.push(at);
  }
  return starts;
}

/** The tree of a stretch that has ended where `next` begins; null where it has not. */
function parseClosed(own: string, next: string): Root | null {
  const root = parse(own + next);
  const isClosed = root.children.some(({ type, position }) => type === 'heading' && position?.start.offset === own.length);
  return isClosed ? { ...root, children: root.children.filter(({ position }) => (position?.start.offset ?? 0) < own.length) } : null;
}

function parseLast(own: string, definitions: string): Root {
  if (definitions === '') return parse(own);
  // Nothing that is still open at the end of the text holds links: code and HTML.
  return parseClosed(`${own}\n\n`, NEXT + definitions) ?? parse(own);
}

/** "[label]" as it is written, escapes and all. */
function labelOf({ position, label, identifier }: Definition, text: string, base: number): string {
  const start = base + (position?.start.offset ?? 0);
  return /^\[(?:[^[\]\\]|\\[\s\S])*\]/.exec(text.slice(start, start + MAX_LABEL))?.[0] ?? `[${label ?? identifier}]`;
}

const MAX_LABEL = 1100;

type Processor = { parse(text: string): Root };
let plain: Processor | undefined;
let tabular: Processor | undefined;

function parse(text: string): Root {
  if (!DELIMITER_ROW.test(text)) {
    plain ??= unified().use(remarkParse).freeze();
    return plain.parse(text);
  }
  tabular ??= unified()
    .use(remarkParse)
    .use(function tables() {
      const data = this.data();
      data.micromarkExtensions = [gfmTable()];
      data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
    })
    .freeze();
  return tabular.parse(text);
}

const DELIMITER_ROW = /^[ \t>]{0,20}\|?[ \t]{0,20}:?-+:?[ \t]{0,20}\|/m;
