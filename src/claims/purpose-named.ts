/** Which purpose words of several meanings name. */
import { lexicon } from '../data/lexicon.js';
import type { Mention } from '../data/ontology.js';
import { clauseEnd } from './clause.js';

/**
 * A purpose by what its words go on with: whose requests are answered ("subpoenas or requests"), what is provided, improved or kept safe.
 * `mention` is in offsets of the lower-cased sentence. Null where they name no purpose of the controller's there.
 */
export function renamed(lower: string, mention: Mention): Mention | null {
  const told = byWhatFollows(lower, mention) ?? byWhatPrecedes(lower, mention);
  if (told !== undefined) return told === 'none' ? null : { ...mention, id: told };
  const text = lower.slice(mention.range.start, mention.range.end);
  if (mention.id === 'service-provision') return { ...mention, id: provided(text, lower.slice(mention.range.end, mention.range.end + 24)) };
  if (mention.id === 'legal-compliance' && words.pattern('contractual').test(text) && !words.pattern('by-law').test(text))
    return { ...mention, id: 'contract-performance' };
  if (mention.id === 'security') return { ...mention, id: secured(text, lower.slice(mention.range.end, mention.range.end + 60)) };
  if (mention.id === 'service-improvement' && words.pattern('of-ads').test(text)) return { ...mention, id: 'advertising' };
  if (mention.id === 'personalisation' && words.pattern('of-own-ads').test(text)) return { ...mention, id: 'targeted-advertising' };
  if (mention.id === 'account-management' && words.pattern('kept-safe').test(text)) return { ...mention, id: 'security' };
  if (
    words.pattern('books').test(text) &&
    words.pattern('duty-after').test(lower.slice(mention.range.end, mention.range.end + 60).trimStart())
  )
    return { ...mention, id: 'legal-compliance' };
  if (mention.id !== 'customer-support') return mention;
  // "Resolve disputes, troubleshoot problems": only the second.
  const faults = words.pattern('of-faults').find(text);
  if (faults) return { ...mention, id: 'debugging', range: { ...mention.range, start: mention.range.start + faults.start } };
  return words.pattern('of-authorities').test(text) ? { ...mention, id: 'law-enforcement' } : mention;
}

/** By the purpose that their words name first, the groups that tell what is meant; a value of theirs is the id of a purpose, or "none". */
const FOLLOWING: Readonly<Record<string, string>> = {
  'service-improvement': 'improved',
  personalisation: 'personalised',
  analytics: 'analysed',
  'customer-support': 'answered',
  'identity-verification': 'verified',
  'ai-training': 'trained',
  'ai-features': 'generated',
  'product-development': 'developed',
  communication: 'sent',
  'account-management': 'managed',
  'social-features': 'connected',
  'service-provision': 'supplied',
  'legal-claims': 'settled',
  advertising: 'shown',
  'order-fulfilment': 'delivered',
  'payment-processing': 'paid',
  'law-enforcement': 'asked',
  surveys: 'gathered',
};

const PRECEDING: Readonly<Record<string, string>> = {
  'service-improvement': 'improved-after',
  analytics: 'measured-after',
  'direct-marketing': 'interest-after',
  'business-operations': 'books-after',
  'service-provision': 'supplied-after',
  'enforce-terms': 'broken',
  'technical-operation': 'hosted-after',
  recruitment: 'reviewed-after',
  'payment-processing': 'paid-after',
  'social-features': 'connected-after',
};

/** "Improve our business processes", "personalise e-mails", "evaluate the use of our site". */
function byWhatFollows(lower: string, { id, range: { start, end } }: Mention): string | undefined {
  const group = FOLLOWING[id];
  return group && named(group, lower.slice(start, Math.min(clauseEnd(lower, end), end + LONGEST_OBJECT)));
}

/** "Recommend products that may interest you", "show ads and measure their effectiveness". */
function byWhatPrecedes(lower: string, { id, range: { start, end } }: Mention): string | undefined {
  const group = PRECEDING[id];
  return group && named(group, lower.slice(Math.max(0, start - LONGEST_OBJECT), end));
}

const LONGEST_OBJECT = 70;

const named = (group: string, text: string): string | undefined => words.values(group).find(([, wording]) => wording.test(text))?.[0];

/** "Provide news about our services", "maintain the security of the services": of the service, but not the service. */
function provided(text: string, after: string): string {
  if (words.pattern('of-customers').test(text)) return 'customer-support';
  const provides = words.values('provided').find(([, wording]) => wording.test(text))?.[0];
  const isTold = words.pattern('told-of').test(after.trimStart()) && !words.pattern('of-software').test(text);
  return provides ?? (isTold ? 'communication' : 'service-provision');
}

/** "Security alerts" tell people something, "the personal safety of users" is a person's. */
function secured(text: string, after: string): string {
  if (words.pattern('alerts').test(after.trimStart())) return 'service-messages';
  if (words.pattern('of-things').test(text) || words.pattern('safety-of-things').test(after.trimStart())) return 'security';
  return words.pattern('of-people').test(text) ? 'safety' : 'security';
}

const words = lexicon('purpose');
