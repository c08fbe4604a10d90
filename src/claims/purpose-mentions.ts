/** Which words for purposes name a purpose of the use of data where they stand. All offsets are within the lower-cased sentence. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts, type Mention } from '../data/ontology.js';
import { isInTitle } from './passage.js';
import { renamed } from './purpose-named.js';

/** What is named from `from` on, without what names who gets the data ("Advertising networks"). */
export const purposesIn = (lower: string, from: number): Mention[] =>
  findConcepts('purposes', lower, from === 0 ? 0 : from + 1)
    .filter((mention) => isPurpose(lower, from, mention))
    .flatMap((mention) => renamed(lower, mention) ?? []);

/** Whether somebody else does what follows, or nobody: "the model that we use to". */
export const isNobodys = (lower: string, start: number): boolean => endsWith('not-mine', lower, start, LONGEST_BEFORE);

/** Not what people do ("when you contact customer support"), what they choose ("marketing preferences"), or who does it. */
function isPurpose(lower: string, from: number, { id, range: { start, end } }: Mention): boolean {
  if (words.pattern('not-purpose').test(lower.slice(end, end + 40).trimStart())) return false;
  const before = lower.slice(Math.max(from, start - FARTHEST), start);
  if (isNobodys(lower, start) || NON.test(before)) return false;
  if (
    ADVERTISING.has(id) &&
    !words.pattern('purposes-after').test(lower.slice(end, end + 24).trimStart()) &&
    (endsWith('of-advertising', lower, start, 50) ||
      words.pattern('after-advertising').test(lower.slice(end, end + 16).trimStart()) ||
      (words.pattern('recipients-after').test(lower.slice(end, end + 10).trimStart()) &&
        endsWith('recipients-before', lower, start, Math.min(40, before.length))))
  )
    return false;
  if (
    words.pattern('recipients-after').test(lower.slice(end, end + 10).trimStart()) &&
    endsWith('sources-before', lower, start, LONGEST_BEFORE)
  )
    return false;
  const text = lower.slice(start, end);
  if (
    words.pattern('theirs').test(text) ||
    words.pattern('ground').test(text) ||
    (id === 'service-improvement' && words.pattern('of-applicants').test(text))
  )
    return false;
  if (CAMPAIGNS.has(id) && endsWith('of-campaigns', lower, start, Math.min(60, before.length))) return false;
  if (id === 'legal-compliance' && before !== '' && words.pattern('duty').test(text) && !endsWith('for-duty', lower, start, 30))
    return false;
  if (id === 'legal-compliance' && words.pattern('manner').test(lower.slice(Math.max(from, start - 30), end))) return false;
  if (words.pattern('other-thing').test(lower.slice(Math.max(0, start - 16), end))) return false;
  if (/\b(?:smart|google|driver's|drivers) $|\bpurposes? (?:that |which )?we (?:may |will )?$/.test(before)) return false;
  if (/^ (?:data|information|address(?:es)?)\b/.test(lower.slice(end, end + 12)) && KIND_OF_DATA.test(lower.slice(start, end)))
    return false;
  // "When creating your account": an occasion.
  if (endsWith('on-doing', lower, start, 12) || (id === 'account-management' && endsWith('by-doing', lower, start, 24))) return false;
  if (lower.slice(start, end).endsWith(' in order') || RELATIVE.test(before.slice(-50))) return false;
  // "As required by law" says when, and not what for.
  if (lower.startsWith('required by', start) && /\b(?:as|or|unless|where|when|if|otherwise|is|are|be|extent|and|legally) $/.test(before))
    return false;
  // A process, and not to process.
  if (
    /^process\b/.test(lower.slice(start, start + 8)) &&
    (A_PROCESS.test(before) || /^process(?:,| \(| on request)/.test(lower.slice(start, end)))
  )
    return false;
  if (
    OTHERS_DO.test(lower.slice(Math.max(0, start - 60), start)) ||
    /^provide (?:to (?:us|a|the|our)|such as)\b/.test(lower.slice(start, end))
  )
    return false;
  return !HOW_LONG.test(before.slice(-60)) && !WHEN.test(before) && !isInTitle(lower, start);
}

const LONGEST_BEFORE = 130;
/** Nothing farther before the words tells of them. */
const FARTHEST = 300;

/** Whether up to `length` signs before `end` end so: with the space before `end`, which a pattern that ends in a gap asks for, or without. */
function endsWith(name: string, lower: string, end: number, length: number): boolean {
  const from = Math.max(0, end - length);
  const pattern = words.pattern(name);
  return pattern.testWithin(lower, from, end) || pattern.testWithin(lower, from, from + lower.slice(from, end).trimEnd().length);
}

const NON = expression('purpose')`\b${'non'}[- ]+$`;
const ADVERTISING: ReadonlySet<string> = new Set(['advertising', 'targeted-advertising']);
const CAMPAIGNS: ReadonlySet<string> = new Set(['advertising', 'targeted-advertising', 'marketing', 'direct-marketing']);

/** "When you contact customer support": said of an occasion, up to the next comma. */
const WHEN =
  /\b(?:(?:when(?:ever)?|if|where|once|while) (?:you|users?|customers|they)|before we|(?:if|in case|in the event) we (?:provide|offer|facilitate|host|run|hold|operate|organi[sz]e))\b[^,;:.]*$/;

/** "For the duration of the campaign". */
const HOW_LONG = /\b(?:for the (?:duration|period|term) of|longer than)(?: [a-z-]+){0,4} $/;

/** "The services that we offer", "collected through the provision of services". */
const RELATIVE =
  /\b(?:products|services|features|offerings|content|sites|apps|things)(?: (?:that|which))?(?: (?:we|they|it)(?: (?:may|also|currently|can))?) $|\bthrough (?:the |our )$/;

/** "Billing information", "analytics data". */
const KIND_OF_DATA =
  /^(?:analytics?|profiling|marketing|advertising|billing|invoicing|accounting|crm|collect payments?|payment processing|(?:online )?behaviou?ral advertising|customer [a-z]{1,12})$/;

const A_PROCESS = /\b(?:legal|due|registration|reservation|booking|checkout|application|hiring|the|this|our|such|review) $/;

/** "Information you give us when you request", "when you receive newsletters", "is responsible for handling". */
const OTHERS_DO =
  /\b(?:(?:when|as long as|if|information|data|that|which) (?:you|users|customers|members)(?: (?:can|may|will|might|choose to))?|(?:receive|receiving|get|subscribe to|subscribing to|sign up for|signing up for|register for|opt[- ]out of|unsubscribe from|requesting)(?: (?:our|the|any|a|such))?(?: [a-z-]{1,15}){0,3}|responsib(?:le|ility) for|requests to|(?:devices?|browsers?|information|data|credentials) (?:that )?(?:you|they|users|customers) use to|in the process of|(?:choose|chosen|elect|decide) to|reject|block|disable|decline|all but) $/;

const words = lexicon('purpose');
