import type { Block, PolicyDocument, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import type { StructureTest } from './test.js';

/** A sentence that announces a list, and then the end of the text follows, or a heading with the list under it. */
export const danglingLeadIn: StructureTest = ({ document }) => {
  const { blocks } = document;
  return blocks.flatMap((block, index) => {
    const last = announcing(block);
    const next = blocks[index + 1];
    if (!last || (next && !isItemAsHeading(next, block, document))) return [];
    const related = next ? [{ message: 'what follows', range: { start: next.start, end: next.end } }] : [];
    return [{ ...hitOf(last), related, key: last.lower.slice(0, 120) }];
  });
};

/** The same announcing sentence before two lists of one section, the one right behind the other. */
export const repeatedLeadIn: StructureTest = ({ document }) => {
  const seen = new Map<string, Sentence>();
  return document.blocks.flatMap((block) => {
    const last = announcing(block);
    if (!last || last.lower.split(' ').length < MIN_WORDS) return [];
    const key = `${block.section.start}|${last.lower}`;
    const earlier = seen.get(key);
    if (!earlier) seen.set(key, last);
    if (!earlier || document.blocks[block.index + 1]?.kind !== 'item') return [];
    const between = document.blocks.slice(earlier.block.index + 1, block.index);
    if (between.length === 0 || between.some(({ kind }) => kind !== 'item')) return [];
    const related = [{ message: 'the first list under these words', range: { start: earlier.start, end: earlier.end } }];
    return [{ ...hitOf(last), related, key: last.lower.slice(0, 120) }];
  });
};

/** One heading that list items follow at once. Where the next heading has its items too, the headings are what was announced. */
function isItemAsHeading(next: Block, { section }: Block, { blocks }: PolicyDocument): boolean {
  const isListed = (heading: Block): boolean => blocks[heading.index + 1]?.kind === 'item';
  if (next.kind !== 'heading' || next.section.level > section.level || /:\W*$/.test(next.section.title) || !isListed(next)) return false;
  const later = blocks.find(({ index, kind }) => kind === 'heading' && index > next.index);
  return !later || !isListed(later);
}

/** Shorter ones ("For example:") recur by design. */
const MIN_WORDS = 5;

function announcing({ kind, sentences }: Block): Sentence | null {
  const last = kind === 'paragraph' ? sentences[sentences.length - 1] : undefined;
  return last && /:\s*$/.test(last.text) ? last : null;
}

function hitOf({ start, end, text, block }: Sentence): Omit<Hit, 'key'> {
  return { range: { start, end }, section: block.section, values: { words: text.slice(-80) } };
}
