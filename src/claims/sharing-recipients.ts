import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts, type Mention } from '../data/ontology.js';
import type { Range } from '../document/types.js';

/** Who gets what the verb at `verb` gives away, of those named before `until`: led to by "with" and "to", and not by "from" or "about". */
export function recipientsAfter(lower: string, verb: Range, until: number): Mention[] {
  const object = objectEnd(lower, verb.end);
  const end = Math.min(until, verb.end + FARTHEST);
  return outermost(findConcepts('recipients', lower, verb.start, end)).filter((mention) => {
    const { id, range } = mention;
    if (isNoRecipient(lower, mention, verb)) return false;
    const between = lower.slice(verb.end, range.start);
    if (isInObject(lower, mention, verb, until) || isBidden(lower, mention, verb)) return false;
    if (words.pattern('asked-of').test(between) || APPROVED.test(between) || ABOUT.test(between)) return false;
    if (ANYWHERE.has(id)) return !FROM_AUTHORITY.test(lower.slice(verb.start, range.start).slice(-40)) || id === 'business-transfer';
    return range.start < object && !isProtected(between) && isLedTo(lower, verb, mention);
  });
}

/** Whom an item of a list of recipients names at its start. */
export function recipientOfItem(lower: string): Mention | undefined {
  const isPurpose = words.pattern('helps').test(lower);
  if (SOURCE.test(lower)) return undefined;
  return outermost(findConcepts('recipients', lower)).find(
    (mention) =>
      mention.range.start < 70 &&
      (!isPurpose || ANYWHERE.has(mention.id) || mention.range.start < 6) &&
      !isNoRecipient(lower, mention, { start: 0, end: 0 }),
  );
}

const words = lexicon('sharing');
/** Signs from a verb to the last of a long list of recipients; keeps the time linear for a text without an end of a sentence. */
const FARTHEST = 4000;

/** "From our providers", in a list or table of sources. */
const SOURCE = expression('sharing')`^${'source'}`;

/** "Authorise third parties to use it": they stand within the verb, and "to" leads on to what they do. */
const isBidden = (lower: string, { range }: Mention, verb: Range): boolean =>
  range.end < verb.end && BIDS.test(lower.slice(range.end, verb.end)) && !ACCESS.test(lower.slice(verb.start, verb.end));

const BIDS = expression('sharing')`(?:^|\)) ${'toward'}$`;
const ACCESS = expression('sharing')`${'access'}`;

/** "We share your social network name with partners": what is given names somebody, before the words that lead to whoever gets it. */
function isInObject(lower: string, { id, range }: Mention, verb: Range, until: number): boolean {
  if (ANYWHERE.has(id) || id === 'public' || TO_WHOM.test(lower.slice(verb.start, range.start))) return false;
  const lead = TO_WHOM.exec(lower.slice(range.end, Math.min(until, range.end + 160)));
  return (
    lead !== null && findConcepts('recipients', lower, range.end + lead.index, Math.min(until, range.end + lead.index + 80)).length > 0
  );
}

const TO_WHOM = expression('sharing')`\b${'to-whom'} `;

/** These are named by the occasion: "in connection with a merger", "in response to a subpoena". */
const ANYWHERE: ReadonlySet<string> = new Set(['business-transfer', 'authorities', 'law-enforcement', 'courts']);

/** "Requests by the authorities" names them; "information from authorities" names a source. */
const FROM_AUTHORITY = expression('sharing')`(?<!${'asks'} )${'from-one'} (?:[\w-]+ ){0,2}$`;

/** The words name no one that gets data of people: their sites, those who are protected, the user's own accounts, statistics. */
function isNoRecipient(lower: string, mention: Mention, verb: Range): boolean {
  const { id, range } = mention;
  const after = lower.slice(range.end, range.end + 60).trimStart();
  const before = lower.slice(verb.start, range.start);
  if (isOfAnotherThing(lower, mention)) return true;
  if (id === 'social-networks' && YOURS.test(before)) return true;
  if (id === 'affiliates' && words.pattern('venture').test(lower.slice(range.start, range.end)) && words.pattern('event').test(lower))
    return true;
  if (id === 'public' && !words.pattern('published').test(lower.slice(Math.max(0, range.start - 100), range.start))) return true;
  if (id === 'courts' && words.pattern('no-court-after').test(after)) return true;
  if (COURT.test(lower.slice(range.start, range.end)) && words.pattern('no-court').test(before.slice(-80))) return true;
  // "Internet service provider" is a kind of data; "companies outside our corporate family" are no affiliates.
  if (words.pattern('another-thing-before').test(lower.slice(Math.max(0, range.start - 40), range.start))) return true;
  if (id === 'affiliates' && OUTSIDE.test(lower.slice(Math.max(0, range.start - 40), range.start))) return true;
  // "Dealers and their parent companies" are no companies of the policy's own group; "the Bank" is whose policy it is.
  if (OF_A_BODY.has(id) && isTheirs(lower.slice(Math.max(0, range.start - 80), range.start))) return true;
  if (id === 'financial-institutions' && DEFINITE.test(lower.slice(Math.max(0, range.start - 4), range.end))) return true;
  if (words.pattern('protected').test(before) || words.pattern('figures-after').test(after)) return true;
  return words.pattern('statistics').test(lower.slice(Math.max(0, verb.start - 60), range.start));
}

/** "Third-party websites", "the public interest", "government activities": another thing, named after them. */
function isOfAnotherThing(lower: string, { id, range }: Mention): boolean {
  const next = lower.slice(range.end, range.end + 60);
  const after = next.trimStart();
  if (words.pattern('no-somebody').test(after)) return true;
  if (id === 'third-parties') {
    if (words.pattern('of-the-group').test(after)) return true;
    if (POSSESSIVE.test(next) || OF_THEIRS.test(lower.slice(range.start, range.end))) return true;
    // "Shared with third-party websites": those get it.
    if (words.pattern('no-third-party').test(after))
      return !WITH.test(lower.slice(0, range.start)) && !words.pattern('body-next').test(after);
    return isAdjective(lower.slice(range.start, range.end), next);
  }
  if (id === 'anyone') return words.pattern('no-anyone').test(after);
  if (id !== 'public') return false;
  return (
    words.pattern('no-public').test(after) ||
    (ANYBODY.test(lower.slice(range.start, range.end)) && words.pattern('some-of-all').test(after))
  );
}

/** "Third-party data": what kind of data, and nobody; "third-party payment providers" are somebody. */
function isAdjective(phrase: string, after: string): boolean {
  if (!THIRD.test(phrase) || !NEXT_WORD.test(after)) return false;
  // "Third-party data to our partners": what the noun is ends with what leads to somebody.
  const next = after.trimStart().replace(TO_ANOTHER(), ' ');
  return !words.pattern('body').test(next) && !words.pattern('goes-on').test(next) && !PARTICIPLE.test(after);
}

const TO_ANOTHER = expression('sharing')` ${'to-whom'} .*$`;
const PARTICIPLE = expression('sharing')`^ [a-z]{2,}${'participle-ends'}\b`;

/** Of others, too, there are some: "another company or its affiliates or advisers", "the buyer (and their agents)". */
const OF_A_BODY: ReadonlySet<string> = new Set(['affiliates', 'service-providers', 'professional-advisers']);
const isTheirs = (before: string): boolean => THEIRS.test(before) || OF_ANOTHER_BODY.test(before);
const THEIRS = expression('sharing')`${'theirs'} $`;
const OF_ANOTHER_BODY = expression('sharing')`${'another-body'},? (?:${'shared/joining'} )${'its'} (?:[a-z-]{2,20},? ){0,4}$`;
const DEFINITE = expression('sharing')`^${'own-bank'}$`;
const COURT = expression('sharing')`^${'court'}`;
const OUTSIDE = expression('sharing')`${'outside'} (?:[a-z]{2,9} ){0,2}$|${'non'}-$`;
const ANYBODY = expression('sharing')`${'anybody'}$`;
const POSSESSIVE = /^['’]/;
const OF_THEIRS = /['’]s?$/;
const WITH = expression('sharing')`${'with'} (?:[a-z-]{1,12} ){0,2}$`;
const THIRD = expression('sharing')`${'third'}$`;
const NEXT_WORD = /^ [a-z]/;
const YOURS = expression('sharing')`${'your'} (?:[\w-]+ )?$`;

/** The words before them that say what they are to the verb: the last of these counts, and a comma ends what it leads to. */
function isLedTo(lower: string, verb: Range, { id, range }: Mention): boolean {
  const between = lower.slice(verb.start, range.start).replace(AMOUNT(), ' ');
  const leads = [...between.matchAll(LEADS())];
  for (const lead of leads.reverse()) {
    const end = lead.index + lead[0].length;
    const tail = between.slice(end);
    // "Accessible by", which is one with its verb.
    if (lead.groups?.['whom'] !== undefined || end === verb.end - verb.start) return true;
    // "From advertisers, with partners" and "by us or our partners".
    if (tail.includes(',') || tail.includes(')')) continue;
    if (lead.groups?.['not'] !== undefined || !JOINED.test(tail)) return false;
  }
  return !(id === 'other-users' && YOUR.test(lower.slice(range.start, range.end)));
}

/** `whom`: leads to who gets something; `not`: to another for as long as no comma stands between ("data associated with their services"). */
const LEADS = expression(
  'sharing',
  'g',
)`\b(?:(?<not>${'related'} ${'to-whom'}|${'from-whom'})|(?<whom>${'to-whom'}(?! ${'infinitive'} ))|${'of-what'})(?= )`;
const AMOUNT = expression('sharing', 'g')` ${'amount'} of `;
const JOINED = expression('sharing')`${'shared/joining'}`;
const YOUR = expression('sharing')`^${'your'}`;

/** "Clauses approved by the Commission and the competent authorities": those who approve get nothing. */
const APPROVED = expression('sharing')`${'approved'} by [^,;]{0,60}$`;

/** "Information that we share about our clients and suppliers": whom the data are of, and not who gets them. */
const ABOUT =
  /^(?: (?!with\b|to\b)[^ .;]{1,30}){0,3} (?:about|(?<!based )on|regarding|concerning) (?!(?:you|them|your)\b)(?:(?!\b(?:with|to)\b)[^.;])*$/;

/** Recipients stand before the purpose, the condition or the clause about them. */
function objectEnd(lower: string, from: number): number {
  const stop =
    /\b(?:for (?!example)|who\b|whom\b|that\b|which\b|in order\b|so that\b|because\b|if\b|when\b|in connection\b|in response\b|pursuant\b|to (?:help|provide|make|improve|perform|comply|enable|process|assist|facilitate|protect|prevent|defend|enforce|investigate|detect|deliver|serve|operate|understand|show|send|offer)\b)/g;
  stop.lastIndex = lower.indexOf(' ', from + 1);
  const clause = NEXT_CLAUSE();
  clause.lastIndex = from;
  const next = clause.exec(lower)?.index ?? lower.length;
  const match = stop.lastIndex < 0 ? null : stop.exec(lower);
  // A clause before the recipient ("data that we hold with partners") ends nothing: there must be a "with" or "to" before the stop.
  if (!match || !/\b(?:with|to|among|between)\b/.test(lower.slice(from - 8, match.index))) return next;
  return Math.min(match.index, next);
}

/** "With our partners, and those may": what comes is told of others, or anew. */
const NEXT_CLAUSE = expression(
  'sharing',
  'g',
)`,? ${'clause-joining'} (?:${'somebody'}|${'one-of-them'} (?:[a-z-]{3,20} ){1,3}${'modal'})\b`;

/** "To protect our users and employees", of which nobody is given anything; what a later "with" or "to" leads to is. */
function isProtected(between: string): boolean {
  const infinitive = /^[\s\S]*(?:\bto|\) ?|;|, (?:and|or)?) ?(?:protect|prevent|defend|enforce|investigate|safeguard|secure)\b/.exec(
    between,
  );
  return infinitive !== null && !/\b(?:with|to)\b/.test(between.slice(infinitive[0].length));
}

/** Without a broader class right beside a narrower one: "third-party service providers" are service providers. */
function outermost(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, index) => {
    const next = mentions[index + 1];
    return !(mention.id === 'third-parties' && next && next.range.start - mention.range.end <= 2);
  });
}
