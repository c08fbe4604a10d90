/** Postal addresses: a street and a number, or a place and its code, where the text says that this is an address. */
import { placesIn } from '../data/countries.js';
import { whenAsked } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { forLettersOf } from '../document/letters.js';
import type { Range, Section, Sentence } from '../document/types.js';
import { datesIn } from './dates.js';
import { hasLegalForm, isGeneric, nameAfter } from './names.js';
import { isAddressLine, withNeighbours } from './postal-lines.js';

const words = lexicon('contact');

/** The address that stands in this sentence, with the lines that belong to it, in offsets of the clean text; or null. */
export function postalAddressIn(sentence: Sentence, sentences: readonly Sentence[]): Range | null {
  const { lower } = sentence;
  const text = withoutDates(sentence);
  if (!/\d/.test(text) || text.length > 1200) return null;
  const defined = definedAt(sentence);
  if (defined) return defined;
  const streets = words
    .pattern('street')
    .all(lower)
    .filter((range) => hasNumberNear(lower, range) && !lower.startsWith(' of ', range.end));
  const numbered = numberedStreetIn(text);
  if (numbered) streets.push({ start: numbered.index, end: numbered.index + numbered[0].length });
  streets.sort((a, b) => a.start - b.start);
  if (streets.length === 0 && !POSTCODE.test(text)) return null;
  if (
    words.pattern('others-address').test(lower) ||
    (streets.length === 0 &&
      !(STATE.test(text) && words.pattern('says-address').test(lower)) &&
      /(?:\b(?:phone|tel|fax|call|copyright|version|updated|effective|date|code|statute|act|section|article|regulation|information|business id|registration|vat|register)\b|§)/.test(
        lower,
      ))
  )
    return null;
  const own = behindName(sentence);
  if (own) return own;
  const first = streets[0] ?? null;
  const cue =
    words
      .pattern('address-cue')
      .all(lower)
      .findLast((range) => (!first || range.end <= first.start) && !isInName(text, range)) ?? null;
  const inContact = isContactSection(sentence.block.section) || cueBefore(sentence, sentences);
  const places = placesIn(text).filter((place) => place.entry.by !== 'adjective');
  const start = addressStart(sentence, cue, first);
  if (isAddressLine(text)) {
    if (!inContact && !cue && !(numbered && sentence.index <= OPENING) && !/@/.test(text)) return null;
    if (streets.length === 0 && places.length === 0 && !((cue || inContact) && (BRITISH.test(text) || STATE_CODE.test(text)))) return null;
    return withNeighbours(sentence, sentences);
  }
  const state = STATE.exec(text);
  if (cue && state && streets.length === 0)
    return {
      start: sentence.start + state.index - numberBefore(text, state.index),
      end: sentence.start + Math.max(state.index + state[0].length, lastPlaceEnd(places, state.index + state[0].length)),
    };
  const british = cue && streets.length === 0 ? BRITISH.exec(text.slice(cue.end, cue.end + 120)) : null;
  if (cue && british && /\d [A-Z]|, /.test(text.slice(cue.end, cue.end + british.index)))
    return {
      start: sentence.start + cue.end + (/^[\s:,(]{0,4}(?:(?:is|at|of) ){0,2}/.exec(text.slice(cue.end))?.[0].length ?? 0),
      end: sentence.start + cue.end + british.index + british[0].length,
    };
  if (!cue && numbered && sentence.index <= OPENING && text.charAt(numbered.index - 1) === '(')
    return { start: sentence.start + numbered.index, end: sentence.start + numbered.index + numbered[0].length };
  // "Business address of: First Floor, Elm Court, 41 Larch Marg, Bombay-400013, India": parts with a code and a place, whatever the street is called.
  const plain = cue && streets.length === 0 && words.pattern('address-of').find(lower);
  const parts = plain ? /^[\s:]{0,3}((?:[^,;\n]{1,50}, ?){2,7}[^,;\n]{2,40})/.exec(text.slice(plain.end)) : null;
  const place = parts?.[1]
    ? placesIn(parts[1])
        .filter((found) => found.entry.by !== 'adjective')
        .at(-1)
    : undefined;
  if (plain && parts?.[1] && place && /\d/.test(parts[1].slice(0, place.start))) {
    const from = plain.end + parts[0].length - parts[1].length;
    return { start: sentence.start + from, end: sentence.start + from + place.end };
  }
  // In running prose an address needs its cue, a street with its number, and a place or a code.
  if (!cue || (places.length === 0 && !POSTCODE.test(text.slice(start))) || streets.length === 0) return null;
  const street = streets.find((range) => range.start >= cue.end - 8);
  if (!street || !/\d/.test(text.slice(start))) return null;
  const last = places.filter((place) => place.start >= street.start && place.start < street.end + 140).at(-1);
  const end = Math.max(street.end, last?.end ?? 0, lastCodeEnd(text, street.end));
  // "8 rue du Port 44000 Nantes)": the town stands behind its code.
  const town = last?.end === end || end === street.end ? 0 : (TOWN_BEHIND.exec(text.slice(end, end + LONGEST_TOWN))?.[0].length ?? 0);
  return { start: sentence.start + start, end: sentence.start + end + town };
}

/** "Royal Mail Group": a word of a name, not one that leads to an address. */
function isInName(text: string, { start, end }: Range): boolean {
  const before = /(\p{Lu}\p{L}+) $/u.exec(text.slice(0, start))?.[1];
  return before !== undefined && !isGeneric(before) && /^\p{Lu}/u.test(text.slice(start)) && text.charAt(end) !== ':';
}

/** "June 10, 2026" is neither a street with its number nor a code. */
function withoutDates({ text, lower }: Sentence): string {
  let clear = text;
  if (!words.pattern('month').test(lower)) return text;
  for (const { start, end } of datesIn(lower)) clear = clear.slice(0, start) + ' '.repeat(end - start) + clear.slice(end);
  return clear;
}

/** The parts after the name of whom the text defines itself to be, where one has a number: no language's word for a street is needed. */
function definedAt({ lower, text, start }: Sentence): Range | null {
  const cue = text.length < 400 ? words.pattern('defined-as').find(lower) : null;
  if (!cue || !words.pattern('ourselves').test(lower.slice(0, cue.end))) return null;
  const parts = /^[\s:"“]{0,3}\p{L}[^,\n]{1,60}((?:,[^,\n]{2,60}){2,8})$/u.exec(text.slice(cue.end));
  if (!parts?.[1] || !/\d/.test(parts[1]) || !isAddressLine(parts[0]) || words.pattern('register').test(parts[0].toLowerCase()))
    return null;
  return {
    start: start + cue.end + (/^[\s:"“]{0,3}/.exec(parts[0])?.[0].length ?? 0),
    end: start + text.replace(/, (?:unless|or|and|which|who|where|a|an)\b[^,]{0,60}$|[.\s]{1,3}$/, '').length,
  };
}

/** "Acme AS, org. no. 999 000 111, Storgata 4, 1767 Halden, Norway, is the controller": from the house to the country, behind a company's name. */
function behindName({ lower, text, start }: Sentence): Range | null {
  const name = text.length < 600 ? nameAfter(text, 0) : null;
  if (!name || text.charAt(name.end) !== ',' || !hasLegalForm(text.slice(name.start, name.end))) return null;
  const parts: Range[] = [...text.slice(name.end, name.end + LONGEST_BEHIND).matchAll(/, ?([^,;:()\n]{2,60})/g)].map((match) => {
    const end = name.end + match.index + match[0].length;
    return { start: end - (match[1] ?? '').length, end };
  });
  const said = parts.map((part) => text.slice(part.start, part.end).trimEnd());
  const house = said.findIndex((part) => HOUSE.test(part));
  const code = said.findIndex(
    (part, index) => index >= house && index <= house + 3 && POSTCODE.test(index > house ? part : part.replace(/^\d+/, '')),
  );
  const [first, last] = [parts[house], parts[code]];
  if (!first || !last) return null;
  const next = parts[code + 1];
  const country = next && placesIn(text.slice(next.start, next.end)).find((place) => place.start === 0);
  const end = next && country ? next.start + country.end : last.start + (said[code] ?? '').replace(SMALL_WORDS, '').length;
  return words.pattern('is-own').test(lower.slice(end).replace(/^[\s,]+/, '')) ? { start: start + first.start, end: start + end } : null;
}

/** "14 Mill Lane", "Storgata 4": no register number, which stands behind no word in small letters. */
const HOUSE = /^\d{1,5}[A-Za-z]? [A-Z\u00c0-\u00de]|^[A-Z\u00c0-\u00de]\S?[a-z\u00df-\u00ff]\D{0,40} \d{1,4} ?[A-Za-z]?$/;
/** What is said behind the address. */
const SMALL_WORDS = / [a-z].*$/;
const LONGEST_BEHIND = 260;

const LONGEST_TOWN = 40;
const TOWN_BEHIND = /^ [A-Z][A-Za-z'-]{2,24}(?: \d{1,2})?(?=[),;.])/;

/** Whether a stretch of text is more of an address than a name: a street with its number, or a code. */
export function isPartOfAddress(text: string): boolean {
  const lower = text.toLowerCase();
  if (text.length < 8 || !/\d/.test(text)) return false;
  return (
    POSTCODE.test(text) ||
    numberedStreetIn(text) !== null ||
    words
      .pattern('street')
      .all(lower)
      .some((range) => hasNumberNear(lower, range))
  );
}

/** Postal codes of the common shapes: "94105", "94105-1234", "SW1A 1AA", "D02 X285", "1012 AB", "M5J 0A8". */
const POSTCODE =
  /\b(?:\d{5,6}(?:-\d{4})?|\d{3} \d{2,3}|[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}|[A-Z]\d{2} [A-Z\d]{4}|\d{4} ?[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|[A-Z]{1,2}-\d{4,5}|\d{4})\b/;

/** "Havnegade 12, 8000 Aarhus", "Veveří 9, 602 00 Brno": a name and a number before a code and a town. */
const streetOf = (capital: string, letter: string, flags = ''): RegExp =>
  new RegExp(
    String.raw`${capital}[${letter}.'-]{2,30}\.? \d{1,4} ?[a-zA-Z]?(?:[/-]\d{1,4})?,? (?:[A-Z]{1,3}-)?(?:\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}) ${capital}[${letter}]{2,30}`,
    flags,
  );
const PLAIN_STREET = whenAsked(() => streetOf('[A-Z]', 'A-Za-z'));
const WIDE_STREET = whenAsked(() => streetOf(String.raw`\p{Lu}`, String.raw`\p{L}`, 'u'));
/** "Eichhofstraße 44", "Fredrikinkatu 55 A": languages that write the kind of street as the end of its name. */
const ENDING_AND_NUMBER =
  /(?:straße|strasse|str\.|weg|allee|platz|gasse|damm|ufer|vej|gade|allé|straat|laan|plein|gracht|kade|gatan|gata|vägen|katu|väylä|utca|ulica) \d/;
const ENDED_STREET = whenAsked(() => new RegExp(`\\p{Lu}[\\p{L}-]{2,30}${ENDING_AND_NUMBER.source}`, 'u'));
/** Where numbers stand as they do there: most texts have none, and need not wait until V8 has compiled expressions with Unicode's letters. */
const NUMBER_AND_CODE = /\d ?[a-zA-Z]?(?:[/-]\d{1,4})?,? (?:[A-Z]{1,3}-)?\d/;
const numberedStreetIn = (text: string): RegExpExecArray | null =>
  (NUMBER_AND_CODE.test(text) ? forLettersOf(text, PLAIN_STREET(), WIDE_STREET).exec(text) : null) ??
  (ENDING_AND_NUMBER.test(text) ? ENDED_STREET().exec(text) : null);
/** Whether a line may hold such an address, for which no word of English calls. */
export const mayBeAddress = (text: string): boolean =>
  /\d/.test(text) && (BRITISH.test(text) || STATE_CODE.test(text) || numberedStreetIn(text) !== null);
/** A British code needs no street that is known as one: "Northshire House, Carlisle CA3 8TP". */
const BRITISH = /\b[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b/;
/** An American one neither: "14 Larkspur, Dunmore, CA 90412". */
const STATE_CODE = /\d [A-Z][\w .'#-]{1,40}, [A-Z][\w .'-]{1,30},? [A-Z]{2},? \d{5}\b/;
const STATE = /\d [A-Z][\w .#]{2,40},? [A-Z]{2},? \d{5}\b/;
/** Among the first sentences an address is that of whoever writes. */
const OPENING = 4;

/** The digits of a house number that stand before `at`. */
function numberBefore(text: string, at: number): number {
  return /\d{0,5}$/.exec(text.slice(0, at))?.[0].length ?? 0;
}

/** A country that follows a code directly belongs to the address. */
function lastPlaceEnd(places: readonly Range[], end: number): number {
  return places.find((place) => place.start >= end && place.start <= end + 3)?.end ?? 0;
}

function lastCodeEnd(text: string, from: number): number {
  const last = [...text.slice(from, from + 140).matchAll(new RegExp(POSTCODE.source, 'g'))].at(-1);
  return last ? from + last.index + last[0].length : 0;
}

function hasNumberNear(lower: string, range: Range): boolean {
  return (
    /\d/.test(lower.slice(Math.max(0, range.start - 40), range.start)) ||
    /^[^a-z]{0,4}\d|^,? (?:no\.? ?)?\d/.test(lower.slice(range.end, range.end + 14))
  );
}

function addressStart(sentence: Sentence, cue: Range | null, street: Range | null): number {
  if (cue && street && cue.end <= street.start) {
    const after = /^[\s:,(]{0,4}/.exec(sentence.text.slice(cue.end));
    return cue.end + (after?.[0].length ?? 0);
  }
  return 0;
}

function isContactSection(section: Section): boolean {
  return /\b(?:contact|address|who we are|controller|about us|questions|imprint|reach)\b/i.test(section.title);
}

function cueBefore(sentence: Sentence, sentences: readonly Sentence[]): boolean {
  const leadIn = sentence.block.leadIn;
  if (
    leadIn &&
    /\b(?:contact|write|writing|mail|mailing|post|address|reach|send|located|responsible|controller|operator)\b/.test(leadIn.lower)
  )
    return true;
  return [1, 2, 3, 4].some((back) => {
    const before = sentences[sentence.index - back];
    return (
      before !== undefined &&
      before.text.length < 240 &&
      /\b(?:contact us|write|writing|mail|mailing|by post|postal|address|reach us|attn|contact|located|responsible (?:body|party|person|entity)|controller|operator)\b/.test(
        before.lower,
      ) &&
      before.block.section === sentence.block.section
    );
  });
}
