import { expression } from '../../data/expression.js';
import { forLettersOf } from '../../document/letters.js';
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
  const longest = Math.max(0, ...[...titles].map((title) => title.length));
  return (
    blocks.filter(
      ({ start, end }) =>
        !hasMoreLetters(document.lower, start, end, longest + MAX_NUMBER) && titles.has(bare(document.text.slice(start, end))),
    ).length >= 4
  );
}

/** Whether there are more letters and digits than `most`: a paragraph is no title, and need not be rid of its signs to tell. */
function hasMoreLetters(lower: string, start: number, end: number, most: number): boolean {
  let count = 0;
  for (let at = start; at < end && count <= most; at++) {
    const code = lower.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) count++;
  }
  return count > most;
}

/** The most letters and digits that `bare` drops: "section", a number, and what follows it. */
const MAX_NUMBER = 24;

/** A title without its number and signs. */
export function bare(title: string): string {
  const unnumbered = title.toLowerCase().replace(NUMBER(), '');
  return unnumbered
    .replace(
      forLettersOf(unnumbered, /[^a-z0-9]{1,20}/g, () => /[^\p{L}\p{N}]{1,20}/gu),
      ' ',
    )
    .trim();
}

const SUMMARY = expression('structure', 'i')`${'summary-title'}`;
const NUMBER = expression('structure')`^${'numbered-title'}? ?[\divx]{1,6}(?:\.\d{1,3}){0,3}[.):]? `;
