/**
 * A missing clause as an insertion, in the document's own style: into the list of its section, at the end of its section, or as
 * a new section. The best way first. What only the author knows stays visible as [in brackets].
 */
import type { PolicyDocument, Section } from '../document/types.js';
import { withBlanks } from '../rules/blanks.js';
import type { RuleFix } from '../rules/types.js';
import { listInsertion } from './insert-item.js';
import { endOf, endOfGroup, escapeHtml, insertion, lineAt, lineBreak, sectionOn } from './places.js';
import type { Fix } from './types.js';

export function insertions({ clause, section: topic, heading }: RuleFix, document: PolicyDocument): Fix[] {
  if (clause === undefined || document.blocks.length === 0) return [];
  const text = withBlanks(clause);
  const section = topic === undefined ? null : sectionOn(document, topic);
  if (section !== null && section.heading !== null) {
    const item = topic === 'rights' ? listInsertion(text, section, document) : null;
    const paragraph = paragraphInsertion(text, section, document);
    return [...(item ? [item] : []), ...(paragraph ? [paragraph] : []), ...newSection(text, heading, document)];
  }
  if (heading === undefined) return underTitle(text, document);
  return newSection(text, heading, document);
}

function paragraphInsertion(text: string, section: Section, document: PolicyDocument): Fix | null {
  const block = section.blocks.at(-1);
  const at = block ? endOfGroup(block, document) : null;
  if (at === null) return null;
  return insertion(`Add to the section "${section.title}"`, at, gap(document) + paragraph(text, document));
}

function underTitle(text: string, document: PolicyDocument): Fix[] {
  const first = document.blocks.find(({ kind }) => kind === 'heading') ?? document.blocks[0];
  const at = first ? endOf(first, document) : null;
  return at === null ? [] : [insertion('Add under the title', at, gap(document) + paragraph(text, document))];
}

function newSection(text: string, heading: string | undefined, document: PolicyDocument): Fix[] {
  if (heading === undefined) return [];
  const model = modelOf(document);
  const last = document.blocks.findLast((block) => endOf(block, document) !== null);
  const at = last ? endOfGroup(last, document) : null;
  if (at === null) return [];
  const title = model ? headingLike(model, heading, document) : document.format === 'markdown' ? `## ${heading}` : null;
  const own = title === null ? '' : gap(document) + title;
  return [insertion(`Add a section "${heading}"`, at, own + gap(document) + paragraph(text, document))];
}

/** The last of the sections that most headings are like: those below a lone title, else the top ones. */
function modelOf({ root }: PolicyDocument): Section | null {
  const top = root.children;
  const [only] = top;
  const siblings = top.length === 1 && only && only.children.length > 0 ? only.children : top;
  return siblings.at(-1) ?? null;
}

function headingLike(model: Section, heading: string, document: PolicyDocument): string {
  const { source, format } = document;
  const block = model.heading;
  if (!block) return heading;
  const words = styled(heading, model.title);
  const { start, end } = document.toSource({ start: block.start, end: block.end });
  if (format === 'html' || /<h[1-6]\b/i.test(lineAt(source, start).text)) return htmlHeading(words, source, start);
  const line = lineAt(source, start).text;
  const hashes = /^ {0,3}(#{1,6})[ \t]/.exec(line)?.[1];
  if (hashes) return `${hashes} ${words}`;
  const underline = /^\r?\n[ \t]{0,3}([=-])\1{0,200}[ \t]*(?:\r?\n|$)/.exec(source.slice(end, end + 210))?.[1];
  if (underline) return words + lineBreak(document) + underline.repeat(words.length);
  return /^\s*(?:\*\*|__)/.test(line) ? `**${words}**` : words;
}

function htmlHeading(words: string, source: string, start: number): string {
  const before = source.slice(Math.max(0, start - 500), start);
  const tag = [...before.matchAll(/<(h[1-6])\b/gi)].at(-1)?.[1]?.toLowerCase();
  return tag ? `<${tag}>${escapeHtml(words)}</${tag}>` : `<p><strong>${escapeHtml(words)}</strong></p>`;
}

/** Capitals and the next number, as the headings around it have them. */
function styled(heading: string, like: string): string {
  const numbered = /^(\d{1,2})([.):]{0,2})\s+(?=\D)/.exec(like);
  const isUpper = /\p{Lu}{3}/u.test(like) && !/\p{Ll}/u.test(like);
  const words = isUpper ? heading.toUpperCase() : heading;
  return numbered ? `${Number(numbered[1]) + 1}${numbered[2]} ${words}` : words;
}

function paragraph(text: string, { format }: PolicyDocument): string {
  return format === 'html' ? `<p>${escapeHtml(text)}</p>` : text;
}

/** What parts two blocks: an empty line, where the document has any; in HTML a new line. */
function gap(document: PolicyDocument): string {
  const end = lineBreak(document);
  return document.format === 'html' || (document.format === 'text' && !/\n\s*\n/.test(document.source)) ? end : end + end;
}
