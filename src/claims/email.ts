/** E-mail addresses in running text: plain, spaced, obfuscated, or left unreadable by a content delivery network. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { nameWords } from '../data/name-words.js';
import type { Link, Range, Sentence } from '../document/types.js';

export interface EmailAddress extends Range {
  /** Lower case, without obfuscation; null where nothing readable is left. */
  readonly value: string | null;
}

/** The addresses in a stretch of text, in order. Offsets are those of `lower`. */
export function emailsIn(lower: string): EmailAddress[] {
  const found: EmailAddress[] = [];
  if (/[@[({]| at /.test(lower)) {
    ADDRESS.lastIndex = 0;
    for (let match = ADDRESS.exec(lower); match; match = ADDRESS.exec(lower)) {
      const value = `${match[1]}@${(match[2] ?? '').replace(DOT, '.').replace(/\s+/g, '')}`
        .replace(/\.+$/, '')
        .replace(NEXT_SENTENCE, withoutOpener);
      if (isObfuscatedByWords(match[0]) && !DOT_WORD.test(match[0])) {
        // "contact us at jo.doe@..." is no address "us at jo.doe": look again behind the word.
        ADDRESS.lastIndex = match.index + (match[1]?.length ?? 0) + 1;
        continue;
      }
      // "Ends in either @acme.com": the sign belongs to the domain alone.
      if (/\S @\S/.test(match[0]) && noMailbox.test(match[1] ?? '')) continue;
      if (isAddress(value)) found.push({ start: match.index, end: match.index + match[0].length, value });
    }
  }
  for (const match of lower.matchAll(REDACTED)) found.push({ start: match.index, end: match.index + match[0].length, value: null });
  return found.sort((a, b) => a.start - b.start);
}

/** The addresses of a sentence; one in a link ends with the link: "[a@b.eu](mailto:a@b.eu)Larkbox Ltd". */
export function emailsOf({ lower, start, block }: Sentence): EmailAddress[] {
  return emailsIn(lower).map((email) => {
    const link = block.links.find((each) => each.start - start <= email.start && each.end - start > email.start);
    // "[a@b.co](mailto:a@b.com)m": the link was drawn too short.
    if (!link || link.end - start >= email.end || linkedEmail(link) === email.value) return email;
    const end = link.end - start;
    const [cut] = emailsIn(lower.slice(email.start, end));
    return cut ? { start: email.start, end, value: cut.value } : email;
  });
}

/** The address behind a `mailto:` link or a protected one; null where the link is no such thing. */
export function linkedEmail(link: Link): string | null {
  const mailto = /^mailto:\s{0,4}([^?#]{3,120})/i.exec(link.url);
  if (mailto?.[1]) {
    const value = decode(mailto[1]).trim().toLowerCase();
    return isAddress(value) ? value : null;
  }
  const hidden = /\/cdn-cgi\/l\/email-protection#([0-9a-f]{6,200})/i.exec(link.url)?.[1];
  if (!hidden) return null;
  const value = unmask(hidden).toLowerCase();
  return isAddress(value) ? value : null;
}

const AT = ' {0,2}(?:@|\\[ ?at ?\\]|\\( ?at ?\\)|\\{ ?at ?\\}) {0,2}| at ';
const DOT_SOURCE = ' ?(?:\\[ ?(?:dot|\\.) ?\\]|\\( ?(?:dot|\\.) ?\\)|\\{ ?(?:dot|\\.) ?\\}) ?| dot ';
const DOT = new RegExp(DOT_SOURCE, 'g');
const DOT_WORD = new RegExp(DOT_SOURCE);
const ADDRESS = new RegExp(
  `\\b([a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_+-])?)(?:${AT})((?:[a-z0-9-]{1,63}(?:\\.|${DOT_SOURCE})){1,5}[a-z]{2,24})(?![a-z0-9])`,
  'g',
);
const REDACTED = /\[ ?e-?mail[ -]?(?:protected|redacted|hidden)\]/g;

/** "Write to jo@acme.com.Also, ...": a full stop without its space, and the word that opens the next sentence. */
const NEXT_SENTENCE = /(?<=\.[a-z]{2,4})\.([a-z]{2,12})$/;
const withoutOpener = (ending: string, word: string): string =>
  lexicon('sentences').words('opener').has(word) && !domainWords.has(word) ? '' : ending;
const domainWords = nameWords('domain-words');

const isObfuscatedByWords = (match: string): boolean => !match.includes('@') && / at /.test(match);

const noMailbox = expression('contact')`^${'no-mailbox'}$`;

/** Example domains and file names ("logo@2x.png") are no addresses. */
function isAddress(value: string): boolean {
  if (!/^[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,24}$/.test(value)) return false;
  return !/@(?:[a-z0-9-]{1,63}\.){0,3}(?:example\.(?:com|org|net)|email\.com|domain\.com|yourdomain\.com|sentry\.io)$|\.(?:png|jpe?g|gif|svg|webp)$|^(?:your|you|name|user|username|email|youremail|yourname)@/.test(
    value,
  );
}

/** The mask is a byte that each following byte is XORed with. */
function unmask(hex: string): string {
  const key = Number.parseInt(hex.slice(0, 2), 16);
  let value = '';
  for (let at = 2; at + 1 < hex.length; at += 2) value += String.fromCharCode(Number.parseInt(hex.slice(at, at + 2), 16) ^ key);
  return value;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Providers at which anybody may have an address: what stands before the ending of their domains. */
export const mailProviders = nameWords('mail-providers');
