/** Where a text speaks of rights: under a heading on them, or in a list that offers them. */
import { lexicon } from '../data/lexicon.js';
import type { Block, Range, Section, Sentence } from '../document/types.js';

const words = lexicon('right');

/** "You have the right to:", "You may request that we:" before the list, or in the item that encloses this one. */
export function offersInContext(sentence: Sentence): boolean {
  const { block } = sentence;
  if (block.kind !== 'item' && block.kind !== 'cell') return false;
  if (block.kind === 'item' && block.label && isAboutRights(block.section)) return true;
  const contexts = [block.leadIn, block.parent?.sentences[0]].filter(
    (context) => context && !words.pattern('company-right').test(context.lower),
  );
  if (block.kind === 'cell') return contexts.some((context) => context && isRightsLeadIn(context));
  const [leadIn] = contexts;
  if (leadIn && leadIn === block.leadIn && words.pattern('lead-in-end').test(leadIn.lower) && isAboutRights(block.section)) return true;
  return contexts.some((context) => context && words.pattern('rights-lead-in').test(context.lower.slice(-NEAR_LIST)));
}

/** A lead-in says towards its end what its items are. */
const NEAR_LIST = 120;

/** The section, or one that encloses it, is headed as one on rights. */
export function isAboutRights(section: Section | null): boolean {
  if (!section?.heading) return false;
  return (
    section.topics[0] === 'rights' ||
    words.pattern('rights-heading').test(section.heading.sentences[0]?.lower ?? '') ||
    isAboutRights(section.parent)
  );
}

/** "**What you can do.** Ask me for a copy.", "A.4 Your rights. You can object." */
export function isLabelledRights({ label, sentences }: Block): boolean {
  const first = sentences[0]?.lower ?? '';
  const title = label ? first.slice(0, label.end - label.start) : sentences.length > 1 && first.length <= LONGEST_RUN_IN ? first : '';
  return words.pattern('rights-heading').test(title);
}

const LONGEST_RUN_IN = 40;

/** What a block is headed, lower-cased: its label, or the heading above. */
export function titleOf({ label, sentences, section }: Block): string {
  const [first] = sentences;
  if (label && first) return first.lower.slice(0, label.end - first.start);
  return section.heading?.sentences[0]?.lower ?? '';
}

/** The item of a list that says of itself that it is one of rights, or offers something under a heading on them. */
export function isInListOfRights(sentence: Sentence): boolean {
  const { leadIn, section } = sentence.block;
  if (leadIn && isRightsLeadIn(leadIn)) return true;
  return words.pattern('list-of-rights').test(section.heading?.sentences[0]?.lower ?? '') && offersInContext(sentence);
}

/** The words before a list that say of it that it is one of rights. */
export const isRightsLeadIn = ({ lower }: Sentence): boolean =>
  words.pattern('list-of-rights').test(lower) && !words.pattern('company-right').test(lower);

/** What stands beside rights and is none of those of Articles 15 to 21: how to use them, what they cost, what only some countries give. */
export const isBesideRights = (lower: string): boolean => words.pattern('beside-rights').test(lower);

/** "How can you remove what you gave us?": a title without markup, and what is offered stands in the answer. */
export const isQuestion = ({ block, lower }: Sentence): boolean =>
  block.kind === 'paragraph' && block.sentences.length === 1 && lower.endsWith('?') && words.pattern('asks-how').test(lower);

/** "If you wish to withdraw your consent, contact us" */
export const isWished = (lower: string, { start }: Range): boolean =>
  words.pattern('wished').test(lower.slice(0, start).trimEnd()) && words.pattern('way-to-ask').test(lower);
