import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts, type Mention } from '../data/ontology.js';
import type { Range, Sentence } from '../document/types.js';
import { actorBefore, clauseStart, isEmbedded } from './actor.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { isOfDefinitions } from './passage.js';
import { exceptionIn, polarityAt, polarityOf } from './polarity.js';
import type { Polarity } from './types.js';

/** To whom data are given, or not: one claim for each class of recipients of a sentence or list item. */
export const sharing: Extractor<'sharing'> = {
  kind: 'sharing',
  *extract(sentence, context) {
    const { lower, block } = sentence;
    if (/\?["')\]]?$/.test(lower) || block.kind === 'heading' || /\bgovernmental jurisdiction\b/.test(lower)) return;
    const verbs = words.pattern('verb').all(lower);
    const stated = verbs.filter((verb) => isStatement(sentence, verb, context));
    // "Sharing of information: we do not share ..." says it with the verb.
    const own = stated.find((verb) => !NOUN().test(lower.slice(verb.start, verb.end))) ?? stated[0];
    if (own) {
      const polarity = polarityOfVerb(sentence, own);
      const isSold = isSelling(lower, own) && !verbs.some((verb) => !isSelling(lower, verb) && polarityOfVerb(sentence, verb) === polarity);
      yield* recipientsOf(sentence, own, polarity, isSold ? 'sell' : 'share');
      return;
    }
    // "We may share data with:" speaks for its items, each of which names a recipient at its start.
    const { leadIn } = block;
    if (verbs.length > 0 || !leadIn || (block.kind !== 'item' && block.kind !== 'cell') || sentence !== block.sentences[0]) return;
    const verb = words.pattern('verb').find(leadIn.lower);
    if (!verb || !isStatement(leadIn, verb, context) || (ENDED.test(leadIn.lower) && !words.pattern('points-on').test(leadIn.lower)))
      return;
    const first = findConcepts('recipients', lower).find((mention) => mention.range.start < 70);
    const recipient = first?.id ?? (words.pattern('by-law').test(lower) ? 'authorities' : null);
    if (!recipient) return;
    const focus = first?.range ?? { start: 0, end: lower.length };
    const excepted = words.pattern('excepts').test(leadIn.lower.slice(verb.end).replace(/[:\s]{1,3}$/, ' '));
    yield draft(sentence, recipient, focus, excepted ? 'affirmed' : polarityAt(leadIn, verb.start));
  },
};

const words = lexicon('sharing');

/** A lead-in that is a sentence of its own. */
const ENDED = /[.!?]["')]?$/;

/** The controller's own doing, of data, and not a right, a question or something received. */
function isStatement(sentence: Sentence, verb: Range, context: ExtractContext): boolean {
  const { lower } = sentence;
  if (!words.pattern('data-object').test(lower) || isEmbedded(sentence, verb.start)) return false;
  if (words.pattern('not-sharing').testWithin(lower, Math.max(0, verb.start - 60), verb.end + 100)) return false;
  if (words.pattern('definition').test(lower) || isOfDefinitions(sentence.block)) return false;
  // What people may ask for, or promise, in a list.
  const lead = sentence.block.leadIn;
  if (lead && !ENDED.test(lead.lower) && words.pattern('others-lead').test(lead.lower)) return false;
  if (isOccasion(lower, verb.start)) return false;
  const actor = actorBefore(sentence, verb.start, context.selfNames);
  if (actor === 'first') return true;
  const passive = /\b(?:is|are|be|been|being|not|never|may|will)(?: \w+){0,4} $/.test(lower.slice(0, verb.start));
  return actor === 'unknown' ? true : passive && /\b(?:data|information|details)\b/.test(lower.slice(0, verb.start));
}

/** "When we share data with others, we ...": that it is done is supposed there, and not told. */
function isOccasion(lower: string, at: number): boolean {
  const found = OCCASION().exec(lower.slice(clauseStart(lower, at), at));
  return found !== null && (found[0].match(PERSON()) ?? []).length < 2;
}

const OCCASION = expression('sharing')`(?:^|, |\()${'occasion'} (?:[a-z'-]{1,20} ){1,6}$`;
const PERSON = expression('sharing', 'g')`${'person'}`;
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

function* recipientsOf(sentence: Sentence, verb: Range, polarity: Polarity, action: 'share' | 'sell'): Iterable<Draft<'sharing'>> {
  const { lower } = sentence;
  const mentions = outermost(findConcepts('recipients', lower, verb.start));
  const object = objectEnd(lower, verb.end);
  const seen = new Set<string>();
  for (const mention of mentions) {
    // "Anyone" is a recipient where it is denied, or where nobody is left out.
    if (seen.has(mention.id) || (mention.id === 'anyone' && polarity === 'affirmed')) continue;
    const before = lower.slice(Math.max(verb.end, mention.range.start - 40), mention.range.start);
    if (/\b(?:from|of|by) (?:[\w-]+ ){0,2}$/.test(before) && mention.id !== 'business-transfer') continue;
    if (NOT_TO().test(before) || isNoRecipient(lower, mention, verb)) continue;
    if (/\b(?:complaint|complain|lodge|contact)\b/.test(lower.slice(verb.end, mention.range.start))) continue;
    if (APPROVING.test(lower.slice(verb.end, mention.range.start))) continue;
    if (NO_RECIPIENT.test(lower.slice(mention.range.end))) continue;
    if (ABOUT.test(lower.slice(verb.end, mention.range.start))) continue;
    if (mention.range.start >= object && !ANYWHERE.has(mention.id)) continue;
    if (!ANYWHERE.has(mention.id) && isProtected(lower.slice(verb.end, mention.range.start))) continue;
    seen.add(mention.id);
    const inException = polarity === 'negated' && startsException(lower, verb.start, mention.range.start);
    yield draft(sentence, mention.id, mention.range, inException ? 'affirmed' : polarity, action);
  }
  const disclosing = /^(?:shar|disclos|divulg|reveal|releas)/.test(lower.slice(verb.start));
  if (seen.size === 0 && polarity === 'affirmed' && disclosing && words.pattern('by-law').test(lower.slice(verb.start)))
    yield draft(sentence, 'authorities', verb, polarity);
}

/** The words name no one that gets data of people: their sites, those who are protected, the user's own accounts, statistics. */
function isNoRecipient(lower: string, { id, range }: Mention, verb: Range): boolean {
  const after = lower.slice(range.end, range.end + 60);
  const before = lower.slice(verb.start, range.start);
  if (id === 'third-parties' && words.pattern('no-third-party').test(after)) return true;
  if (id === 'social-networks' && YOURS().test(before)) return true;
  if (id === 'anyone' && words.pattern('no-anyone').test(after)) return true;
  if (id === 'affiliates' && words.pattern('venture').test(lower.slice(range.start, range.end)) && words.pattern('event').test(lower))
    return true;
  if (id === 'public' && !words.pattern('published').test(lower.slice(Math.max(0, range.start - 100), range.start))) return true;
  return (
    words.pattern('protected').test(before) || words.pattern('statistics').test(lower.slice(Math.max(0, verb.start - 60), range.start))
  );
}

/** "Through your social network": by which way, and whose it is. */
const NOT_TO = expression('sharing')`${'not-to'} (?:[\w-]+ ){0,2}$`;
const YOURS = expression('sharing')`${'your'} (?:[\w-]+ )?$`;

/** "Clauses approved by the Commission and the competent authorities": those who approve get nothing. */
const APPROVING = /\b(?:approved|adopted|recogni[sz]ed) by [^,;]{0,60}$/;

/** "Government activities": what is done, and nobody. */
const NO_RECIPIENT = /^ (?:activit(?:y|ies)|programm?e?s?|projects?|grants?|planning)\b/;

/** "Information that we share about our clients and suppliers": whom the data are of, and not who gets them. */
const ABOUT =
  /^(?: (?!with\b|to\b)[^ .;]{1,30}){0,3} (?:about|on|regarding|concerning) (?!(?:you|them|your)\b)(?:(?!\b(?:with|to)\b)[^.;])*$/;

/** Recipients stand before the purpose, the condition or the clause about them. */
function objectEnd(lower: string, from: number): number {
  const stop =
    /\b(?:for (?!example)|who\b|whom\b|that\b|which\b|in order\b|so that\b|because\b|if\b|when\b|in connection\b|in response\b|pursuant\b|to (?:help|provide|make|improve|perform|comply|enable|process|assist|facilitate|protect|prevent|defend|enforce|investigate|detect|deliver|serve|operate|understand|show|send|offer)\b)/g;
  stop.lastIndex = lower.indexOf(' ', from + 1);
  const match = stop.lastIndex < 0 ? null : stop.exec(lower);
  // A clause before the recipient ("data that we hold with partners") ends nothing: there must be a "with" or "to" before the stop.
  if (!match || !/\b(?:with|to|among|between)\b/.test(lower.slice(from - 8, match.index))) return lower.length;
  return match.index;
}

/** "To protect our users and employees", of which nobody is given anything; what a later "with" or "to" leads to is. */
function isProtected(between: string): boolean {
  const infinitive = /.*(?:\bto|\) ?|;|, (?:and|or)?) ?(?:protect|prevent|defend|enforce|investigate|safeguard|secure)\b/.exec(between);
  return infinitive !== null && !/\b(?:with|to)\b/.test(between.slice(infinitive[0].length));
}

/** These are named by the occasion: "in connection with a merger", "in response to a subpoena". */
const ANYWHERE: ReadonlySet<string> = new Set(['business-transfer', 'authorities', 'law-enforcement', 'courts']);

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

function draft(sentence: Sentence, recipient: string, at: Range, polarity: Polarity, action: 'share' | 'sell' = 'share'): Draft<'sharing'> {
  const exception = polarity === 'negated' ? exceptionIn(sentence) : null;
  const text = exception ? sentence.text.slice(exception.start - sentence.start, exception.end - sentence.start).trim() : undefined;
  return {
    value: { recipient, ...(text ? { exception: text } : {}) },
    polarity,
    focus: { start: sentence.start + at.start, end: sentence.start + at.end },
    scope: { action, recipient: [recipient] },
  };
}
