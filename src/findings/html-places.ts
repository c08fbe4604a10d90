/** Where a paragraph or a heading may stand in an HTML page after a block, and how the elements around it are written. */
import { elementsAround, elementsOf, type HtmlElement } from '../document/elements.js';
import type { Block, PolicyDocument } from '../document/types.js';
import { lineAt, lineBreak } from './places.js';

export interface HtmlPlace {
  readonly at: number;
  /** The element there that holds what is inserted; null at the top of a fragment. */
  readonly inside: HtmlElement | null;
  /** White space before what is inserted: a new line, indented as what stands before it. */
  readonly before: string;
  /** Paragraphs and headings may not stand there, words and line breaks may. */
  readonly isInline: boolean;
}

/**
 * Behind a block: out of the list, table, quotation or paragraph that it ends, but not out of an element that holds `anchor`
 * (its section's heading) as well. Null where no text of the kind may stand.
 */
export function placeBehind(block: Block, anchor: Block | null, document: PolicyDocument): HtmlPlace | null {
  const { source } = document;
  const end = document.toSource({ start: block.start, end: block.end }).end;
  const home = anchor && document.toSource({ start: anchor.start, end: anchor.end }).start;
  const path = around(end, document);
  const stays = ({ name, start, end: last }: HtmlElement): boolean =>
    home !== null && start <= home && home < last && !(anchor === block && !HOSTS.has(name)) && !/^h[1-6]$/.test(name);
  const left = path.findLastIndex((element) => !FLOW.has(element.name) && !stays(element));
  const outer = path[left] ?? null;
  const inside = path[left + 1] ?? null;
  const at = outer ? behindText(outer, source) : end;
  if (!outer && !/^\s{0,1000}(?:<|$)/.test(source.slice(at, at + 1001))) return null;
  if (inside === null || HOSTS.has(inside.name)) return { at, inside, before: lineBefore(outer, document), isInline: false };
  const outside = path.slice(left + 1);
  const host = outside.findIndex(({ name }) => HOSTS.has(name));
  const isText = outside.slice(0, host < 0 ? outside.length : host).every(({ name }) => PHRASES.has(name));
  return isText ? { at, inside, before: '', isInline: true } : null;
}

/** The end of an element; where its end tag is left out, that of its text: the white space below belongs to what follows. */
export function behindText({ contentStart, contentEnd, end }: HtmlElement, source: string): number {
  if (end !== contentEnd) return end;
  return end - (/\s{0,1000}$/.exec(source.slice(Math.max(contentStart, end - 1000), end))?.[0].length ?? 0);
}

/** The innermost element of one of these names around a range of the clean text. */
export function elementAround(range: { start: number; end: number }, names: RegExp, document: PolicyDocument): HtmlElement | null {
  const { start, end } = document.toSource({ start: range.start, end: range.end });
  return around(start, document).find((element) => names.test(element.name) && element.end >= end) ?? null;
}

/** Behind an element, on a line of its own where it stands on one; in Markdown in the same quotation. */
export function lineBefore(element: HtmlElement | null, document: PolicyDocument): string {
  const end = lineBreak(document);
  if (element === null) return end;
  const { start, text } = lineAt(document.source, element.start);
  const indent = text.slice(0, element.start - start);
  if (document.format === 'markdown') return end + (/^(?: {0,3}> ?){1,5}/.exec(text)?.[0] ?? '');
  return element.start > 0 && /^[ \t]{0,80}$/.test(indent) ? end + indent : end;
}

/** `<h2 class="title">`: the start tag with its class, without what may stand only once. */
export function startTagLike({ name, start, contentStart }: HtmlElement, { source }: PolicyDocument): string {
  const style = /\sclass\s{0,5}=\s{0,5}(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')/i.exec(source.slice(start, contentStart))?.[0] ?? '';
  return `<${name}${style.replace(/^\s/, ' ')}>`;
}

/** Whether markup around the block forbids a paragraph right behind its line: for HTML that stands in Markdown. */
export function isInMarkup(block: Block, document: PolicyDocument): boolean {
  if (!mayHoldMarkup(document)) return false;
  const end = document.toSource({ start: block.start, end: block.end }).end;
  return around(end, document).some(({ name }) => BLOCKS.has(name));
}

/** Asked for every fix of a document. */
function mayHoldMarkup(document: PolicyDocument): boolean {
  const before = marked.get(document);
  if (before !== undefined) return before;
  const found = document.source.includes('<') && /<(?:p|ul|ol|dl|table|h[1-6]|blockquote|details)\b/i.test(document.source);
  marked.set(document, found);
  return found;
}

const marked = new WeakMap<PolicyDocument, boolean>();

const of = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** What is not left: a paragraph behind one of their blocks belongs to them. */
const FLOW = of('html body main section article div header footer aside center form fieldset dialog nav');
/** What paragraphs may stand in. */
const HOSTS = of(`${[...FLOW].join(' ')} li dd td th blockquote details figure address`);
const PHRASES = of(
  'p a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var',
);
const BLOCKS = of('p ul ol li dl dt dd table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 blockquote details summary pre figure');

const known = new WeakMap<PolicyDocument, readonly HtmlElement[]>();

function around(offset: number, document: PolicyDocument): HtmlElement[] {
  const elements = known.get(document) ?? elementsOf(document.source);
  known.set(document, elements);
  return elementsAround(elements, offset);
}
