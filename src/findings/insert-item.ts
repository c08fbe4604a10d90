/** A right as a further item of the list of rights: with its marker, and worded to follow what introduces the list. */
import type { Block, PolicyDocument, Section } from '../document/types.js';
import { behindText, elementAround, isInMarkup, lineBefore, startTagLike } from './html-places.js';
import { endOf, escapeHtml, insertion, lineAt, lineBreak, tail } from './places.js';
import type { Fix } from './types.js';

/** Null where the section has no list of rights, or one whose end or form cannot be told for sure. */
export function listInsertion(text: string, section: Section, document: PolicyDocument): Fix | null {
  const items = section.blocks.filter(({ kind }) => kind === 'item');
  const last = items.findLast(({ parent }) => parent === null);
  if (!last || !text.startsWith(RIGHT) || !isAboutRights(items, last)) return null;
  const wording = worded(text, items[0] ?? last, last);
  const title = 'Add to the list of rights';
  if (document.format === 'html' || isInMarkup(last, document)) return htmlItem(title, wording, last, document);
  const at = endOf(items.findLast((item) => item === last || isWithin(item, last)) ?? last, document);
  const { source } = document;
  const start = document.toSource({ start: last.start, end: last.end }).start;
  const marker = nextMarker(lineAt(source, start).text);
  // An indented line below belongs to the item: the list would be cut in two.
  if (marker === null || /^\r?\n(?:[ \t>]{0,80}\r?\n)?(?: {0,3}>){0,5} ?[ \t]{2,80}\S/.test(source.slice(at, at + 200))) return null;
  const signs = /^(?: {0,3}>){0,5}/.exec(marker)?.[0] ?? '';
  return insertion(title, at, separator(items, last, signs, document) + marker + wording + tail(at, document));
}

/** Lists of definitions and paragraphs with a bullet are left alone. */
function htmlItem(title: string, wording: string, last: Block, document: PolicyDocument): Fix | null {
  const item = elementAround(last, /^(?:li|dd|td|p)$/, document);
  const own = item?.name === 'p' && item.parent?.name === 'li' ? item.parent : item;
  if (own?.name !== 'li' || !/^(?:ul|ol|menu)$/.test(own.parent?.name ?? '')) return null;
  const words = item?.name === 'p' ? `<p>${escapeHtml(wording)}</p>` : escapeHtml(wording);
  return insertion(title, behindText(own, document.source), `${lineBefore(own, document)}${startTagLike(own, document)}${words}</li>`);
}

/** How clauses begin that grant a right; others are no items of such a list. */
const RIGHT = 'You have the right to ';

function isAboutRights(items: readonly Block[], last: Block): boolean {
  if (last.leadIn && /\brights?\b|\byou (?:can|may)\b|\bentitled\b/.test(last.leadIn.lower)) return true;
  return items.filter(({ sentences }) => sentences.some(({ lower }) => /\bright\b/.test(lower))).length >= 2;
}

function isWithin(item: Block, outer: Block): boolean {
  for (let at = item.parent; at; at = at.parent) if (at === outer) return true;
  return false;
}

/** "You have the right to:" + "ask us ..."; a list of whole sentences gets a whole sentence. */
function worded(clause: string, first: Block, last: Block): string {
  const leadIn = last.leadIn?.lower.trim() ?? '';
  const continues = /(?:rights? to|you (?:can|may|are entitled to)):?$/.test(leadIn);
  const words = continues ? clause.slice(RIGHT.length) : clause;
  const cased = /^\p{Lu}/u.test(first.sentences[0]?.text ?? '') ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  const endsInStop = ({ sentences }: Block): boolean => sentences.length === 1 && /\.$/.test(sentences[0]?.text ?? '');
  const isSentence = endsInStop(first) || endsInStop(last) || !continues || /\. \p{Lu}/u.test(cased);
  return isSentence ? cased : cased.replace(/\.$/, '');
}

/** The marker after that of a line: "- ", "4. ", "(d) ". */
function nextMarker(line: string): string | null {
  const bullet = /^[ \t>]{0,40}[-*+•·–‣◦][ \t]+/.exec(line)?.[0];
  if (bullet) return bullet;
  const numbered = /^([ \t>]{0,40}\(?)(\d{1,3}|[a-y])([.)]{1,2}[ \t]+)/.exec(line);
  if (!numbered) return null;
  const [, before = '', count = '', after = ''] = numbered;
  const next = /\d/.test(count) ? String(Number(count) + 1) : String.fromCharCode(count.charCodeAt(0) + 1);
  return before + next + after;
}

/** As much space as between the last two items. */
function separator(items: readonly Block[], last: Block, signs: string, document: PolicyDocument): string {
  const end = lineBreak(document);
  const before = items.filter((item) => item.parent === null && item.index < last.index).at(-1);
  if (!before) return end;
  const between = document.source.slice(document.toSource(before).end, document.toSource(last).start);
  return /\n[ \t>]{0,80}\r?\n/.test(between) ? end + signs + end : end;
}
