/**
 * A missing clause as an insertion, in the document's own style: into the list of its section, at the end of its section, or as
 * a new section. The best way first. What only the author knows stays visible as [in brackets].
 */
import type { HtmlElement } from '../document/elements.js';
import type { Block, PolicyDocument, Section } from '../document/types.js';
import { withBlanks } from '../rules/blanks.js';
import type { RuleFix } from '../rules/types.js';
import { headingLike, styled } from './heading-like.js';
import { elementAround, type HtmlPlace, isInMarkup, lineBefore, placeBehind, startTagLike } from './html-places.js';
import { listInsertion } from './insert-item.js';
import { endOf, escapeHtml, insertion, lineAt, lineBreak, quoteSigns, sectionOn, tail } from './places.js';
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
  const { blocks, heading } = section;
  // A page's foot counts as part of its last section only where that stands in it.
  const block = heading && isAtFoot(heading, document) ? blocks.at(-1) : blocks.findLast((entry) => !isAtFoot(entry, document));
  return block ? behind(block, section.heading, `Add to the section "${section.title}"`, text, document) : null;
}

function underTitle(text: string, document: PolicyDocument): Fix[] {
  const first = document.blocks.find(({ kind }) => kind === 'heading') ?? document.blocks[0];
  const fix = first ? behind(first, first, 'Add under the title', text, document) : null;
  return fix ? [fix] : [];
}

/** The text as a paragraph of its own behind a block. */
function behind(block: Block, anchor: Block | null, title: string, text: string, document: PolicyDocument): Fix | null {
  const spot = spotBehind(block, anchor, document);
  if (spot === null) return null;
  if (typeof spot !== 'number') {
    const words = escapeHtml(text);
    return insertion(title, spot.at, spot.isInline ? `<br><br>${words}` : `${spot.before}<p>${words}</p>`);
  }
  const signs = quoteSigns(block, anchor, document);
  return insertion(title, spot, gap(document, signs) + signs + text + tail(spot, document));
}

function newSection(text: string, heading: string | undefined, document: PolicyDocument): Fix[] {
  if (heading === undefined) return [];
  const model = modelOf(document);
  const last = lastBlock(document);
  if (!last) return [];
  const title = `Add a section "${heading}"`;
  const spot = spotBehind(last, model?.heading ?? null, document);
  if (spot === null) return [];
  if (typeof spot !== 'number') return [newHtmlSection(title, text, styled(heading, model?.title ?? ''), model, spot, document)];
  const signs = quoteSigns(last, model?.heading ?? null, document);
  const own = model ? headingLike(model, heading, document) : document.format === 'markdown' ? `## ${heading}` : null;
  const lines = own === null ? [] : own.split(/\r?\n/).map((line) => signs + line);
  const head = own === null ? '' : gap(document, signs) + lines.join(lineBreak(document));
  return [insertion(title, spot, head + gap(document, signs) + signs + text + tail(spot, document))];
}

/** Where a paragraph of the document's format may stand behind a block: an offset; where only markup may, its place in that. */
function spotBehind(block: Block, anchor: Block | null, document: PolicyDocument): number | HtmlPlace | null {
  if (document.format !== 'html' && !isInMarkup(block, document)) return endOf(block, document);
  const place = placeBehind(block, anchor, document);
  if (place === null || place.isInline || document.format === 'html') return place;
  const { start, text } = lineAt(document.source, place.at);
  return text.slice(place.at - start).trim() === '' ? start + text.length : place;
}

/** As the last sections are: in an element of its own where each of them has one. */
function newHtmlSection(
  title: string,
  clause: string,
  heading: string,
  model: Section | null,
  place: HtmlPlace,
  document: PolicyDocument,
): Fix {
  const own = model?.heading ? elementAround(model.heading, /^h[1-6]$/, document) : null;
  const tag = own ? startTagLike(own, document) : '';
  const head = own ? `${tag}${escapeHtml(heading)}</${own.name}>` : `<p><strong>${escapeHtml(heading)}</strong></p>`;
  if (place.isInline) return insertion(title, place.at, `<br><br><strong>${escapeHtml(heading)}</strong><br>${escapeHtml(clause)}`);
  const { inside, before } = place;
  const paragraph = `<p>${escapeHtml(clause)}</p>`;
  const wrap = own && inside && own.parent === inside && /^(?:section|article|li)$/.test(inside.name) ? inside : null;
  if (wrap === null || holdsOthers(wrap, model, document)) return insertion(title, place.at, before + head + before + paragraph);
  const outside = lineBefore(wrap, document);
  const text = `${startTagLike(wrap, document)}${before}${head}${before}${paragraph}${outside}</${wrap.name}>`;
  return insertion(title, wrap.end, outside + text);
}

/** Whether an element holds the headings of other sections, too: then it is no section's own. */
function holdsOthers({ start, end }: HtmlElement, model: Section | null, document: PolicyDocument): boolean {
  return document.blocks.some((block) => {
    if (block.kind !== 'heading' || block.section === model || block.section.level > (model?.level ?? 0)) return false;
    const at = document.toSource({ start: block.start, end: block.end }).start;
    return at >= start && at < end;
  });
}

/** The last of the sections that most headings are like: those below a lone title, else the top ones. */
function modelOf({ root }: PolicyDocument): Section | null {
  const top = root.children;
  const [only] = top;
  const siblings = top.length === 1 && only && only.children.length > 0 ? only.children : top;
  return siblings.at(-1) ?? null;
}

/** Where the text ends; what a page has at its foot is no part of it. */
function lastBlock(document: PolicyDocument): Block | null {
  const { blocks } = document;
  return blocks.findLast((block) => !isAtFoot(block, document)) ?? blocks.at(-1) ?? null;
}

const isAtFoot = (block: Block, document: PolicyDocument): boolean =>
  document.format === 'html' && elementAround(block, /^(?:footer|nav|aside)$/, document) !== null;

/** What parts two blocks: an empty line, where the document has any. */
function gap(document: PolicyDocument, signs: string): string {
  const end = lineBreak(document);
  return document.format === 'text' && !hasEmptyLine(document) ? end : end + signs.trimEnd() + end;
}

function hasEmptyLine(document: PolicyDocument): boolean {
  let has = emptyLines.get(document);
  if (has === undefined) {
    has = /\n\s*\n/.test(document.source);
    emptyLines.set(document, has);
  }
  return has;
}

/** Asked for every fix. */
const emptyLines = new WeakMap<PolicyDocument, boolean>();
