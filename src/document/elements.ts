/** Where the elements of an HTML source start and end, for what is to be put between them. Linear time, no recursion. */
import { partitionPoint } from './at.js';
import { BLOCK, impliedEnds, KNOWN, VOID } from './html-names.js';

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly parent: HtmlElement | null;
  /** Offset of its start tag. */
  readonly start: number;
  /** Between its tags. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Behind its end tag; equals `contentEnd` where the author left that out. */
  readonly end: number;
}

/** In order of their start. Elements that HTML does not know are looked through. */
export function elementsOf(source: string): readonly HtmlElement[] {
  const elements: Open[] = [];
  const stack: Open[] = [];
  const counts = new Map<string, number>();
  const pop = (contentEnd: number, end: number): void => {
    const element = stack.pop();
    if (!element) return;
    element.contentEnd = contentEnd;
    element.end = end;
    counts.set(element.name, (counts.get(element.name) ?? 1) - 1);
  };
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const tag = tagAt(source, at);
    at = tag.end;
    if (tag.name === null) continue;
    const { name, start } = tag;
    if (tag.isEnd) {
      const level = counts.get(name) ? levelToClose(name, stack) : -1;
      if (level < 0) continue;
      while (stack.length > level + 1) pop(start, start);
      pop(start, tag.end);
      continue;
    }
    const implied = impliedEnds(name);
    if (implied) for (let level = levelOfImplied(implied, stack); level >= 0 && stack.length > level; ) pop(start, start);
    if (VOID.has(name) || !(KNOWN.has(name) || BLOCK.has(name))) continue;
    const element: Open = {
      name,
      parent: stack.at(-1) ?? null,
      start,
      contentStart: tag.end,
      contentEnd: source.length,
      end: source.length,
    };
    elements.push(element);
    if (RAW.has(name)) {
      const close = closeOfRaw(name, source, tag.end);
      element.contentEnd = close.start;
      element.end = close.end;
      at = close.end;
      continue;
    }
    stack.push(element);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  while (stack.length > 0) pop(source.length, source.length);
  return elements;
}

/** The elements whose content an offset stands in, the innermost first; their edges count. */
export function elementsAround(elements: readonly HtmlElement[], offset: number): HtmlElement[] {
  const open = partitionPoint(elements, ({ contentStart }) => contentStart <= offset);
  const path: HtmlElement[] = [];
  for (let at = elements[open - 1] ?? null; at; at = at.parent) if (at.contentEnd >= offset) path.push(at);
  return path;
}

type Open = { -readonly [K in keyof HtmlElement]: HtmlElement[K] };

/** Their content is text, whatever it looks like. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'svg', 'math']);

/** Deeper than any page is nested on purpose. */
const MAX_DEPTH = 500;

interface Tag {
  /** Null for what is no tag: a comment, a declaration, a sign. */
  readonly name: string | null;
  readonly isEnd: boolean;
  readonly start: number;
  readonly end: number;
}

function tagAt(source: string, start: number): Tag {
  const none = (end: number): Tag => ({ name: null, isEnd: false, start, end });
  if (source.startsWith('<!--', start)) return none(behind('-->', source, start + 4));
  const next = source[start + 1] ?? '';
  if (next === '!' || next === '?') return none(behind('>', source, start + 2));
  const isEnd = next === '/';
  NAME.lastIndex = start + (isEnd ? 2 : 1);
  const name = NAME.exec(source)?.[0].toLowerCase();
  return name === undefined ? none(start + 1) : { name, isEnd, start, end: tagEnd(source, NAME.lastIndex) };
}

const NAME = /[a-z][a-z0-9:-]{0,60}/iy;

/** A ">" in quotes does not end a tag. */
function tagEnd(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at++) {
    const sign = source[at] ?? '';
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '>') return at + 1;
    else if ((sign === '"' || sign === "'") && /=\s{0,20}$/.test(source.slice(Math.max(from, at - 21), at))) quote = sign;
  }
  return source.length;
}

function behind(words: string, source: string, from: number): number {
  const found = source.indexOf(words, from);
  return found < 0 ? source.length : found + words.length;
}

function closeOfRaw(name: string, source: string, from: number): { start: number; end: number } {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  const start = close.exec(source)?.index ?? source.length;
  return { start, end: behind('>', source, start) };
}

/** An inline end tag does not reach out of the block that it stands in, nothing in a cell out of its table. */
function levelToClose(name: string, stack: readonly HtmlElement[]): number {
  const isInline = !BLOCK.has(name);
  for (let level = stack.length - 1; level >= Math.max(0, stack.length - MAX_DEPTH); level--) {
    const other = stack[level]?.name ?? '';
    if (other === name) return level;
    if ((isInline && BLOCK.has(other)) || (other === 'table' && !/^(?:body|html)$/.test(name))) return -1;
  }
  return -1;
}

function levelOfImplied({ closes, inside }: { closes: ReadonlySet<string>; inside: ReadonlySet<string> }, stack: readonly Open[]): number {
  let found = -1;
  for (let level = stack.length - 1; level >= Math.max(0, stack.length - MAX_DEPTH); level--) {
    const name = stack[level]?.name ?? '';
    if (closes.has(name)) found = level;
    else if (inside.has(name)) break;
  }
  return found;
}
