/** A list that says of itself that it is all, and data that it leaves out. */
import { polarityAt } from '../../claims/polarity.js';
import { isHedgedDenial, scopeOf } from '../../claims/scope.js';
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
    for (const other of document.sentences) {
      const missing = beyond(other, listed, context);
      if (!missing) continue;
      yield {
        range: { start: sentence.start, end: sentence.end },
        section: sentence.block.section,
        values: { 'a.quote': sentence.text, 'b.quote': other.text, 'b.words': document.text.slice(missing.start, missing.end) },
        related: [{ message: 'what the list leaves out', range: { start: other.start, end: other.end } }],
        key: `${sentence.lower.slice(0, 80)}|${other.lower.slice(0, 80)}`,
      };
      break;
    }
  }
}

const words = lexicon('scope');

/** Where a sentence names data that an own act takes and that no item of the list covers; null else. */
function beyond(sentence: Sentence, listed: readonly Sentence[], context: RuleContext): Range | null {
  const { lower, start } = sentence;
  const act = words.pattern('own-collection').find(lower);
  if (!act || listed.includes(sentence) || sentence.block.kind === 'heading') return null;
  if (words.pattern('choice').test(lower) || isHedgedDenial(sentence) || polarityAt(sentence, act.end - 1) === 'negated') return null;
  const scope = scopeOf(sentence, context.document);
  if (scope.subject?.length || scope.region?.length || scope.qualifiers?.length) return null;
  const named = findConcepts('data', lower, act.start).find(
    (mention) => SINGLES_OUT.has(mention.id) && polarityAt(sentence, mention.range.start) === 'affirmed',
  );
  if (!named) return null;
  const covers = listed.some((item) => {
    const isNarrowed = words
      .values('qualifier')
      .some(([name, pattern]) => (name === 'hashed' || name === 'anonymous') && pattern.test(item.lower));
    return !isNarrowed && findConcepts('data', item.lower).some((own) => isA('data', named.id, own.id) || isA('data', own.id, named.id));
  });
  return covers ? null : { start: start + named.range.start, end: start + named.range.end };
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
