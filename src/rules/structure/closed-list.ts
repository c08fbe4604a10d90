/** A list that says of itself that it is all, and data that it leaves out. */
import { isHedgedDenial } from '../../claims/scope.js';
import type { ClaimOf } from '../../claims/types.js';
import { lexicon } from '../../data/lexicon.js';
import { findConcepts, isA } from '../../data/ontology.js';
import type { Range, Sentence } from '../../document/types.js';
import type { Hit } from '../../findings/types.js';
import type { RuleContext } from '../context.js';

/** One hit a list ("The only things I keep are:"), at the list, for the first collection of something that is not on it. */
export function* closedList(context: RuleContext): Iterable<Hit> {
  const { document } = context;
  for (const sentence of document.sentences) {
    if (sentence.block.kind === 'heading' || !words.pattern('closed-data').test(sentence.lower)) continue;
    const items = document.blocks.filter((block) => block.leadIn === sentence || block.parent?.leadIn === sentence);
    const listed = [sentence, ...items.flatMap((block) => block.sentences)];
    const outside = context.claimsOf('data-category').filter((claim) => claim.kind === 'data-category');
    for (const claim of outside) {
      const missing = beyond(claim, listed);
      if (!missing) continue;
      yield {
        range: { start: sentence.start, end: sentence.end },
        section: sentence.block.section,
        values: { 'a.quote': sentence.text, 'b.quote': claim.sentence.text, 'b.words': document.text.slice(missing.start, missing.end) },
        related: [{ message: 'what the list leaves out', range: claim.range }],
        key: `${sentence.lower.slice(0, 80)}|${claim.value.category}`,
      };
      break;
    }
  }
}

const words = lexicon('scope');

/** Where the claim names data that an own act takes and that no item of the list covers; null else. */
function beyond(claim: ClaimOf<'data-category'>, listed: readonly Sentence[]): Range | null {
  const { sentence, focus } = claim;
  if (claim.polarity !== 'affirmed' || listed.includes(sentence) || sentence.block.kind === 'heading') return null;
  if (!words.pattern('own-collection').test(sentence.lower) || words.pattern('choice').test(sentence.lower)) return null;
  if (claim.scope.subject?.length || claim.scope.region?.length || isHedgedDenial(sentence)) return null;
  const at = { start: focus.start - sentence.start, end: focus.end - sentence.start };
  const named = findConcepts('data', sentence.lower, at.start, at.end).find((mention) => SINGLES_OUT.has(mention.id));
  if (!named) return null;
  const covers = listed.some((item) => {
    const isNarrowed = words
      .values('qualifier')
      .some(([name, pattern]) => (name === 'hashed' || name === 'anonymous') && pattern.test(item.lower));
    return !isNarrowed && findConcepts('data', item.lower).some((own) => isA('data', named.id, own.id) || isA('data', own.id, named.id));
  });
  return covers ? null : focus;
}

/** Kinds of data that nobody leaves out of a list of all that is kept without its being untrue. */
const SINGLES_OUT: ReadonlySet<string> = new Set([
  'ip-address',
  'email-address',
  'phone-number',
  'precise-location',
  'device-identifier',
  'advertising-identifier',
  'payment-card',
  'bank-account',
  'date-of-birth',
  'government-id',
  'biometric-data',
  'contacts-list',
]);
