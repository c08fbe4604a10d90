import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts } from '../data/ontology.js';
import { vendorMentions } from '../data/registry.js';
import { overlapsAny } from '../document/range.js';
import type { Block, Range, Sentence } from '../document/types.js';
import type { ExtractContext, Extractor } from './extractor.js';
import { polarityAt } from './polarity.js';
import type { ClaimOf } from './types.js';

/** A kind of recipient with no name: "hosting providers", "our e-mail delivery service". */
export const processorCategory: Extractor<'processor-category'> = {
  kind: 'processor-category',
  *extract(sentence, context) {
    const { lower, block } = sentence;
    if (block.kind === 'heading' || /\?["')\]]?$/.test(lower) || words.pattern('not-used').test(lower)) return;
    if (!isListed(block) && !words.pattern('used').test(lower)) return;
    for (const mention of findConcepts('recipients', lower)) {
      const category = CATEGORIES.get(mention.id);
      if (!category || polarityAt(sentence, mention.range.start) === 'negated') continue;
      if (isNamed(sentence, mention.range.end, context) || !isOutside(sentence, mention.range)) continue;
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
  if (OUTSIDER().test(phrase)) return true;
  if (OUR().test(lower.slice(0, range.start))) return false;
  return OUTSIDE().test(`${sentence.block.leadIn?.lower ?? ''} ${lower}`);
}

const OUTSIDER = expression('processor-category')`${'outsider'}`;
const OUR = expression('processor-category')`${'our'} (?:\w+ )?$`;
const OUTSIDE = expression('processor-category')`${'outside'}`;

/** A name stands right after it: "our payment processor, Stripe". */
function isNamed(sentence: Sentence, end: number, context: ExtractContext): boolean {
  const from = sentence.start + end;
  return context.claims.some(
    (claim) => claim.kind === 'processor' && claim.focus.start >= from && claim.focus.start <= from + 45 && claim.focus.end <= sentence.end,
  );
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
