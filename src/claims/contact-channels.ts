/** Forms, messengers and what the app itself offers: ways to get in touch that are no address. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { Block, Range, Sentence } from '../document/types.js';
import { isNavigation } from './apparatus.js';
import { draft, linkAt, within } from './contact-draft.js';
import { isOthers } from './contact-others.js';
import type { Draft, ExtractContext } from './extractor.js';
import { withoutLegalForm } from './names.js';
import type { Claim } from './types.js';

const words = lexicon('contact');

export function* channels(sentence: Sentence, { claims, document }: ExtractContext): Iterable<Draft<'contact'>> {
  const { lower, block } = sentence;
  const { sentences } = document;
  // "WhatsApp:" over its numbers, where the section is of how to get in touch.
  const isTitle = lower.length < SHORT && lower.endsWith(':') && isOfContact(block);
  if (/\bfor example\b/.test(lower) && !/\b(?:questions?|concerns?)\b/.test(lower)) return;
  const tellsOfData = words.pattern('collected').test(lower) && !words.pattern('invites').test(lower);
  if (tellsOfData || isOthers(sentence, null, sentences)) return;
  if (/\b(?:use|process|collect)\b[^.]{0,60}\bdata\b/.test(lower) && !words.pattern('invites').test(lower)) return;
  if (words.pattern('works-with').test(lower) && !words.pattern('asks').test(lower)) return;
  const inApp = words.pattern('in-app').find(lower);
  if (
    inApp &&
    (words.pattern('asks').test(lower) || words.pattern('invites').test(lower) || lower.length < SHORT) &&
    !/\b(?:provided|found|listed|shown) in (?:the|your) (?:app|dash)/.test(lower) &&
    words.pattern('get-in-touch').test(lower)
  )
    yield draft('in-app', within(sentence, inApp));
  const noForms = words.pattern('no-form').all(lower);
  const form = inApp
    ? null
    : (words
        .pattern('form')
        .all(lower)
        .find((range) => !overlapsAny(noForms, range)) ?? null);
  const offered =
    form !== null &&
    /\b(?:use|using|through|via|fill|complete|submit|at)\b|\bor (?:this|the) (?:[a-z]{1,12} )?form$/.test(lower.slice(0, form.end));
  const reach =
    offered ||
    (form !== null && isLabel(within(sentence, form), block) && isOfContact(block)) ||
    /^by visiting (?:this|the following) page\b/.test(lower) ||
    isTitle ||
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
    yield draft('messaging', within(sentence, at), url ?? (name === 'social' ? socialName(sentence, at) : capital(name)));
  }
  if (byMessage) return;
  if (form) {
    const at = within(sentence, form);
    // The link on the form's name, else the first behind it, else any: "by mail to [a@b.c](/about) or with this form".
    const links = sentence.block.links.filter(
      (each) => each.start < sentence.end && each.end > sentence.start && /^https?:/.test(each.url) && !isOfMail(sentence, each),
    );
    const link = links.find((each) => each.end > at.start) ?? links[0];
    // "With the details in [How to reach us](#contact)": another place of the text.
    const url = link?.url ?? urlIn(sentence.text);
    if (url && isOwnPlace(url)) return;
    yield draft('form', within(sentence, form), url);
    return;
  }
  const link = contactLink(sentence);
  if (link && !isNavigation(block, document)) yield draft('form', link, link.url);
}

/** A place within this or another policy, or where one leaves a list: nobody writes to it. */
const isOwnPlace = (url: string): boolean => OWN_PLACE.test(url) || LEAVES_LIST.test(url);

const OWN_PLACE = expression('contact', 'i')`${'own-place'}[^#]{0,200}#`;
const LEAVES_LIST = expression('contact', 'i')`${'leaves-list'}`;

/** The words of the link are an address of mail. */
const isOfMail = (sentence: Sentence, { start, end }: Range): boolean =>
  sentence.text.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start)).includes('@');

/** "[Inquiry form](https://...)": a link and nothing more. */
const isLabel = (form: Range, { links }: Block): boolean =>
  links.some(({ start, end }) => start <= form.start && form.end <= end && end - start - (form.end - form.start) < 12);

/** The section is of how to get in touch. */
const isOfContact = ({ section }: Block): boolean => /\b(?:contact|reach)/.test(section.title.toLowerCase());

/** Characters of a line that is a title or an offer and no more. */
const SHORT = 60;

const isController = (claims: readonly Claim[], name: string): boolean =>
  claims.some((claim) => claim.kind === 'controller' && withoutLegalForm(claim.value.name).toLowerCase() === name);

/** "Reach us on Telegram" is a contact; "your Telegram username" is data, "our Discord bot" a product. */
function reachesByMessage(sentence: Sentence, at: Range): boolean {
  const around = sentence.lower.slice(Math.max(0, at.start - 90), at.end + 40);
  if (
    /[@./]$/.test(sentence.lower.slice(0, at.start)) ||
    /^[@.]\w/.test(sentence.lower.slice(at.end)) ||
    /\b(?:chat history|history|files|bot|username|user id|token|account id|policy|login|log in|sign in|api|share|button|plugin|announcements?)\b/.test(
      sentence.lower.slice(at.start - 2, at.end + 24),
    )
  )
    return false;
  return /\b(?:contact|reach|message|write|ask|chat|support|join|dm|tweet|touch|questions?)\b/.test(around) || isOfContact(sentence.block);
}

/** A link that reads "contact us", or a site given as where to write or ask. */
function contactLink(sentence: Sentence): (Range & { readonly url: string }) | null {
  for (const link of sentence.block.links) {
    if (link.start < sentence.start || link.end > sentence.end || !/^https?:/.test(link.url) || /cdn-cgi|mailto/.test(link.url)) continue;
    const label = sentence.lower.slice(link.start - sentence.start, link.end - sentence.start);
    if (isOwnPlace(link.url) || label.includes('@')) continue;
    if (
      /^(?:please )?(?:contact(?:ing)?|contact us|contact support|get in touch|reach out|write to us|customer (?:support|services?|care)|support|help cent(?:er|re)|email us)\b/.test(
        label,
      )
    )
      return { start: link.start, end: link.end, url: link.url };
  }
  const request = /\b(?:visit|at|through|via|here:?) (https?:\/\/\S{4,200})/.exec(sentence.text);
  if (request?.[1] && /\b(?:submit a request|make a request|contact us|send a request|your request)\b/.test(sentence.lower)) {
    const start = sentence.start + request.index + request[0].length - request[1].length;
    return { start, end: start + request[1].length, url: withoutEnd(request[1]) };
  }
  return null;
}

function urlIn(text: string): string | undefined {
  const url = /\bhttps?:\/\/[^\s)>\]]{4,200}/.exec(text)?.[0];
  return url === undefined ? undefined : withoutEnd(url);
}

/** What ends the sentence, and not the address in it. */
const withoutEnd = (url: string): string => url.replace(/[.,;:!?)\]"'”’]{1,5}$/, '');

/** "Tweet to us": where one does. */
const socialName = ({ text, lower }: Sentence, { start, end }: Range): string =>
  TWEET.test(lower.slice(start, end)) ? 'Twitter' : text.slice(start, end);

const TWEET = expression('contact')`^${'tweet'}`;

const capital = (name: string): string => (name === 'whatsapp' ? 'WhatsApp' : name.charAt(0).toUpperCase() + name.slice(1));
