import { onlyFirst } from '../checks/merge.js';
import { headingHit } from '../places.js';
import { numberOption, wordingOption } from './options.js';
import type { StructureTest } from './test.js';

/** `words`: from this length on a text needs `headings` many headings. */
export const fewHeadings: StructureTest = (context, options) => {
  const found = context.sections.filter((section) => section.heading !== null).length;
  if (context.words <= numberOption(options, 'words', 400) || found >= numberOption(options, 'headings', 3)) return [];
  return [{ ...headingHit(context, []), values: { words: context.words, headings: found }, key: 'headings' }];
};

/** A heading more than one level below the one before it, by the markup. One finding. */
export const headingSkip: StructureTest = ({ sections }) => {
  const marked = sections.filter((section) => section.markupLevel !== null);
  const hits = marked.flatMap((section, index) => {
    const before = marked[index - 1]?.markupLevel ?? section.markupLevel ?? 0;
    const level = section.markupLevel ?? 0;
    if (!section.heading || level <= before + 1) return [];
    const { start, end } = section.heading;
    return [{ range: { start, end }, section, values: { heading: section.title, level, before }, key: 'heading-skip' }];
  });
  return onlyFirst(hits);
};

/** A heading with nothing under it, where another heading of its level or a higher one follows. */
export const emptySection: StructureTest = ({ sections, document }) => {
  const hits = sections.flatMap((section, index) => {
    const next = sections[index + 1];
    const { heading } = section;
    if (!heading || !next?.heading || section.level === 1 || section.children.length > 0 || section.markupLevel === null) return [];
    if (section.blocks.length > 1 || (next.markupLevel ?? 9) > section.markupLevel) return [];
    // Titles in a row are the document's head or a list, a question or statement says it all.
    if (index < 2 || !/\p{L}{3}.{2}/u.test(section.title) || /[.?!:]$/.test(document.text.slice(heading.start, heading.end).trim()))
      return [];
    return [{ range: { start: heading.start, end: heading.end }, section, values: { heading: section.title }, key: section.title }];
  });
  return hits.length > 3 ? [] : hits;
};

/** Titles with the wording (`any`), at least `distinct` different words of it: a text of another kind mixed in. */
export const mixedTitles: StructureTest = (context, options) => {
  const any = wordingOption(options, 'any');
  if (any === null) throw new Error('the structure test "mixed-titles" needs the option "any"');
  const words = new Set<string>();
  const hits = context.sections.flatMap((section) => {
    const found = section.heading ? context.pattern(any).find(section.title.toLowerCase()) : null;
    if (!found || !section.heading) return [];
    words.add(section.title.toLowerCase().slice(found.start, found.end));
    const { start, end } = section.heading;
    return [{ range: { start, end }, section, values: { heading: section.title }, key: 'mixed-titles' }];
  });
  return words.size >= numberOption(options, 'distinct', 2) ? onlyFirst(hits) : [];
};
