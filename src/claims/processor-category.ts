import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts } from '../data/ontology.js';
import { vendorMentions } from '../data/registry.js';
import { overlapsAny } from '../document/range.js';
import type { Block, Range, Sentence } from '../document/types.js';
import type { ExtractContext, Extractor } from './extractor.js';
import { isOfDefinitions } from './passage.js';
import { polarityAt } from './polarity.js';
import type { ClaimOf } from './types.js';

/** A kind of recipient with no name: "hosting providers", "our e-mail delivery service". */
export const processorCategory: Extractor<'processor-category'> = {
  kind: 'processor-category',
  *extract(sentence, context) {
    const { lower, block } = sentence;
    if (block.kind === 'heading' || /\?["')\]]?$/.test(lower) || words.pattern('not-used').test(lower)) return;
    if (isOfDefinitions(block) || (!isListed(block) && !words.pattern('used').test(lower))) return;
    if (isOfSources(block.leadIn?.lower ?? '') || isOfSources(block.section.title.toLowerCase())) return;
    for (const mention of findConcepts('recipients', lower)) {
      const category = CATEGORIES.get(mention.id);
      if (!category || polarityAt(sentence, mention.range.start) === 'negated') continue;
      if (isNamed(sentence, mention.range, context) || !isOutside(sentence, mention.range)) continue;
      if (!isWhatItSays(category, sentence, mention.range) || isSource(sentence, mention.range)) continue;
      yield {
        value: { category },
        focus: { start: sentence.start + mention.range.start, end: sentence.start + mention.range.end },
        modality: 'stated',
      };
    }
  },
  refine: oncePerCategory,
};

const words = lexicon('processor-category');

/** Classes of the ontology's recipients that say what is done, in the words of reports. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['hosting', 'hosting'],
  ['payment-processors', 'payment'],
  ['email-providers', 'email delivery'],
  ['support-providers', 'customer support'],
  ['analytics-providers', 'analytics'],
  ['ai-providers', 'ai'],
  ['security-providers', 'security'],
  ['delivery-services', 'delivery'],
  ['ad-networks', 'advertising'],
]);

/** Somebody else renders it: the words say so, or the sentence speaks of third parties; "our speech services" are the policy's own. */
function isOutside(sentence: Sentence, range: Range): boolean {
  const { lower, text } = sentence;
  const phrase = lower.slice(range.start, range.end);
  if (overlapsAny(vendorMentions(text), range)) return false;
  if (OUTSIDER.test(phrase)) return true;
  // "With analytics tools when you visit third-party sites": whose tools they are stands right before them.
  if (TOOLS.test(phrase)) return OUTSIDE.test(lower.slice(Math.max(0, range.start - NEAR), range.start));
  if (OUR.test(lower.slice(0, range.start))) return false;
  return OUTSIDE.test(`${sentence.block.leadIn?.lower ?? ''} ${lower}`);
}

const OUTSIDER = expression('processor-category')`${'outsider'}`;
const OUR = expression('processor-category')`${'our'} (?:[\w-]+ )?(?:[\w-]+,? ${'shared/joining'} )?$`;
const OUTSIDE = expression('processor-category')`${'outside'}`;

const TOOLS = expression('processor-category')`${'tools'}$`;
const NEAR = 60;

/** A name stands beside it: "our payment processor, Stripe", "Stripe for payment processing". */
function isNamed(sentence: Sentence, range: Range, context: ExtractContext): boolean {
  const { text, lower } = sentence;
  if (context.selfNames.some((name) => text.slice(range.end, range.end + 12 + name.length).includes(name))) return true;
  const from = sentence.start + range.end;
  const isClaimed = context.claims.some(
    (claim) => claim.kind === 'processor' && claim.focus.start >= from && claim.focus.start <= from + 45 && claim.focus.end <= sentence.end,
  );
  return (
    isClaimed ||
    vendorMentions(text).some(
      ({ start, end }) =>
        (start >= range.end && start <= range.end + 45) ||
        (end <= range.start && end > range.start - 40 && !JOINED.test(lower.slice(end, range.start).replace(LEGAL_FORM(), ''))),
    )
  );
}

const JOINED = expression('processor-category')`[,;]|${'shared/joining'}`;
const LEGAL_FORM = expression('processor-category')`^,? ${'legal-form'}\b\.?`;

/** Not every provider of messages sends e-mail, and "bank details" are no provider. */
function isWhatItSays(category: string, { lower }: Sentence, { start, end }: Range): boolean {
  const phrase = lower.slice(start, end);
  if (category === 'email delivery' && !MAIL.test(phrase)) return false;
  if (category === 'payment' && BANK.test(phrase)) return false;
  // Neither who watches servers or asks people counts visits, nor does who repairs computers answer customers.
  if ((category === 'analytics' || category === 'customer support') && OF_OTHER_KIND().test(phrase)) return false;
  if (category === 'customer support' && OF_MACHINES().test(lower.slice(0, start))) return false;
  return (
    !DETAILS.test(lower.slice(end)) && !ITS_OWN.test(lower.slice(0, start)) && !(SUPPORT.test(phrase) && DOES.test(lower.slice(0, start)))
  );
}

const MAIL = expression('processor-category')`${'mail'}`;
const BANK = expression('processor-category')`${'bank'}`;
const OF_OTHER_KIND = expression('processor-category')`^${'of-other-kind'}\b`;
const OF_MACHINES = expression('processor-category')`\b${'machines'} (?:(?:${'beside'}|&) ){0,2}$`;
const DETAILS = expression('processor-category')`^ ${'details'}`;
/** "We support platforms for developers": what is done, and nobody. */
const SUPPORT = expression('processor-category')`^${'support'}`;
const DOES = expression('processor-category')`${'does'} $`;
const ITS_OWN = expression('processor-category')`${'its-own'} (?:[a-z]{1,15} )?(?:\(?(?:${'for-example'}),? )?$`;

/** "We may receive your data from:", but not "we may disclose what we collect from you to:". */
const isOfSources = (lower: string): boolean => words.pattern('sources-lead').test(lower) && !words.pattern('given').test(lower);

/** "Information that we receive from analytics providers". */
function isSource({ lower }: Sentence, { start }: Range): boolean {
  const from = words.pattern('source').all(lower.slice(0, start)).at(-1);
  return from !== undefined && !words.pattern('given').testWithin(lower, from.end, start) && !/[;]/.test(lower.slice(from.end, start));
}

const isListed = ({ kind }: Block): boolean => kind === 'item' || kind === 'cell';

/** The first in a sentence and the first in a list or table, where the names stand that it lacks. */
function oncePerCategory(found: readonly ClaimOf<'processor-category'>[]): readonly ClaimOf<'processor-category'>[] {
  const seen = new Set<string>();
  return found.filter((claim) => {
    const place = `${claim.value.category}|${isListed(claim.sentence.block) ? 'listed' : ''}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
