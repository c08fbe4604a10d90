import { placesIn } from '../data/countries.js';
import { lexicon } from '../data/lexicon.js';
import { notVendors, vendorOf } from '../data/registry.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import type { Draft, Extractor } from './extractor.js';
import { hasLegalForm, isName, nameAfter, nameBefore, withoutLegalForm } from './names.js';
import type { Confidence } from './types.js';

/** Who runs the service: each distinct name that the text gives itself. */
export const controller: Extractor<'controller'> = {
  kind: 'controller',
  *extract() {},
  *finish(context) {
    yield* chosen(context.document);
  },
};

const words = lexicon('controller');

/** A place where the text seems to name itself, and how much that proves: 3 and more is proof, less adds up. */
interface Evidence extends Range {
  readonly name: string;
  readonly weight: number;
}

function* chosen(document: PolicyDocument): Iterable<Draft<'controller'>> {
  const groups = new Map<string, { weight: number; best: Evidence }>();
  for (const evidence of gather(document)) {
    if (!isPossible(evidence)) continue;
    const key = keyOf(evidence.name);
    const group = groups.get(key);
    if (!group) groups.set(key, { weight: evidence.weight, best: evidence });
    else {
      group.weight += evidence.weight;
      const better = evidence.weight > group.best.weight;
      if (better || (isDomain(group.best.name) && !isDomain(evidence.name)))
        group.best = { ...evidence, weight: Math.max(evidence.weight, group.best.weight) };
    }
  }
  const ranked = [...groups.values()].sort((a, b) => b.weight - a.weight || a.best.start - b.best.start);
  const top = ranked[0]?.weight ?? 0;
  if (top < MINIMUM) return;
  const taken = ranked.filter((group) => group.best.weight >= PROOF || group.weight >= Math.max(MINIMUM, top * 0.4)).slice(0, 5);
  for (const { best, weight } of taken) {
    const sentence = sentenceOf(document, best.start);
    const confidence: Confidence = best.weight >= PROOF || weight >= PROOF ? 'high' : 'medium';
    yield {
      value: { name: best.name },
      focus: { start: best.start, end: best.end },
      ...(sentence ? { range: { start: sentence.start, end: sentence.end } } : {}),
      confidence,
      modality: 'stated',
    };
  }
}

const PROOF = 3;
const MINIMUM = 2;

function* gather(document: PolicyDocument): Iterable<Evidence> {
  yield* fromTitles(document);
  yield* fromDefinitions(document);
  yield* fromIntroductions(document);
  yield* fromSubjects(document);
  yield* fromSignature(document);
}

/** "Acme Privacy Policy", "Privacy Policy for Acme", "Privacy Policy (Acme)". */
function* fromTitles(document: PolicyDocument): Iterable<Evidence> {
  const titles = document.blocks.filter((block) => block.kind === 'heading').slice(0, 2);
  for (const [index, block] of titles.entries()) {
    const text = document.text.slice(block.start, block.end);
    const lower = text.toLowerCase();
    const policy = /\b(?:privacy|data protection|cookie) (?:policy|notice|statement|declaration|information)\b/.exec(lower);
    if (!policy) {
      // A page may open with nothing but the product's name; that alone proves little.
      const range = index === 0 && text.length < 40 ? nameAfter(text, 0) : null;
      if (range && range.end >= text.trim().length - 1) yield evidence(document, shift(range, block.start), 1);
      continue;
    }
    const after = /^\s{0,2}(?:for|of|[-–—|:(])\s{0,2}(?:the )?/.exec(text.slice(policy.index + policy[0].length));
    if (after) {
      const range = nameAfter(text, policy.index + policy[0].length + after[0].length);
      if (range) yield evidence(document, shift(range, block.start), 2.5);
    }
    const before = /^(.{2,60}?)(?:['’]s?)?[\s–—|:-]{1,4}$/.exec(text.slice(0, policy.index));
    if (before) {
      const range = nameBefore(text, policy.index);
      if (range && range.start <= 4) yield evidence(document, shift(range, block.start), 2);
    }
  }
}

/** `Acme Ltd ("Acme", "we")`: the name before the parenthesis, and the short one within. */
function* fromDefinitions(document: PolicyDocument): Iterable<Evidence> {
  const { lower, text } = document;
  DEFINITION.lastIndex = 0;
  for (let match = DEFINITION.exec(lower); match; match = DEFINITION.exec(lower)) {
    const inner = match[0];
    if (
      !/["'\s](?:we|us|our|i|me|the company|company|the controller|the (?:site|app|application|website|service|platform))\b["',\s)]/.test(
        `${inner} `,
      )
    )
      continue;
    if (/\b(?:you|your)\b/.test(inner)) continue;
    const owner = /["'\s](?:we|us|our|i|me|the company|company)\b/.test(inner) ? 4 : 2;
    const before = text.slice(0, match.index).replace(/["”’'\])\s]{1,4}$/, '');
    const bare = before.replace(/,? (?:and|including|together with) (?:its|our|all)[^.,\n]{0,80}$/, '');
    const range = nameBefore(text, bare.length) ?? nameFromAddress(text, bare.length);
    if (range) yield evidence(document, range, owner);
    for (const short of text.slice(match.index, match.index + inner.length).matchAll(/["“]([A-Z][^"”“]{1,40})["”]/g)) {
      const start = match.index + short.index + 1;
      if (short[1] && owner === 4) yield evidence(document, { start, end: start + short[1].replace(/[,.]$/, '').length }, 3);
    }
  }
}

const DEFINITION =
  /\((?=[^()\n]{0,100}["'](?:we|us|our|i|me|the company|company|the controller|the site|the app|the application|the website|the service|the platform)\b)[^()\n]{2,160}\)/g;

/** "Acme Ltd, 1 High Street, London (“we”)": the name opens the clause that the parenthesis closes. */
function nameFromAddress(text: string, end: number): Range | null {
  const from = Math.max(0, end - 200, text.lastIndexOf('\n', end - 1) + 1);
  const match = /(?:\b(?:by|of|for|is|to|at|with|from|means|how|that) |^|[.] )([A-Z][^\n]{1,60}?), /.exec(text.slice(from, end));
  if (!match?.[1]) return null;
  return nameAfter(text, from + match.index + match[0].length - match[1].length - 2);
}

/** "Operated by Acme", "At Acme, we", "how Acme collects". */
function* fromIntroductions(document: PolicyDocument): Iterable<Evidence> {
  const { lower, text } = document;
  for (const at of words.pattern('introduces').all(lower)) {
    const phrase = lower.slice(at.start, at.end);
    const range = nameAfter(text, at.end) ?? null;
    if (!range || range.start - at.end > 8) continue;
    const sentence = sentenceOf(document, range.start);
    if (!sentence || sentence.block.kind === 'heading' || at.end < sentence.start) continue;
    const next = text.slice(range.end, range.end + 40).toLowerCase();
    const weight = introductionWeight(phrase, next, sentence, at);
    if (weight > 0) yield evidence(document, range, weight);
  }
  // "Operated by its founders (Ann Lee and Bo Diaz)": each of them.
  for (const match of lower.matchAll(FOUNDERS)) {
    const open = match.index + match[0].length;
    const close = text.indexOf(')', open);
    if (close < 0 || close - open > 160) continue;
    for (const part of text.slice(open, close).matchAll(/[A-Z][^,()&]{2,50}?(?=,| and |$)/g)) {
      yield evidence(document, { start: open + part.index, end: open + part.index + part[0].length }, PROOF);
    }
  }
}

const FOUNDERS =
  /\b(?:operated|run|developed|made|created|maintained|owned|published) by (?:its |our |the )?(?:[a-z-]{2,20} ){0,2}(?:founders?|owners?|developers?|creators?|team)\s?\(/g;

function introductionWeight(phrase: string, next: string, sentence: Sentence, at: Range): number {
  const before = sentence.lower.slice(0, Math.max(0, at.start - sentence.start));
  if (
    /\bby$/.test(phrase) &&
    /(?:operated|provided|developed|owned|run|created|offered|maintained|published|made|built|managed|powered|supplied|administered|available)/.test(
      phrase,
    )
  ) {
    if (/powered/.test(phrase)) return 0;
    const own = OWN_SERVICE.test(before);
    const foreign = FOREIGN.test(before.slice(-90));
    return own && !foreign ? PROOF : 0;
  }
  if (/^(?:at|here at)$/.test(phrase))
    return before.trim() === '' && /^[,]? ?(?:we|your|our|us|privacy)\b/.test(next.trim().replace(/^,\s*/, '')) ? PROOF + 1 : 0;
  if (/(?:we|us|our|ours|company|me|i)\b.*(?:refers?|referring|means?|mean|stands|shall mean)/.test(phrase)) return PROOF + 1;
  if (/controller|responsible/.test(phrase)) return PROOF + 1;
  if (/^we (?:here )?at$/.test(phrase)) return PROOF;
  if (/^(?:we|us) are$/.test(phrase)) return hasLegalFormAt(next) || /^[,.(]/.test(next) ? PROOF : 0;
  if (/collect at$/.test(phrase)) return PROOF;
  if (/^privacy/.test(phrase)) return /^['’]?s? (?:website|site|app|privacy|terms|api|services? to)\b/.test(next) ? 1 : 2;
  if (/(?:explains|describes|outlines|sets out|how|why|what|learn|policy)/.test(phrase))
    return words.pattern('follows').find(next.trimStart())?.start === 0 || /^ ?\(|^,? (?:and|its)/.test(next) ? 1.5 : 0;
  if (/^welcome to$/.test(phrase)) return 2;
  if (/copyright|©/.test(phrase)) return PROOF - 0.5;
  if (/^(?:products|services|websites|apps|applications|website|site|app|content) (?:offered|provided|operated|owned) by$/.test(phrase))
    return PROOF;
  return 0.4;
}

/** The subject of "is operated by": this site, our app. */
const OWN_SERVICE =
  /\b(?:this|our|the|these|its) (?:[^ ]{1,40} ){0,4}?(?:site|website|app|apps|application|service|services|platform|game|games|store|extension|software|products?|page|bot|project|portal|blog)\b[^.;]{0,60}$|^[^,.;]{1,40}(?: \([^)]{1,40}\))? (?:is|are)(?: \w{1,20}){0,3} $/;
const FOREIGN =
  /\b(?:analytics|advertis\w{0,12}|cookies?|third[- ]part\w{0,6}|payments?|plug-?ins?|buttons?|providers?|functions?|tools?|networks?|such as|those|features?|which is|jointly|material|link|links|choice)\b/;

const hasLegalFormAt = (next: string): boolean => /^,? (?:inc|llc|ltd|gmbh|a |an )/.test(next);

/** "Acme collects", "Acme is committed to". */
function* fromSubjects(document: PolicyDocument): Iterable<Evidence> {
  const { lower, text } = document;
  for (const at of words.pattern('follows').all(lower)) {
    if (text.charAt(at.start - 1) !== ' ') continue;
    const bare = text.slice(Math.max(0, at.start - 90), at.start).replace(/["”’'\])\s]{1,6}$/, '');
    const range = nameBefore(text, Math.max(0, at.start - 90) + bare.length);
    if (!range || at.start - range.end > 7) continue;
    const sentence = sentenceOf(document, range.start);
    if (sentence?.block.kind !== 'heading') yield evidence(document, range, subjectWeight(lower.slice(at.start, at.end), sentence));
  }
}

function subjectWeight(phrase: string, sentence: Sentence | undefined): number {
  if (/committed to|privacy$|seriously$|^(?:built|has built)|controller/.test(phrase)) return PROOF;
  if (/^is an?$/.test(phrase) && sentence && words.pattern('who-we-are').test(sentence.block.section.title.toLowerCase())) return PROOF;
  return /^(?:operates|owns|runs|collects?|may collect|processes|respects|values)/.test(phrase) ? 0.8 : 0.4;
}

/** A line of a company's name and nothing more, or a name with its legal form before an address. */
function* fromSignature(document: PolicyDocument): Iterable<Evidence> {
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'cell' || block.end - block.start > 200) continue;
    for (const sentence of block.sentences) {
      const range = nameAfter(sentence.text, 0);
      if (!range || range.start > 2) continue;
      const name = sentence.text.slice(range.start, range.end);
      const rest = sentence.text.slice(range.end);
      if (
        hasLegalForm(name) &&
        /^[.,;:\s]{0,3}(?:$|.{0,60}\d)/.test(rest) &&
        /\b(?:contact|about|who we are|address|question|controller|impressum|imprint)\b/i.test(block.section.title)
      )
        yield evidence(document, shift(range, sentence.start), PROOF);
    }
  }
}

function evidence(document: PolicyDocument, range: Range, weight: number): Evidence {
  const raw = document.text.slice(range.start, range.end);
  const before = PREFIX.exec(raw)?.[0].length ?? 0;
  let name = raw.slice(before).replace(SUFFIX, '');
  if (weight < PROOF) name = name.replace(PRODUCT, '');
  const start = range.start + before;
  return { start, end: start + name.length, name: name.replace(/\s+/g, ' '), weight };
}

/** "Privacy Notice for" and years before a name; register numbers and years after it; what it calls its service. */
const PREFIX =
  /^(?:.{0,60}\b(?:Privacy|Notice|Policy|Statement|Officer|Agreement|NOTICE|POLICY) (?:for|of|by|from|For|Of|FOR|OF) |(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)? )/;
const SUFFIX = /(?:(?<=\b(?:Ltd|Limited|Inc|LLC|GmbH)\.?) (?:ACN|ABN|No|UEN|CIN|Company) .{0,60}| (?:19|20)\d\d|,? [Aa]s)$/;
const PRODUCT =
  / (?:Platforms?|Sites?|Websites?|Web Sites?|Services?|Offerings?|Privacy .{0,40}|Accounts?|Products|Users?|Customers|Members)$/;

/** Never a known vendor (unless the text defines itself as one), a country, or words that policies merely capitalise. */
function isPossible({ name, weight }: Evidence): boolean {
  if (!isName(name) || !/[A-Za-z]{2}/.test(name) || /@|\bhttps?:|\bwww\./.test(name)) return false;
  const places = placesIn(name);
  const rest = places.reduceRight((text, place) => text.slice(0, place.start) + text.slice(place.end), name);
  if (places.length > 0 && !isName(rest)) return false;
  const parts = name.split(/ (?:and|&) /);
  if (weight < 4 && parts.some((part) => notVendors().has(part.toLowerCase()) || (parts.length > 1 && vendorOf(part) !== undefined)))
    return false;
  return weight >= 4 || vendorOf(name) === undefined || vendorOf(name)?.ambiguous === true;
}

/** "Acme", "ACME Inc." and "acme.com" are one name; the longest form that proves most is shown. */
function keyOf(name: string): string {
  return withoutLegalForm(name)
    .toLowerCase()
    .replace(/\.(?:com|org|net|io|app|co|ai)$/, '')
    .replace(/[^a-z0-9à-ž]+/g, '');
}

function sentenceOf(document: PolicyDocument, offset: number): Sentence | undefined {
  const { sentences } = document;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low];
}

const isDomain = (name: string): boolean => /\.[a-z]{2,4}$/.test(name);
const shift = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by });
