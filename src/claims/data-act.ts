/** Who does what with data: the verbs of a sentence. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Range, Sentence } from '../document/types.js';
import { clauseOpening, isConditional, lastBefore } from './clause.js';
import { isOfDefinitions, isOfRights, isTitleOrQuestion } from './passage.js';
import { remember } from './remember.js';
import type { Action } from './types.js';

export interface DataAct {
  readonly action: Action;
  /** The verb, in offsets of the sentence. */
  readonly range: Range;
  /** "is collected": what it is done to stands before it. */
  readonly passive: boolean;
  /** "You provide": what people give, within what somebody does with it. */
  readonly given?: boolean;
  /** Where those follow to whom it is given: no data are named behind. */
  readonly until?: number;
}

/** What the controller does with data in a sentence; what others do there is left out. */
export function dataActs(sentence: Sentence, selfNames: readonly string[]): readonly DataAct[] {
  const known = actsOf.get(sentence);
  if (known?.selfNames === selfNames) return known.acts;
  const acts = readActs(sentence, selfNames);
  actsOf.set(sentence, { selfNames, acts });
  return acts;
}

/** Data and purposes are read from the same sentences. */
const actsOf = new WeakMap<Sentence, { selfNames: readonly string[]; acts: readonly DataAct[] }>();

function readActs(sentence: Sentence, selfNames: readonly string[]): DataAct[] {
  const { lower } = sentence;
  if (isOfDefinitions(sentence.block) || isOfAnother(sentence, selfNames)) return [];
  if (words.pattern('definition').test(lower.replace(NUMBERED, '').replace(/["”](?= )/, '')) && !FIRST_PERSON.test(lower)) return [];
  if (isTitleOrQuestion(lower) || words.pattern('not-a-statement').test(lower) || isOfOthers(sentence)) return [];
  if (sentence.block.kind === 'item' && sentence.block.leadIn && words.pattern('not-applying').test(sentence.block.leadIn.lower)) return [];
  const acts: DataAct[] = [];
  const safe = words.pattern('kept-safe').all(lower);
  const told = [...words.pattern('presupposed').all(lower), ...safe.filter(({ end }) => AFTER_SAFE.test(lower.slice(end)))];
  for (const { action, found, until } of activeIn(lower)) {
    const range = withoutSubject(lower, found);
    if (
      isFirstParty(sentence, range.start, selfNames) &&
      !isMeans(action, lower, range.start) &&
      !isAsked(lower, range.start) &&
      !isGivenToUser(action, lower, range.start) &&
      !isSignIn(lower, range) &&
      !isNoun(lower, range) &&
      !isLooseGerund(lower, range) &&
      !overlapsAny(told, range)
    )
      acts.push({ action, range, passive: false, ...(until === undefined ? {} : { until }) });
  }
  for (const [action, pattern] of words.values('passive', lower))
    for (const range of pattern.all(lower))
      if (isPassive(lower, range.start) && !isByOthers(lower, range.end) && !isAsked(lower, range.start) && !overlapsAny(told, range))
        acts.push({ action: action as Action, range, passive: true });
  const given = words.pattern('given').all(lower);
  const others = given.length > 0 ? words.pattern('not-given').all(lower) : [];
  for (const range of given)
    if (!isInCondition(lower, range.start) && !overlapsAny(others, range))
      acts.push({ action: 'collect', range, passive: false, given: true });
  return acts.sort((a, b) => a.range.start - b.range.start);
}

/** The verbs of a sentence that may have data for their object; "provide" only where it says to whom: "provide [your name] to our sponsors". */
function* activeIn(lower: string): Generator<{ action: Action; found: Range; until?: number }> {
  for (const [action, pattern] of words.values('active', lower))
    for (const found of pattern.all(lower)) yield { action: action as Action, found };
  const none = words.pattern('provides-no-data').all(lower);
  for (const { start, end } of words.pattern('provides-to').all(lower)) {
    if (none.some((range) => range.start === start)) continue;
    const verb = lower.indexOf(' ', start);
    yield { action: 'share', found: { start, end: verb }, until: lower.lastIndexOf(' to ', end) };
  }
}

/** Also in the bracket of a condition: "if you write to a sponsor (e.g. you enter your name)". */
function isInCondition(lower: string, at: number): boolean {
  const example = EXAMPLE.exec(lower.slice(Math.max(0, at - LONGEST_OPENING), at))?.[0].length ?? 0;
  return isConditional(lower, at) || (example > 0 && isConditional(lower, at - example));
}
const LONGEST_OPENING = 20;

const words = lexicon('data-act');

const EXAMPLE = expression('data-act')`\(${'such-as'},? $`;

/** "Acme Ads can do so because it stores ...": what "it" is stands at the head of the sentence. */
const isOfAnother = ({ text, lower }: Sentence, selfNames: readonly string[]): boolean =>
  /\bit [a-z]/.test(lower) && !/\b(?:we|our|us)\b/.test(lower) && NAMED.test(text) && !selfNames.some((name) => text.startsWith(name));

const NAMED =
  /^(?!(?:The|This|That|These|Our|We|It|Its|If|When|While|Where|Your|You|Any|All|Some|As|A|An|In|For|To|By|On|At|No|Personal|Data|Information|Cookies|Each|Such|Only|Then|However|Please)\b)[A-Z][A-Za-z0-9]{2,20}(?: [A-Z][A-Za-z0-9]{1,20})? (?:is|may|can|will|does|has|uses)\b/;

const AFTER_SAFE = expression('data-act')`^(?:$|[^a-z ]| ${'after-safe'}(?: |$))`;

/** What stands before the first word: numbers and quotation marks. */
const NUMBERED = /^[^a-z]{1,12}/;

/** "Cookies are small files that are used to remember you" says what they are, and not that anybody uses them here. */
const FIRST_PERSON = /\b(?:we|our|us|my|this (?:app|site|website|service))\b/;

/** Items of rights, recipients and the like: a verb at their head is not the controller's. What "we" do further on is. */
const isOfOthers = ({ block, lower }: Sentence): boolean =>
  isOfRights(block) ||
  (block.leadIn !== null &&
    block.kind === 'item' &&
    !lower.startsWith('we ') &&
    words.pattern('not-data-lead-in').test(block.leadIn.lower));

/** Of the subjects before the verb, back to the clause's start, the nearest is the controller. */
function isFirstParty(sentence: Sentence, verb: number, selfNames: readonly string[]): boolean {
  const { lower, text } = sentence;
  const start = Math.max(clauseOpening(lower, verb), verb - 90);
  const subject = subjectBefore('first-subject', lower, start, verb, 7);
  const clause = Math.max(clauseOpening(lower, verb), verb - LONGEST_SENTENCE_OF_OTHERS);
  const first = subject && isPlaceOfOthers(lower, clause, subject) ? undefined : subject;
  const far = subjectBefore('third-subject', lower, start, verb, 7);
  // "An ad server may also be able to": the server is the one that is named so, however far in its clause.
  const other =
    far && far.end === first?.end && !lower.slice(far.end, verb).includes(',')
      ? far
      : subjectBefore('third-subject', lower, start, verb, 5);
  // "Google" is no third party in its own policy.
  const third = other && !isOwnName(text.slice(other.start, other.end), selfNames) ? other : undefined;
  if (third && (!first || third.end >= first.end)) return false;
  const before = lower.slice(Math.max(0, verb - 40), verb);
  if (OTHERS_DO.test(before) || ANY_APP.test(before)) return false;
  if (first && !HIRED.test(lower.slice(Math.max(0, first.start - 3), first.end + 6))) return true;
  // "You can use Acme to receive messages": who does it comes first.
  if (YOU_MAY.test(lower.slice(start, verb))) return false;
  const original = text.slice(start, verb);
  if (selfNames.some((name) => original.includes(name))) return true;
  // A verb at the head of an item, whose subject stands in the lead-in.
  return (
    original.trim() === '' && sentence.block.kind === 'item' && /\b(?:we|our|app|service|it|i)\b/.test(sentence.block.leadIn?.lower ?? '')
  );
}

/** "A sponsor may run a contest on the website and collect": where it is run, and not who collects. */
function isPlaceOfOthers(lower: string, start: number, { start: from, end }: Range): boolean {
  if (USED_BY.test(lower.slice(Math.max(start, from - 40), end))) return !WITH_OTHERS.test(lower.slice(start, from));
  if (!PLACED.test(lower.slice(Math.max(start, from - 16), end))) return false;
  const other = lastBefore(subjects['third-subject'](lower), from);
  return other !== undefined && other.start >= start && !WITH_US.test(lower.slice(Math.max(0, other.start - 40), other.start));
}

/** "Customers who use our rowing product use it". */
const USED_BY = expression('data-act')`\b${'those-who'} ${'use-it'} ${'determiner'}(?: [a-z-]{1,20}){0,4}$`;
const PLACED = expression('data-act')`\b${'place'} (?:${'determiner'} )?(?:${'site'}|${'determiner'})$`;
const LONGEST_SENTENCE_OF_OTHERS = 160;
const WITH_OTHERS = expression('data-act')`\b${'we-too'},? ${'shared/joining'} `;
/** "We and our partners on the site use it". */
const WITH_US = expression('data-act')`\b${'we-too'},? (?:${'shared/joining'}|,) (?:[a-z'-]{1,16} ){0,3}$`;

const ANY_APP = expression('data-act')`\b${'any-one'} (?:[a-z-]{1,16} ){0,3}${'one'} (?:${'may'} )?$`;

const YOU_MAY = expression('data-act')`\b${'you-may'} [^,;]*$`;

/** "Providers used by us will": whose act it is stands before. */
const HIRED = /\bby us (?:will|may|can|shall|must|only|are)/;

const isOwnName = (name: string, selfNames: readonly string[]): boolean =>
  /^[A-Z]/.test(name) && selfNames.some((own) => own.includes(name) || name.includes(own));

/** The last of these subjects between two offsets, at most so many words before the second. */
function subjectBefore(name: keyof typeof subjects, lower: string, start: number, verb: number, distance: number): Range | undefined {
  const subject = lastBefore(subjects[name](lower), verb);
  return subject && subject.start >= start && lower.slice(subject.end, verb).split(' ').length <= distance + 1 ? subject : undefined;
}

/** "To learn how we use cookies", "you care why it is shared": that something is told, and not that it is so. */
function isAsked(lower: string, verb: number): boolean {
  const asks = lastBefore(asksIn(lower), verb);
  if (!asks) return false;
  const between = lower.slice(asks.end, verb);
  // "Partners with whom we work, use cookies": the comma ends what is said of the partners.
  if (asks.end - asks.start > 8 && between.includes(',')) return false;
  return between.length < 90 && between.split(' ').length <= 9 && !OWN_CLAUSE.test(between);
}

const asksIn = remember((lower) => words.pattern('asks').all(lower));
/** A comma goes on with the question only in a list of its verbs: "how we collect, store and use". */
const OWN_CLAUSE = /[;:.()]|, (?!(?:(?:and|or|may|make|otherwise|share|disclose|[a-z]{2,12}(?:,| and| or| \/)) ?){0,8}$)/;

/** "We ask for": of words that hold their subject, the verb. */
function withoutSubject(lower: string, { start, end }: Range): Range {
  const subject = subjects['first-subject'](lower).find((range) => range.start <= start && range.end > start && range.end < end);
  return subject ? { start: subject.end + 1, end } : { start, end };
}

/** "We send you e-mails": what people are given is not what is done with their data. */
const isGivenToUser = (action: string, lower: string, start: number): boolean =>
  action === 'share' && GIVEN.test(lower.slice(start, start + 40));

/** "Users may share", "contact us using the form": whoever the clause before speaks of. */
const OTHERS_DO =
  /\b(?:(?:you|users?|customers?|members?|visitors?|players|guests?|subscribers?|participants?|individuals|people) (?:(?:can|may|might|could|will|also|often|then|to) ){0,2}|(?:contact|reach|write to|e-?mail|call|notify) (?:us|me) (?:[a-z]{1,12} ){0,3})$/;

/** "The verification process", "any request", "the app store": words that are no verb where they stand. */
const isNoun = (lower: string, { start, end }: Range): boolean =>
  (/(?:^use|ing)$/.test(lower.slice(start, end)) &&
    lower.startsWith(' of ', end) &&
    !/\bmakes? $/.test(lower.slice(Math.max(0, start - 8), start))) ||
  (NOUN.test(lower.slice(start, end)) &&
    ((lower.slice(start, end) === 'store' &&
      /\b(?:app|play|web|online|retail|chrome|microsoft) $/.test(lower.slice(Math.max(0, start - 8), start))) ||
      /\b(?:the|a|an|any|your|our|such|of|its|their|each|no|every|verification|registration|checkout|legal|due|review|hiring|onboarding|transfer|management|vetting|selection|approval) $/.test(
        lower.slice(Math.max(0, start - 16), start),
      ) ||
      /^(?:,| and| or) (?:and |or )?(?:procedures|policies|systems|controls|practices|protocols)\b/.test(lower.slice(end, end + 24))));

const NOUN = /^(?:process(?:es)?|records?|logs?|requests?|stores?|shares?|access(?:es)?|tracks?|captures?|archive|cache|trades?)$/;

/** "Sites using cookies": what is in -ing without a word before it that leads on to it is said of others. */
const isLooseGerund = (lower: string, { start, end }: Range): boolean => {
  if (!lower.startsWith('ing', end - 3)) return false;
  const before = /([a-z'/]+) ?$/.exec(lower.slice(Math.max(0, start - 24), start))?.[1];
  // "Across the apps, sharing with friends": a thing among others, where nobody is said to do it.
  if (before === undefined && AFTER_THING.test(lower.slice(Math.max(0, start - 24), start)))
    return !FIRST_PERSON.test(lower.slice(0, start));
  if (before === undefined || before.endsWith('ly') || words.words('before-gerund').has(before)) return false;
  // "We count visits using cookies".
  return !words.words('with-means').has(lower.slice(start, end)) || !FIRST_PERSON.test(lower.slice(0, start));
};

const AFTER_THING = /s, $/;

/** "Log in with your account": nothing is logged. */
const isSignIn = (lower: string, { start, end }: Range): boolean =>
  lower.startsWith('log', start) && /^(?: you| users?| them)? (?:in|into|onto|out|off)\b(?! our\b)/.test(lower.slice(end, end + 16));

const GIVEN =
  /^(?:send|sends|provide|provides|give|gives|transmit|transmits)(?: or \w{1,12})? (?:you|our users|users|customers|members|him or her)\b/;

const subjects = {
  'first-subject': remember((lower) => words.pattern('first-subject').all(lower)),
  'third-subject': remember((lower) => words.pattern('third-subject').all(lower)),
};

/** "We use your address to send invoices": sending is what for, not what is done with data. Collecting by some means is both. */
const isMeans = (action: string, lower: string, verb: number): boolean =>
  (action === 'share' || action === 'use') &&
  / (?:to|and|or) $/.test(lower.slice(Math.max(0, verb - 5), verb)) &&
  !NOT_TO.test(lower.slice(Math.max(0, verb - 12), verb)) &&
  / to /.test(lower.slice(0, verb));

/** "We take care not to share it": no end of what is done. */
const NOT_TO = expression('data-act')`\b${'not-to'} $`;

const isPassive = (lower: string, verb: number): boolean =>
  !/\b(?:need|needs|needed|ought|have|has|having|supposed) to be $/.test(lower.slice(Math.max(0, verb - 20), verb)) &&
  /\b(?:is|are|be|been|being|was|were|not|never|automatically|also|may be|can be|will be|get|gets)(?: (?:also|only|automatically|not|never|always|then|therefore|being|securely|temporarily|either|permanently|normally|generally|typically|usually|solely|otherwise)){0,2} $/.test(
    lower.slice(Math.max(0, verb - 60), verb),
  );

const isByOthers = (lower: string, end: number): boolean =>
  /^ (?:\w{1,20} ){0,3}?by (?!us\b|our\b|the (?:app|site|service|website)\b(?! [a-z]+[eo]rs?\b)|you\b|we\b|default\b|automat|law\b|means\b)/.test(
    lower.slice(end, end + 60),
  );
