/** Rights that a text tells of in words that were not understood: what is found missing may be among them. */
import { isBesideRights, isInListOfRights } from '../claims/rights-context.js';
import type { Claim } from '../claims/types.js';
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { startingIn } from '../document/at.js';
import { overlapsAny } from '../document/range.js';
import type { Range, Section, Sentence } from '../document/types.js';
import { isAbout, type RuleContext } from './context.js';

/**
 * Whether a part of the text's lists of rights that was not understood may be this right: it holds words for it, or as many parts
 * hold words for none of them as rights are not found. "Missing" would then be a guess.
 */
export function mayBeUnread(right: CoreRight, { document, claimsOf }: RuleContext): boolean {
  const told = claimsOf('right');
  const missing = CORE.filter((core) => !told.some((claim) => isOf(claim, core))).length;
  if (missing === 0) return false;
  const places = told.map(({ focus }) => focus).toSorted((a, b) => a.start - b.start);
  let unknown = 0;
  for (const sentence of document.sentences) {
    for (const part of unreadParts(sentence, places)) {
      const hints = hintsIn(part);
      if (hints.has(right)) return true;
      if (hints.size === 0) unknown++;
    }
    if (unknown >= missing) return true;
  }
  return false;
}

/** The rights of Articles 15 to 21. */
const CORE = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const;
export type CoreRight = (typeof CORE)[number];

const isOf = (claim: Claim, right: string): boolean =>
  claim.kind === 'right' && claim.polarity === 'affirmed' && claim.value.right === right;

/** The rights that the words may be about, in whatever wording. */
function hintsIn(lower: string): ReadonlySet<string> {
  const hints = new Set<string>();
  for (const [right, pattern] of words.values('says', lower)) if (pattern.test(lower)) hints.add(right);
  return hints;
}

const words = lexicon('rights-list');

/** `told`: where rights are told of, in order. */
function unreadParts(sentence: Sentence, told: readonly Range[]): readonly string[] {
  const { block, lower } = sentence;
  if (block.kind === 'heading' || block.kind === 'code') return [];
  const isItem = block.kind === 'item' || block.kind === 'cell';
  if (isItem) {
    if (block.sentences[0] !== sentence || (block.table && block.table.column > 0)) return [];
    if (!isInListOfRights(sentence) || isOfOneState(block.section)) return [];
    return startingIn(told, block).length > 0 || isNone(lower) ? [] : [lower];
  }
  const own = startingIn(told, sentence);
  // Two rights may be told in passing; three are a list.
  if (own.length < 3 || isOfOneState(block.section)) return [];
  return partsOf(lower)
    .filter(({ start, end }) => !overlapsAny(own, { start: start + sentence.start, end: end + sentence.start }))
    .map(({ start, end }) => lower.slice(start, end))
    .filter((part) => !isNone(part));
}

/** What the laws of California and its like give is none of the rights that are sought here. */
const isOfOneState = (section: Section | null): boolean => isAbout(section, 'california') || isAbout(section, 'state-rights');

const isNone = (lower: string): boolean => lower.trim().length < SHORTEST || isBesideRights(lower);
const SHORTEST = 6;

/** "To see them; to have them put right", "(i) inspection, (ii) correction", "to a copy, to corrections". */
function partsOf(lower: string): Range[] {
  const parts: Range[] = [];
  let start = 0;
  for (const { index, 0: mark } of lower.matchAll(BETWEEN(lower))) {
    parts.push({ start, end: index });
    start = index + mark.length;
  }
  parts.push({ start, end: lower.length });
  return parts;
}

const BETWEEN = expression(
  'layout',
  'g',
)`; (?:${'joins-items'} )?|, (?:${'joins-items'} )?(?=${'opens-item'} [a-z])|,? (?:${'joins-items'} )?\((?:[ivx]{1,4}|[a-h]|\d{1,2})\) `;
