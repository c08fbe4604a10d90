import { isEea, placesIn } from '../data/countries.js';
import { expression } from '../data/expression.js';
import { lexicon, type Pattern } from '../data/lexicon.js';
import type { Block, PolicyDocument, Range, Sentence } from '../document/types.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { isOfRights } from './passage.js';
import { polarityAt, polarityOf } from './polarity.js';
import type { ClaimOf, Safeguard } from './types.js';

/** That data go to, or lie in, another country; one claim for each passage, with the safeguards that it names. */
export const transfer: Extractor<'transfer'> = {
  kind: 'transfer',
  *extract(sentence, { document }) {
    const { lower } = sentence;
    if (/\?["')\]]?$/.test(lower) || !words.pattern('verb').test(lower) || words.pattern('not-transfer').test(lower)) return;
    if (words.pattern('of-rights').test(`${sentence.block.leadIn?.lower ?? ''} `) || isOfRights(sentence.block)) return;
    const places = destinationsIn(sentence);
    const first = places[0] ?? stayingIn(lower) ?? abroadIn(lower);
    if (!first && places.length === 0 && safeguardsIn(sentence).length === 0) return;
    const after = first ? sentencesAfter(sentence, document) : [];
    const named = places.length > 0 ? places : after.slice(0, 1).flatMap(placesOfCountries);
    const own = safeguardsIn(sentence);
    const told = own.length > 0 ? own : after.map(safeguardsIn).find((each) => each.some(isNamedSafeguard));
    const safeguard = told ?? (first ? listedBelow(sentence, document) : []);
    const scope = { action: 'transfer' } as const;
    if (first) {
      const focus = { start: sentence.start + first.start, end: sentence.start + first.end };
      const destination = named.length > 0 ? [...new Set(named.map((place) => place.iso))] : null;
      // "Kept within the EU" denies that they go anywhere, and not that they go to the EU.
      if (staysInside(lower, destination)) {
        yield { value: { destination: null, safeguard: ['none'] }, polarity: 'negated', focus, scope };
        return;
      }
      const polarity = polarityOf(sentence, first);
      if (polarity === 'negated' && words.pattern('reliance').test(lower)) return;
      // "Stored within the EU": where they are kept, and not that they go anywhere.
      if (polarity === 'affirmed' && destination?.every(isRegion) && own.length === 0 && !words.pattern('moving').test(lower)) return;
      yield { value: { destination, safeguard: orNone(safeguard) }, polarity, focus, scope };
    } else if (isAboutSafeguards(sentence, safeguard)) {
      yield { value: { destination: null, safeguard: orNone(safeguard) }, scope };
    }
  },
  *finish({ document }) {
    for (const block of document.blocks) if (block.kind === 'cell') yield* fromColumn(block);
  },
  refine: onePerPassage,
};

const words = lexicon('transfer');

/** The next sentences of the same paragraph, which go on about the transfer. */
function sentencesAfter({ block, index }: Sentence, document: PolicyDocument): readonly Sentence[] {
  const after: Sentence[] = [];
  for (
    let next = document.sentences[index + 1];
    next && next.block === block && after.length < 3;
    next = document.sentences[next.index + 1]
  )
    after.push(next);
  return after;
}

/** "We take these safeguards:", and below it a list: what its items name. */
function listedBelow({ block }: Sentence, document: PolicyDocument): Safeguard[] {
  const leadIn = block.sentences.at(-1);
  if (!leadIn?.lower.endsWith(':') || !words.pattern('safeguards-follow').test(leadIn.lower)) return [];
  const items = document.blocks.slice(block.index + 1, block.index + 1 + LONGEST_LIST).filter((item) => item.leadIn === leadIn);
  return [...new Set(items.flatMap((item) => item.sentences.slice(0, 1).flatMap(safeguardsIn)))];
}

const LONGEST_LIST = 8;

/** "Such countries may include the United States". */
const placesOfCountries = (sentence: Sentence): Destination[] =>
  words.pattern('those-countries').test(sentence.lower)
    ? placesIn(sentence.text)
        .filter(({ entry, end }) => entry.by === 'country' && !NO_PLACE.test(sentence.lower.slice(end, end + 24)))
        .map(({ entry, start, end }) => ({ iso: entry.iso, start, end }))
    : [];

const isRegion = (destination: string): boolean => destination === 'EU' || destination === 'EEA';

/** Consent is asked for much else. */
const isNamedSafeguard = (safeguard: Safeguard): boolean => !NOT_NAMED.has(safeguard);
const NOT_NAMED: ReadonlySet<Safeguard> = new Set(['none', 'consent', 'derogation']);

/** Data that stay: "only within the EU". */
const stayingIn = (lower: string): Range | null => (words.pattern('of-data').test(lower) ? words.pattern('staying').find(lower) : null);

/** A cell under "Location" or "Country" in a table of providers: data lie there. */
function* fromColumn(block: Block): Iterable<Draft<'transfer'>> {
  const header = block.table?.columnHeader?.sentences[0]?.lower;
  const [sentence] = block.sentences;
  if (!sentence || !block.table || block.table.row === 0 || header === undefined || !words.pattern('place-column').test(header)) return;
  // Where representatives and offices are.
  if (words.pattern('of-contacts').test(block.leadIn?.lower ?? '')) return;
  const places = placesIn(sentence.text).filter((place) => place.entry.by !== 'adjective');
  const destination = [...new Set(places.map((place) => place.entry.iso))];
  if (destination.every(isEea)) return;
  const focus = { start: sentence.start, end: sentence.end };
  yield { value: { destination, safeguard: orNone(safeguardsIn(sentence)) }, range: focus, focus, scope: { action: 'transfer' } };
}

interface Destination extends Range {
  readonly iso: string;
}

/** Places that the data go to or lie in, with their offsets in the sentence; those denied only where no other is named. */
function destinationsIn(sentence: Sentence): Destination[] {
  const found: Destination[] = [];
  const { lower, text } = sentence;
  const places = placesIn(text);
  if (places.length === 0 || !words.pattern('movement').test(lower)) return found;
  let previous: Range | null = null;
  /** The last place where people are, or where data come from. */
  let origin: Range | null = null;
  for (const place of places) {
    const before = textBefore(lower, place.start);
    // "EU-U.S." names a framework, "New York Times" and "Acme Ireland" a company.
    if (
      lower.charAt(place.start - 1) === '-' ||
      /^ [A-Z][a-z]/.test(text.slice(place.end)) ||
      /[a-z] [A-Z]\w+ $/.test(text.slice(0, place.start))
    )
      continue;
    const after = lower.slice(place.end, place.end + 24);
    if (place.entry.by === 'adjective' && !FOREIGN_PLACE.test(after)) continue;
    if (NO_PLACE.test(after)) continue;
    const joined: boolean = previous !== null && JOINED.test(lower.slice(previous.end, place.start));
    const sinceOrigin = origin === null ? null : lower.slice(origin.end, place.start);
    const isLedTo = sinceOrigin !== null && leadsOn(sinceOrigin);
    if (!joined && !isLedTo && sinceOrigin !== null && ALSO.test(sinceOrigin)) {
      origin = place;
      continue;
    }
    const isEnd = joined || isLedTo || words.pattern('straight').test(before);
    if (!isEnd && words.pattern('no-route').test(before)) {
      origin = place;
      continue;
    }
    if (!isEnd && !words.pattern('route').test(before)) continue;
    if (place.entry.ambiguous && !joined && place.entry.by !== 'country') continue;
    previous = place;
    found.push({ iso: place.entry.iso, start: place.start, end: place.end });
  }
  const home = AT_HOME.test(lower) ? places.filter(({ start }) => FROM_HOME.test(lower.slice(0, Math.min(start, LONGEST_HOME)))) : [];
  const away = found.filter(({ iso }) => !home.some(({ entry }) => entry.iso === iso));
  const affirmed = away.filter((place) => polarityAt(sentence, place.start) === 'affirmed');
  return affirmed.length > 0 ? affirmed : away;
}

const LONGEST_HOME = 80;

/** "Of people in Spain or Italy to the United States": what stands between the two. */
const leadsOn = (between: string): boolean => words.pattern('leads-on').test(`${between.trim()} `);

/** "Outside your country", "other countries": somewhere else, and data that go there. */
function abroadIn(lower: string): Range | null {
  const ranges = words.pattern('abroad').all(lower);
  if (ranges.length === 0 || !words.pattern('movement').test(lower)) return null;
  const users = words.pattern('user-abroad').all(lower);
  const found = ranges.find(
    (range) =>
      !users.some((user) => user.start <= range.start && range.start < user.end) &&
      (words.pattern('self-contained').test(lower.slice(range.start, range.end)) ||
        words.pattern('reach').test(textBefore(lower, range.start))),
  );
  return found ?? null;
}

/** The last words before a place, with one space at the end: what the patterns that end in `$` read. */
function textBefore(lower: string, at: number): string {
  return lower
    .slice(Math.max(0, at - 180), at)
    .replace(/[()"]/g, '')
    .replace(/\//g, ' ')
    .replace(/ {0,3}$/, ' ');
}

/** "Stored only within the EU", "never leaves the EEA": that there is no transfer. */
function staysInside(lower: string, destination: readonly string[] | null): boolean {
  return words.pattern('staying').test(lower) && (destination === null || destination.every(isEea));
}

/** A safeguard alone states a transfer where the sentence or its section speaks of one. */
function isAboutSafeguards(sentence: Sentence, safeguards: readonly Safeguard[]): boolean {
  const { lower } = sentence;
  if (safeguards.includes('consent') && THAT_TRANSFER.test(lower)) return true;
  if (!safeguards.some((each) => each !== 'consent' && each !== 'derogation')) return false;
  const about = words.pattern('transfer-word').test(lower) || sentence.block.section.topics.includes('transfer');
  return about && words.pattern('statement').test(lower);
}

const wordStart = (lower: string, at: number): number => (lower.charAt(at) === ' ' ? at + 1 : at);

/** "We no longer rely on the Privacy Shield" names no safeguard. */
function safeguardsIn(sentence: Sentence): Safeguard[] {
  const holds = (pattern: Pattern): boolean => {
    const range = pattern.find(sentence.lower);
    if (range === null || polarityAt(sentence, range.start) !== 'affirmed') return false;
    // "We adhere to the Privacy Shield, although we do not rely on the Privacy Shield for transfers".
    const denied = words.pattern('not-relied-on').find(sentence.lower, range.end);
    return denied === null || pattern.at(sentence.lower, wordStart(sentence.lower, denied.end)) === null;
  };
  // The group's keys are those of `Safeguard`; a test holds the two together.
  return words
    .values('safeguard')
    .filter(([, pattern]) => holds(pattern))
    .map(([name]) => name as Safeguard);
}

const orNone = (safeguards: readonly Safeguard[]): Safeguard[] => (safeguards.length > 0 ? [...safeguards] : ['none']);

/** Sentences of one passage state one transfer: places and safeguards are brought together in the first. */
function onePerPassage(claims: readonly ClaimOf<'transfer'>[], { document }: ExtractContext): readonly ClaimOf<'transfer'>[] {
  const found = claims.some(isOfShield) && isAbandoned(document) ? claims.flatMap(withoutShield) : claims;
  const merged: ClaimOf<'transfer'>[] = [];
  for (const claim of found) {
    const at = merged.findLastIndex((other) => other.polarity === claim.polarity && isSamePassage(other, claim));
    const before = merged[at];
    if (before) merged[at] = join(before, claim);
    else merged.push(claim);
  }
  return merged;
}

const isOfShield = ({ value }: ClaimOf<'transfer'>): boolean => value.safeguard.includes('privacy-shield');

/** "We adhere to its principles, but we do not rely on the Privacy Shield for transfers", wherever it is said. */
const isAbandoned = ({ sentences }: PolicyDocument): boolean => sentences.some(({ lower }) => words.pattern('abandoned').test(lower));

/** Without the framework that is none; who only adheres to its principles transfers nothing by it. */
function withoutShield(claim: ClaimOf<'transfer'>): readonly ClaimOf<'transfer'>[] {
  const { destination, safeguard } = claim.value;
  const left = safeguard.filter((each) => each !== 'privacy-shield');
  if (left.length === 0 && destination === null && !abroadIn(claim.sentence.lower)) return [];
  return [{ ...claim, value: { destination, safeguard: orNone(left) } }];
}

function isSamePassage(before: ClaimOf<'transfer'>, claim: ClaimOf<'transfer'>): boolean {
  if (before.sentence.block === claim.sentence.block) return true;
  const table = before.sentence.block.table?.table;
  if (table !== undefined && table === claim.sentence.block.table?.table) return true;
  // Outdated frameworks keep a place of their own, so that a finding can point at the words.
  if (claim.value.safeguard.includes('privacy-shield') && !before.value.safeguard.includes('privacy-shield')) return false;
  const isSettled = before.value.destination !== null && before.value.safeguard.some(isNamedSafeguard);
  if (isSettled && words.pattern('to-others').test(claim.sentence.lower)) return false;
  const close = claim.sentence.block.index - before.sentence.block.index <= 12;
  return before.section === claim.section && close && (before.value.destination === null || isWithin(claim, before.value.destination));
}

/** Goes nowhere but there, as far as is said. */
const isWithin = ({ value }: ClaimOf<'transfer'>, places: readonly string[]): boolean =>
  (value.destination ?? []).every((place) => places.includes(place));

function join(first: ClaimOf<'transfer'>, second: ClaimOf<'transfer'>): ClaimOf<'transfer'> {
  const destination = [...new Set([...(first.value.destination ?? []), ...(second.value.destination ?? [])])];
  const safeguard = [...new Set([...first.value.safeguard, ...second.value.safeguard])].filter((each) => each !== 'none');
  // What is denied needs no safeguard: those told beside it are of other data.
  const needed = first.polarity === 'negated' ? [] : safeguard;
  return { ...first, value: { destination: destination.length > 0 ? destination : null, safeguard: orNone(needed) } };
}

/** "If you live in Canada, your data are kept in Canada": they go nowhere. */
const AT_HOME = expression('transfer')`^${'at-home'} `;
const FROM_HOME = expression('transfer')`^${'at-home'} (?:${'before-a-place'} )?$`;
const FOREIGN_PLACE = expression('transfer')`^(?:-${'based'})? ${'place-noun'}`;
const NO_PLACE = expression('transfer')`^(?:'s|-u\.?s|[- ]${'of-a-framework'}| ${'of-a-country'})`;
const JOINED = expression('transfer')`^(?:,? (?:${'joins'} ?)?(?:${'before-a-place'} )*|\/|, |[ ,]{1,2}\(?)$`;
const ALSO = expression('transfer')`^["”']{0,2}\)?,? ?(?:\([“"']?|${'joins'} |, )?(?:${'joins'} )?(?:${'before-a-place'} )?["“']?$`;
const THAT_TRANSFER = expression('transfer')`${'that-transfer'}`;
