import { isAuthorityHost } from '../data/authorities.js';
import { lexicon } from '../data/lexicon.js';
import { vendorOf } from '../data/registry.js';
import type { Block, Link, Range, Sentence } from '../document/types.js';
import { emailsIn, linkedEmail } from './email.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { withoutLegalForm } from './names.js';
import { mayBeAddress, postalAddressIn } from './postal.js';
import type { Channel, Claim, ClaimOf } from './types.js';

/** The ways to reach the controller: each address, number, form or channel that the text gives. */
export const contact: Extractor<'contact'> = {
  kind: 'contact',
  *extract(sentence, context) {
    if (sentence.block.kind === 'heading') return;
    const { sentences } = context.document;
    yield* emails(sentence, sentences);
    yield* phones(sentence, sentences);
    yield* addresses(sentence, context);
    yield* channels(sentence, context);
  },
  *finish(context, found) {
    yield* linked(context, found);
    const { sentences } = context.document;
    for (const sentence of sentences) {
      const { text, block } = sentence;
      if (text.length >= LONGEST_ADDRESS || block.kind === 'heading') continue;
      // A number alone on its line holds no word that would have called for a look ...
      if (text.length < LONGEST_NUMBER && DIALLED.test(text)) yield* phones(sentence, sentences);
      // ... nor does an address, where streets are not called so: "Havnegade 12, 8000 Aarhus".
      if (mayBeAddress(text)) yield* addresses(sentence, context);
    }
  },
  refine: (found) => withoutRepeats(found),
};

const words = lexicon('contact');

/** Characters of a line that is nothing but a number, or an address. */
const LONGEST_NUMBER = 40;
const LONGEST_ADDRESS = 160;

function* addresses(sentence: Sentence, context: ExtractContext): Iterable<Draft<'contact'>> {
  const { sentences, text } = context.document;
  const postal = isOthers(sentence, null, sentences) ? null : postalAddressIn(sentence, sentences);
  if (!postal || isVendorsAddress(sentence, context, postal)) return;
  const value = text.slice(postal.start, postal.end).replace(/\n/g, ', ').replace(SENT_TO, '');
  yield draft('post', postal, value.replace(/[,.\s]{1,8}$/, ''));
}

/** "send it to Acme Ltd, 1 High Street": the words before the address. */
const SENT_TO =
  /^(?:[Ff]ind us at |(?:(?:it|them|(?:your|a|the) (?:written )?(?:request|letter|inquiry|enquiry|notice)s?|requests?|letters?|mail) )?(?:to|at|by mail(?: to| at)?) )(?:the )?(?=\p{Lu}|\d)/u;

/** "Complain to our supervisory authority: ..., phone ...": what stands behind the authority is the authority's. */
function isBehindAuthority(lower: string, at: number): boolean {
  const authority = words.pattern('others-address').find(lower);
  if (!authority || authority.end > at) return false;
  return !/\b(?:contact|call|email|e-mail|write to|reach|or|telephone|phone) us\b/.test(lower.slice(authority.end, at));
}

/** "Google LLC, 1600 Amphitheatre Parkway": where a recipient is, not where to write to the controller. */
function isVendorsAddress(sentence: Sentence, { document, selfNames }: ExtractContext, { start, end }: Range): boolean {
  if (/\bcontact\b/i.test(sentence.block.section.title)) return false;
  const [first = ''] = document.text.slice(start, end).split(/[,\n]/);
  const vendor = vendorOf(withoutLegalForm(first.trim()));
  return vendor !== undefined && !vendor.ambiguous && !selfNames.some((name) => vendorOf(name)?.vendor === vendor.vendor);
}

function* emails(sentence: Sentence, sentences: readonly Sentence[]): Iterable<Draft<'contact'>> {
  const found = emailsIn(sentence.lower);
  if (found.length === 0 || isOthers(sentence, found[0]?.value ?? null, sentences)) return;
  for (const email of found) {
    // "@keeper@tidewater.social" is a name in a network of servers.
    if (isBehindAuthority(sentence.lower, email.start)) continue;
    if (
      words.pattern('for-example').test(sentence.lower.slice(Math.max(0, email.start - 60), email.start)) &&
      !words.pattern('get-in-touch').test(sentence.lower)
    )
      continue;
    const isHandle = sentence.lower.charAt(email.start - 1) === '@';
    const range = { start: sentence.start + email.start, end: sentence.start + email.end };
    const linked = email.value === null ? linkAt(sentence.block, range)?.value : undefined;
    const value = email.value ?? linked ?? undefined;
    if (isHandle && value) yield draft('messaging', range, `@${value}`);
    else yield value ? draft('email', range, value) : { ...draft('email', range), value: { channel: 'email', redacted: true } };
  }
}

const AUTHORITY_MAILBOX =
  /@(?:[a-z0-9-]{1,40}\.){0,4}(?:gov|gouv|govt|europa)(?:\.[a-z]{2})?(?:\.[a-z]{2})?$|@(?:[a-z0-9-]{1,40}\.){0,2}(?:ico\.org|edpb|cnil|dataprotection\.ie|datatilsynet|garanteprivacy|uodo)|@[^@]{0,60}(?:regulator|commissioner|ombuds|authority|gdprrep|eurep)/;

/** An authority's or a mediator's address, unless the sentence offers the controller's own beside it. */
function isOthers(sentence: Sentence, email: string | null, sentences: readonly Sentence[]): boolean {
  if (email && (isAuthorityHost(email.slice(email.indexOf('@') + 1)) || AUTHORITY_MAILBOX.test(email))) return true;
  const own = /\b(?:us|our|we|me)\b/;
  if (isSomebodyElse(sentence.lower)) return !own.test(sentence.lower.replace(OVERSEEN, ' '));
  const { leadIn } = sentence.block;
  if (leadIn && sentence.text.length < 120 && isSomebodyElse(leadIn.lower) && !/\b(?:contact|email|write to|reach) us\b/.test(leadIn.lower))
    return true;
  // A bare line ("Email: ...") belongs to whom the lines before it name.
  if (sentence.text.length > 70) return false;
  return [1, 2].some((back) => {
    const before = sentences[sentence.index - back];
    return (
      before !== undefined &&
      before.block.section === sentence.block.section &&
      isSomebodyElse(before.lower) &&
      (!/\b(?:contact|email|write to|reach) us\b/.test(before.lower) || /\brepresentative\b[^.]{0,60}:$/.test(before.lower))
    );
  });
}

/** "The authority competent for us", "our supervisory authority": "us" is here whom it watches over. */
const OVERSEEN =
  /\b(?:competent|responsible) (?:for|over) us\b|\bour (?:lead |local |competent )?(?:supervisory|data protection) authority\b/g;

function isSomebodyElse(lower: string): boolean {
  const other = words.pattern('others-address').test(lower) && !words.pattern('registered-with').test(lower);
  return other || words.pattern('representative').test(lower);
}

function* phones(sentence: Sentence, sentences: readonly Sentence[]): Iterable<Draft<'contact'>> {
  if (!DIALLED.test(sentence.text) || isOthers(sentence, null, sentences)) return;
  for (const match of sentence.text.matchAll(PHONE)) {
    const value = match[0].trim();
    const digits = value.replace(/\D/g, '').length;
    if (digits < 7 || digits > 15 || /^\d{4}-\d{2}-\d{2}$|^(?:19|20)\d\d[ -–]{1,3}(?:19|20)\d\d$/.test(value)) continue;
    const before = `${sentence.lower.slice(Math.max(0, match.index - 60), match.index).replace(/[:("]/g, ' ')} `.replace(/ {1,8}$/, ' ');
    const range = { start: sentence.start + match.index, end: sentence.start + match.index + value.length };
    if (words.pattern('fax').test(before) || isBehindAuthority(sentence.lower, match.index)) continue;
    const labelled = words.pattern('phone-label').test(before) || /^(?:phone|tel|call|mobile|contact)/.test(labelOf(sentence.block));
    const international = value.startsWith('+') && digits >= 10;
    const bare = NATIONAL.test(value) && isInContactBlock(sentence);
    if (labelled || international || bare || linkAt(sentence.block, range, 'tel:')) yield draft('phone', range, value);
  }
}

/** Three digits in a row, or pairs as the French write them: "01 89 16". */
const DIALLED = /\d{3}|\d\d[ .-]\d\d/;
const PHONE = /(?:\(\+|\+ ?|\b|\()\d(?:[\d ().–-]| \/ ?|(?<=^0\d{2,5}|\D0\d{2,5})\/){5,20}\d(?:(?: ?(?:ext|x)\.? ?\d{1,5})\b)?/g;

/** "(209) 555-0123", "1-800-555-0123", "020 7946 0018": as numbers are written for people to dial. */
const NATIONAL = /^(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$|^\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,6}$/;

/** A number without a word that says what it is, where a section or a sentence is of how to get in touch. */
function isInContactBlock({ block, lower }: Sentence): boolean {
  if (/\b(?:order|account|invoice|case|tax|registration|reference|company|vat|id)\b/.test(lower)) return false;
  return /\b(?:contact|reach|questions?|address|support|imprint|impressum)\b/.test(`${block.section.title.toLowerCase()} ${lower}`);
}

function* channels(sentence: Sentence, { claims, document: { sentences } }: ExtractContext): Iterable<Draft<'contact'>> {
  const { lower } = sentence;
  if (/\bfor example\b/.test(lower) && !/\b(?:questions?|concerns?)\b/.test(lower)) return;
  const tellsOfData = words.pattern('collected').test(lower) && !words.pattern('invites').test(lower);
  if (tellsOfData || isOthers(sentence, null, sentences)) return;
  if (/\b(?:use|process|collect)\b[^.]{0,60}\bdata\b/.test(lower) && !words.pattern('invites').test(lower)) return;
  if (words.pattern('works-with').test(lower) && !words.pattern('asks').test(lower)) return;
  const inApp = words.pattern('in-app').find(lower);
  if (inApp && !/\b(?:provided|found|listed|shown) in (?:the|your) (?:app|dash)/.test(lower) && words.pattern('get-in-touch').test(lower))
    yield draft('in-app', within(sentence, inApp));
  const form = inApp ? null : words.pattern('form').find(lower);
  const offered =
    form !== null &&
    /\b(?:use|using|through|via|fill|complete|submit|at)\b|\bor (?:this|the) (?:[a-z]{1,12} )?form$/.test(lower.slice(0, form.end));
  const reach =
    offered ||
    /^by visiting (?:this|the following) page\b/.test(lower) ||
    words.pattern('get-in-touch').test(lower) ||
    /\b(?:contact|reach|touch|support)\b/.test(sentence.block.leadIn?.lower ?? '');
  if (!reach) return;
  let byMessage = false;
  for (const [name, pattern] of words.values('messaging', lower)) {
    const at = pattern.find(lower);
    // A messenger's own policy: its name is who is written to, not by what.
    if (!at || !reachesByMessage(sentence, at) || isController(claims, name)) continue;
    const url = linkAt(sentence.block, within(sentence, at), 'http')?.url;
    byMessage = true;
    yield draft('messaging', within(sentence, at), url ?? (name === 'social' ? sentence.text.slice(at.start, at.end) : capital(name)));
  }
  if (byMessage) return;
  if (form) {
    const link = sentence.block.links.find((each) => each.start < sentence.end && each.end > sentence.start && /^https?:/.test(each.url));
    yield draft('form', within(sentence, form), link?.url ?? urlIn(sentence.text));
    return;
  }
  const link = contactLink(sentence);
  if (link) yield draft('form', link, link.url);
}

const isController = (claims: readonly Claim[], name: string): boolean =>
  claims.some((claim) => claim.kind === 'controller' && withoutLegalForm(claim.value.name).toLowerCase() === name);

/** "Reach us on Telegram" is a contact; "your Telegram username" is data, "our Discord bot" a product. */
function reachesByMessage(sentence: Sentence, at: Range): boolean {
  const around = sentence.lower.slice(Math.max(0, at.start - 90), at.end + 40);
  if (
    /\b(?:bot|username|user id|token|account id|policy|login|log in|sign in|api|share|button|plugin|announcements?)\b/.test(
      sentence.lower.slice(at.start - 2, at.end + 24),
    )
  )
    return false;
  return (
    /\b(?:contact|reach|message|write|ask|chat|support|join|dm|tweet|touch|questions?)\b/.test(around) ||
    /\b(?:contact|reach)\b/.test(sentence.block.section.title.toLowerCase())
  );
}

/** A link that reads "contact us", or a site given as where to write or ask. */
function contactLink(sentence: Sentence): (Range & { readonly url: string }) | null {
  for (const link of sentence.block.links) {
    if (link.start < sentence.start || link.end > sentence.end || !/^https?:/.test(link.url) || /cdn-cgi|mailto/.test(link.url)) continue;
    const label = sentence.lower.slice(link.start - sentence.start, link.end - sentence.start);
    if (
      /^(?:please )?(?:contact(?:ing)?|contact us|contact support|get in touch|reach out|write to us|customer support|support|help cent(?:er|re)|email us)\b/.test(
        label,
      )
    )
      return { start: link.start, end: link.end, url: link.url };
  }
  const request = /\b(?:visit|at|through|via|here:?) (https?:\/\/\S{4,200})/.exec(sentence.text);
  if (request?.[1] && /\b(?:submit a request|make a request|contact us|send a request|your request)\b/.test(sentence.lower)) {
    const start = sentence.start + request.index + request[0].length - request[1].length;
    return { start, end: start + request[1].length, url: request[1].replace(/[.,)]+$/, '') };
  }
  return null;
}

/** Addresses that stand only behind a link: [write to us](mailto:...). */
function* linked(context: ExtractContext, found: readonly ClaimOf<'contact'>[]): Iterable<Draft<'contact'>> {
  const known = new Set(found.map((claim) => claim.value.value));
  for (const block of context.document.blocks) {
    if (block.kind === 'code' || block.kind === 'heading') continue;
    for (const link of block.links) {
      const email = linkedEmail(link);
      const phone = /^tel:([+\d().\s-]{7,24})/.exec(link.url)?.[1];
      const value = email ?? phone;
      if (!value || known.has(value)) continue;
      const shown = context.document.text.slice(link.start, link.end);
      const sentence = block.sentences.find((each) => each.start <= link.start && link.start < each.end);
      if (
        !sentence ||
        isOthers(sentence, email, context.document.sentences) ||
        (phone && DIALLED.test(shown)) ||
        emailsIn(shown.toLowerCase()).length > 0
      )
        continue;
      known.add(value);
      yield draft(email ? 'email' : 'phone', { start: link.start, end: link.end }, value, { start: sentence.start, end: sentence.end });
    }
  }
}

interface LinkedTarget {
  readonly url: string;
  readonly value: string | null;
}

function linkAt(block: Block, range: Range, scheme?: string): LinkedTarget | null {
  const link: Link | undefined = block.links.find(
    (each) => each.start < range.end && each.end > range.start && (!scheme || each.url.startsWith(scheme)),
  );
  return link ? { url: link.url, value: linkedEmail(link) } : null;
}

function draft(channel: Channel, focus: Range, value?: string, range?: Range): Draft<'contact'> {
  return {
    value: value ? { channel, value } : { channel },
    focus: { start: focus.start, end: focus.end },
    modality: 'stated',
    ...((range ?? (channel === 'post' ? focus : null)) ? { range: range ?? { start: focus.start, end: focus.end } } : {}),
  };
}

/** Each address once: the first place counts, except where a form or channel has no value of its own. */
function withoutRepeats(found: readonly ClaimOf<'contact'>[]): readonly ClaimOf<'contact'>[] {
  const seen = new Set<string>();
  return found.filter((claim) => {
    const { channel, value } = claim.value;
    const key = value ? `${channel} ${value.toLowerCase().replace(/[^a-z0-9@+]/g, '')}` : `${channel} at ${claim.sentence.index}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const within = (sentence: Sentence, at: Range): Range => ({ start: sentence.start + at.start, end: sentence.start + at.end });
const labelOf = (block: Block): string =>
  block.label && block.sentences[0]
    ? block.sentences[0].lower.slice(block.label.start - block.sentences[0].start, block.label.end - block.sentences[0].start)
    : '';
const urlIn = (text: string): string | undefined => /\bhttps?:\/\/[^\s)>\]]{4,200}/.exec(text)?.[0]?.replace(/[.,]+$/, '');
const capital = (name: string): string => (name === 'whatsapp' ? 'WhatsApp' : name.charAt(0).toUpperCase() + name.slice(1));
