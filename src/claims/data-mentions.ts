/** Which words of a sentence name data, and which data they name where they stand. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts, type Mention } from '../data/ontology.js';
import { overlapsAny } from '../document/range.js';
import type { Range } from '../document/types.js';

/** Concepts of data in the text, without words that mean something else where they stand. */
export function mentionsIn(lower: string, end: number): Mention[] {
  const mentions = findConcepts('data', lower, 0, end);
  if (mentions.length === 0) return mentions;
  const other = words.pattern('not-data').all(lower);
  const others = new Map(words.values('not-concept', lower).map(([id, pattern]) => [id, pattern.all(lower)]));
  const of = words.pattern('of-other').all(lower);
  const from = words.pattern('made-from').all(lower);
  const out = leftOut(lower);
  return mentions.flatMap((mention) => {
    const { id, range } = mention;
    const isOther =
      overlapsAny(other, range) ||
      overlapsAny(others.get(id) ?? [], range) ||
      COMPOUND.test(lower.slice(range.end, range.end + 26)) ||
      (!GENERAL.has(id) && OFFER.test(lower.slice(range.end, range.end + 60))) ||
      (id === 'phone-number' && isDevice(lower, range)) ||
      ACROSS.test(lower.slice(range.start, range.end)) ||
      // "Within the camera's range".
      lower.startsWith("'s ", range.end) ||
      isInAddress(lower, range.start) ||
      isUnder(of, lower, range.start, 2) ||
      isUnder(from, lower, range.start, 24) ||
      isUnder(out, lower, range.start, 70);
    return isOther ? [] : meant(mention, lower);
  });
}

/** "https://example.org/?locale=en": what an address of the web is made of names no data. */
function isInAddress(lower: string, at: number): boolean {
  const from = lower.lastIndexOf(' ', at) + 1;
  return at > from && lower.slice(from, at).includes('://');
}

/** Whether one of the ranges ends at most so many signs before `at`, in the same phrase. */
export function isUnder(ranges: readonly Range[], lower: string, at: number, distance: number): boolean {
  return ranges.some(({ end }) => end <= at && at - end <= distance && !PHRASE_END.test(lower.slice(end, at)));
}

const PHRASE_END = /[;:.()"]/;

/** "Excluding photos" and "how you use tools like our camera": words that take what follows out of what is said to be done. */
function leftOut(lower: string): readonly Range[] {
  const told = words.pattern('only-told').all(lower);
  const out = words.pattern('left-out').all(lower);
  // "Nothing except your name" says that the name is.
  return out.length === 0 || words.pattern('denial').test(lower) ? told : [...told, ...out];
}

/** The mention with the concept that its words stand for there; none where they name no data. */
function meant(mention: Mention, lower: string): readonly Mention[] {
  const { id, range } = mention;
  const named = lower.slice(range.start, range.end);
  const denied = DENIED.exec(lower.slice(Math.max(0, range.start - 20), range.start));
  if (denied) {
    const whole = { start: range.start - denied[0].length, end: range.end };
    if (OF_NOBODY_HERE.test(named)) return [mention];
    return id === 'personal-data' || id === 'identity-data' ? [{ ...mention, id: 'non-personal-data', range: whole }] : [];
  }
  if (id === 'email-address' && words.words('bare-email').has(named)) {
    const as = emailAs(lower, range);
    return as ? [{ ...mention, id: as }] : [];
  }
  if (OF_MANNER.has(id) && !named.includes(' ') && !isOfData(lower, range)) return [];
  if (id === 'identity-data' && named.startsWith('identifier') && !isOfPerson(lower, range))
    return [{ ...mention, id: 'online-identifier' }];
  if (id === 'browser-data' && isOfSystem(lower, range)) return [{ ...mention, id: 'device-data' }];
  return [{ ...mention, id: byContext(lower, mention) ?? id }];
}

/** "Acme Emails" of Acme's is a product (null), and "your Acme account" no account with somebody else. `text` is the sentence as it is written. */
export function asOwn(mention: Mention, text: string, selfNames: readonly string[]): Mention | null {
  const { id, range } = mention;
  if (id === 'third-party-login')
    return selfNames.some((name) => text.startsWith(name, range.start)) ? { ...mention, id: 'account-data' } : mention;
  if (id !== 'communications' || !/^\p{Lu}\p{Ll}/u.test(text.slice(range.start))) return mention;
  return selfNames.some((name) => text.slice(0, range.start).endsWith(`${name} `)) ? null : mention;
}

/** By the data that their words name first, the groups that tell what is meant; a value of theirs is the id of a concept. */
const CONTEXTS: Readonly<Record<string, string>> = {
  'chat-messages': 'conversed',
  'ai-prompts': 'asked',
  'postal-address': 'written',
  'support-messages': 'fed-back',
  'usage-data': 'served',
  voice: 'transcribed',
};

/** "We record the conversation": heard, and no chat. "Feedback and survey responses": of a survey, and not for support. */
function byContext(lower: string, { id, range: { start, end } }: Mention): string | undefined {
  const group = CONTEXTS[id];
  if (group === undefined) return undefined;
  const [before, after] = [lower.slice(Math.max(0, start - 60), end), lower.slice(start, end + 40)];
  return words.values(group).find(([, wording]) => wording.test(before) || wording.test(after))?.[0];
}

/** "The version of the operating system, region and language settings": what is told of first is no browser. */
function isOfSystem(lower: string, { start, end }: Range): boolean {
  const named = lower.slice(start, end);
  if (words.pattern('browser').test(named) || !words.pattern('settings-of').test(named)) return false;
  const before = lower.slice(0, start);
  const system = words.pattern('device-or-system').find(before);
  const browser = words.pattern('browser').find(before);
  return system !== null && (browser === null || system.start < browser.start);
}

/** How data are: words for it that stand alone describe something else as well. */
const OF_MANNER: ReadonlySet<string> = new Set(['aggregated-data', 'anonymous-data', 'pseudonymous-data', 'deidentified-data']);

/** "Anonymised and aggregated data", but not "data are anonymised" or "an anonymised bundle". */
function isOfData(lower: string, { start, end }: Range): boolean {
  if (words.words('of-itself').has(lower.slice(start, end))) return true;
  const after = (lower.slice(end, end + 90).split(/[.;:()]/)[0] ?? '').trimStart();
  const noun = words.pattern('manner-of').find(after);
  return noun !== null && !words.pattern('manner-ends').test(after.slice(0, noun.end));
}

/** "Non-user data" are of persons as well. */
const OF_NOBODY_HERE = expression('data-category')`^${'of-users'} `;
/** "Non-identifying", "non-personally-identifying". */
const DENIED = expression('data-category')`\b${'non'}-?(?:${'personally'}[ -])?$`;

/** An address beside other data of a person or alone in its entry; a message beside other messages; otherwise a way of writing. */
function emailAs(lower: string, { start, end }: Range): string | null {
  const before = lower.slice(Math.max(0, start - 40), start);
  const after = lower.slice(end, end + 60);
  if (before.trim() === '' && /^ ?(?:$|[^\w\s])/.test(after)) return 'email-address';
  const phraseBefore = before.slice(lastBreak(before) + 1);
  const nearest = words.pattern('address-before').all(phraseBefore).at(-1);
  if (nearest && /^[\s,("'/-]*$/.test(phraseBefore.slice(nearest.end)) && !lower.startsWith('s', end)) return 'email-address';
  const joined = JOINED.exec(after)?.[1];
  if (joined !== undefined && words.pattern('address-after').test(joined)) return 'email-address';
  const isPlural = lower.startsWith('s', end - 1);
  return words.pattern('message-beside').test(`${phraseBefore} ${joined ?? (isPlural ? after : '')}`) ? 'communications' : null;
}

const JOINED = expression('data-category')`^(?: ?\)|, | ${'shared/joining'} | ?\/ ?|; )(.{0,30})`;

const lastBreak = (text: string): number => Math.max(text.lastIndexOf(';'), text.lastIndexOf(':'), text.lastIndexOf('. '));

/** "Identifiers such as your name" and the entry "Identifiers" are of people; those in cookies, or beside IP addresses, of devices. */
function isOfPerson(lower: string, { start, end }: Range): boolean {
  const before = lower.slice(Math.max(0, start - 60), start);
  if (OF_PERSON_BEFORE.test(before)) return true;
  if (words.pattern('of-device').test(before)) return false;
  const after = lower.slice(end, end + 80);
  if (words.pattern('of-person').test(after)) return true;
  return before.length < 4 && !OF_OTHERS.test(after) && !words.pattern('of-device').test(after);
}

const words = lexicon('data-category');
const OF_PERSON_BEFORE = expression('data-category')`\b${'of-person-before'} $`;
/** "Identifiers of users whom you have blocked". */
const OF_OTHERS = expression('data-category')`^ ${'of-others'} `;

/** "Employer, data vendors": a phrase may hold a comma only before "and" or "or". */
const ACROSS = expression('data-category')`,(?! ${'shared/joining'}\b)`;

/** "Location-based offers" are no location; "location-based data" is. */
const COMPOUND =
  /^-(?:to-|(?:based|aware)\b(?! (?:information|data)\b)|(?:enabled|free|standard|best|leading|driven|compatible|friendly|protected|recogni[sz]ed)\b)/;

/** "Session recording and remote access services": who or what deals with such things. */
const OFFER =
  /^(?:(?: and| or|\/) ?[a-z-]{2,15}(?: [a-z-]{2,15})?)?(?: [a-z]{3,12}ing)? (?:services|service providers?|providers|companies|vendors|agencies|software|processors|solutions|gateways?)\b(?! (?:you|we|used(?! (?:for|to)\b)|purchased|that you)\b)/;
const GENERAL: ReadonlySet<string> = new Set(['personal-data', 'usage-data']);

/** "What your phone sends" is about a thing; "name, phone and address" about its number. */
const isDevice = (lower: string, { start, end }: Range): boolean =>
  /^(?:tele)?phone$/.test(lower.slice(start, end)) &&
  (!/^(?:$|[,.;:)/]| (?:and|or|\())/.test(lower.slice(end, end + 5)) ||
    /\b(?:(?:on|from|in|to|with|of|over|by) (?:your |the |a |my |their )?|mobile |smart |cell )$/.test(
      lower.slice(Math.max(0, start - 16), start),
    ));
