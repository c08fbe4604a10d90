import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts } from '../data/ontology.js';
import { overlapsAny } from '../document/range.js';
import type { Block, Range, Section, Sentence } from '../document/types.js';
import { isConditionOfRight, isSpokenOf } from './basis-spoken-of.js';
import { clauseEnd, opensWithGerund } from './clause.js';
import type { Draft, Extractor } from './extractor.js';
import { plainBases } from './plain-basis.js';
import { polarityAt } from './polarity.js';
import type { ClaimOf, LegalBasisName, Polarity } from './types.js';
import { shortened } from './whole-phrase.js';

/**
 * Grounds of Article 6 GDPR that the text names as such: by the wording itself ("our legitimate interests", "necessary to
 * perform our contract with you"), or in a sentence, list, table or section that speaks of legal grounds. "With your consent"
 * in passing is none.
 */
export const legalBasis: Extractor<'legal-basis'> = {
  kind: 'legal-basis',
  *extract(sentence) {
    const found = new Map<LegalBasisName, Range>();
    for (const [basis, range] of basesIn(sentence)) if (!found.has(basis)) found.set(basis, range);
    for (const [basis, range] of found) {
      if (isExampleOfAnother(sentence.lower, range) || isOfAnInterest(sentence.lower, range)) continue;
      const polarity = polarityAt(sentence, range.start);
      // "Where it is not needed for the contract" names no ground, and denies none.
      if (polarity === 'affirmed' || words.pattern('not-relied-on').test(sentence.lower)) yield draft(sentence, basis, range, polarity);
    }
  },
  finish: ({ document }, found) => plainBases(document, found),
  /** A ground that is given needs no other words that only speak of it; one that is given nowhere is told by the first of them. */
  refine(found) {
    const isGiven = ({ sentence, focus }: ClaimOf<'legal-basis'>): boolean =>
      !isSpokenOf(sentence, { start: focus.start - sentence.start, end: focus.end - sentence.start });
    const given = new Set(found.filter(isGiven));
    const told = new Set([...given].map(({ value }) => value.basis));
    return found.filter((claim) => {
      if (given.has(claim)) return true;
      const isFirst =
        RELIED_ON[claim.value.basis] &&
        !told.has(claim.value.basis) &&
        !(given.size > 0 && words.pattern('perhaps-needed').test(claim.sentence.lower));
      told.add(claim.value.basis);
      return isFirst;
    });
  },
};

const words = lexicon('legal-basis');

/** Whoever tells how to withdraw a consent or to object to an interest relies on it; "a right where there is a contract" says of none that there is one. */
const RELIED_ON: Readonly<Partial<Record<LegalBasisName, true>>> = { consent: true, 'legitimate-interest': true };

/** A cell of the column that tells how long data are kept, and says so: "archived, to meet our legal obligations". */
function isOfHowLong({ lower, block }: Sentence): boolean {
  const head = block.table?.columnHeader?.sentences[0]?.lower ?? '';
  return words.pattern('of-how-long').test(head) && words.pattern('kept').test(lower) && !words.pattern('context').test(head);
}

/** "Our legitimate interests (e.g. in claims under contracts)": a ground that stands in the brackets of another. */
function isExampleOfAnother(lower: string, { end }: Range): boolean {
  const open = lower.lastIndexOf('(', end);
  if (open < 0 || lower.slice(open, end).includes(')') || !OPENS_EXAMPLE.test(lower.slice(open, open + 14))) return false;
  // Also one that is itself no ground there: "to protect our legitimate interests (e.g. ...)".
  const before = lower.slice(Math.max(0, open - NEAR), open);
  return !matches('named', before).next().done;
}

/** "On such legitimate interests to (i) perform the contract": the ground is the interest. */
const isOfAnInterest = (lower: string, { start }: Range): boolean =>
  words.pattern('of-an-interest').testWithin(lower, Math.max(0, start - 2 * NEAR), start);

const OPENS_EXAMPLE = expression('legal-basis')`^\(${'example'} `;

function draft(sentence: Sentence, basis: LegalBasisName, range: Range, polarity: Polarity): Draft<'legal-basis'> {
  const purpose = purposeOf(sentence, range.end) ?? groundedBefore(sentence, range.start);
  return {
    value: purpose ? { basis, purpose } : { basis },
    focus: { start: sentence.start + range.start, end: sentence.start + range.end },
    polarity,
  };
}

function* basesIn(sentence: Sentence): Generator<readonly [LegalBasisName, Range]> {
  const { lower, block } = sentence;
  if (block.table?.row === 0 || isOfHowLong(sentence)) return;
  // "This right does not apply where ..." tells the limits of a right.
  if (words.pattern('limits-of-a-right').test(lower) || words.pattern('of-a-kind-of-data').test(lower) || isConditionOfRight(sentence))
    return;
  // "We may deny your request where we need the data to:" is what the items are exceptions of.
  if (block.leadIn && words.pattern('refuses').test(block.leadIn.lower)) return;
  const excluded = words.pattern('not-a-basis').all(lower);
  const allowed = (range: Range): boolean => !overlapsAny(excluded, range);
  const context = speaksOfGrounds(sentence);
  const label = context && block.label && block.sentences[0] === sentence ? lower.slice(0, block.label.end - sentence.start) : '';
  // "Legitimate interests: to improve ..., where you have not consented": the label says which ground it is about.
  const labelled = label ? [...matches('inContext', label)].filter(([, range]) => allowed(range)) : [];
  if (labelled.length > 0) {
    yield* labelled;
    return;
  }
  for (const [basis, range] of matches('named', lower)) if (allowed(range)) yield [basis, range];
  const hasArticle = /[69]/.test(lower);
  for (const match of hasArticle ? lower.matchAll(PLAIN_ARTICLE) : []) {
    const basis = LETTERS[match[1] ?? ''];
    if (basis) yield [basis, { start: match.index, end: match.index + match[0].length }];
  }
  for (const match of hasArticle ? lower.matchAll(ARTICLE) : []) {
    const basis = match[1] === '9' ? 'consent' : LETTERS[match[2] ?? ''];
    const range = { start: match.index, end: match.index + match[0].length };
    if (basis && allowed(range)) yield [basis, range];
  }
  if (context) for (const [basis, range] of matches('inContext', lower)) if (allowed(range)) yield [basis, range];
}

/** "Art. 6(1)(b)", "Article 6 para. 1 lit. f", "Art. 9(2)(a)". */
const ARTICLE =
  /\b(?:art\.?|articles?) ?(6|9)(?: ?\([12]\)|,? (?:para(?:graph)?\.?|sec(?:tion)?\.?|abs(?:atz)?\.?|no\.?) ?\(?[12]\)?| i{1,2}|[ .][12])?,?(?:(?: (?:sentence|s\.|satz|subparagraph)|,? first (?:sentence|subparagraph),?)(?: ?1)?| 1)?,?(?: ?(?:lit(?:era)?\.?|point|letter|sub-?(?:paragraph|section)))?[ .]{0,2}\(?([a-f])\b\)?/g;
/** "6(1)(b)" alone, as in the cells of a table. */
const PLAIN_ARTICLE = /(?<![\w.(]|art\.? |articles? )6 ?\(1\) ?\(([a-f])\)/g;
const LETTERS: Readonly<Record<string, LegalBasisName>> = {
  a: 'consent',
  b: 'contract',
  c: 'legal-obligation',
  d: 'vital-interest',
  e: 'public-task',
  f: 'legitimate-interest',
};

function* matches(group: string, lower: string): Generator<readonly [LegalBasisName, Range]> {
  // The keys of these groups are names of bases; tests/claims/legal-basis.test.ts holds each of them.
  for (const [name, pattern] of words.values(group, lower)) for (const range of pattern.all(lower)) yield [name as LegalBasisName, range];
}

/** The sentence itself, its lead-in, its column, or the heading over it. */
function speaksOfGrounds(sentence: Sentence): boolean {
  const { block } = sentence;
  const context = words.pattern('context');
  if (context.test(sentence.lower)) return true;
  if (block.leadIn && context.test(block.leadIn.lower)) return true;
  // "Our basis for processing. Your consent and ...": the label is a sentence of its own.
  const first = block.sentences[0];
  if (block.label && first && first !== sentence && first.end <= block.label.end + 2 && context.test(first.lower)) return true;
  if (block.parent?.sentences.some((parent) => context.test(parent.lower))) return true;
  if (block.table) return [block.table.columnHeader, block.table.rowHeader].some((cell) => cell && headed(cell));
  return headedAsGrounds(block.section);
}

const headed = (block: Block): boolean => words.pattern('context').test(block.sentences[0]?.lower ?? '');

function headedAsGrounds(section: Section | null): boolean {
  if (!section?.heading) return false;
  return headed(section.heading) || headedAsGrounds(section.parent);
}

/** "to send you invoices", from the ground to the end of its clause or to the next ground; the row's first cell in a table. */
function purposeOf(sentence: Sentence, from: number): string | undefined {
  const row = sentence.block.table?.rowHeader?.sentences[0]?.text;
  if (row !== undefined) return namesNoPurpose(row.toLowerCase()) ? undefined : shortened(row.replace(MARKER, '')) || undefined;
  const marker = words.pattern('purpose').find(sentence.lower, from);
  if (!marker || marker.start - from > 3) return undefined;
  const end = Math.min(clauseEnd(sentence.lower, marker.start), marker.start + MAX_PURPOSE);
  // Also a ground that is named in passing is no part of what for.
  const grounds = [...matches('named', sentence.lower), ...matches('inContext', sentence.lower)].map(([, { start }]) => start);
  const next = Math.min(...grounds.filter((start) => start > marker.start));
  const told = next < end ? sentence.text.slice(marker.start, next).replace(LEADS_ON(), '') : sentence.text.slice(marker.start, end);
  // "Interests in keeping it safe": what for is "keeping it safe".
  return shortened(told.replace(PURPOSE_ENDS(told), '')).replace(PREPOSITION(), '') || undefined;
}

/** "Answering your letters is our legitimate interest", "sending it rests on your consent": what is done stands before the ground. */
function groundedBefore({ lower, text, block }: Sentence, before: number): string | undefined {
  const rests = block.table ? null : words.pattern('rests-on').find(lower);
  if (!rests || rests.end > before || before - rests.end > NEAR || !opensWithGerund(lower)) return undefined;
  const told = text.slice(0, rests.start);
  return NO_DOING.test(lower) || SEVERAL_PARTS.test(told) || namesNoPurpose(told.toLowerCase()) ? undefined : shortened(told) || undefined;
}

const SEVERAL_PARTS = /[,:;(]/;
/** "Processing is necessary for ...": no more than that data are processed. */
const NO_DOING = expression('legal-basis')`^${'says-no-purpose'}\b`;
const NEAR = 60;

/** "Account details", "The right to object": what the row is about is data, or a right. */
const namesNoPurpose = (lower: string): boolean =>
  words.pattern('of-a-right').test(lower) ||
  (!words.pattern('does').test(lower) && findConcepts('purposes', lower).length === 0 && findConcepts('data', lower).length > 0);

const MAX_PURPOSE = 160;
/** A bullet or a number before what a row is about. */
const MARKER = /^[\s*•·–-]{1,4}(?=\w)|^\(?[\da-z]{1,2}[.)] |^\d{1,2}(?:\.\d{1,2}){1,3}\.? /i;
const PURPOSE_ENDS = expression('legal-basis', 'i')`(?:, ${'purpose-ends'}| ${'purpose-ends-anywhere'}) [^]*$`;
const PREPOSITION = expression('legal-basis')`^${'purpose-preposition'} (?!${'order'} )`;
/** ", and on" before another ground. */
const LEADS_ON = expression('legal-basis')`,? ${'shared/joining'}(?: [a-z]{1,10}){0,3} ?$`;
