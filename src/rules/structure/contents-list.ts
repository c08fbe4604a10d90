import type { RuleContext } from '../context.js';
import { headingHit } from '../places.js';
import { numberOption } from './options.js';
import type { StructureTest } from './test.js';

/** `words`: from this length on a text needs a table of contents or a summary at its beginning. */
export const contentsList: StructureTest = (context, options) => {
  if (context.words <= numberOption(options, 'words', 2500) || hasContents(context)) return [];
  return [{ ...headingHit(context, []), values: { words: context.words }, key: 'contents' }];
};

/** A section of that name, links within the text, or titles in a row, near the beginning. */
function hasContents({ document, sections }: RuleContext): boolean {
  const head = Math.max(4000, document.text.length * 0.2);
  if (sections.some((section) => section.start < head && (section.topics[0] === 'table-of-contents' || SUMMARY.test(section.title))))
    return true;
  const blocks = document.blocks.filter((block) => block.start < head && block.kind !== 'heading');
  if (blocks.flatMap((block) => block.links).filter((link) => /^[^:]{0,200}#/.test(link.url)).length >= 5) return true;
  const titles = new Set(sections.map((section) => bare(section.title)).filter((title) => title.length > 3));
  return blocks.filter((block) => titles.has(bare(document.text.slice(block.start, block.end)))).length >= 4;
}

/** A title without its number and signs. */
export function bare(title: string): string {
  return title
    .toLowerCase()
    .replace(/^(?:section|article|part|chapter)? ?[\divx]{1,6}(?:\.\d{1,3}){0,3}[.):]? /, '')
    .replace(/[^\p{L}\p{N}]{1,20}/gu, ' ')
    .trim();
}

const SUMMARY = /\b(?:summary|at a glance|in short|key points|highlights|overview|tl;? ?dr|in brief|the short version)\b/i;
