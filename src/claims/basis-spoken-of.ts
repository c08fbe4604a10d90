/** Where a lawful ground is spoken of, and not given for anything: in what a right depends on, or what a withdrawal leaves as it is. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Block, Range, Sentence } from '../document/types.js';
import { besides, occasionAt } from './occasion.js';

const words = lexicon('legal-basis');

/** `focus`: the words that name the ground, in offsets of the sentence. */
export function isSpokenOf(sentence: Sentence, focus: Range): boolean {
  const { lower, block } = sentence;
  if (overlapsAny(words.pattern('spoken-of').all(lower), focus) || isExample(lower, focus.start)) return true;
  if (words.pattern('lists-rights').test(announcedBy(block))) return true;
  // "When you consent to it, you may ...": the words for the ground may begin with those for the occasion.
  const opens = occasionAt(lower, focus.end - 1)?.start === focus.start;
  return isOfRight(block) || isOccasion(lower, opens ? focus.end - 1 : focus.start);
}

/** "On a fitting legal ground (such as your consent or a contract)": any of them. */
const isExample = (lower: string, at: number): boolean => EXAMPLE.test(lower.slice(Math.max(0, at - LONGEST_EXAMPLES), at));
const LONGEST_EXAMPLES = 160;
const EXAMPLE = expression('legal-basis')`\b${'ground'} \(${'example'} [^)]*$`;

/** "Where we rely on your consent, you may withdraw it": the main clause says what one may do then, and not that it is so. */
function isOccasion(lower: string, at: number): boolean {
  const clause = occasionAt(lower, at);
  if (!clause) return false;
  // "Where it is needed for our interests: to answer you", "where you gave your consent, which ...": no main clause.
  if (clause.start < SHORTEST_MAIN && NO_MAIN.test(lower.slice(clause.end))) return false;
  const rest = besides(lower, clause);
  return words.pattern('tells-else').test(rest) && !words.pattern('processes').test(rest);
}

const SHORTEST_MAIN = 8;
const NO_MAIN = expression('legal-basis')`^(?: ?[:;(]|,? ${'goes-on'} )`;

/**
 * "Right to portability: where it is based on your consent", "you may have data erased if: you withdraw your consent": when one has that
 * right, and nothing of what is processed.
 */
export const isConditionOfRight = ({ block }: Sentence): boolean =>
  [...titlesOf(block), parentTitle(block)].some(
    (title) => words.pattern('right-title').test(title) && words.pattern('right-with-conditions').test(title),
  ) ||
  (words.pattern('lists-rights').test(announcedBy(block)) && words.pattern('right-with-conditions').test(announcedBy(block)));

/** The lead-in of a list without its colon, and with the space that a gap before its end asks for. */
const announcedBy = ({ kind, leadIn }: Block): string =>
  leadIn && kind !== 'cell' ? `${leadIn.lower.replace(/[\s:;.*]{1,6}$/, '')} ` : '';

/** "Right to object: ...", what stands under such a heading, or the row of a table that is about one. */
const isOfRight = (block: Block): boolean => titlesOf(block).some((title) => words.pattern('right-title').test(title));

/** "4. Right to deletion" over "4.1. When data are deleted". */
const parentTitle = ({ section }: Block): string => section.parent?.heading?.sentences[0]?.lower ?? '';

function titlesOf({ label, table, sentences, section }: Block): readonly string[] {
  const first = sentences[0]?.lower ?? '';
  return [
    label ? first.slice(0, label.end - label.start) : '',
    table?.rowHeader?.sentences[0]?.lower ?? '',
    section.heading?.sentences[0]?.lower ?? '',
  ];
}
