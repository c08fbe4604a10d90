import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { actorBefore, clauseStart, isEmbedded } from './actor.js';
import { negationScopes } from './clause.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { isOfDefinitions } from './passage.js';
import { polarityAt, polarityOf } from './polarity.js';
import { limitsBeside } from './sharing-limits.js';
import { recipientOfItem, recipientsAfter } from './sharing-recipients.js';
import type { Polarity } from './types.js';

/** To whom data are given, or not: one claim for each class of recipients of a sentence or list item. */
export const sharing: Extractor<'sharing'> = {
  kind: 'sharing',
  *extract(sentence, context) {
    const { lower, block } = sentence;
    if (/\?["')\]]?$/.test(lower) || block.kind === 'heading' || TITLE.test(lower) || /\bgovernmental jurisdiction\b/.test(lower)) return;
    const verbs = verbsIn(lower);
    const stated = verbs.filter((verb) => isStatement(sentence, verb, context));
    // "Sharing of information: we do not share ..." says it with the verb.
    const own = stated.find((verb) => !NOUN.test(lower.slice(verb.start, verb.end))) ?? stated[0];
    if (own) {
      const isThing = NOUN.test(lower.slice(own.start, own.end));
      yield* recipientsOf(
        sentence,
        context.document,
        stated.filter((verb) => NOUN.test(lower.slice(verb.start, verb.end)) === isThing),
      );
      return;
    }
    // "We may share data with:" speaks for its items, each of which names a recipient at its start.
    const { leadIn } = block;
    if (verbs.length > 0 || !leadIn || (block.kind !== 'item' && block.kind !== 'cell') || sentence !== block.sentences[0]) return;
    const [verb] = verbsIn(leadIn.lower);
    if (!verb || !isStatement(leadIn, verb, context) || (ENDED.test(leadIn.lower) && !words.pattern('points-on').test(leadIn.lower)))
      return;
    const first = recipientOfItem(lower);
    const recipient = first?.id ?? (isByLaw(lower) ? 'authorities' : null);
    if (!recipient || recipient === 'anyone') return;
    const focus = first?.range ?? { start: 0, end: lower.length };
    const excepted = words.pattern('excepts').test(leadIn.lower.slice(verb.start).replace(/[:.\s]{1,3}$/, ' '));
    yield draft(sentence, context.document, recipient, focus, focus, excepted ? 'affirmed' : polarityAt(leadIn, verb.start), 'share');
  },
};

const words = lexicon('sharing');

/** Verbs that may give data away. "Data provided by users will be passed on to" and "we do not sell; we share with" are of what comes after. */
function verbsIn(lower: string): Range[] {
  const found: Range[] = [];
  for (const verb of words.pattern('verb').all(lower)) {
    const from = GIVEN_BY.test(lower.slice(verb.start, verb.end)) ? lower.indexOf(' ', verb.start) : clauseStart(lower, verb.end);
    const inner = (from > verb.start ? words.pattern('verb').find(lower, from) : null) ?? deniedWithin(lower, verb) ?? verb;
    // "We send third-party messages to you" gives nothing away.
    if ((found.at(-1)?.end ?? 0) <= inner.start && !TO_YOU.test(lower.slice(inner.start, inner.end + 5))) found.push(inner);
  }
  return found;
}

/** "The transfer of data: we do not share it with": the verb that is denied is the one that counts. */
function deniedWithin(lower: string, verb: Range): Range | null {
  const denied = negationScopes(lower).find(({ start }) => start > verb.start && start < verb.end);
  const found = denied ? words.pattern('verb').find(lower, denied.start) : null;
  return found && found.end <= verb.end ? found : null;
}

const TO_YOU = expression('sharing')`${'to-whom'} ${'reader'}$|${'to-whom'} ${'reader'} .$`;
const GIVEN_BY = expression('sharing')`^${'given-by'}`;

/** "How we use information: sharing it with partners". */
const TITLE = expression('sharing')`^${'title'}`;

/** A lead-in that is a sentence of its own. */
const ENDED = /[.!?]["')]?$/;

/** The controller's own doing, of data, and not a right, a question or something received. */
function isStatement(sentence: Sentence, verb: Range, context: ExtractContext): boolean {
  const { lower } = sentence;
  if (!words.pattern('data-object').test(lower) || isEmbedded(sentence, verb.start)) return false;
  if (words.pattern('not-sharing').testWithin(lower, Math.max(0, verb.start - 60), verb.end + 100)) return false;
  if (
    words.pattern('definition').test(lower) ||
    words.pattern('definition').test(lower.replace(QUOTES, '')) ||
    isOfDefinitions(sentence.block)
  )
    return false;
  // What people may ask for, or promise, in a list.
  const lead = sentence.block.leadIn;
  if (lead && !ENDED.test(lead.lower) && words.pattern('others-lead').test(lead.lower)) return false;
  if (isOccasion(lower, verb.start) || isToldInPassing(sentence, verb) || !isOfData(lower, verb)) return false;
  if (isOfAnother(sentence, verb) || isByAnother(sentence, verb, context)) return false;
  const actor = actorBefore(sentence, verb.start, context.selfNames);
  if (actor === 'first') return true;
  const passive = /\b(?:is|are|be|been|being|not|never|may|will)(?: \w+){0,4} $/.test(lower.slice(0, verb.start));
  // "The guide provides information on": whoever that is.
  if (actor === 'unknown') return isPassive(lower, verb) || !PROVIDES.test(lower.slice(verb.start, verb.end));
  return passive && /\b(?:data|information|details)\b/.test(lower.slice(0, verb.start));
}

/** "The support organisation may share it": somebody who is named by a noun, and not by "we" or a name. */
function isOfAnother({ text, lower }: Sentence, verb: Range): boolean {
  const start = clauseStart(lower, verb.start);
  const subject = ANOTHER.exec(lower.slice(start, verb.start));
  // All but the first letter of a sentence: "The Hilltop may share" has a name.
  return subject !== null && text.slice(start + subject.index + 1, verb.start) === subject[0].slice(1);
}

/** "May be passed on by Acme to its partners": one with a name that is not the policy's own. */
function isByAnother({ text, lower }: Sentence, verb: Range, { selfNames }: ExtractContext): boolean {
  const by = BY.exec(lower.slice(verb.start, verb.start + 60));
  if (!by) return false;
  const name = text.slice(verb.start + by[0].length);
  return /^[A-Z]/.test(name) && !selfNames.some((own) => name.startsWith(own));
}

const BY = expression('sharing')`^(?:[a-z]{2,12} ){1,2}${'agent'} `;
const QUOTES = /["“”]/g;

/** "When we share data with others, we ...": that it is done is supposed there, and not told. */
function isOccasion(lower: string, at: number): boolean {
  const before = lower.slice(clauseStart(lower, at), at);
  // "You are asked before we share it".
  if (BEFOREHAND.test(before)) return true;
  const found = OCCASION.exec(before);
  if (!found) return false;
  const persons = (found[0].match(PERSON()) ?? []).length;
  // "Where necessary, we share": the first who is named does it.
  return persons === 0 || (persons === 1 && FIRST_PERSON.test(found[0]));
}

/** "Information about the data that we shared", "no longer shared with", "a measure to ensure that nothing is disclosed": something else is said. */
function isToldInPassing({ lower }: Sentence, verb: Range): boolean {
  const before = lower.slice(0, verb.start).replace(/["“”]/g, '');
  return words.pattern('in-passing').test(before.slice(-160));
}

/** "We provide links to third parties": of the many things that are given and sent, data stand beside the verb. */
function isOfData(lower: string, verb: Range): boolean {
  if (!words.pattern('gives-anything').test(lower.slice(verb.start, verb.end))) return true;
  // What stands before the verb is its object in the passive alone.
  const isAvailable = AVAILABLE.test(lower.slice(verb.start, verb.end));
  // "Information available to others" tells which, and not that it is.
  if (isAvailable && !MADE.test(lower.slice(Math.max(0, verb.start - 90), verb.start))) return false;
  const isBefore = isAvailable || isPassive(lower, verb);
  const from = isBefore ? clauseStart(lower, verb.start) : verb.start;
  return words.pattern('data-object').testWithin(lower, from, Math.min(lower.length, verb.end + 60));
}

const ANOTHER = expression('sharing')`(?:^|[,;] )${'one-of-them'} (?:[a-z-]{3,20} ){1,3}${'modal'} (?:[a-z]{3,12} ){0,2}$`;
const OCCASION = expression('sharing')`(?:^|, |\(|${'just'} )${'occasion'} (?:[a-z'-]{1,20} ){0,6}$`;
const BEFOREHAND = expression('sharing')`\b${'beforehand'} (?:[a-z'-]{1,20} ){0,4}$`;
const PERSON = expression('sharing', 'g')`${'person'}`;
const FIRST_PERSON = expression('sharing')`${'occasion'} ${'person'}`;
const NOUN = expression('sharing')`^${'noun'}`;

/** "A transfer to third parties does not take place": what is told as a thing is denied by the verb after it. */
function polarityOfVerb(sentence: Sentence, verb: Range): Polarity {
  const before = sentence.lower.slice(0, verb.start);
  if (
    NONE_OF.test(before) ||
    words.pattern('none-before').test(before.slice(-16)) ||
    words.pattern('none-before').test(sentence.lower.slice(verb.start, verb.end))
  )
    return 'negated';
  const isThing = /(?:^|\b(?:a|an|any|the|no)(?: further| other)? )$/.test(before);
  return isThing ? polarityOf(sentence, { start: verb.start, end: verb.start + 1 }) : polarityAt(sentence, verb.start);
}

/** "None of the information that we collect is shared". */
const NONE_OF = /^(?:none of|no part of|nothing of)\b[^,;]*$/;

/** "We do not sell" says nothing of giving; "we do not sell or share" does. */
const isSelling = (lower: string, verb: Range): boolean => {
  const words = lower.slice(verb.start, verb.end);
  return (
    /^(?:sell|sold|rent|trade)/.test(words) && !/\b(?:shar|disclos|giv|transfer|provid|pass|releas|distribut|transmit|divulg)/.test(words)
  );
};

/** Of whom each verb of a sentence speaks, once for each class of recipients and polarity. */
function* recipientsOf(sentence: Sentence, document: PolicyDocument, verbs: readonly Range[]): Iterable<Draft<'sharing'>> {
  const { lower } = sentence;
  const seen = new Set<string>();
  const judged = verbs.map((verb) => ({ verb, polarity: polarityOfVerb(sentence, verb) }));
  for (const [index, { verb, polarity }] of judged.entries()) {
    // "Shared with or sold to": whoever is named is given it, too.
    const isSold =
      isSelling(lower, verb) && !judged.slice(0, index).some((other) => !isSelling(lower, other.verb) && other.polarity === polarity);
    for (const { id, range } of recipientsAfter(lower, verb, judged[index + 1]?.verb.start ?? lower.length)) {
      // "Anyone" is a recipient where it is denied, or where nobody is left out.
      if (seen.has(id) || (id === 'anyone' && polarity === 'affirmed')) continue;
      const spared = polarity === 'negated' && (startsException(lower, verb.start, range.start) || ONLY.test(lower.slice(0, range.start)));
      // "We never sell it to anyone" is a claim on sales, and leaves open who is given it.
      if (isSold && polarity === 'negated' && !spared) continue;
      seen.add(id);
      yield draft(sentence, document, id, verb, range, spared ? 'affirmed' : polarity, isSold ? 'sell' : 'share');
    }
  }
  const disclosing = judged.find(({ verb, polarity }) => polarity === 'affirmed' && DISCLOSING.test(lower.slice(verb.start, verb.end)));
  if (seen.size === 0 && disclosing && isByLaw(lower.slice(disclosing.verb.start, disclosing.verb.start + 160)))
    yield draft(sentence, document, 'authorities', disclosing.verb, disclosing.verb, 'affirmed', 'share');
}

const DISCLOSING = expression('sharing')`^${'disclosing'}`;
/** "And only our own staff may see them": not what was denied before. */
const ONLY = expression('sharing')`${'only'} (?:[a-z-]{1,12} )?$`;

const AVAILABLE = expression('sharing')`^${'available'}`;
const isPassive = (lower: string, verb: Range): boolean => PASSIVE.test(lower.slice(0, verb.start));

const PROVIDES = expression('sharing')`^${'provides'}`;
const MADE = expression('sharing')`${'made'} (?:[^,;]{1,60} )?$`;
const PASSIVE = expression('sharing')`${'passive'} (?:[a-z]{1,12} ){0,2}$`;

/** "Where the law requires it", but not "as permitted or required by law", which is said of everything. */
const isByLaw = (lower: string): boolean => words.pattern('by-law').test(lower) && !words.pattern('by-law-at-large').test(lower);

/** What stands after "except" and the like is not denied. */
function startsException(lower: string, from: number, to: number): boolean {
  return words.pattern('spares').testWithin(lower, from, to);
}

function draft(
  sentence: Sentence,
  document: PolicyDocument,
  recipient: string,
  verb: Range,
  at: Range,
  polarity: Polarity,
  action: 'share' | 'sell',
): Draft<'sharing'> {
  return {
    value: { recipient, ...(polarity === 'negated' ? limitsBeside(sentence, verb, at, document) : {}) },
    polarity,
    focus: { start: sentence.start + at.start, end: sentence.start + at.end },
    scope: { action, recipient: [recipient] },
  };
}
