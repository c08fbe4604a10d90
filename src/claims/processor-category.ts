import { lexicon } from '../data/lexicon.js';
import { findConcepts } from '../data/ontology.js';
import type { Sentence } from '../document/types.js';
import type { ExtractContext, Extractor } from './extractor.js';
import { polarityAt } from './polarity.js';
import type { ClaimOf } from './types.js';

/** A kind of recipient with no name: "hosting providers", "our e-mail delivery service". */
export const processorCategory: Extractor<'processor-category'> = {
  kind: 'processor-category',
  *extract(sentence, context) {
    const { lower, block } = sentence;
    if (block.kind === 'heading' || /\?["')\]]?$/.test(lower) || words.pattern('not-used').test(lower)) return;
    const inList = block.kind === 'item' || block.kind === 'cell';
    if (!inList && !words.pattern('used').test(lower)) return;
    for (const mention of findConcepts('recipients', lower)) {
      const category = CATEGORIES.get(mention.id);
      if (!category || polarityAt(sentence, mention.range.start) === 'negated') continue;
      if (isNamed(sentence, mention.range.end, context)) continue;
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

/** A name stands right after it: "our payment processor, Stripe". */
function isNamed(sentence: Sentence, end: number, context: ExtractContext): boolean {
  const from = sentence.start + end;
  return context.claims.some(
    (claim) => claim.kind === 'processor' && claim.focus.start >= from && claim.focus.start <= from + 45 && claim.focus.end <= sentence.end,
  );
}

function oncePerCategory(found: readonly ClaimOf<'processor-category'>[]): readonly ClaimOf<'processor-category'>[] {
  const seen = new Set<string>();
  return found.filter((claim) => {
    if (seen.has(claim.value.category)) return false;
    seen.add(claim.value.category);
    return true;
  });
}
