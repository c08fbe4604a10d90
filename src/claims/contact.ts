import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { vendorOf } from '../data/registry.js';
import type { Block, Range, Sentence } from '../document/types.js';
import { channels } from './contact-channels.js';
import { draft, linkAt } from './contact-draft.js';
import { isBehindAuthority, isNamedAsRepresentative, isOfNamedOther, isOthers, isSomebodyElse } from './contact-others.js';
import { emailsIn, emailsOf, linkedEmail, mailProviders } from './email.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { keyOfName, withoutLegalForm } from './names.js';
import { holdsOften } from './often.js';
import { isPartOfAddress, mayBeAddress, postalAddressIn } from './postal.js';
import type { ClaimOf } from './types.js';

/** The ways to reach the controller: each address, number, form or channel that the text gives. */
export const contact: Extractor<'contact'> = {
  kind: 'contact',
  *extract(sentence, context) {
    if (sentence.block.kind === 'heading') return;
    const { sentences } = context.document;
    yield* emails(sentence, context);
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
  // "(Larkbox Ltd, 1 High Street)": a bracket of its own says who somebody is that was named before.
  if (
    !postal ||
    (text.startsWith('(', postal.start) && /\p{L}/u.test(text.charAt(postal.start + 1))) ||
    isVendorsAddress(sentence, context, postal)
  )
    return;
  const range = withoutLabels(text, postal);
  // "At Larkbox GDPR Representative, 12 New Lane": of somebody who acts for the controller, whoever else the sentence names.
  const named = range ? context.document.lower.slice(range.start, range.end) : '';
  if (isSomebodyElse(named) || isNamedAsRepresentative(named)) return;
  if (range) yield draft('post', range, withoutMarks(text.slice(range.start, range.end)));
}

/** The lines of an address in one, without what only marks its words. */
const withoutMarks = (address: string): string => address.replace(/^\d{1,12}\)\s+|\*{1,3}/g, '').replace(/ *,*\n */g, ', ');

/** "send it to Acme Ltd, 1 High Street, or e-mail us": without the words before the address, and what follows it. */
function withoutLabels(text: string, { start, end }: Range): Range | null {
  const whole = text.slice(start, end);
  const lower = whole.toLowerCase().replace(/\n/g, ' ');
  const cuts = [...words.pattern('beside-address').all(lower), ...[...whole.matchAll(BESIDE_ADDRESS())].map(rangeOf)].sort(
    (a, b) => a.start - b.start,
  );
  let from = 0;
  const parts: Range[] = [];
  for (const cut of cuts) {
    if (cut.start > from) parts.push({ start: from, end: cut.start });
    from = Math.max(from, cut.end);
  }
  parts.push({ start: from, end: whole.length });
  const part = parts.find((each) => isPartOfAddress(whole.slice(each.start, each.end))) ?? { start: 0, end: whole.length };
  const before = BEFORE_ADDRESS.exec(lower.slice(part.start, part.end))?.[0].length ?? 0;
  const rest = whole
    .slice(part.start + before, part.end)
    .replace(SENT_TO(), '')
    .replace(/^[\s,;.:"“—–-]{1,8}/, '');
  const kept = rest.replace(/[,.;:(\s—–-]{1,8}$/, '');
  const at = start + part.end - rest.length;
  return /\d/.test(kept) && kept.length > 6 ? { start: at, end: at + kept.length } : null;
}

const rangeOf = (match: RegExpExecArray): Range => ({ start: match.index, end: match.index + match[0].length });

const BEFORE_ADDRESS = expression('contact')`^(?:[:\s]{0,3}${'before-address'}(?![\w.])[:\s]{1,3}){0,3}`;
/** An address of mail or of a site, a number to dial, the bracket that gives a short form and what follows it. */
const BESIDE_ADDRESS = () =>
  /\s\(?\S{1,60}@\S{1,60}|\s(?:https?:|www\.)\S{1,200}|\s\(["“][^\n]{0,200}$|\s\p{L}{2,4}[.:]{1,2} ?\+?[\d(][\d ()-]{6,20}|\s\(?\+ ?\d[\d ()-]{6,20}/gu;
const SENT_TO = () =>
  /^(?:[Ff]ind us at |(?:(?:it|them|(?:your|a|the) (?:written )?(?:request|letter|inquiry|enquiry|notice)s?|requests?|letters?|mail) )?(?:to|at|by mail(?: to| at)?) )(?:the )?(?=\p{Lu}|\d)/u;

/** "Google LLC, 1600 Amphitheatre Parkway": where a recipient is, not where to write to the controller. */
function isVendorsAddress(sentence: Sentence, { document, selfNames }: ExtractContext, { start, end }: Range): boolean {
  if (/\bcontact\b/i.test(sentence.block.section.title)) return false;
  const [first = ''] = document.text.slice(start, end).split(/[,\n]/);
  const vendor = vendorOf(withoutLegalForm(first.trim()));
  return vendor !== undefined && !vendor.ambiguous && !selfNames.some((name) => vendorOf(name)?.vendor === vendor.vendor);
}

/** "privacy@stripe.com" in the policy of somebody else, who has addresses under another name. */
function isVendorsMailbox(email: string | null, { document, selfNames }: ExtractContext): boolean {
  const host = email?.split('@')[1] ?? '';
  const name = host.split('.').at(-2) ?? '';
  const vendor = mailProviders.has(name) || selfNames.length === 0 ? undefined : vendorOf(name);
  if (vendor && (holdsOften(document, `${name}.`, 5) || selfNames.some((self) => email?.includes(keyOfName(self))))) return false;
  return (
    vendor !== undefined &&
    !vendor.ambiguous &&
    !selfNames.some((self) => vendorOf(self)?.vendor === vendor.vendor || keyOfName(self).includes(name))
  );
}

function* emails(sentence: Sentence, context: ExtractContext): Iterable<Draft<'contact'>> {
  const { sentences } = context.document;
  const found = emailsOf(sentence);
  if (found.length === 0 || isOthers(sentence, found[0]?.value ?? null, sentences, context.selfNames)) return;
  for (const email of found) {
    // "@keeper@tidewater.social" is a name in a network of servers.
    if (
      isBehindAuthority(sentence.lower, email.start) ||
      isVendorsMailbox(email.value, context) ||
      isOfNamedOther(sentence, email, context.selfNames)
    )
      continue;
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

function* phones(sentence: Sentence, sentences: readonly Sentence[]): Iterable<Draft<'contact'>> {
  if (!DIALLED.test(sentence.text) || isOthers(sentence, null, sentences)) return;
  for (const match of sentence.text.matchAll(PHONE)) {
    const value = match[0].trim().replace(/^\((?=[^)]*$)/, '');
    const digits = value.replace(/\D/g, '').length;
    if (digits < 7 || digits > 15 || /^\d{4}-\d{2}-\d{2}$|^(?:19|20)\d\d[ -–]{1,3}(?:19|20)\d\d$/.test(value)) continue;
    const before = `${sentence.lower.slice(Math.max(0, match.index - 60), match.index).replace(/[:("]/g, ' ')} `.replace(/ {1,8}$/, ' ');
    const first = sentence.start + match.index + match[0].indexOf(value);
    const range = { start: first, end: first + value.length };
    if (words.pattern('fax').test(before) || isBehindAuthority(sentence.lower, match.index)) continue;
    const labelled = words.pattern('phone-label').test(before) || /^(?:phone|tel|call|mobile|contact)/.test(labelOf(sentence.block));
    // "Tokyo, 1010021, Japan": a code in an address.
    if (digits === value.length && digits < 8 && !words.pattern('phone-label').test(before)) continue;
    const international = /^\(?\+/.test(value) && digits >= 10;
    const bare = NATIONAL.test(value) && isInContactBlock(sentence);
    if (labelled || international || bare || linkAt(sentence.block, range, 'tel:')) yield draft('phone', range, value);
  }
}

/** Three digits in a row, or pairs as the French write them: "01 89 16". */
const DIALLED = /\d{3}|\d\d[ .-]\d\d/;
const PHONE = /(?:\(\+|\+ ?|\b|\()\d(?:[\d ().–-]| \/ ?|(?<=^0\d{2,5}|\D0\d{2,5})\/){5,20}\d(?:(?: ?(?:[Ee]xt|x)\.? ?\d{1,5})\b)?/g;

/** "(209) 555-0123", "1-800-555-0123", "020 7946 0018": as numbers are written for people to dial. */
const NATIONAL = /^(?:1 ?[ .-] ?)?\(?\d{3}\)? ?[ .-] ?\d{3} ?[ .-] ?\d{4}$|^\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,6}$/;

/** A number without a word that says what it is, where a section or a sentence is of how to get in touch. */
function isInContactBlock({ block, lower }: Sentence): boolean {
  if (/\b(?:order|account|invoice|case|tax|registration|reference|company|vat|id)\b/.test(lower)) return false;
  return /\b(?:contact|reach|questions?|address|support|imprint|impressum)\b/.test(`${block.section.title.toLowerCase()} ${lower}`);
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

/** Each address once: the first place counts, except where a form or channel has no value of its own. */
function withoutRepeats(found: readonly ClaimOf<'contact'>[]): readonly ClaimOf<'contact'>[] {
  const seen = new Set<string>();
  const parts = linesOfAddresses(found);
  return found.filter((claim) => {
    const { channel, value } = claim.value;
    const key = value ? `${channel} ${signsOf(value)}` : `${channel} at ${claim.sentence.index}`;
    if (parts.has(claim) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const signsOf = (value: string): string => value.toLowerCase().replace(/[^a-z0-9@+]/g, '');

/** Those that are a line of an address, where all of it has been taken for one too. */
function linesOfAddresses(found: readonly ClaimOf<'contact'>[]): ReadonlySet<ClaimOf<'contact'>> {
  const addresses = found.filter(({ value }) => value.channel === 'post').sort((a, b) => a.focus.start - b.focus.start);
  return new Set(
    addresses.filter((claim, index) =>
      addresses.slice(Math.max(0, index - LINES), index + LINES + 1).some((other) => isPartOf(claim, other)),
    ),
  );
}

/** An address is taken for one at most so many times. */
const LINES = 6;

function isPartOf({ value, focus }: ClaimOf<'contact'>, { value: whole, focus: around }: ClaimOf<'contact'>): boolean {
  // What begins within another address is a later line of it, with what that line alone has beside it.
  if (focus.start > around.start && focus.start < around.end) return true;
  if ((whole.value?.length ?? 0) <= (value.value?.length ?? 0)) return false;
  const isNear = focus.start >= around.start - NEAR && focus.start <= around.end + NEAR;
  return isNear && signsOf(whole.value ?? '').includes(signsOf(value.value ?? ''));
}

const NEAR = 100;

const labelOf = (block: Block): string =>
  block.label && block.sentences[0]
    ? block.sentences[0].lower.slice(block.label.start - block.sentences[0].start, block.label.end - block.sentences[0].start)
    : '';
