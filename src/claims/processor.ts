import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { type Vendor, vendorMentions, vendorOf } from '../data/registry.js';
import { sentenceAt } from '../document/at.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import type { Draft, ExtractContext, Extractor } from './extractor.js';
import { keyOfName } from './names.js';
import { isRunInLabel } from './passage.js';
import { countryOf, serviceOf } from './processor-service.js';
import type { ClaimOf, Confidence, Polarity } from './types.js';
import { unlistedNames } from './unlisted.js';
import { useOf, window } from './vendor-context.js';
import { asWritten } from './vendor-name.js';

/** Named companies and products that receive or process data; one claim for each name and polarity, where it first stands. */
export const processor: Extractor<'processor'> = {
  kind: 'processor',
  *extract() {},
  *finish(context) {
    yield* known(context);
    yield* unknown(context);
  },
  refine: oncePerName,
};

const words = lexicon('processor');

function* known(context: ExtractContext): Iterable<Draft<'processor'>> {
  const { document } = context;
  const own = ownCompanies(context);
  const mentions = vendorMentions(document.text);
  const group = new Set(ownGroup(mentions, context));
  const messaging = context.claims.flatMap((claim) =>
    claim.kind === 'contact' && claim.value.channel === 'messaging' ? [claim.focus] : [],
  );
  const covered = new Set<string>();
  let previous: { vendor: Vendor; end: number; sentence: Sentence } | null = null;
  const titles: Draft<'processor'>[] = [];
  const labels: (readonly [draft: Draft<'processor'>, place: string])[] = [];
  const named = new Set<string>();
  const inBlock = new Set<string>();
  for (const match of mentions) {
    const { vendor, ambiguous } = match.entry;
    const sentence = sentenceAt(document, match.start);
    if (!sentence || sentence.start > match.start || sentence.block.kind === 'code') continue;
    if (own.has(vendor.vendor) || own.has(vendor.name) || group.has(vendor.name) || isOwnName(document, match, context)) continue;
    if (sentence.block.kind === 'heading') {
      if (!ambiguous && isListedTitle(match, sentence, document)) titles.push(draftOf(vendor, match, sentence, document));
      continue;
    }
    // A way to reach the controller ("ask us on Discord") is no recipient.
    if (messaging.some((at) => at.start <= match.start && match.end <= at.end + 1)) continue;
    const use = useOf({ ...match, vendor, ambiguous }, sentence);
    const umbrella = previous && previous.sentence === sentence && isUmbrella(previous, vendor, document, match);
    if (umbrella) covered.add(vendor.name);
    else previous = use ? { vendor, end: match.end, sentence } : previous;
    if (!use || umbrella || covered.has(vendor.name)) continue;
    const found: Draft<'processor'> = {
      ...draftOf(vendor, match, sentence, document),
      polarity: use,
      confidence: ambiguous ? 'medium' : 'high',
    };
    const inThis = `${sentence.block.index} ${vendor.name}`;
    if (isLabelAlone(match, sentence)) {
      labels.push([found, inThis]);
      continue;
    }
    named.add(vendor.name);
    inBlock.add(inThis);
    yield found;
  }
  // What the text below a title says again is the better place to point at.
  yield* titles.filter(({ value }) => !named.has(value.name));
  for (const [label, inThis] of labels) if (!inBlock.has(inThis)) yield label;
}

function draftOf(vendor: Vendor, match: Range, sentence: Sentence, document: PolicyDocument): Draft<'processor'> {
  const service = serviceOf(document, match, sentence, vendor);
  const country = countryOf(document, match, sentence) ?? vendor.seat;
  return {
    value: { name: vendor.name, ...(service ? { service } : {}), ...(country ? { country } : {}), known: true },
    ...place(match, sentence),
    modality: 'stated',
  };
}

/** "Use of Acme Analytics." before what is said of it: the sentence that says so is the place to point at. */
const isLabelAlone = (match: Range, sentence: Sentence): boolean =>
  isRunInLabel(sentence) ||
  (sentence.block.sentences.length > 1 &&
    sentence.block.start >= sentence.start - 1 &&
    sentence.end - sentence.start <= match.end - match.start + 1);

/** "The payment processors we work with are:", and below it a title that is a name and nothing else, over a link to that company's policy. */
function isListedTitle(match: Range, { block, text }: Sentence, document: PolicyDocument): boolean {
  if (text.replace(/[:.\s]{1,3}$/, '').length > match.end - match.start + 1) return false;
  const above = document.blocks[block.index - 1]?.sentences.at(-1)?.lower ?? '';
  if (above.endsWith(':')) return words.pattern('recipient-list').test(above);
  const { parent } = block.section;
  return parent !== null && parent.level > 0 && words.pattern('recipient-title').test(parent.title.toLowerCase());
}

function* unknown(context: ExtractContext): Iterable<Draft<'processor'>> {
  const { document } = context;
  for (const found of unlistedNames(document)) {
    const sentence = sentenceAt(document, found.start);
    if (!sentence || isOwnName(document, found, context)) continue;
    const service = serviceOf(document, found, sentence);
    const country = countryOf(document, found, sentence);
    const confidence: Confidence = sentence.block.kind === 'cell' ? 'high' : 'medium';
    yield {
      value: { name: found.name, ...(service ? { service } : {}), ...(country ? { country } : {}), known: false },
      ...place(found, sentence),
      modality: 'stated',
      confidence,
    };
  }
}

/** The claim stands in the sentence; in a table, in the row. */
function place(match: Range, sentence: Sentence): { focus: Range; range: Range } {
  return { focus: { start: match.start, end: match.end }, range: { start: sentence.start, end: sentence.end } };
}

/** The registry's companies that the controller is, or that own it: its own products are no recipients. */
function ownCompanies(context: ExtractContext): ReadonlySet<string> {
  const own = new Set<string>();
  for (const self of context.selfNames.map((name) => vendorOf(name))) {
    if (!self) continue;
    own.add(self.vendor);
    const owner = self.parent === undefined ? undefined : vendorOf(self.parent);
    if (owner) own.add(owner.name);
  }
  return own;
}

/**
 * "We are a wholly-owned subsidiary of Acme", '"Acme", "Bolt", "we" and "us" mean', "Acme and the subsidiaries that Acme controls": who owns
 * the controller, and what else it is called.
 */
function* ownGroup(mentions: ReturnType<typeof vendorMentions>, { document, selfNames }: ExtractContext): Iterable<string> {
  for (const { start, end, entry } of mentions) {
    const sentence = sentenceAt(document, start);
    if (!sentence || sentence.start > start) continue;
    const { lower, text } = sentence;
    const before = lower.slice(0, start - sentence.start);
    const isOwner =
      words.pattern('owned-by').test(window(before.slice(-90))) &&
      (words.pattern('we-are').test(before) || selfNames.some((name) => text.startsWith(name)));
    const isQuoted = QUOTES.test(before.slice(-1)) && QUOTES.test(lower.charAt(end - sentence.start)) && QUOTED_SELF.test(lower);
    const behind = lower.slice(end - sentence.start, end - sentence.start + 160);
    const isParent = words.pattern('whose-group').test(behind.replace(LEGAL_FORM(), '').trimStart());
    if (isOwner || isQuoted || isParent || isFormerName(before, selfNames)) yield entry.vendor.name;
  }
}

/** "Acme Holding Inc. (formerly Acme Tools)": what stands before the name told of. */
function isFormerName(before: string, selfNames: readonly string[]): boolean {
  const now = FORMERLY.test(before.slice(-LONGEST_FORMERLY)) ? before.replace(FORMERLY(), '') : '';
  return now !== '' && selfNames.some((name) => now.endsWith(name.toLowerCase()));
}

const LEGAL_FORM = expression('processor')`^(?:\.[a-z]{2,3})?,? ${'processor-category/legal-form'}\b\.?`;
const LONGEST_FORMERLY = 40;
const FORMERLY = expression('processor')`[ ,(]{1,3}${'formerly'} $`;
const QUOTES = /^["“”'‘’]$/;
const QUOTED_SELF = expression('processor')`["“'‘]${'self'}["”,'’]`;

function isOwnName(document: PolicyDocument, match: Range, context: ExtractContext): boolean {
  const name = keyOfName(document.text.slice(match.start, match.end));
  return ownKeys(context.selfNames).some(([self, key]) => {
    return (
      key === name ||
      (key.length > 3 && name.startsWith(key)) ||
      (name.length > 4 && key.startsWith(name)) ||
      isWithin(document, match, self)
    );
  });
}

/** Each of the controller's names with its key, made once for a document. */
function ownKeys(names: readonly string[]): readonly (readonly [string, string])[] {
  let keys = keysOf.get(names);
  if (!keys) {
    keys = names.map((name) => [name, keyOfName(name)] as const);
    keysOf.set(names, keys);
  }
  return keys;
}

const keysOf = new WeakMap<readonly string[], readonly (readonly [string, string])[]>();

/** The mention is a part of the controller's longer name: "Slack" in "Slack Notes Ltd". */
function isWithin(document: PolicyDocument, match: Range, self: string): boolean {
  const inside = self.indexOf(document.text.slice(match.start, match.end));
  return inside >= 0 && document.text.startsWith(self, match.start - inside);
}

/** "Google Firebase services, including Firebase Authentication": the parts of one recipient. */
function isUmbrella(previous: { vendor: Vendor; end: number }, vendor: Vendor, document: PolicyDocument, match: Range): boolean {
  if (previous.vendor.vendor !== vendor.vendor || previous.vendor.name === vendor.name) return false;
  if (vendor.service === 'analytics' || vendor.service === 'advertising') return false;
  const between = document.lower.slice(previous.end, match.start);
  return between.length < 120 && PARTS.test(between);
}

const PARTS = expression('processor')`^[\w ]{0,30},? ?\(?${'parts'}`;

/**
 * The first mention of a name stands for all. A denial of a vendor ("no Google Analytics") names no recipient: it is a claim only against a
 * statement that there is one.
 */
function oncePerName(found: readonly ClaimOf<'processor'>[], { document }: ExtractContext): readonly ClaimOf<'processor'>[] {
  const byName = new Map<string, ClaimOf<'processor'>[]>();
  for (const claim of [...found].sort((a, b) => a.focus.start - b.focus.start)) {
    const polarity: Polarity = claim.polarity;
    const key = `${polarity} ${keyOfName(claim.value.name)}`;
    byName.set(key, [...(byName.get(key) ?? []), claim]);
  }
  return [...byName].flatMap(([key, claims]) => {
    const claim = asWritten(claims, document);
    return claim && (claim.polarity === 'affirmed' || byName.has(key.replace('negated', 'affirmed'))) ? [claim] : [];
  });
}
