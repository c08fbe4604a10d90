/** Whether words in capitals are the name of a company that the registry does not know. */
import { placesIn } from '../data/countries.js';
import { expression } from '../data/expression.js';
import { isNotVendor, vendorMentions, vendorOf } from '../data/registry.js';
import type { PolicyDocument, Range } from '../document/types.js';
import { hasLegalForm, isGeneric, isName } from './names.js';

export interface UnlistedName extends Range {
  readonly name: string;
}

/**
 * Whether the words are a name and not a heading's capitals: a legal form, a capital or digit inside a word, or a word that the
 * text never writes small and that has no ending of an ordinary noun.
 */
export function isOwnWord(document: PolicyDocument, range: Range, isListed = false): boolean {
  const name = document.text.slice(range.start, range.end);
  if (hasLegalForm(name)) return true;
  const parts = name.split(/[\s-]+/).filter((part) => !isGeneric(part));
  if (parts.some((part) => /[a-z][A-Z]|\d|\.[a-z]|^[A-Z]{2,}[a-z]/.test(part))) return true;
  if (isCompany(document, name)) return true;
  if (name.split(/\s+/).some(isGeneric)) return false;
  return parts.length > 0 && parts.every((part) => (isListed || !ORDINARY.test(part)) && !smallWords(document).has(part.toLowerCase()));
}

/** "Larkfield Group": a name of its own and a word in which companies' names end. */
function isCompany(document: PolicyDocument, name: string): boolean {
  const [first = '', ...more] = name.split(/\s+/);
  const last = more.at(-1) ?? '';
  if (isGeneric(first) || smallWords(document).has(first.toLowerCase())) return false;
  return COMPANY_ENDING.test(last) || (PRODUCT_ENDING.test(last) && !ORDINARY.test(first));
}

/** The words that the text writes small. */
export function smallWords(document: PolicyDocument): ReadonlySet<string> {
  let words = smallWordsOf.get(document);
  if (!words) {
    words = new Set(document.text.match(/(?<= )[a-z][a-z-]{1,40}/g));
    smallWordsOf.set(document, words);
  }
  return words;
}

const smallWordsOf = new WeakMap<PolicyDocument, ReadonlySet<string>>();

/** The last word of many a company's name. */
const COMPANY_ENDING = expression('processor')`^${'company-ending'}$`;
/** And of a product's. */
const PRODUCT_ENDING = expression('processor')`^${'product-ending'}$`;
const ORDINARY =
  /(?:s|ing|tion|sion|ment|ity|ance|ence|ness|ship|ed|ical|ous|ly|able|ers?|ors?|ists?|ents?|ants?|ation|data|ware|ology|ics)$|^(?:[A-Z]{1,5})$/;

/** "RGNT (Regional Guild of Network Trustees)": the bracket says what the letters stand for. */
function isSpelledOut(name: string, after: string): boolean {
  const words = /^ \(([^()]{6,80})\)/.exec(after)?.[1]?.split(/[\s-]+/);
  const capitals = words?.map((word) => word.charAt(0)).filter((letter) => /[A-Z]/.test(letter));
  return name.length > 2 && capitals?.join('') === name;
}

/** Known vendors come from the registry; laws, browsers, places and generic words are no names. */
export function* checked(document: PolicyDocument, range: Range, strong: boolean, isListed = false): Iterable<UnlistedName> {
  const name = document.text.slice(range.start, range.end).replace(MARKS, '').replace(/\s+/g, ' ');
  if (!isName(name) || name.length < 3 || name.split(' ').length > 5 || /[@/]|^\d|https?/.test(name)) return;
  if (isNotVendor(name) || vendorOf(name) || vendorMentions(name).length > 0) return;
  // "Suite 2050 Fenport" is a part of an address.
  if (!strong && /\b\d{3,} \p{Lu}/u.test(name)) return;
  const places = placesIn(name);
  if (places.some((place) => place.start === 0)) return;
  // A site that one runs or writes about, more often than a company.
  if (!strong && !name.includes(' ') && SITE.test(name)) return;
  const parts = name.split(' ');
  // In running prose a capital may be mere style ("Service Providers"): one generic word spoils the name there.
  const generic = parts.filter(isGeneric).length;
  if (strong ? generic > parts.length / 2 : !isCompany(document, name) && generic > 0 && generic >= parts.length - 1 && parts.length > 1)
    return;
  const plain = parts.length === 1 && (/^[A-Z]{1,5}s?$/.test(name) || isGeneric(name));
  if (!strong && (plain || !isOwnWord(document, range, isListed)) && !isSpelledOut(name, document.text.slice(range.end, range.end + 90)))
    return;
  yield { ...range, name };
}

const SITE = /\.[a-z]{3}$/;
/** Signs behind a name that are none of it. */
export const MARKS = /[®™©]/g;
