/** Where text can be put into a source so that it stands as a block of its own, in the manner of what is around it. */
import type { Block, PolicyDocument, Section } from '../document/types.js';
import type { Fix } from './types.js';

export function lineBreak({ source }: PolicyDocument): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}

/** The first section mostly on the topic, else the first that is also on it. */
export function sectionOn(document: PolicyDocument, topic: string): Section | null {
  const sections = below(document.root);
  return sections.find(({ topics }) => topics[0] === topic) ?? sections.find(({ topics }) => topics.includes(topic)) ?? null;
}

/**
 * The offset of the source right after a block, with its markup: the end of its last line, or of its element. Null where that
 * cannot be told for sure.
 */
export function endOf(block: Block, document: PolicyDocument): number | null {
  const { source, format } = document;
  if (block.kind === 'code') return null;
  const end = document.toSource({ start: block.start, end: block.end }).end;
  if (format === 'html') return endOfElement(source, end);
  const newline = lineEnd(source, end);
  const isUnderlined =
    block.kind === 'heading' && /^\r?\n[ \t]{0,3}(?:={1,200}|-{1,200})[ \t]*(?:\r?\n|$)/.test(source.slice(newline, newline + 210));
  return isUnderlined ? lineEnd(source, newline + (source[newline] === '\r' ? 2 : 1)) : newline;
}

/** As `endOf`, and out of the list or table whose last entry the block is: a paragraph or a heading may not stand in one. */
export function endOfGroup(block: Block, document: PolicyDocument): number | null {
  const end = endOf(block, document);
  if (end === null || document.format !== 'html' || (block.kind !== 'item' && block.kind !== 'cell')) return end;
  const closing = /\s{0,200}<\/(?:li|ul|ol|dd|dt|dl|td|th|tr|tbody|table)\s{0,20}>/iy;
  let at = end;
  for (closing.lastIndex = at; closing.test(document.source); ) at = closing.lastIndex;
  return at;
}

/** The line that an offset stands in, without its ending. */
export function lineAt(source: string, offset: number): { start: number; text: string } {
  const start = offset === 0 ? 0 : Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  return { start, text: source.slice(start, lineEnd(source, start)) };
}

function lineEnd(source: string, offset: number): number {
  const found = /[\r\n]/g;
  found.lastIndex = offset;
  return found.exec(source)?.index ?? source.length;
}

/** A suggestion that only adds. */
export function insertion(title: string, at: number, text: string): Fix {
  return { title, safety: 'suggestion', edits: [{ span: { start: at, end: at }, text }] };
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function endOfElement(source: string, from: number): number | null {
  const tag = /<(\/?)(p|li|h[1-6]|div|td|th|ul|ol|dd|dt|section|article|main|body|table|tr|blockquote)\b[^<>]{0,500}>/gi;
  tag.lastIndex = from;
  const next = tag.exec(source);
  if (!next || next.index - from > 2000) return null;
  return next[1] === '/' && /^(?:p|li|h[1-6])$/i.test(next[2] ?? '') ? next.index + next[0].length : null;
}

function below(section: Section): Section[] {
  return [section, ...section.children.flatMap(below)];
}
