/** Where a policy seems to name who runs the service. */
import { expression } from '../data/expression.js';
import { lexicon } from '../data/lexicon.js';
import { nameWords } from '../data/name-words.js';
import { vendorOf } from '../data/registry.js';
import { partitionPoint, sentenceAt } from '../document/at.js';
import { shift } from '../document/range.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { fromCollective, fromDefinedSentences, fromDefinitions } from './controller-definitions.js';
import { type Evidence, evidence, OPENING_LINES } from './controller-found.js';
import { introductionWeight, PROOF } from './controller-introduction.js';
import { fromLines } from './controller-lines.js';
import { fromRelations } from './controller-relations.js';
import { hasLegalForm, nameAfter, nameBefore } from './names.js';

/** Everything that speaks for a name, in no order of weight. */
export function* controllerEvidence(document: PolicyDocument): Iterable<Evidence> {
  yield* fromTitles(document);
  yield* fromDefinitions(document);
  yield* fromDefinedSentences(document);
  yield* fromCollective(document);
  yield* fromMentions(document);
  yield* fromAppositions(document);
  yield* fromLines(document);
  yield* fromRelations(document);
}

/** "Acme Privacy Policy", "Privacy Policy for Acme", "Privacy Policy (Acme)". */
function* fromTitles(document: PolicyDocument): Iterable<Evidence> {
  const titles = document.blocks.filter((block) => block.kind === 'heading').slice(0, 2);
  for (const [index, block] of titles.entries()) {
    const text = document.text.slice(block.start, block.end);
    const lower = text.toLowerCase();
    const policy = /\b(?:privacy|data protection|cookie) (?:policy|notice|statement|declaration|information)\b/.exec(lower);
    const how = words.pattern('how-title').find(lower);
    if (how?.start === 0) {
      const range = nameAfter(text, how.end);
      const next = range ? lower.slice(range.end).trimStart() : '';
      if (range && words.pattern('follows').find(next)?.start === 0) yield evidence(document, shift(range, block.start), 2.5, index === 0);
    }
    if (!policy) {
      // A page may open with nothing but the product's name; that alone proves little.
      const range = index === 0 && text.length < 40 ? nameAfter(text, 0) : null;
      if (range && range.end >= text.trim().length - 1) yield evidence(document, shift(range, block.start), 1);
      continue;
    }
    const after = /^\s{0,2}(?:for|of|[-–—|:(])\s{0,2}(?:the )?/.exec(lower.slice(policy.index + policy[0].length));
    if (after) {
      const range = nameAfter(text, policy.index + policy[0].length + after[0].length);
      if (range) yield evidence(document, shift(range, block.start), 2.5, index === 0);
    }
    const before = /^(.{2,60}?)(?:['’]s?)?[\s–—|:-]{1,4}$/.exec(text.slice(0, policy.index));
    if (before) {
      const range = nameBefore(text, policy.index);
      if (range && range.start <= 4) yield evidence(document, shift(range, block.start), 2, index === 0);
    }
  }
}

/** "Operated by Acme", "At Acme, we", "how Acme collects", "Acme is committed to": what stands before and after a capital. */
function* fromMentions(document: PolicyDocument): Iterable<Evidence> {
  const { lower, text } = document;
  CAPITAL.lastIndex = 0;
  for (let match = CAPITAL.exec(text); match; match = CAPITAL.exec(text)) {
    const from = match.index + match[0].length - 1;
    const end = wordEnd(text, from);
    const last = wordBefore(lower, from);
    const introduced = introducing.has(last) && (alone.has(last) || LONG.test(lower.slice(Math.max(0, from - 150), from)));
    const acts = acting.has(nextWord(lower, end));
    if (!introduced && !acts) continue;
    const sentence = sentenceAt(document, from);
    if (!sentence || sentence.block.kind === 'heading') continue;
    if (introduced) yield* introducedAt(document, sentence, from, lower.slice(Math.max(0, from - 150), from).replace(OPENING, ' '));
    if (acts) yield* actingAt(document, sentence, end);
  }
  // "Operated by its founders (Ann Lee and Bo Diaz)": each of them.
  for (const match of lower.matchAll(FOUNDERS(lower))) {
    const open = match.index + match[0].length;
    const close = text.indexOf(')', open);
    if (close < 0 || close - open > 160) continue;
    for (const part of text.slice(open, close).matchAll(/[A-Z][^,()&]{2,50}?(?=,| and |$)/g)) {
      yield evidence(document, { start: open + part.index, end: open + part.index + part[0].length }, PROOF);
    }
  }
}

const FOUNDERS = expression('controller', 'g')`${'made'} by (?:${'their'} )?(?:[a-z-]{2,20} ){0,2}${'founders'}\s?\(`;

/** "Acme GmbH, 1 High Street, Leeds, is the controller": the name opens the sentence, its address stands between. */
function* fromAppositions(document: PolicyDocument): Iterable<Evidence> {
  for (const match of document.lower.matchAll(CONTROLLER_AFTER_ADDRESS)) {
    const sentence = sentenceAt(document, match.index);
    if (!sentence || sentence.block.kind === 'heading') continue;
    const range = nameAfter(document.text, sentence.start);
    if (range && range.start <= sentence.start + 4 && range.end <= match.index) yield evidence(document, range, PROOF);
  }
  // "These shops are all brands of Acme Ltd, which is the controller".
  for (const { block, text, lower, start } of document.sentences) {
    if (block.kind === 'heading' || !lower.includes('controller') || !words.pattern('has-these').test(lower)) continue;
    const cue = words.pattern('which-controls').find(lower);
    const range = cue ? nameBefore(text, cue.start) : null;
    const isNext = cue !== null && range !== null && /^[*_,\s]{0,6}$/.test(text.slice(range.end, cue.start));
    if (range && isNext) yield evidence(document, shift(range, start), PROOF);
  }
}

const CONTROLLER_AFTER_ADDRESS =
  /(?:,\s(?:is|are|as|acting as|in its capacity as)| and its (?:subsidiaries|affiliates|group companies) (?:act as|are)) (?:the |a |your |joint )?(?:data )?controllers?\b|, determines? the purposes\b/g;

function* introducedAt(document: PolicyDocument, sentence: Sentence, from: number, lead: string): Iterable<Evidence> {
  const whole = lead.slice(Math.max(0, lead.length - Math.max(0, from - sentence.start))).replace(/["'“”]/g, '');
  const own = whole.replace(/(?: is)? ?: $/, ' : '); // In a phrase, a colon is a word of its own.
  const phrase = words.pattern('introduces').all(own).at(-1);
  if (!phrase || phrase.end < own.replace(/[\s,]{1,3}$/, '').length) return;
  const range = nameAfter(document.text, from);
  if (!range || range.start > from + 2) return;
  const next = document.lower.slice(range.end, range.end + 40);
  const before = own.slice(0, phrase.start);
  // "We refer to the sites as ...": what is referred to is not who speaks.
  if (words.pattern('we-refer').test(lead.trimEnd())) return;
  // "Sites that are not run by Acme", "for how Acme uses your data, see Acme's privacy policy".
  const lately = own.slice(Math.max(0, phrase.end - NEAR), phrase.end);
  if ((lately.endsWith(' by') && words.pattern('denied').test(lately)) || isOfOthersPolicy(document, sentence, range)) return;
  // "The supervisory authority responsible for us is: ..."
  if (/\bauthority $/.test(before)) return;
  const said = own.slice(phrase.start, phrase.end);
  // "The [Privacy Notice for Acme Accounts](https://...)", "you can access the privacy notice of Acme here": another page.
  if (/^privacy/.test(said) && (isInLink(sentence, from) || words.pattern('reads-others').test(before.slice(-NEAR)))) return;
  if (/^(?:i am|im|my name is)$/.test(said)) {
    // "I'm Oskar and Fernwheel is my project": a person is one name.
    const and = document.text.slice(range.start, range.end).search(/ (?:and|&) /);
    if (and > 0 && introductionWeight(said, document.lower.slice(range.start + and), before) > 0) {
      yield evidence(document, { start: range.start, end: range.start + and }, PROOF);
      return;
    }
  }
  const named = hasLegalForm(document.text.slice(range.start, range.end));
  const isFirm = named && /^(?:we|us) are$/.test(said);
  const isAsked = named && words.pattern('asked').test(own.trimEnd());
  // "This policy sets out how Acme Ltd handles ..."
  const isOwnPolicy = named && words.pattern('own-policy').test(own);
  const weight = isFirm ? PROOF + 1 : isAsked || isOwnPolicy ? PROOF : introductionWeight(said, next, before);
  // A service that a known vendor provides is the vendor's.
  if (/by$/.test(own.slice(phrase.start, phrase.end)) && vendorOf(document.text.slice(range.start, range.end))?.ambiguous === false) return;
  // In the first lines, what a policy is about is whose it is, even of a company that others name as a vendor.
  const isOpening = from < OPENING_LINES && (weight >= PROOF || words.pattern('policy-of').test(said));
  if (weight > 0) yield evidence(document, range, weight, weight >= 4 || isOpening);
}

function* actingAt(document: PolicyDocument, sentence: Sentence, end: number): Iterable<Evidence> {
  const after = document.lower.slice(end, end + 70);
  const gap = /^["”’'\])™®]{0,5} /.exec(after)?.[0].length ?? 0;
  const next = end + gap - sentence.start;
  const phrase = gap === 0 ? null : words.pattern('follows').at(sentence.lower, next);
  if (!phrase) return;
  const range = nameBefore(document.text, end);
  const and = range ? document.text.slice(range.start, range.end).search(/ and /) : -1;
  // "I'm Oskar and Fernwheel is my project".
  if (range && isOfOthersPolicy(document, sentence, range)) return;
  if (range && and > 0 && words.pattern('my-own').find(after.slice(gap))?.start === 0)
    yield evidence(document, { start: range.start + and + 5, end: range.end }, PROOF);
  else if (range && range.end >= end - 1)
    yield actingEvidence(document, range, subjectWeight(sentence.lower.slice(next, phrase.end), after.slice(gap), sentence));
}

/** "See Acme's privacy policy for how Acme uses your data": behind the first lines a text speaks so of somebody else. */
function isOfOthersPolicy({ text, lower }: PolicyDocument, sentence: Sentence, { start, end }: Range): boolean {
  if (start < OPENING_LINES) return false;
  const name = text.slice(start, end);
  const from = Math.max(sentence.start, start - NEAR);
  const until = Math.min(sentence.end, end + NEAR);
  for (let at = text.indexOf(name, from); at >= 0 && at < until; at = text.indexOf(name, at + name.length)) {
    const next = POSSESSIVE.exec(lower.slice(at + name.length, at + name.length + 60));
    if (next?.[1] && words.pattern('their-own').test(next[1]))
      return words.pattern('reads-others').test(lower.slice(Math.max(sentence.start, at - NEAR), at));
  }
  return false;
}

/** So far from a name stand the words that go with it. */
const NEAR = 120;
const POSSESSIVE = /^['’]s? \[?(.*)/;

/** Within a link to another page. */
function isInLink({ block }: Sentence, at: number): boolean {
  const link = block.links[partitionPoint(block.links, ({ end }) => end <= at)];
  return link !== undefined && link.start <= at && !link.url.startsWith('#');
}

const actingEvidence = (document: PolicyDocument, range: Range, weight: number): Evidence =>
  evidence(document, range, weight, weight >= 4 || (weight >= PROOF && range.start < OPENING_LINES));

const CAPITAL = /(?:^|[\s"“”(‘'[])(?=[A-Z0-9]|[a-z]{1,3}[A-Z]|(?:llc|inc|ltd|gmbh)\b)./g;
const OPENING = /["“”‘’'([{\s]{1,6}(?:the\s["“”‘’'([{]{0,2})?$/;
/** Where the word at `from` ends, without closing punctuation. */
function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < 60 && !BREAKS.has(text.charAt(end))) end++;
  while (end > from && TRAILING.has(text.charAt(end - 1))) end--;
  return end;
}

const BREAKS: ReadonlySet<string> = new Set([' ', '\n', '"', '“', '”', '(', ')', '[', ']']);
const TRAILING: ReadonlySet<string> = new Set([',', '.', ';', ':', '!', '?', "'", '’']);

/** Words that introduce only within a longer phrase need one of these. */
const LONG = /controller|responsible|refer|mean|notice|policy|statement|welcome/;
/** The word before an offset, past brackets, quotes and one "the". Plain loops: this runs for every capital of a text. */
function wordBefore(lower: string, from: number): string {
  let end = from;
  for (let round = 0; round < 2; round++) {
    while (end > 0 && SKIPPED.has(lower.charAt(end - 1)) && from - end < 8) end--;
    let start = end;
    while (start > 0 && end - start < 16 && isLetter(lower.charCodeAt(start - 1))) start--;
    const word = lower.slice(start, end);
    if (word === '') return lower.charAt(end - 1);
    if (word !== 'the') return word;
    end = start;
  }
  return '';
}

const SKIPPED: ReadonlySet<string> = new Set([' ', '"', "'", '(', '[', '{', ',', '\n']);
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || code === 169;
/** The word after an offset, past closing quotes and brackets and one space. */
function nextWord(lower: string, end: number): string {
  let start = end;
  while (start - end < 5 && CLOSING.has(lower.charAt(start))) start++;
  if (lower.charAt(start) !== ' ') return '';
  start++;
  let stop = start;
  while (stop - start < 13 && isLetter(lower.charCodeAt(stop))) stop++;
  return lower.slice(start, stop);
}

const CLOSING: ReadonlySet<string> = new Set(['"', '”', "'", '’', ')', ']', '™', '®']);

function subjectWeight(phrase: string, after: string, sentence: Sentence): number {
  if (
    /committed to|dedicated to|^(?:built|has built)|controller|^is the (?!responsible)|^as the|^is my |calls$|^(?:determines?|decides?) /.test(
      phrase,
    )
  )
    return PROOF;
  if (/^(?:takes|respects|values|cares|treats|protects|is concerned|appreciates|recogni[sz]es|understands) .{0,40}privacy/.test(after))
    return PROOF;
  if (/^is an?$/.test(phrase) && words.pattern('who-we-are').test(sentence.block.section.title.toLowerCase())) return PROOF;
  return /^(?:operates|owns|runs|collects?|may collect|processes|respects|values)/.test(phrase) ? 0.8 : 0.4;
}

const words = lexicon('controller');
const introducing = nameWords('introducing');
/** Words that introduce by themselves. */
const alone = nameWords('introducing-alone');
const acting = nameWords('acting');
