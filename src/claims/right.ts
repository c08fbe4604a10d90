import { authoritiesIn } from '../data/authorities.js';
import { expression } from '../data/expression.js';
import { lexicon, type Pattern } from '../data/lexicon.js';
import { overlaps, overlapsAny } from '../document/range.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseEnd, isConditional, isFragment, LONGEST_CLAUSE } from './clause.js';
import type { Draft, Extractor } from './extractor.js';
import { modalityOf } from './modality.js';
import { polarityAt } from './polarity.js';
import { NEXT_OFFERED, rightsNamed } from './right-named.js';
import { scopeOfRights } from './right-scope.js';
import { toldRights } from './right-spoken-of.js';
import { isAboutRights, isLabelledRights, isQuestion, isWished, offersInContext, titleOf } from './rights-context.js';
import { rightsOfLists } from './rights-list.js';
import type { ClaimOf, Polarity, RightName } from './types.js';

/**
 * Rights that the text tells or offers: by name ("right to erasure"), by an offer ("you can request a copy of your data"), or
 * as an item, label or cell where the lead-in, the parent item or the section speaks of rights.
 */
export const right: Extractor<'right'> = {
  kind: 'right',
  *extract(sentence, { selfNames }) {
    if (isQuestion(sentence) || isPeriod(sentence)) return;
    if (words.pattern('unenforceable').test(sentence.lower) || isOfOthers(sentence) || isGround(sentence)) return;
    const found = rightsNamed([...rightsIn(sentence)], sentence.lower, titleOf(sentence.block));
    const scope = found.size > 0 ? scopeOfRights(sentence, selfNames) : undefined;
    for (const [name, range] of found) {
      const polarity = polarityOfRight(sentence, name, range);
      if (polarity) yield draft(sentence, name, range, scope, polarity);
    }
    const authority = found.has('complaint') ? null : authorityUnderHeading(sentence);
    if (authority) yield { ...draft(sentence, 'complaint', authority, undefined, 'affirmed'), confidence: 'medium' };
  },
  *finish({ document }, found) {
    yield* rightsOfLists(document, found);
  },
  /** An authority that is only named tells of the complaint where nothing else does. */
  refine(found) {
    const isComplaint = ({ value }: ClaimOf<'right'>): boolean => value.right === 'complaint';
    const isTold = found.some((claim) => isComplaint(claim) && claim.confidence === 'high');
    return toldRights(isTold ? found.filter((claim) => !isComplaint(claim) || claim.confidence === 'high') : found);
  },
};

const words = lexicon('right');

/** "Administrators may: ...", "our officers have the right to ...": nothing that the one who reads may do. */
const isOfOthers = ({ block, lower }: Sentence): boolean =>
  words.pattern('others-may').test(lower) || (block.leadIn !== null && words.pattern('others-may').test(block.leadIn.lower));

/** "You may have it erased if:" over "You object, and ...": when another right is to be had. */
const isGround = ({ block, lower }: Sentence): boolean =>
  (block.kind === 'item' || block.kind === 'cell') && words.pattern('ground').test(lower) && !words.pattern('main-offer').test(lower);

/** "Request for deletion" in a column on how long data are kept: what ends it. */
const isPeriod = ({ block: { kind, table } }: Sentence): boolean =>
  kind === 'cell' && words.pattern('of-periods').test(table?.columnHeader?.sentences[0]?.lower ?? '');

/** The ground of an erasure ("based on consent and you withdraw it") or what a withdrawal leaves lawful: what makes it a right is that one can. */
const isOnlyMentioned = ({ block, lower }: Sentence): boolean =>
  words.pattern('consequence').test(lower) && !words.pattern('possible').test(`${block.leadIn?.lower ?? ''} ${lower}`);

function draft(sentence: Sentence, name: RightName, range: Range, scope: string | undefined, polarity: Polarity): Draft<'right'> {
  return {
    value: scope ? { right: name, scope } : { right: name },
    focus: { start: sentence.start + range.start, end: sentence.start + range.end },
    polarity,
    modality: modalityOf(sentence, range),
  };
}

/** Undefined where something is denied beside the right: "support will not find the deleted account". */
function polarityOfRight(sentence: Sentence, name: RightName, range: Range): Polarity | undefined {
  if (overlapsAny(words.pattern('not-possible').all(sentence.lower), range) && !words.pattern('denied-for-some').test(sentence.lower))
    return 'negated';
  // "The right not to be subject to ..." denies nothing of the right, nor does "if we cannot help you, complain to".
  if (name === 'no-automated-decision' || name === 'complaint' || polarityAt(sentence, range.start) === 'affirmed') return 'affirmed';
  const before = sentence.lower.slice(0, range.start);
  // "No fee for requests to correct it"; "we may not use it any more and you want its erasure".
  if (words.pattern('denied-beside').test(before)) return 'affirmed';
  return words.pattern('denied').test(before) && !words.pattern('denied-for-some').test(sentence.lower) ? 'negated' : undefined;
}

function* rightsIn(sentence: Sentence): Generator<readonly [RightName, Range]> {
  const { lower } = sentence;
  const blocked = [...words.pattern('not-personal').all(lower), ...goneByItself(lower)];
  const company = companyRanges(lower);
  const inContext = offersInContext(sentence);
  const offered = inContext ? [whole(lower)] : offeredRanges(sentence, company);
  for (const [name, range] of matches('named', lower)) {
    if (name === 'withdraw-consent' && !isWished(lower, range) && (isInCondition(lower, range) || isOnlyMentioned(sentence))) continue;
    if (!overlapsAny(blocked, range) && !ofTheCompany(company, range)) yield [name, range];
  }
  const limit = inContext ? limitOfItem(lower) : lower.length;
  if (offered.length > 0) {
    for (const [name, range, pattern] of matches('action', lower)) {
      if (range.start > limit) continue;
      if (overlapsAny(blocked, range)) continue;
      if (offered.some((offer) => isOffered(range, offer, lower, pattern)) && !ofTheCompany(company, range)) yield [name, range];
    }
  }
  yield* withdrawalOfBefore(sentence);
  yield* listedRights(sentence, blocked);
  yield* offeredUnderHeading(sentence);
  yield* answeredRights(sentence, blocked);
  const item = itemText(sentence, inContext);
  if (item) {
    for (const [name, range] of matches('item', item)) if (range.start <= limit && !overlapsAny(blocked, range)) yield [name, range];
  }
}

/** "Logs are deleted after 7 days": nobody asks for it. */
const goneByItself = (lower: string): readonly Range[] =>
  words.pattern('asks').test(lower) ? [] : words.pattern('goes-by-itself').all(lower);

/** "Restriction of processing, insofar as we may not delete your data yet": what an item offers stands before its condition. */
function limitOfItem(lower: string): number {
  const limit = words.pattern('limit-of-item').find(lower);
  return limit && limit.start >= SHORTEST_OFFER ? limit.start : lower.length;
}

const SHORTEST_OFFER = 12;

/** "If you withdraw consent, ...". What is numbered stands on its own, whatever the number before says: "... unless we have grounds; (iv) withdraw". */
function isInCondition(lower: string, range: Range): boolean {
  // "... where your situation is special; and you can withdraw": the condition is that of the part before.
  const part = lower.lastIndexOf(';', range.start) + 1;
  if (!isConditional(lower.slice(part), range.start - part) || offersWithin(lower, range)) return false;
  return !/\((?:[ivx]{1,4}|[a-h]|\d{1,2})\) (?:to )?$/.test(lower.slice(Math.max(0, range.start - 12), range.start));
}

/** What the company may do, or will without being asked. */
function companyRanges(lower: string): readonly Range[] {
  const rights = words.pattern('company-right').all(lower);
  const acts = words.pattern('company-will').all(lower);
  return acts.length === 0 || words.pattern('asked').test(lower) ? rights : [...rights, ...acts];
}

/** "Where we rely on consent, you may withdraw it": the condition is that of the consent, what follows offers the withdrawal. */
const offersWithin = (lower: string, { start, end }: Range): boolean => words.pattern('offers-within').test(lower.slice(start, end));

/** "To delete it, unless we have to keep your data": what is found may reach out of the offer, and begin with what stands within. */
const isOffered = (range: Range, offer: Range, lower: string, pattern: Pattern): boolean =>
  contains(offer, range) ||
  (contains(offer, { start: range.start, end: range.start }) && pattern.test(lower.slice(range.start, offer.end)));

function* matches(group: string, lower: string): Generator<readonly [RightName, Range, Pattern]> {
  // The keys of these groups are the names of rights; tests/claims/right.test.ts holds each of them.
  for (const [name, pattern] of words.values(group, lower))
    for (const range of pattern.all(lower)) yield [name as RightName, range, pattern];
}

/** "The ICO is there for you": under a heading on rights or complaints, or beside words of the unhappy, nobody names an authority for anything else. */
function authorityUnderHeading({ block, text, lower }: Sentence): Range | null {
  if (block.kind === 'heading' || words.pattern('registration').test(lower)) return null;
  const isExpected = isAboutRights(block.section) || block.section.topics.includes('complaint');
  // "Fallen out with me? The ICO wants to hear from you."
  if (!isExpected && !block.sentences.some((told) => words.pattern('unhappy').test(told.lower))) return null;
  // A commission for trade enforces what a company promises, and hears nobody's complaint.
  return words.pattern('named-authority').find(lower) ?? authoritiesIn(text).find(({ entry }) => entry !== 'US') ?? null;
}

/** "We rely on your consent. You may withdraw it at any time." */
function* withdrawalOfBefore({ block, lower, index }: Sentence): Generator<readonly [RightName, Range]> {
  const range = words.pattern('withdraw-it').find(lower);
  if (!range || lower.includes('consent')) return;
  const first = block.sentences[0]?.index ?? index;
  // Of a few sentences in a row the first may say what the yes was for.
  const before = block.sentences.slice(Math.max(0, index - first - FEW_BEFORE), index - first);
  if (words.pattern('of-consent').test(lower.slice(0, range.start)) || before.some((told) => words.pattern('of-consent').test(told.lower)))
    yield ['withdraw-consent', range];
}

const FEW_BEFORE = 2;

/** "The usual set: access, rectification, erasure, objection." */
function listedRights({ lower, block }: Sentence, blocked: readonly Range[]): readonly (readonly [RightName, Range])[] {
  if (!words.pattern('series').test(lower)) return [];
  if (!words.pattern('right-word').test(lower) && !isAboutRights(block.section) && !isLabelledRights(block)) return [];
  const found = [...matches('listed', lower)]
    .map(([name, range]) => [name, range] as const)
    .filter(([, range]) => !overlapsAny(blocked, range));
  return new Set(found.map(([name]) => name)).size >= 4 ? found : [];
}

/** "What can I demand?" over "A copy; correction; destruction, where the law allows it": each part of the answer names a right. */
function* answeredRights({ lower, block }: Sentence, blocked: readonly Range[]): Generator<readonly [RightName, Range]> {
  const question = block.section.heading?.sentences[0];
  if (!question || block.kind === 'heading' || !lower.includes(';') || !words.pattern('rights-question').test(question.lower)) return;
  let start = 0;
  for (const part of lower.split(';')) {
    const indent = part.length - part.trimStart().length;
    for (const [name, range] of matches('item', part.trimStart())) {
      const moved = { start: start + indent + range.start, end: start + indent + range.end };
      if (!overlapsAny(blocked, moved)) yield [name, moved];
    }
    start += part.length + 1;
  }
}

/** "Access and deletion requests" over "E-mail me with your request": what the heading names, the sentence offers. */
function* offeredUnderHeading(sentence: Sentence): Generator<readonly [RightName, Range]> {
  const heading = sentence.block.section.heading?.sentences[0];
  const request = words.pattern('plain-request').find(sentence.lower);
  if (!heading || !request || sentence.block.kind === 'heading' || words.pattern('verifying').test(sentence.lower)) return;
  // "With a request that we delete it" says for itself what is asked for.
  if (words.pattern('request-for').test(sentence.lower.slice(request.end).trimStart())) return;
  // What we are asked for is no complaint about us.
  for (const group of words.pattern('offer').test(heading.lower) ? ['named', 'action'] : ['named'])
    for (const [name] of matches(group, heading.lower)) if (name !== 'complaint') yield [name, request];
}

/** The parts of a sentence in which something is offered to the person. */
function offeredRanges(sentence: Sentence, company: readonly Range[]): Range[] {
  const { lower } = sentence;
  if (words.pattern('on-request').test(lower) || isImperative(sentence) || answersRights(sentence)) return [whole(lower)];
  const others = words.pattern('right-thing').all(lower);
  return words
    .pattern('offer')
    .all(lower)
    .filter((offer) => !ofTheCompany(company, offer) && !overlapsAny(others, offer))
    .map((offer) => ({ start: offer.start, end: offerEnd(lower, offer.end) }))
    .filter((offer) => !isOfThirdPerson(lower, offer));
}

/** "They can see your data": what others do with the data of the one who reads. */
const isOfThirdPerson = (lower: string, { start, end }: Range): boolean => {
  const offer = lower.slice(start, end);
  const by = words.pattern('by-others').find(offer);
  return by !== null && words.pattern('of-reader').test(offer.slice(by.end));
};

/** "Have errors fixed; get it in a form that you can take elsewhere", under a heading on rights. */
const isImperative = ({ block, lower }: Sentence): boolean =>
  words.pattern('imperative').test(lower) && block.kind !== 'heading' && (isAboutRights(block.section) || isLabelledRights(block));

/** The answer to "What can I demand?" */
const answersRights = ({ block, lower }: Sentence): boolean =>
  block.kind !== 'heading' &&
  !words.pattern('not-an-answer').test(lower) &&
  words.pattern('rights-question').test(block.section.heading?.sentences[0]?.lower ?? '');

/** "If you would like to: access, correct or delete ..." goes on after the colon. */
function offerEnd(lower: string, from: number): number {
  let end = clauseEnd(lower, from);
  if (lower.charAt(end) === ':' && end - from < SHORT_LEAD) {
    end = clauseEnd(lower, end + 1);
    // "You have the right to: access your data; be forgotten; and port your data": a list goes on after each semicolon.
    while (lower.charAt(end) === ';' && end - from < LONGEST_CLAUSE) end = clauseEnd(lower, end + 1);
  }
  // "You are entitled to information about what we hold, to have errors corrected, and to object": one offer.
  for (;;) {
    const rest = lower.slice(end, end + 120);
    const next = (NEXT_OFFERED.exec(rest) ?? NEXT_VERB.exec(rest))?.[0];
    if (next === undefined) return end;
    end = clauseEnd(lower, end + next.length);
  }
}

/** "The following rights towards us: access, ..." */
const SHORT_LEAD = 80;
/** "You may obtain a copy; have it brought up to date; oppose its use." */
const NEXT_VERB = expression('right')`^;(?: ${'layout/joins-items'})?(?: ${'layout/opens-item'})? (?=${'offered-verb'})`;

/** What is read as a right without a verb of its own: an item or cell under rights, or the label of a block in a section on rights. */
function itemText(sentence: Sentence, inContext: boolean): string | null {
  const { block, lower } = sentence;
  if (block.kind === 'heading' || block.sentences[0] !== sentence || (block.table && block.table.column > 0)) return null;
  if (inContext) return lower;
  if (block.leadIn && (words.pattern('not-an-answer').test(block.leadIn.lower) || words.pattern('company-right').test(block.leadIn.lower)))
    return null;
  if (!isAboutRights(block.section)) return null;
  if (block.label) return lower.slice(0, block.label.end - sentence.start);
  return lower.length <= 80 && isFragment(lower) ? lower : null;
}

const ofTheCompany = (company: readonly Range[], range: Range): boolean =>
  company.some((other) => overlaps(other, range) && other.start <= range.start);

const whole = (lower: string): Range => ({ start: 0, end: lower.length });
const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;
