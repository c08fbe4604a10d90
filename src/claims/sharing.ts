import { lexicon } from '../data/lexicon.js';
import { findConcepts, type Mention } from '../data/ontology.js';
import type { Range, Sentence } from '../document/types.js';
import { actorBefore, isEmbedded } from './actor.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { exceptionIn, polarityAt } from './polarity.js';
import type { Polarity } from './types.js';

/** To whom data are given, or not: one claim for each class of recipients of a sentence or list item. */
export const sharing: Extractor<'sharing'> = {
  kind: 'sharing',
  *extract(sentence, context) {
    const { lower, block } = sentence;
    if (/\?["')\]]?$/.test(lower) || block.kind === 'heading') return;
    const verbs = words.pattern('verb').all(lower);
    const own = verbs.find((verb) => isStatement(sentence, verb, context));
    if (own) {
      yield* recipientsOf(sentence, own, polarityAt(sentence, own.start));
      return;
    }
    // "We may share data with:" speaks for its items, each of which names a recipient at its start.
    const { leadIn } = block;
    if (verbs.length > 0 || !leadIn || (block.kind !== 'item' && block.kind !== 'cell') || sentence !== block.sentences[0]) return;
    const verb = words.pattern('verb').find(leadIn.lower);
    if (!verb || !isStatement(leadIn, verb, context)) return;
    const first = findConcepts('recipients', lower).find((mention) => mention.range.start < 70);
    const recipient = first?.id ?? (words.pattern('by-law').test(lower) ? 'authorities' : null);
    if (!recipient) return;
    const focus = first?.range ?? { start: 0, end: lower.length };
    yield draft(sentence, recipient, focus, polarityAt(leadIn, verb.start));
  },
};

const words = lexicon('sharing');

/** The controller's own doing, of data, and not a right, a question or something received. */
function isStatement(sentence: Sentence, verb: Range, context: ExtractContext): boolean {
  const { lower } = sentence;
  const around = lower.slice(Math.max(0, verb.start - 60), verb.end + 100);
  if (isEmbedded(sentence, verb.start) || words.pattern('not-sharing').test(around)) return false;
  if (!words.pattern('data-object').test(lower)) return false;
  const actor = actorBefore(sentence, verb.start, context.selfNames);
  if (actor === 'first') return true;
  const passive = /\b(?:is|are|be|been|being|not|never|may|will)(?: \w+){0,4} $/.test(lower.slice(0, verb.start));
  return actor === 'unknown' ? true : passive && /\b(?:data|information|details)\b/.test(lower.slice(0, verb.start));
}

function* recipientsOf(sentence: Sentence, verb: Range, polarity: Polarity): Iterable<Draft<'sharing'>> {
  const { lower } = sentence;
  const mentions = outermost(findConcepts('recipients', lower, verb.start));
  const seen = new Set<string>();
  for (const mention of mentions) {
    // "Anyone" is a recipient where it is denied, or where nobody is left out.
    if (seen.has(mention.id) || (mention.id === 'anyone' && polarity === 'affirmed')) continue;
    if (
      /\b(?:from|of|by) (?:\w+ ){0,2}$/.test(lower.slice(Math.max(verb.end, mention.range.start - 30), mention.range.start)) &&
      mention.id !== 'business-transfer'
    )
      continue;
    seen.add(mention.id);
    const inException = polarity === 'negated' && startsException(lower, verb.end, mention.range.start);
    yield draft(sentence, mention.id, mention.range, inException ? 'affirmed' : polarity);
  }
  if (seen.size === 0 && polarity === 'affirmed' && words.pattern('by-law').test(lower.slice(verb.end)))
    yield draft(sentence, 'authorities', verb, polarity);
}

/** What stands after "except" and the like is not denied. */
function startsException(lower: string, from: number, to: number): boolean {
  return /\b(?:except|unless|other than|apart from|but only|only (?:to|with|for))\b/.test(lower.slice(from, to));
}

/** Without a broader class right beside a narrower one: "third-party service providers" are service providers. */
function outermost(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, index) => {
    const next = mentions[index + 1];
    return !(mention.id === 'third-parties' && next && next.range.start - mention.range.end <= 2);
  });
}

function draft(sentence: Sentence, recipient: string, at: Range, polarity: Polarity): Draft<'sharing'> {
  const exception = polarity === 'negated' ? exceptionIn(sentence) : null;
  const text = exception ? sentence.text.slice(exception.start - sentence.start, exception.end - sentence.start).trim() : undefined;
  return {
    value: { recipient, ...(text ? { exception: text } : {}) },
    polarity,
    focus: { start: sentence.start + at.start, end: sentence.start + at.end },
    scope: { action: 'share', recipient: [recipient] },
  };
}
