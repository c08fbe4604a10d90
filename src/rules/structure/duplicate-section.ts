import type { Section } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { bare } from './contents-list.js';
import { numberOption, wordingOption } from './options.js';
import { wordsOf } from './prose.js';
import type { StructureTest } from './test.js';

/**
 * Two sections under the same heading within one section, or two that say nearly the same (`overlap` of their word sequences, 0 to 1,
 * from 40 words on). `unless`: headings that may recur ("Purpose", "Legal basis").
 */
export const duplicateSection: StructureTest = (context, options) => {
  const unless = wordingOption(options, 'unless');
  const most = numberOption(options, 'overlap', 0.6);
  const sections = context.sections.filter((section) => section.heading !== null && section.blocks.length > 1);
  const hits: Hit[] = [];
  const prints = sections.map((section) => shingles(section, context));
  sections.forEach((section, index) => {
    const title = bare(section.title);
    const twinAt = sections.slice(0, index).findIndex((other, at) => {
      const sameTitle =
        title.length > 3 &&
        bare(other.title) === title &&
        other.parent === section.parent &&
        !(unless && context.pattern(unless).test(title));
      const inside = other === section.parent || section.start < other.end;
      const recurs = sections.filter((third) => bare(third.title) === title).length > 2;
      return (sameTitle && !recurs) || (!inside && similarity(prints[at], prints[index]) > most);
    });
    const twin = sections[twinAt];
    if (!twin?.heading || !section.heading) return;
    const { start, end } = section.heading;
    const related = [{ message: 'the other section', range: { start: twin.heading.start, end: twin.heading.end } }];
    hits.push({
      range: { start, end },
      section,
      related,
      values: { heading: section.title, other: twin.title },
      key: `${twin.title}|${section.title}`,
    });
  });
  return hits.length > 3 ? hits.slice(0, 3) : hits;
};

/** Sequences of four words of what stands under the heading. */
function shingles(section: Section, { document }: RuleContext): ReadonlySet<string> {
  const words = section.blocks.slice(1).flatMap((block) => wordsOf(document.lower.slice(block.start, block.end)));
  if (words.length < 40) return new Set();
  return new Set(words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(' ')));
}

function similarity(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): number {
  if (!a?.size || !b?.size || a.size > b.size * 3 || b.size > a.size * 3) return 0;
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common++;
  return common / (a.size + b.size - common);
}
