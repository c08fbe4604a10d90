import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Block, Range, Sentence } from '../document/types.js';
import { isOfRecipients } from './apparatus.js';
import { isOfSomebody } from './asserted.js';
import { isConditional, isFragment, negationScopes } from './clause.js';
import { entryOf } from './data-entry.js';
import type { Draft, Extractor } from './extractor.js';
import { type Limits, limitsOf } from './limit.js';
import { isLinkText, isOwnTitle, isRunInLabel, isTitleCased } from './passage.js';
import { exceptionIn, polarityAt, polarityOf } from './polarity.js';
import type { ClaimOf } from './types.js';
import { wholePhrase } from './whole-phrase.js';

/** That data are, or are not, used for the controller's own or others' marketing or advertising. */
export const marketing: Extractor<'marketing'> = {
  kind: 'marketing',
  *extract(sentence, { document, selfNames }) {
    const { lower } = sentence;
    const denied = deniedIn(sentence);
    if (denied) {
      const exception = exceptionIn(sentence);
      const stated = draft(sentence, denied, false);
      yield {
        ...stated,
        value: { ...stated.value, ...limited(sentence, denied) },
        polarity: 'negated',
        ...(exception ? { scope: { exception: document.text.slice(exception.start, exception.end) } } : {}),
      };
      return;
    }
    if (sentence.block.table?.row === 0 || isLabel(sentence) || RECIPIENT.test(lower) || isOfWhom(sentence) || isAskedFor(sentence.block))
      return;
    const elsewhere = words.pattern('elsewhere').all(lower);
    const mayOptOut = isChoice(lower);
    if (!mayOptOut && words.pattern('reference').test(lower)) return;
    if (isOfOthers(sentence, selfNames)) return;
    let unsure: Draft<'marketing'> | undefined;
    for (const range of words.pattern('use').all(lower)) {
      if (overlapsAny(elsewhere, range)) continue;
      // Denied, but not by what the controller does: "if you do not wish to receive offers".
      if (polarityOf(sentence, range) === 'negated' && !mayOptOut) continue;
      if (!mayOptOut && isOccasion(sentence, range.start)) continue;
      const stated = draft(sentence, range, !goesOn(lower, range.start) && (mayOptOut || optOutNearby(sentence)));
      if ((mayOptOut && !goesOn(lower, range.start)) || isAsserted(sentence, range)) return yield stated;
      unsure ??= { ...stated, confidence: 'low' };
    }
    if (unsure) yield unsure;
  },
  refine: withoutUnsure,
};

/** "With others for their own marketing", "based on your health", "your phone number": the denial is of that, and of no more. */
function limited(sentence: Sentence, denied: Range): Limits {
  const { lower } = sentence;
  const limits = limitsOf(sentence, denied);
  const some = ofSome(sentence, denied);
  // "[Based] on your photos": the whole of it.
  const told = limits.limit === undefined || some?.includes(limits.limit) ? some : limits.limit;
  // "We do not share [such data] with others for it": the whole act is told, and whose data with it.
  const isPointing = told !== undefined && limits.limit === told && POINTED.test(told.toLowerCase());
  const isOfMore = told === undefined || isPointing || (words.pattern('condition').test(told.toLowerCase()) && !OF_IT.test(lower));
  const given = isOfMore ? givenOnly(sentence, denied) : undefined;
  const act = given && (!isPointing || lower.slice(given.start, given.end).includes(told.toLowerCase())) ? given : undefined;
  const limit = act ?? told ?? (isOneSort(lower) ? words.pattern('denied-sort').find(lower) : pronoun(lower));
  if (!limit) return limits;
  return { ...limits, limit: typeof limit === 'string' ? limit : sentence.text.slice(limit.start, limit.end) };
}

function ofSome({ lower, text }: Sentence, denied: Range): string | undefined {
  const some = words.pattern('denied-of').find(lower);
  if (!some || /[;:]/.test(lower.slice(Math.min(some.end, denied.end), Math.max(some.start, denied.start)))) return undefined;
  const whole = wholePhrase(lower, some);
  return text.slice(whole.start, whole.end);
}

/** "We do not share your data for marketing": what the giver does with them is not denied. */
function givenOnly({ lower }: Sentence, { start }: Range): Range | undefined {
  const scopes = negationScopes(lower);
  // "Not given to others (except our shops) for it": one denial, on both sides of the bracket.
  const scope =
    scopes.some((denial) => denial.start <= start && start < denial.end) &&
    scopes.findLast((denial) => denial.start <= start && lower.charAt(denial.start - 1) !== ')');
  // "We never sell data and do not share it for marketing": the act beside it. Only what the denial holds is read: before it, "if you give
  // us your name" would swallow "is not shared with others".
  const act = scope && words.pattern('given-only').all(lower.slice(scope.start, start)).at(-1);
  const given = scope && act && { start: scope.start + act.start, end: scope.start + act.end };
  if (!given || OWN_USE.test(lower.slice(Math.max(0, given.start - 30), given.end))) return undefined;
  return OR_OWN_USE.test(lower.slice(given.end, start)) ? undefined : given;
}
const OWN_USE = expression('marketing')`\b${'own-use'}\b`;
const OR_OWN_USE = expression('marketing')` ${'or'} (?:[a-z]{2,10} )?${'own-use'}\b`;

/** "No targeted advertising": all that is denied is of one sort. */
function isOneSort(lower: string): boolean {
  const sorts = words.pattern('denied-sort').all(lower);
  return (
    sorts.length > 0 &&
    words
      .pattern('denied')
      .all(lower)
      .every((range) => overlapsAny(sorts, range))
  );
}

/** "They are not used for it": only what the sentence before names. */
const pronoun = (lower: string): Range | undefined => (PRONOUN.test(lower) ? { start: 0, end: lower.indexOf(' ') } : undefined);
const PRONOUN = expression('marketing')`^${'pointing'} ${'is'}\b`;
const POINTED = expression('marketing')`^${'pointed'} `;
/** "If you give us your number, it is not passed on": of the number, and of nothing else that is given. */
const OF_IT = expression('marketing')`, ${'pointing'} ${'is'}\b`;

/** What only hints at marketing ("providers of marketing services") says nothing beside a sentence that states it. */
function withoutUnsure(found: readonly ClaimOf<'marketing'>[]): readonly ClaimOf<'marketing'>[] {
  const sure = found.filter(({ confidence }) => confidence !== 'low');
  return sure.some(({ polarity }) => polarity === 'affirmed')
    ? sure
    : found.map((claim) => (claim.confidence === 'low' ? { ...claim, confidence: 'medium' } : claim));
}

/** Not in what says who somebody is, what goes on whatever people choose, or what a thing is called. */
const isAsserted = (sentence: Sentence, range: Range): boolean =>
  !isOfSomebody(sentence.lower, range) &&
  !isParty(sentence.lower, range) &&
  !words.pattern('hint').test(sentence.lower) &&
  !goesOn(sentence.lower, range.start) &&
  !isOfLabel(sentence, range) &&
  !isNameOnly(sentence);

const isNameOnly = ({ lower, block }: Sentence): boolean =>
  isFragment(lower) && ((isName(lower) && entryOf(block)?.of !== 'purpose') || isSource(block));

/** "Email marketing: a pixel tells us what was opened": of what follows, only the name. */
const isOfLabel = ({ lower, block: { label, leadIn }, start }: Sentence, { end }: Range): boolean =>
  label !== null && leadIn === null && start + end <= label.end && lower.startsWith(': ', label.end - start);

/** "Depends on the advertising partner", "collected from: apps; advertising networks": named, and not for what they are given. */
function isParty(lower: string, range: Range): boolean {
  if (!PARTY_AFTER.test(lower.slice(range.end - 1, range.end + 60)) && !PARTY_IN.test(lower.slice(range.start, range.end))) return false;
  const given = words.pattern('given');
  const before = lower.slice(0, range.start);
  if (words.pattern('given-by').test(before)) return !given.test(before);
  return !given.test(lower) && !words.pattern('party-acts').test(lower);
}
const PARTY_AFTER = expression('marketing')`^.(?: ${'also'}){0,3} ${'parties'}\b`;
const PARTY_IN = expression('marketing')` ${'parties'}$`;

/** "Marketing", "Advertising networks and agencies". */
const isName = (lower: string): boolean => words.pattern('name').test(lower) && !words.pattern('told').test(lower);

/** Under "We receive data from these sources:". */
const isSource = ({ kind, leadIn }: Block): boolean =>
  kind === 'item' && leadIn !== null && words.pattern('sources-before').test(leadIn.lower.replace(/[\s:]{1,3}$/, ''));

/** "Partners for the analysis of marketing" in a column of recipients. */
const isOfWhom = ({ block, lower }: Sentence): boolean =>
  isOfRecipients(block) && isFragment(lower) && !words.pattern('party-acts').test(lower);

/** "The purposes of a sale, such as marketing" under what people may ask to be told. */
const isAskedFor = ({ kind, leadIn }: Block): boolean =>
  kind === 'item' && leadIn !== null && words.pattern('asked-for').test(leadIn.lower);

/** "**Interest-based advertising.** You can ...": the name of what follows. */
const isLabel = (sentence: Sentence): boolean =>
  (isTitleCased(sentence) && !words.pattern('ours').test(sentence.lower)) ||
  ((isRunInLabel(sentence) || isLinkText(sentence) || isOwnTitle(sentence.lower) || NUMBERED.test(sentence.lower)) &&
    isFragment(sentence.lower) &&
    !sentence.lower.startsWith('to '));

/** "3.3.4 Marketing of the platform". */
const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){1,3}\.? .{0,80}$/;

/** A cell or an item that says who gets data, or from whom they come: "Advertising networks". */
const RECIPIENT =
  /^(?:[^a-z]{1,3})?(?:(?:from|to|with|by|other|third-party|third|party|such|as|our|joint-ventures|affiliates|and) ){0,6}(?:(?:promotional|strategic|business|advertising|advertisement|ad|marketing|technology|service|media|social|analytics|and|or) ){1,4}(?:companies|partners|networks|providers|vendors|agencies|platforms|firms|affiliates)[,.;]?$/;

const words = lexicon('marketing');

function draft(sentence: Sentence, range: Range, optOut: boolean): Draft<'marketing'> {
  return { value: { 'opt-out': optOut }, focus: { start: sentence.start + range.start, end: sentence.start + range.end } };
}

/** "You may ask us not to send you offers", but not "what you tell us, we do not use for offers". */
const isChoice = (lower: string): boolean =>
  words
    .pattern('choice')
    .all(lower)
    .some(({ start, end }) => !OWN_DENIAL.test(lower.slice(start, end)));
const OWN_DENIAL = expression('marketing')`, ${'own-side'} ${'denies'}\b`;

/** "We do not use your data for advertising", "it has no ads": the denial is of use, and the words follow it. */
function deniedIn(sentence: Sentence): Range | undefined {
  const { lower } = sentence;
  if (isChoice(lower) || words.pattern('not-denied').test(lower)) return undefined;
  const denials = words.pattern('denial').all(lower);
  const elsewhere = words.pattern('elsewhere').all(lower);
  return words
    .pattern('denied')
    .all(lower)
    .find((range) => {
      if (overlapsAny(elsewhere, range) || isConditional(lower, range.start)) return false;
      if (words.pattern('denied-after').find(lower, range.end)) return true;
      if (polarityAt(sentence, range.start) === 'affirmed') return false;
      // Under "What we never do" the item carries no denial of its own.
      return (
        denials.some((denial) => denial.start <= range.start) ||
        (sentence.block.kind === 'item' && denials.length === 0 && lower.length < 100)
      );
    });
}

/** "You will still see ads", "even if you opt out, we use it for advertising": what follows cannot be stopped. */
const goesOn = (lower: string, at: number): boolean =>
  (words.pattern('goes-on').find(lower)?.start ?? at + 1) <= at && !words.pattern('service-goes-on').test(lower);

/** What a law gives, what a device or an association offers: no use of data here, unless "we" are spoken of. */
const isOfOthers = ({ lower, text }: Sentence, selfNames: readonly string[]): boolean =>
  words.pattern('told-of-a-law').test(lower) ||
  words.pattern('not-told').test(lower) ||
  (words.pattern('not-ours').test(lower) && !words.pattern('ours').test(lower) && !selfNames.some((name) => text.includes(name)));

/** "The details you give when you sign up to receive offers": said of an occasion, up to the next comma. Who agreed to it gets it. */
const isOccasion = ({ lower, block }: Sentence, at: number): boolean =>
  OCCASION.test(lower.slice(Math.max(0, at - 300), at)) ||
  (block.kind === 'item' && block.leadIn !== null && words.pattern('occasion-lead-in').test(block.leadIn.lower.replace(/[\s:]{1,3}$/, '')));
const OCCASION = expression('marketing')`\b${'occasion'} ${'somebody'} (?:(?!${'goes-another-way'})[^ ,;:]{1,30} )*$`;

/** Another sentence of the same paragraph says how to stop it, or what leads to the item. */
function optOutNearby({ block, index }: Sentence): boolean {
  const context = [block.kind === 'item' ? block.leadIn : null, block.parent?.sentences.at(-1), block.table?.rowHeader?.sentences[0]];
  if (context.some((said) => said && words.pattern('objection').test(said.lower))) return true;
  const at = index - (block.sentences[0]?.index ?? index);
  // What stands further off is said of marketing in so many words.
  return block.sentences
    .slice(Math.max(0, at - NEAR), at + SAME_THOUGHT + 1)
    .some((other) => isOptOut(other.lower) && (other.index <= index + NEAR || words.pattern('of-marketing').test(other.lower)));
}

const NEAR = 2;
/** A paragraph tells what is done first, and the way out at its end. */
const SAME_THOUGHT = 6;

const isOptOut = (lower: string): boolean =>
  words.pattern('opt-out').test(lower) &&
  !words.pattern('no-opt-out').test(lower) &&
  (words.pattern('of-marketing').test(lower) || !words.pattern('of-else').test(lower));
