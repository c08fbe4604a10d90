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

/** The offset of the source behind the last line of a block, with its underline or its closing fence; not for HTML. */
export function endOf(block: Block, document: PolicyDocument): number {
  const { source, format } = document;
  const newline = lineEnd(source, document.toSource({ start: block.start, end: block.end }).end);
  if (format !== 'markdown') return newline;
  const next = source.slice(newline, newline + 220);
  const closing =
    block.kind === 'heading'
      ? /^\r?\n[ \t>]{0,8}(?:={1,200}|-{1,200})[ \t]*(?=[\r\n]|$)/.exec(next)
      : /^\r?\n[ \t>]{0,20}(?:`{3,100}|~{3,100})[ \t]*(?=[\r\n]|$)/.exec(next);
  return newline + (closing?.[0].length ?? 0);
}

/** Quotation signs, where a block and the heading of its section stand in one quotation. */
export function quoteSigns(block: Block, anchor: Block | null, document: PolicyDocument): string {
  if (document.format !== 'markdown' || !anchor) return '';
  const [own = '', other = ''] = [block, anchor].map(
    ({ start, end }) => /^(?: {0,3}> ?){1,5}/.exec(lineAt(document.source, document.toSource({ start, end }).start).text)?.[0],
  );
  return own !== '' && other !== '' ? '> '.repeat(Math.min(depthOf(own), depthOf(other))) : '';
}

const depthOf = (signs: string): number => signs.split('>').length - 1;

/** What parts an insertion from a line that follows at once; a heading line or an empty one needs nothing. */
export function tail(at: number, document: PolicyDocument): string {
  const { source, format } = document;
  const rest = source.slice(at, at + 400).replace(/^\r?\n/, '');
  if (format !== 'markdown' || rest === '' || /^[ \t>]*(?:\r?\n|$|#{1,6}[ \t])/.test(rest)) return '';
  return lineBreak(document);
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

function below(section: Section): Section[] {
  return [section, ...section.children.flatMap(below)];
}
