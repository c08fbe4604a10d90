/** Rights that a text tells of in words that were not understood: what is found missing may be among them. */
import { isBesideRights, isInListOfRights } from '../claims/rights-context.js';
import type { Claim } from '../claims/types.js';
import { expression } from '../data/expression.js';
import { startingIn } from '../document/at.js';
import { overlapsAny } from '../document/range.js';
import type { Range, Sentence } from '../document/types.js';
import type { RuleContext } from './context.js';

/** As many parts of its lists of rights are not understood as rights are not found: "missing" would be a guess. */
export function hasUnreadRights({ document, claimsOf }: RuleContext): boolean {
  const told = claimsOf('right');
  const missing = CORE.filter((right) => !told.some((claim) => isOf(claim, right))).length;
  if (missing === 0) return false;
  const places = told.map(({ focus }) => focus).toSorted((a, b) => a.start - b.start);
  let unread = 0;
  for (const sentence of document.sentences) {
    unread += unreadParts(sentence, places);
    if (unread >= missing) return true;
  }
  return false;
}

/** The rights of Articles 15 to 21. */
const CORE = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const;

const isOf = (claim: Claim, right: string): boolean =>
  claim.kind === 'right' && claim.polarity === 'affirmed' && claim.value.right === right;

/** `told`: where rights are told of, in order. */
function unreadParts(sentence: Sentence, told: readonly Range[]): number {
  const { block } = sentence;
  if (block.kind === 'heading' || block.kind === 'code') return 0;
  const isItem = block.kind === 'item' || block.kind === 'cell';
  if (isItem) {
    if (block.sentences[0] !== sentence || (block.table && block.table.column > 0)) return 0;
    if (!isInListOfRights(sentence)) return 0;
    return startingIn(told, block).length > 0 || isNone(sentence.lower) ? 0 : 1;
  }
  const own = startingIn(told, sentence);
  // Two rights may be told in passing; three are a list.
  if (own.length < 3) return 0;
  return partsOf(sentence.lower).filter(
    ({ start, end }) =>
      !overlapsAny(own, { start: start + sentence.start, end: end + sentence.start }) && !isNone(sentence.lower.slice(start, end)),
  ).length;
}

const isNone = (lower: string): boolean => lower.trim().length < SHORTEST || isBesideRights(lower);
const SHORTEST = 6;

/** "To see them; to have them put right", "(i) inspection, (ii) correction", "to a copy, to corrections". */
function partsOf(lower: string): Range[] {
  const parts: Range[] = [];
  let start = 0;
  for (const { index, 0: mark } of lower.matchAll(BETWEEN())) {
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
