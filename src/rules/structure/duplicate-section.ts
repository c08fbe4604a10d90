import { linesOf } from '../../document/lines.js';
import type { PolicyDocument, Range, Section, Span } from '../../document/types.js';
import type { Hit, HitFix } from '../../findings/types.js';
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
  const titles = sections.map((section) => bare(section.title));
  const known = new Map<string, number[]>();
  const sizes: number[] = [];
  sections.forEach((section, index) => {
    const title = titles[index] ?? '';
    const recurs = titles.filter((other) => other === title).length > 2;
    const may = title.length > 3 && !recurs && !(unless && context.pattern(unless).test(title));
    const sameTitle = (other: Section, at: number): boolean => titles[at] === title && other.parent === section.parent;
    const own = shingles(section, context);
    sizes.push(own.size);
    const alike = mostAlike(own, index, known, sizes);
    let twinAt = may ? sections.slice(0, index).findIndex(sameTitle) : -1;
    // A section holds the text of no other one: those inside it are not compared with it.
    if (twinAt < 0 && alike.share > most && (sections[alike.index]?.end ?? 0) <= section.start) twinAt = alike.index;
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
      fixes: removal(section, twin, context),
    });
  });
  return hits.length > 3 ? hits.slice(0, 3) : hits;
};

/** Nothing is lost where the source of both is the same to the letter, in the same place of the tree. */
function removal(section: Section, twin: Section, { document }: RuleContext): HitFix[] {
  if (section.parent !== twin.parent) return [];
  const [own, other] = [section, twin].map((each) => linesOf(extentOf(each, document), document));
  if (!own || !other || written(own, document) !== written(other, document)) return [];
  const edits = [{ range: extentOf(section, document), text: '', lines: true }] as const;
  return [{ title: `Remove the second section "${section.title}"`, safety: 'safe', edits }];
}

/** From the heading to the next block behind the section. */
function extentOf({ start, end }: Section, { blocks, text }: PolicyDocument): Range {
  return { start, end: blocks.find((block) => block.start >= end)?.start ?? text.length };
}

const written = ({ start, end }: Span, { source }: PolicyDocument): string => source.slice(start, end).replace(/\s+$/, '');

/** Sequences of four words of what stands under the heading. */
function shingles(section: Section, { document }: RuleContext): ReadonlySet<string> {
  const words = section.blocks.slice(1).flatMap((block) => wordsOf(document.lower.slice(block.start, block.end)));
  if (words.length < 40) return new Set();
  return new Set(words.slice(0, -3).map((_, at) => words.slice(at, at + 4).join(' ')));
}

/** The earlier section that shares most of the sequences, and which share of both they are. Adds those of this section. */
function mostAlike(
  own: ReadonlySet<string>,
  index: number,
  known: Map<string, number[]>,
  sizes: readonly number[],
): { index: number; share: number } {
  const common = new Map<number, number>();
  for (const shingle of own) {
    const places = known.get(shingle) ?? [];
    for (const place of places.slice(0, MAX_PLACES)) common.set(place, (common.get(place) ?? 0) + 1);
    known.set(shingle, [...places, index]);
  }
  let best = { index: -1, share: 0 };
  for (const [place, count] of common) {
    const share = count / (own.size + (sizes[place] ?? 0) - count);
    if (share > best.share) best = { index: place, share };
  }
  return best;
}

const MAX_PLACES = 20;
