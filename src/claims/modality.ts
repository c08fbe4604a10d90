/** Whether a sentence leaves open that what it says holds: part of every claim. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseEnd, isFragment } from './clause.js';
import { leadsOn } from './polarity.js';
import { remember } from './remember.js';
import type { Modality } from './types.js';

const shared = lexicon('shared');

/**
 * Whether the sentence, or the lead-in of its list, leaves open that it holds: "You may have the right to ...", "depending on
 * where you live". With `focus` (offsets within the sentence), a doubt counts only where it is of the words there: not that of a clause
 * beside ("we keep your name, and you may ask for it"). What a person is free to do ("you may request a copy") is no doubt.
 */
export function modalityOf(sentence: Sentence, focus?: Range): Modality {
  if (isDoubted(sentence.lower, focus)) return 'hedged';
  const leadIn = sentence.block.leadIn;
  if (!leadIn || !leadsOn(leadIn)) return 'stated';
  const end = leadIn.lower.length;
  return isDoubted(leadIn.lower, { start: end, end }) ? 'hedged' : 'stated';
}

function isDoubted(lower: string, focus: Range | undefined): boolean {
  const doubts = doubtsOf(lower);
  if (doubts.length === 0 || focus === undefined) return doubts.length > 0;
  return doubts.some((doubt) => (doubt.start < focus.end ? reaches(lower, doubt, focus.start) : reachesBack(lower, doubt, focus.end)));
}

/** A doubt holds for what comes after it, unless a clause of our own begins between; "in certain cases, we" is led in by its condition. */
function reaches(lower: string, doubt: Doubt, at: number): boolean {
  if (at <= doubt.end + 2) return true;
  return !(doubt.isCondition ? JOINED_CLAUSE : OWN_CLAUSE).test(lower.slice(doubt.end + 2, at + 1));
}

/** A doubt after the words is of them where it stands in their clause: "names and addresses may be kept". */
function reachesBack(lower: string, doubt: Doubt, end: number): boolean {
  if (doubt.isSide) return false;
  if (doubt.isCondition) return !JOINED_CLAUSE.test(lower.slice(end, doubt.start));
  const before = lower.slice(Math.max(end, doubt.start - 80), doubt.start);
  // "To measure visits, we may ...": what leads in is of the clause that it leads to.
  if (LED_TO.test(before)) return true;
  const label = LABEL.exec(lower.slice(0, LONGEST_LABEL))?.[0];
  const from = label && end <= label.length && isFragment(label) ? label.length : end;
  return clauseEnd(lower, from) >= doubt.start && !OTHER_CLAUSE.test(before);
}

interface Doubt extends Range {
  /** Of a whole clause ("where applicable"), and not of one verb ("may"). */
  readonly isCondition: boolean;
  /** "Or as required by law": says something besides, and limits nothing before it. */
  readonly isSide: boolean;
}

/** The words that leave open whether something is so. */
const doubtsOf = remember((lower): readonly Doubt[] => {
  const conditions = shared.pattern('condition-hedge').all(lower);
  const hedges = shared.pattern('hedge').all(lower);
  if (conditions.length === 0 && hedges.length === 0) return [];
  const harmless = hedges.length > 0 ? [...shared.pattern('permission').all(lower), ...shared.pattern('idle-hedge').all(lower)] : [];
  return [
    ...conditions.map((range) => ({
      ...range,
      isCondition: true,
      isSide: BESIDE.test(lower.slice(Math.max(0, range.start - 24), range.start)),
    })),
    ...hedges
      .filter((range) => !overlapsAny(harmless, range) && !isMonth(lower, range))
      .map((range) => ({ ...range, isCondition: false, isSide: false })),
  ];
});

const BESIDE = expression('shared')`(?:^| )${'side-condition'},? $`;
const OWN_CLAUSE = expression('shared')`, (?:${'joins-own-clause'} )?${'own-clause-subject'} `;
const JOINED_CLAUSE = expression('shared')`, ${'joins-own-clause'} ${'own-clause-subject'} `;
const LED_TO = expression('shared')`, ${'own-clause-subject'} $`;
/** "Which", "that our partners", "and they", and after it the verb that is doubted. */
const OTHER_CLAUSE = expression(
  'shared',
)` (?:${'opens-other-clause'} (?:${'short-subject'} |${'before-a-subject'} (?:[a-z-]{1,20} ){1,2}|[a-z-]{1,20} )?|${'adds-of-it'} (?:[a-z-]{1,20} ){0,3}|${'joining'} ${'short-subject'} )$`;
/** What an item is called before it is told of: "Derived data: we may ...". */
const LABEL = /^[^:–—]{1,70}(?::| [–—-]{1,2}) /;
const LONGEST_LABEL = 80;
const BEFORE_A_MONTH = expression('shared')`${'before-a-month'} $`;

/** "May 2024", "25 May", "in May". */
function isMonth(lower: string, hedge: Range): boolean {
  if (!shared.words('month-too').has(lower.slice(hedge.start, hedge.end))) return false;
  return (
    /^[.,]? ?\d/.test(lower.slice(hedge.end, hedge.end + 4)) || BEFORE_A_MONTH.test(lower.slice(Math.max(0, hedge.start - 8), hedge.start))
  );
}
