/** Whether words that may name a purpose are part of a name. */
import { expression } from '../data/expression.js';
import { partitionPoint } from '../document/at.js';
import { titleCase } from '../document/titles.js';
import type { Block, Range, Sentence } from '../document/types.js';

/** "Tideland Analytics will not share", "see our [Advertising Guidelines](...)": who does it, or a page. `range` is in offsets of the sentence. */
export const isInName = ({ block, start, text }: Sentence, range: Range): boolean =>
  isOfActor(text, range) || isOfPage(block, text, { start: start + range.start, end: start + range.end }, start);

const isOfActor = (text: string, { start, end }: Range): boolean =>
  /^[A-Z][a-z]+$/.test(text.slice(start, end)) &&
  /(?:^|[^.:;*] )[A-Z][A-Za-z]* $/.test(text.slice(Math.max(0, start - 30), start)) &&
  (DOES.test(text.slice(end, end + 20).toLowerCase()) || /^,? [A-Z]{2,4}\b/.test(text.slice(end, end + 8)));

const DOES = expression('purpose')`^ ${'auxiliary'} `;

/** The text of a link that is a title, in a sentence that says more. The links of a block are in order. */
function isOfPage({ links }: Block, text: string, range: Range, from: number): boolean {
  const link = links[partitionPoint(links, (other) => other.start <= range.start) - 1];
  if (!link || link.end < range.end || link.end - link.start > LONGEST_TITLE || link.end - link.start >= text.length - 3) return false;
  const title = text.slice(Math.max(0, link.start - from), link.end - from);
  return title.includes(' ') && titleCase(title) && !titleCase(text.slice(0, 2 * LONGEST_TITLE));
}

const LONGEST_TITLE = 100;
