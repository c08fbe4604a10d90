import { linesOf } from '../../document/lines.js';
import type { PolicyDocument, Range, Section, Span } from '../../document/types.js';
import type { Hit, HitFix } from '../../findings/types.js';
import type { RuleContext } from '../context.js';
import { bare } from './contents-list.js';
import { numberOption, wordingOption } from './options.js';
import { Shingles, wordSums } from './shingles.js';
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
  const byTitle = new Map<string, number[]>();
  titles.forEach((title, index) => {
    const same = byTitle.get(title);
    if (same) same.push(index);
    else byTitle.set(title, [index]);
  });
  const words = sections.map((section) => wordSums(context.document.lower, section.blocks.slice(1)));
  const shingles = new Shingles(words.reduce((sum, { length }) => sum + length / 2, 0));
  sections.forEach((section, index) => {
    const title = titles[index] ?? '';
    const same = byTitle.get(title) ?? [];
    const own = words[index] ?? [];
    const alike = own.length < MIN_WORDS * 2 ? NONE : shingles.add(index, own);
    const may =
      same.length === 2 && same[1] === index && title.length > 3 && (isWhole(title) || !(unless && context.pattern(unless).test(title)));
    const [earlier = -1] = same;
    let twinAt = may && sections[earlier]?.parent === section.parent ? earlier : -1;
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

/** A title of some length says more than the words that recur by design. */
const isWhole = (title: string): boolean => title.split(' ').length > MAX_RECURRING;

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

/** In words; longer titles do not recur by design. */
const MAX_RECURRING = 5;
/** Shorter sections have too little in them to be called the same. */
const MIN_WORDS = 40;
const NONE = { index: -1, share: 0 };
