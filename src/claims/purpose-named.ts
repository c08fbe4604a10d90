/** Which purpose words of several meanings name. */
import { lexicon } from '../data/lexicon.js';
import type { Mention } from '../data/ontology.js';

/**
 * A purpose by what its words go on with: whose requests are answered ("subpoenas or requests"), what is provided, improved or kept safe.
 * `mention` is in offsets of the lower-cased sentence.
 */
export function renamed(lower: string, mention: Mention): Mention {
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
  if (words.pattern('of-faults').test(text)) return { ...mention, id: 'debugging' };
  return words.pattern('of-authorities').test(text) ? { ...mention, id: 'law-enforcement' } : mention;
}

/** "Provide news about our services", "maintain the security of the services": of the service, but not the service. */
function provided(text: string, after: string): string {
  if (words.pattern('of-customers').test(text)) return 'customer-support';
  const provides = words.values('provided').find(([, wording]) => wording.test(text))?.[0];
  return provides ?? (words.pattern('told-of').test(after.trimStart()) ? 'communication' : 'service-provision');
}

/** "Security alerts" tell people something, "the personal safety of users" is a person's. */
function secured(text: string, after: string): string {
  if (words.pattern('alerts').test(after.trimStart())) return 'service-messages';
  if (words.pattern('of-things').test(text) || words.pattern('safety-of-things').test(after.trimStart())) return 'security';
  return words.pattern('of-people').test(text) ? 'safety' : 'security';
}

const words = lexicon('purpose');
