/** Lists of rights that are told in words of their own. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { sentenceAt, startingIn } from '../document/at.js';
import { topicsOfHeading } from '../document/topics.js';
import type { Block, PolicyDocument, Range, Section, Sentence } from '../document/types.js';
import { isFragment } from './clause.js';
import type { Draft } from './extractor.js';
import { isAboutRights, isLabelledRights, isRightsLeadIn } from './rights-context.js';
import type { ClaimOf, RightName } from './types.js';

/**
 * "Mend it. Bin it. Sit on it while we argue. Carry it to somebody else.": each entry says little; of a list in which several
 * entries are different rights, the others are too. Yields the rights that the text tells of nowhere else.
 */
export function* rightsOfLists(document: PolicyDocument, found: readonly ClaimOf<'right'>[]): Generator<Draft<'right'>> {
  const offered = found
    .filter(({ polarity }) => polarity === 'affirmed')
    .map(({ value, focus }) => ({ name: value.right, ...focus }))
    .sort((a, b) => a.start - b.start);
  const told: Set<string> = new Set(offered.map(({ name }) => name));
  if (words.values('says').every(([name]) => told.has(name))) return;
  for (const list of listsIn(document)) {
    const entries = list.entries.map((entry) => read(entry, document, offered));
    const different = new Set(entries.flatMap(({ names }) => names));
    if (different.size < (list.isOfRights ? FEW : MANY)) continue;
    for (const { name, focus } of entries) {
      if (name === null || told.has(name)) continue;
      told.add(name);
      const sentence = sentenceAt(document, focus.start);
      yield {
        value: { right: name },
        focus,
        ...(sentence ? { range: { start: sentence.start, end: sentence.end } } : {}),
        // "You may have it mended": what may be done about one's data is granted, not doubted.
        modality: sentence && CONDITION_HEDGE.test(sentence.lower) ? 'hedged' : 'stated',
        confidence: 'medium',
      };
    }
  }
}

const words = lexicon('rights-list');
const CONDITION_HEDGE = lexicon('shared').pattern('condition-hedge');

/** The rights that a list is read for. */
const isListed = (name: string): boolean => words.values('says').some(([listed]) => listed === name);
/** So many different rights make a list one of rights: under words that say so, and without. */
const FEW = 3;
const MANY = 5;

/** A right that was read before, and where. */
interface Offered extends Range {
  readonly name: RightName;
}

interface List {
  readonly isOfRights: boolean;
  readonly entries: readonly Range[];
}

interface Entry {
  /** The right that its words tell of; null where they tell of none. */
  readonly name: RightName | null;
  readonly focus: Range;
  /** That one, and those read in it before. */
  readonly names: readonly RightName[];
}

function read(entry: Range, document: PolicyDocument, offered: readonly Offered[]): Entry {
  const lower = document.lower.slice(entry.start, entry.end);
  const names = startingIn(offered, entry)
    .map(({ name }) => name)
    .filter(isListed);
  const head = HEAD.exec(lower)?.[0] ?? lower;
  const best = words.pattern('of-others').test(lower) ? null : (meaning(head) ?? meaning(lower));
  if (!best) return { name: null, focus: entry, names };
  const [name, range] = best;
  if ((name === 'restriction' || name === 'objection') && words.pattern('other-choices').test(head))
    return { name: null, focus: entry, names };
  return { name, focus: { start: entry.start + range.start, end: entry.start + range.end }, names: [...names, name] };
}

/** Up to the first pause: what comes after says when, or how. */
const HEAD = /^(?:\(?[a-z\d]{1,3}[.)] )?[^,;:.(–—]{0,80}(?= - |[,;:.(–—]|$)/;

/** The right of which the words come first, of two that begin together the one with more of them. */
function meaning(lower: string): readonly [RightName, Range] | null {
  let best: readonly [RightName, Range] | null = null;
  for (const [name, pattern] of words.values('says')) {
    const range = pattern.find(lower, 0);
    if (!range) continue;
    const [, known] = best ?? [null, null];
    const isBetter = !known || range.start < known.start || (range.start === known.start && range.end > known.end);
    // The keys of the group are names of rights; tests/claims/rights-list.test.ts holds each of them.
    if (isBetter) best = [name as RightName, range];
  }
  return best;
}

/** Items, labelled paragraphs and rows that stand together, the parts of long sentences, sentences that offer, and answers to questions. */
function* listsIn(document: PolicyDocument): Generator<List> {
  let group: Block[] = [];
  for (const block of [...document.blocks, null]) {
    const last = group.at(-1);
    if (last && block && goesOn(last, block)) {
      if (isEntry(block)) group.push(block);
      continue;
    }
    const [first] = group;
    if (first && group.length >= FEW && group.length <= MOST && isForAll(first.section) && !isOfOthers(first))
      yield { isOfRights: isOfRights(first), entries: group };
    group = block && isEntry(block) ? [block] : [];
    if (block?.kind === 'paragraph' && speaksOfRights(block.section) && isForAll(block.section)) yield* partsOf(block, document);
  }
  yield* offersIn(document);
  yield* demandsIn(document.root);
}

/** "You can see it all. You can have it mended. Tell us to bin it.", under a heading or a label on rights. */
function* offersIn({ blocks }: PolicyDocument): Generator<List> {
  const offers = new Map<Section | Block, Range[]>();
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || !isForAll(block.section)) continue;
    const isTitled = isAboutRights(block.section) && !words.pattern('controls').test(block.section.title.toLowerCase());
    const of = isTitled ? block.section : isLabelledRights(block) ? block : null;
    const offered = of ? block.sentences.filter(({ lower }) => isOffer(lower) && !words.pattern('beside').test(lower)) : [];
    if (of && offered.length > 0) offers.set(of, [...(offers.get(of) ?? []), ...offered.flatMap(partsOfOffer)]);
  }
  for (const entries of offers.values()) if (entries.length >= FEW) yield { isOfRights: true, entries };
}

/** "Read it, or take a copy to another club": two offers. */
function partsOfOffer({ start, lower }: Sentence): Range[] {
  const parts: Range[] = [];
  let from = 0;
  for (const { index, 0: mark } of lower.matchAll(NEXT_PART(lower))) {
    parts.push({ start: start + from, end: start + index });
    from = index + mark.length;
  }
  return [...parts, { start: start + from, end: start + lower.length }];
}

const NEXT_PART = expression('rights-list', 'g')`(?:[,;] ${'shared/joining'}|;) `;

/** "You can see it all.", "Sight of the lot." */
const isOffer = (lower: string): boolean =>
  words.pattern('offers').test(lower) || (lower.length <= LONGEST_FRAGMENT && isFragment(lower) && !lower.endsWith('?'));

const LONGEST_FRAGMENT = 60;

/** "I want it gone." over "Then we will delete it.": headings in the words of whoever asks, with what answers them. */
function* demandsIn(section: Section): Generator<List> {
  const entries = section.children.flatMap(({ heading, blocks, title }) => {
    const answer = blocks.find(({ kind }) => kind !== 'heading')?.sentences[0];
    const isAsked = title.length <= LONGEST_DEMAND && words.pattern('demand').test(heading?.sentences[0]?.lower ?? '');
    return heading && answer && isAsked ? [{ start: heading.start, end: answer.end }] : [];
  });
  if (entries.length >= FEW) yield { isOfRights: false, entries };
  for (const child of section.children) yield* demandsIn(child);
}

const LONGEST_DEMAND = 80;

const MOST = 16;

const isEntry = (block: Block): boolean =>
  block.kind === 'item' || (block.kind === 'paragraph' && block.label !== null) || (block.kind === 'cell' && block.table?.column === 0);

/** What is nested in an entry is of it; so are the other cells of a row. */
function goesOn(last: Block, block: Block): boolean {
  if (block.section !== last.section) return false;
  if (block.kind === 'cell' || last.kind === 'cell') return block.table?.table === last.table?.table;
  return block.parent === last || (block.kind === last.kind && block.parent === last.parent && isEntry(block));
}

function* partsOf(block: Block, { lower }: PolicyDocument): Generator<List> {
  const isOfRights = isAboutRights(block.section);
  for (const { start, end } of block.sentences) {
    const text = lower.slice(start, end);
    // "To see it, have it mended, and say no": commas part what is no list too, so that it takes more of them.
    const entries = splitAt(text, /;/g, start);
    const pauses = entries.length < FEW ? splitAt(text, PAUSES(), start) : [];
    if (entries.length >= FEW && entries.length <= MOST) yield { isOfRights, entries };
    else if (pauses.length >= MANY && pauses.length <= MOST) yield { isOfRights: false, entries: pauses };
  }
}

const PAUSES = expression('layout', 'g')`, (?:${'joins-items'} )?`;

function splitAt(text: string, between: RegExp, offset: number): Range[] {
  const parts: Range[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(between)) {
    parts.push({ start: start + offset, end: index + offset });
    start = index + mark.length;
  }
  return [...parts, { start: start + offset, end: text.length + offset }];
}

const isOfOthers = ({ leadIn }: Block): boolean => leadIn !== null && words.pattern('of-others').test(leadIn.lower);

const isOfRights = ({ section, leadIn }: Block): boolean => isAboutRights(section) || (leadIn !== null && isRightsLeadIn(leadIn));

const speaksOfRights = (section: Section): boolean => section.topics.includes('rights') || isAboutRights(section);

/** Not for Californians alone. */
function isForAll(section: Section | null): boolean {
  for (let at = section; at; at = at.parent) if (STATES[topicsOfHeading(at.title)[0] ?? '']) return false;
  return true;
}

const STATES: Readonly<Record<string, true>> = { california: true, 'state-rights': true };
