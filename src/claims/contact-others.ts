/** Whether an address in the text is somebody else's: an authority's, a mediator's, a representative's. */
import { isAuthorityHost } from '../data/authorities.js';
import { lexicon } from '../data/lexicon.js';
import { nameWords } from '../data/name-words.js';
import type { Sentence } from '../document/types.js';
import { keyOfName } from './names.js';

const words = lexicon('contact');

/** An authority's or a mediator's address, unless the sentence offers the controller's own beside it. */
export function isOthers(
  sentence: Sentence,
  email: string | null,
  sentences: readonly Sentence[],
  selfNames: readonly string[] = [],
): boolean {
  if (email && !isOwnHost(email, selfNames) && isAuthoritysOrRepresentatives(email)) return true;
  const own = /\b(?:us|our|we|me)\b/;
  if (isSomebodyElse(sentence.lower)) return !own.test(sentence.lower.replace(OVERSEEN, ' '));
  const { leadIn, table, section } = sentence.block;
  const ofRepresentatives = words.pattern('representative-title').at(section.title.toLowerCase().replace(NUMBERING, '').trim(), 0);
  if (ofRepresentatives && !own.test(sentence.lower)) return true;
  if (table && isOfRepresentatives(sentence, sentences)) return true;
  if (leadIn && sentence.text.length < 120 && isSomebodyElse(leadIn.lower) && !/\b(?:contact|email|write to|reach) us\b/.test(leadIn.lower))
    return true;
  const last = sentences[sentence.index - 1];
  const goesOn = last !== undefined && last.block.section === sentence.block.section && !/[.!?:]$/.test(last.text) && last.text.length > 60;
  if (goesOn && sentence.text.length < 120 && isSomebodyElse(last.lower) && !own.test(sentence.lower)) return true;
  // A bare line ("Email: ...") belongs to whom the lines before it name.
  if (sentence.text.length > BARE) return false;
  for (let back = 1; back <= FARTHEST; back++) {
    const before = sentences[sentence.index - back];
    if (before === undefined || before.block.section !== sentence.block.section) return false;
    if (isSomebodyElse(before.lower)) {
      const asksUs = /\b(?:contact|email|write to|reach) us\b/.test(before.lower);
      if (!asksUs || /\brepresentative\b[^.]{0,60}:$/.test(before.lower)) return true;
    }
    // The lines of an address: what they are of stands before them all.
    if (back > 1 && (before.text.length > BARE || before.block.kind === 'heading')) return false;
  }
  return false;
}

const NUMBERING = /^[\d.)(\s]{1,8}/;

/** Characters of a line that says no more than a number or an address. */
const BARE = 70;
/** How far back the words that lead to the lines of an address may stand. */
const FARTHEST = 8;

function isAuthoritysOrRepresentatives(email: string): boolean {
  const host = email.slice(email.indexOf('@') + 1);
  return isAuthorityHost(host) || AUTHORITY_MAILBOX.test(email) || isNamedAsRepresentative(host);
}

const AUTHORITY_MAILBOX =
  /@(?:[a-z0-9-]{1,40}\.){0,4}(?:gov|gouv|govt|europa)(?:\.[a-z]{2})?(?:\.[a-z]{2})?$|@(?:[a-z0-9-]{1,40}\.){0,2}(?:ico\.org|edpb|cnil|dataprotection\.ie|datatilsynet|garanteprivacy|uodo)|@[^@]{0,60}(?:regulator|commissioner|ombuds|authority|gdpr-?rep|eu-?rep|data-?rep)|^(?:[a-z]{2,7}[._-]?)?(?:data)?rep(?:resentative)?(?:[._][a-z]{1,20})?@/;
const representatives = nameWords('representatives');

/** An address that names one of the companies that are representatives of others by trade. */
export function isNamedAsRepresentative(lower: string): boolean {
  const key = lower.replace(/[^a-z0-9-]/g, '');
  for (const service of representatives) if (key.includes(service)) return true;
  return false;
}

/** A public body's own mailbox: a part of the domain begins one of its names. */
function isOwnHost(email: string, selfNames: readonly string[]): boolean {
  const parts = email.slice(email.indexOf('@') + 1).split('.');
  return (
    parts.some((part) => PUBLIC_ENDINGS.has(part)) &&
    selfNames.some((name) => parts.some((part) => part.length > 4 && keyOfName(name).startsWith(part)))
  );
}

const PUBLIC_ENDINGS: ReadonlySet<string> = new Set(['gov', 'gouv', 'govt']);

/** The row of headers names representatives; where a table has none, its first row. */
function isOfRepresentatives({ block, index }: Sentence, sentences: readonly Sentence[]): boolean {
  const table = block.table?.table;
  if (table === undefined) return false;
  const known = ofRepresentatives.get(sentences) ?? new Map<number, boolean>();
  ofRepresentatives.set(sentences, known);
  const before = known.get(table);
  if (before !== undefined) return before;
  let first = index;
  while (sentences[first - 1]?.block.table?.table === table) first--;
  const row = sentences[first]?.block.table?.row;
  let found = false;
  for (let at = first; !found && sentences[at]?.block.table?.table === table && sentences[at]?.block.table?.row === row; at++)
    found = words.pattern('representative-column').test(sentences[at]?.lower ?? '');
  known.set(table, found);
  return found;
}

/** By the number of the table; asked of each of its cells. */
const ofRepresentatives = new WeakMap<readonly Sentence[], Map<number, boolean>>();

/** "The authority competent for us", "our supervisory authority": "us" is here whom it watches over. */
const OVERSEEN =
  /\b(?:competent|responsible) (?:for|over) us\b|\bour (?:lead |local |competent )?(?:supervisory|data protection) authority\b/g;

/** Whether the words are those of an authority, a mediator or a representative. */
export function isSomebodyElse(lower: string): boolean {
  const other = words.pattern('others-address').test(lower) && !words.pattern('registered-with').test(lower);
  return other || words.pattern('representative').test(lower);
}

/** "Complain to our supervisory authority: ..., phone ...": what stands behind the authority is the authority's. */
export function isBehindAuthority(lower: string, at: number): boolean {
  const authority = words.pattern('others-address').find(lower);
  if (!authority || authority.end > at) return false;
  return !/\b(?:contact|call|email|e-mail|write to|reach|or|telephone|phone) us\b/.test(lower.slice(authority.end, at));
}

/** "Contact Larkbox directly at help@larkbox.test", in the policy of somebody else: the name before the address is in its domain. */
export function isOfNamedOther(
  sentence: Sentence,
  email: { readonly start: number; readonly value: string | null },
  selfNames: readonly string[],
): boolean {
  const host = (email.value?.split('@')[1] ?? '').replace(/[^a-z0-9]/g, '');
  if (selfNames.length === 0 || selfNames.some((name) => host.includes(keyOfName(name).slice(0, 8)))) return false;
  const from = Math.max(0, email.start - 70);
  if (!words.pattern('whose-mailbox').test(`${sentence.lower.slice(from, email.start).trimEnd()} `)) return false;
  const names = sentence.text.slice(from, email.start).match(/\p{Lu}[\p{L}\d]{3,30}/gu) ?? [];
  return names.some((name) => host.startsWith(name.toLowerCase()));
}
