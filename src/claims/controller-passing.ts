/** Who runs the service, where no sentence says so: by the domain of their own address, a signature, or a name in lower case. */

import { lexicon } from '../data/lexicon.js';
import { nameWords } from '../data/name-words.js';
import { isNotVendor, vendorOf } from '../data/registry.js';
import type { PolicyDocument, Range } from '../document/types.js';
import { OPENING_LINES } from './controller-found.js';
import { emailsIn, mailProviders } from './email.js';
import { isGeneric, isName, keyOfName, nameAfter } from './names.js';

/** The name, or null. The surest of what the text gives away in passing. */
export function nameInPassing(document: PolicyDocument): Range | null {
  const mailbox = ofHosts(
    document,
    emailsIn(document.lower).map(({ value }) => value?.split('@')[1] ?? ''),
  );
  const range = mailbox ?? openingName(document) ?? signedName(document) ?? smallName(document);
  if (!range) return ofItsSite(document);
  // "This notice describes how acme, inc. ...": whose notice it is, even of a company that others name as a vendor.
  const isOwn = lexicon('controller')
    .pattern('own-policy')
    .test(`${document.lower.slice(Math.max(0, range.start - 90), range.start).trimEnd()} `);
  return mailbox || isOwn || !isVendor(document.text.slice(range.start, range.end)) ? range : ofItsSite(document);
}

const isVendor = (name: string): boolean => vendorOf(name)?.ambiguous === false;

/** "www.tidewater.org" among the sites, in a text that speaks of Tidewater again and again; of a vendor from its first lines on. */
function ofItsSite(document: PolicyDocument): Range | null {
  const hosts = sitesOf(document);
  const range = ofHosts(document, hosts, 3);
  const name = range ? document.text.slice(range.start, range.end) : '';
  if (!range || isNotVendor(name)) return null;
  const times = hosts.filter((host) => host.replaceAll('-', '').includes(keyOfName(name))).length;
  if (times < 2) return null;
  return vendorOf(name) && (range.start > OPENING_LINES || !ofHosts(document, hosts, 8)) ? null : range;
}

/** The sites that the text names or links to, of which its own is the most frequent. */
function sitesOf(document: PolicyDocument): string[] {
  const written = [...document.lower.matchAll(SITE)].map(([, host = '']) => host);
  const linked = document.blocks.flatMap(({ links }) => links.map(({ url }) => /^https?:\/\/([^/:?#]{3,80})/.exec(url)?.[1] ?? ''));
  return [...written, ...linked];
}

const SITE = /(?<![\w@.-])(?:https?:\/\/)?((?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12})(?![\w@-])/g;

/** "privacy@tidewater.org" in a text that speaks of Tidewater more than once. */
function ofHosts(document: PolicyDocument, hosts: readonly string[], least = 2): Range | null {
  const domains = new Map<string, number>();
  for (const host of hosts) {
    const label = nameOfHost(host);
    if (label.length >= 3 && !mailProviders.has(label)) domains.set(label, (domains.get(label) ?? 0) + 1);
  }
  const [domain, second] = [...domains].sort((a, b) => b[1] - a[1]);
  if (!domain || (second && second[1] === domain[1])) return null;
  const [label] = domain;
  // The name may have spaces, dots or hyphens where the domain has none: "Nabu Casa" for nabucasa.
  const spelling = [...label.replace(/[^a-z0-9]/g, '')].join('[ .&-]?');
  const mentions = [...document.lower.matchAll(new RegExp(`(?<![a-z0-9@./-])${spelling}(?![a-z0-9@/-]|\\.[a-z])`, 'g'))];
  const written = mentions.find(({ index }) => /[A-Z]/.test(document.text.charAt(index)));
  if (!written || mentions.length < least || !isName(written[0])) return null;
  return { start: written.index, end: written.index + written[0].length };
}

/** "acme.co.uk": the label that is a name stands before what is no name itself. */
function nameOfHost(host: string): string {
  const labels = host.split('.');
  const second = labels.at(-2) ?? '';
  return labels.length > 2 && labels.at(-1)?.length === 2 && secondLevel.has(second) ? (labels.at(-3) ?? '') : second;
}

const secondLevel = nameWords('second-level');

/** "Tidewater uses a fine net", as the first sentence of all. */
function openingName(document: PolicyDocument): Range | null {
  const first = document.sentences.find(({ block, text }) => block.kind === 'paragraph' && text.length > 40);
  const range = first ? nameAfter(first.text, 0) : null;
  if (!first || !range || range.start > 4) return null;
  const name = first.text.slice(range.start, range.end);
  if (!isName(name) || !OPENS.test(first.lower.slice(range.end))) return null;
  return { start: first.start + range.start, end: first.start + range.end };
}

const OPENS =
  /^ (?:is (?:an? |the |committed|dedicated)|(?:provides|offers|operates|uses|utili[sz]es|values|respects|takes|collects|believes|does not|helps|makes|wants|strives|cares)\b)/;

/** "The Tidewater Team", "Yours, Tidewater" at the end of all. */
function signedName(document: PolicyDocument): Range | null {
  for (const { text, start, block } of document.sentences.slice(-6)) {
    if (block.kind === 'heading' || text.length > 60) continue;
    const match =
      /^(?:(?:yours|regards|sincerely|thank you|thanks|your|the|[-–—]),? (?:the )?)?([A-Z][\w.&' -]{1,40}?)(?: [Tt]eam)[.!]?$/i.exec(text);
    const name = match?.[1] ?? '';
    if (match && isName(name) && /^[A-Z]/.test(name)) {
      const from = start + text.indexOf(name);
      return { start: from, end: from + name.length };
    }
  }
  return null;
}

/** "the privacy policy of tidewater", "tidewater (we)": a trade name that is written small. */
function smallName(document: PolicyDocument): Range | null {
  const head = document.lower.slice(0, HEAD);
  for (const expression of SMALL_NAMES) {
    const match = expression.exec(head);
    const name = match?.[1];
    if (!match || !name || isGeneric(name) || !isName(name) || PLAIN.has(name)) continue;
    const start = match.index + match[0].indexOf(name);
    return { start, end: start + name.length };
  }
  return null;
}

const HEAD = 3000;
const SMALL_NAMES: readonly RegExp[] = [
  /\b(?:created|developed|made|built|published|operated) by ([a-z][a-z0-9.'-]{1,30}(?: [a-z][a-z0-9.'-]{1,30}){0,2}) \(here(?:by|in|after|inafter)? (?:referred to )?as (?:the )?["“]/,
  /\b(?:how|by|of|for|at|that|is) ([a-z][a-z0-9.-]{1,30},? (?:inc|llc|ltd|gmbh)\b\.?)/,
  /\b([a-z][a-z0-9.-]{2,30}) \((?:hereinafter |referred to as |collectively )?(?:["'](?:we|us|our)\b|(?:we|us|our)[,/ ]|(?:we|our)\))/,
  /\b(?:here )?at ([a-z][a-z0-9.-]{2,30}), (?:we|your privacy|privacy|our)\b/,
  /\bprivacy (?:policy|notice|statement) (?:for|of) ([a-z][a-z0-9.-]{2,30})(?=\n|$)/,
];
/** Words that stand in these places and name nobody. */
const PLAIN: ReadonlySet<string> = new Set(
  'authors creators makers maintainers organisers organizers hereinafter below time times least first last large work'.split(' '),
);
