import { placesIn } from '../data/countries.js';
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { findConcepts } from '../data/ontology.js';
import { type Vendor, vendorMentions } from '../data/registry.js';
import type { Block, PolicyDocument, Range, Sentence } from '../document/types.js';
import { isInNameColumn, isMaker, textOf, window } from './vendor-context.js';

/** What a named company does for the controller: in the words of the text, else in those of the registry. */
export function serviceOf(document: PolicyDocument, match: Range, sentence: Sentence, vendor?: Vendor): string | undefined {
  return serviceAt(document, match, sentence) ?? (vendor && registeredService(vendor, sentence, match));
}

/** Where it is, in the words of the text: the row's column of places, or "(EU-based)" right after the name. */
export function countryOf(document: PolicyDocument, match: Range, sentence: Sentence): string | undefined {
  const column = columnOf(sentence.block, document, 'country-column');
  if (column) return placesIn(column)[0]?.entry.iso;
  const after = document.text.slice(match.end, Math.min(sentence.end, match.end + 80));
  const near = /^,? ?\(([^)]{2,60})\)/.exec(after)?.[1] ?? (match.start - sentence.block.start <= 4 ? BASED.exec(after)?.[1] : undefined);
  return near ? placesIn(near)[0]?.entry.iso : undefined;
}

const words = lexicon('processor');

/** What a company with many services does here, as far as the sentence tells; else the registry's word for it. */
function registeredService(vendor: Vendor, sentence: Sentence, match: Range): string | undefined {
  if (!isMaker(vendor))
    return words.words('met-at').has(vendor.service ?? '') ? (serviceBeside(sentence, match) ?? vendor.service) : vendor.service;
  // "Your Acme account" is one to sign in with; the account that a user has here is none.
  if (ACCOUNT.test(sentence.lower.slice(match.end - sentence.start, match.end - sentence.start + 20))) return 'sign-in';
  const services = words.values('service-of-maker', sentence.lower).filter(([, pattern]) => pattern.test(sentence.lower));
  // "Advertising platforms, such as Acme, and providers of analytics".
  return services.length > 1 && isShownAds(sentence, match) ? 'advertising' : services[0]?.[0];
}

/** "Sign in with GitHub", "advertising platforms, such as Twitter": not what they are known for. */
function serviceBeside(sentence: Sentence, match: Range): string | undefined {
  if (isShownAds(sentence, match)) return 'advertising';
  const { lower, start } = sentence;
  const near = lower.slice(Math.max(0, match.start - start - 140), match.end - start + 80);
  return words.pattern('signs-in').test(near) ? 'sign-in' : undefined;
}

const isShownAds = ({ lower, start }: Sentence, match: Range): boolean =>
  words.pattern('advertises-before').test(window(lower.slice(Math.max(0, match.start - start - 140), match.start - start)));

const ACCOUNT = expression('processor')`^(?:'s)? ${'account'}`;

const NO_SERVICE = expression('processor', 'i')`^(?:https?|${'no-service'}|["'“‘])`;
const FOR = expression('processor')`^ ${'for-service'} ((?:[a-z-]{2,20} ?){1,4})(?=[.,;)]|$)`;
const USED_FOR = expression('processor', 'i')`^${'used-for'} `;
const SENTENCE = expression('processor')`^${'explains'}(?!-)`;
const BASED = expression('processor')`\(([^)]{2,40}-${'based'})\)`;

/** What it does, in the words of the text: after the name, in brackets or in the row's column of purposes. */
function serviceAt(document: PolicyDocument, match: Range, sentence: Sentence): string | undefined {
  const column = columnOf(sentence.block, document, 'service-column');
  if (column) return shorten(column.slice(0, 90));
  const after = document.text.slice(match.end, Math.min(sentence.block.end, match.end + 120));
  const bracket = /^(?:'s)? ?\(([^()\n]{3,60})\)/.exec(after)?.[1];
  if (bracket && isService(bracket)) return shorten(bracket);
  const leads = match.start - sentence.block.start <= 4;
  const label = leads ? /^(?: ?[:–—]| -) ?([^.;\n]{3,90})/.exec(after)?.[1] : undefined;
  if (label && isService(label)) return shorten(label);
  const purpose = FOR.exec(after)?.[1];
  return purpose && isService(purpose) ? shorten(purpose) : undefined;
}

/** Whether the words say what is done, in few of them: not who else ("Google LLC"), what it was called or an aside. */
function isService(text: string): boolean {
  // "(first name, last name, e-mail)": which data, and not what is done.
  if (NO_SERVICE.test(text) || !/[a-z]/.test(text) || findConcepts('data', text.toLowerCase()).length > 1) return false;
  const short = text.replace(USED_FOR(text), '');
  return (
    short.split(' ').length <= MOST_WORDS && words.pattern('service-word').test(short.toLowerCase()) && vendorMentions(text).length === 0
  );
}

const MOST_WORDS = 7;

/** A service in few words; a sentence that explains more is none. */
function shorten(text: string | undefined): string | undefined {
  const short = text
    ?.replace(/\s*\([^)]*\)?\s*$/, '')
    .replace(USED_FOR(), '')
    .trim()
    .toLowerCase();
  if (!short || short.length > 70 || SENTENCE.test(short)) return undefined;
  return short;
}

/** The text of the cell of the same row whose header speaks of services or places. */
function columnOf(block: Block, document: PolicyDocument, column: 'service-column' | 'country-column'): string | undefined {
  const at = block.table;
  if (!at || !isInNameColumn(block)) return undefined;
  for (let index = block.index - 12; index <= block.index + 12; index++) {
    const other = document.blocks[index];
    if (!other?.table || other === block || other.table.table !== at.table || other.table.row !== at.row || !other.table.columnHeader)
      continue;
    if (words.pattern(column).test(textOf(other.table.columnHeader))) return document.text.slice(other.start, other.end);
  }
  return undefined;
}
