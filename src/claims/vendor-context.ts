/** Whether a company's name stands in a text as that of somebody who receives data. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { nameWords } from '../data/name-words.js';
import type { Vendor } from '../data/registry.js';
import type { Block, Range, Section, Sentence } from '../document/types.js';
import { hasLegalForm, isGeneric, isLegalForm } from './names.js';
import { polarityAt } from './polarity.js';

const words = lexicon('processor');

/** `negated`: the text says that it is not used. Null: named for another reason (a link, a browser, a trade mark). */
export type VendorUse = 'affirmed' | 'negated' | null;

export interface MentionedVendor extends Range {
  readonly vendor: Vendor;
  readonly ambiguous: boolean;
}

/** `mention` in offsets of the clean text. */
export function useOf(mention: MentionedVendor, sentence: Sentence): VendorUse {
  const { lower, block } = sentence;
  const at = mention.start - sentence.start;
  const end = mention.end - sentence.start;
  // "Google.com" among other names is the company, in an address it is none.
  const site = /^\.[a-z]{3}(?=, | [a-z])/.exec(lower.slice(end))?.[0].length ?? 0;
  if (/[@/._-]$/.test(lower.slice(0, at)) && !(end - at > 2 && BEFORE_SLASH.test(sentence.text.slice(0, at)))) return null;
  if (/^(?:\.[a-z]{2,}|[-/][a-z])/.test(lower.slice(end + site)) && !AFTER_SLASH.test(sentence.text.slice(end))) return null;
  // A path through menus: "Settings > Google > Ads".
  if (/ [→›»] /.test(lower) || /[>→›»] ?$/.test(lower.slice(0, at)) || /^ ?[>→›»]/.test(lower.slice(end))) return null;
  // "Hollow Impact": a word of a longer name that the registry does not know.
  const word = ambiguous(mention) ? /(?<=[^.:;!?] )([A-Z][\w'’-]{2,}) $/.exec(sentence.text.slice(0, at))?.[1] : undefined;
  if (word && !isGeneric(word)) return null;
  if (ambiguous(mention) && (/\d\.? $/.test(lower.slice(0, at)) || /^,? \d/.test(lower.slice(end)))) return null;
  const before = window(lower.slice(Math.max(0, at - 140), at));
  const after = `${lower.slice(end, end + 60).replace(/["”]/g, ' ')} `.trimStart();
  if (lower.endsWith('?') || words.pattern('no-recipient-after').test(after)) return null;
  if (ambiguous(mention) && isWordThere(sentence, end, before, after)) return null;
  // "By post, SMS, WhatsApp or telephone": a way to write to people.
  if (mention.vendor.service === 'messaging' && words.pattern('channel-list').test(before.replace(/,(?= $)/, ''))) return null;
  if (mailServices.has(mention.vendor.name) && !words.pattern('mailbox-before').test(before)) return null;
  if (words.pattern('self-hosted-before').test(before) || words.pattern('self-hosted-after').test(after.replace(/^[(,] ?/, '')))
    return null;
  const refused = words.pattern('negated-use').test(before) && !words.pattern('not-refusal').test(before);
  if (refused && polarityAt(sentence, at) === 'negated') return 'negated';
  if (OF_OWN_GROUP.test(lower.slice(Math.max(0, at - 140), at))) return null;
  const listed = isListed(mention, block) || isInNameColumn(block);
  const isProgram = words.pattern('server-software').test(lower.slice(at, end));
  if (isProgram && !listed && !words.pattern('run-by').test(before)) return null;
  const direct =
    words.pattern('close-before').test(before) || words.pattern('close-after').test(after) || /^ ?[(:–—-]/.test(lower.slice(end, end + 2));
  const isMeeting = MESSENGERS.has(mention.vendor.service ?? '') && words.pattern('meeting-place').test(after);
  if ((isMeeting || words.pattern('elsewhere-after').test(after)) && !/^(?:app|user|account)s? (?:login|sign|authentication)/.test(after))
    return listed && !needsContext(mention) ? 'affirmed' : specificProduct(mention, before, after);
  const elsewhere =
    words.pattern('elsewhere-before').test(before) ||
    words.pattern('article-before').test(before) ||
    // With whom they sign in here is asked about them.
    (words.pattern('users-own').test(before.replace(OUR_CLAUSE(before), '')) && !words.pattern('signs-in').test(lower)) ||
    // What one can opt out of is in use; a company that only says how is not.
    (needsContext(mention) && words.pattern('opt-out-before').test(before));
  if (elsewhere && !listed && !isCalledService(lower.slice(at, end), after)) return null;
  // "Opt out by:", and below it where one does.
  if (block.kind === 'item' && block.leadIn && words.pattern('opt-out-by').test(block.leadIn.lower.replace(/:?\s{0,2}$/, ''))) return null;
  // Under "Links to other sites" a company is one that a link leads to.
  if (
    needsContext(mention) &&
    (words.pattern('follow-us').test(lower) || words.pattern('link-section').test(block.section.title.toLowerCase()))
  )
    return null;
  if (polarityAt(sentence, at) === 'negated' && needsContext(mention)) return null;
  if (listed) return 'affirmed';
  const spoken = words.pattern('recipient').test(lower);
  const about = isAboutRecipients(block.section) || (block.leadIn !== null && words.pattern('recipient').test(block.leadIn.lower));
  if (needsContext(mention)) return (spoken && direct) || isCompanyNamed(sentence.text.slice(end)) ? 'affirmed' : null;
  return spoken || about || direct ? 'affirmed' : null;
}

/** "You may post it, and we share it with": what comes is not told of them. */
const OUR_CLAUSE = expression('processor')`^.*[,;] (?:${'joins'} )?${'self'} `;

/** "Its subsidiaries (Acme Inc., Bolt Inc.)": parts of the controller. */
const OF_OWN_GROUP = expression('processor')`${'own-group'} \([^)]*$`;

/** "Bolt (Acme Tools, LLC, USA)": the company behind the name. */
function isCompanyNamed(after: string): boolean {
  const parts = /^ \(([^()]{2,80})\)/.exec(after)?.[1]?.split(', ') ?? [];
  return parts.some((part) => isLegalForm(part) || hasLegalForm(part));
}

/** "Bolt/Acme": two names, and not a path. */
const BEFORE_SLASH = /(?:^|[\s(,])[A-Z][A-Za-z]{2,20}\/$/;
const AFTER_SLASH = /^\/[A-Z][A-Za-z]{2,20}(?=[\s.,;)]|$)/;

/** "The Gravatar service", "the Facebook SDK": with an article, yet something that is used. */
const isCalledService = (name: string, after: string): boolean => SERVICE_END.test(name) || words.pattern('called-service').test(after);
const SERVICE_END = /(?<!postal )\b(?:services?|apis?|sdks?|plug-?ins?)$/;

/** "Privacy Impact Assessments", "such as Box locations": the word that the name is too. */
function isWordThere(sentence: Sentence, end: number, before: string, after: string): boolean {
  if (words.pattern('close-after').test(after)) return false;
  if (/^ [A-Z][a-z]/.test(sentence.text.slice(end))) return true;
  return words.pattern('introduced-list').test(before) && /^ [a-z]/.test(sentence.text.slice(end)) && !words.pattern('goes-on').test(after);
}

/** The section's heading speaks of third parties. */
export function isAboutRecipients(section: Section): boolean {
  return (
    words.pattern('recipient-section').test(section.title.toLowerCase()) ||
    section.topics.some((topic) => topic === 'processors' || topic === 'sharing')
  );
}

/** The item or cell begins with the name: "Stripe: payments", "Stripe (payments)", or is nothing else. */
function isListed(mention: MentionedVendor, block: Block): boolean {
  if (block.kind !== 'item' && !(block.label && block.kind === 'paragraph')) return false;
  const leads =
    mention.start - block.start <= 4 || (block.label !== null && block.label.start <= mention.start && mention.end <= block.label.end + 1);
  if (!leads) return false;
  const { leadIn } = block;
  return (
    (leadIn !== null &&
      (words.pattern('recipient-list').test(window(leadIn.lower)) || words.pattern('recipient-list').test(leadIn.lower))) ||
    isAboutRecipients(block.section)
  );
}

/** In a table of providers, the column of names. */
export function isInNameColumn(block: Block): boolean {
  const header = block.table?.columnHeader;
  return (
    header !== null &&
    header !== undefined &&
    words.pattern('name-column').test(textOf(header)) &&
    !/\b(?:data|cookie|purpose|description)\b/.test(textOf(header))
  );
}

/** Names that policies use for many things besides recipients: words, networks, shops, makers of devices. */
const ambiguous = (mention: MentionedVendor): boolean => mention.ambiguous;

/** A company whose name says nothing of the service that it renders. */
export const isMaker = (vendor: Vendor): boolean => makers.has(vendor.name);

function needsContext({ vendor, ambiguous }: MentionedVendor): boolean {
  return (
    ambiguous ||
    (vendor.service !== undefined && PUBLIC.has(vendor.service)) ||
    makers.has(vendor.name) ||
    makersOfPrograms.has(vendor.name)
  );
}

const MESSENGERS: ReadonlySet<string> = new Set(['social', 'messaging', 'community', 'gaming']);
const PUBLIC: ReadonlySet<string> = new Set([
  'social',
  'messaging',
  'app-store',
  'video',
  'gaming',
  'community',
  'code-hosting',
  'iot',
  'productivity',
  'forms',
  'music',
  'search',
  'video-conferencing',
  'storage',
  'ai',
]);
const makers = nameWords('makers');
const makersOfPrograms = nameWords('makers-of-programs');
const mailServices = nameWords('mail-services');

/** "Opt out of Google Analytics", "Stripe's privacy policy": a product named so is in use; a company's policy alone is a link. */
function specificProduct(mention: MentionedVendor, before: string, after: string): VendorUse {
  if (needsContext(mention)) return null;
  return /^(?:'s)? (?:privacy|terms|policy)/.test(after) &&
    !/\b(?:subject to|governed by|under|according to|adheres? to|see|accordance with|pursuant to|refer to|read|review) (?:the )?$/.test(
      before,
    )
    ? null
    : 'affirmed';
}

/** The words before a name as the patterns that end in `$` read them: one space at the end, brackets as spaces. */
export function window(lower: string): string {
  // The apostrophe of "don't" stays.
  return `${lower.replace(/[("“”‘\][]|(?<![a-z])'|'(?![a-z])/g, ' ')} `.replace(/ {2,8}/g, ' ');
}

export function textOf(block: Block): string {
  return block.sentences.map((sentence) => sentence.lower).join(' ');
}
