/** What a check may ask of the document it runs on. Made once a document; answers that several rules want are kept. */
import type { Facts } from '../claims/extractor.js';
import { polarityAt } from '../claims/polarity.js';
import { selfNamesOf } from '../claims/self.js';
import type { Claim, ClaimKind, Polarity } from '../claims/types.js';
import { lexicon, type Pattern } from '../data/lexicon.js';
import { topicsOfHeading } from '../document/topics.js';
import type { PolicyDocument, Range, Section, Sentence } from '../document/types.js';
import { countWords } from './letters.js';
import { patternOf } from './patterns.js';
import { SentenceTable } from './sentence-table.js';
import type { DocumentRole, PhraseSource, Regime, TextSelector } from './types.js';

export interface RuleContext {
  readonly document: PolicyDocument;
  readonly claims: readonly Claim[];
  readonly facts: Facts;
  readonly regimes: ReadonlySet<Regime>;
  readonly role: DocumentRole;
  readonly lawAsOf: string;
  /** ISO date of the run, where the caller says it. */
  readonly today?: string;
  readonly words: number;
  /** Names by which the text means the controller, longest first. */
  readonly selfNames: readonly string[];
  claimsOf(kind: ClaimKind): readonly Claim[];
  /** The sentences that a text selector means, each with the words that matched, in order. */
  sentencesBy(selector: TextSelector): readonly TextMatch[];
  /** The compiled pattern of a source, kept for the process. */
  pattern(source: PhraseSource): Pattern;
  /** First section on one of the topics. */
  sectionOn(topics: readonly string[]): Section | null;
  readonly sections: readonly Section[];
  /** Whether a pattern matches the sentence or, in the same block or the neighbouring ones, the one before or after. */
  near(sentence: Sentence, source: PhraseSource): boolean;
  /** Whether a pattern matches anywhere in the section or those under it. */
  inSection(section: Section, source: PhraseSource): boolean;
}

export interface TextMatch {
  readonly sentence: Sentence;
  readonly focus: Range;
}

export interface ContextOptions {
  readonly facts: Facts;
  readonly regimes: ReadonlySet<Regime>;
  readonly role: DocumentRole;
  readonly lawAsOf: string;
  readonly today?: string;
}

export function makeContext(document: PolicyDocument, claims: readonly Claim[], options: ContextOptions): RuleContext {
  const byKind = new Map<ClaimKind, Claim[]>();
  for (const claim of claims) {
    const known = byKind.get(claim.kind);
    if (known) known.push(claim);
    else byKind.set(claim.kind, [claim]);
  }
  const sections = sectionsOf(document.root);
  const ownNames = selfNamesOf(claims, options.facts, document);
  const selfNames = ownNames.map((name) => name.toLowerCase());
  const bySelector = new Map<TextSelector, readonly TextMatch[]>();

  const near = (sentence: Sentence, source: PhraseSource): boolean => {
    const wanted = patternOf(source);
    for (let index = sentence.index - 1; index <= sentence.index + 1; index++) {
      const neighbour = document.sentences[index];
      if (neighbour && Math.abs(neighbour.block.index - sentence.block.index) <= 1 && wanted.test(neighbour.lower)) return true;
    }
    return false;
  };

  const inSection = (section: Section, source: PhraseSource): boolean => {
    // What stands before the first heading is a section of its own.
    const end = section.level === 0 ? (section.children[0]?.start ?? section.end) : section.end;
    return patternOf(source).test(document.lower.slice(section.start, end));
  };

  const isFirstPerson = (sentence: Sentence, at: number): boolean => {
    const before = sentence.lower.slice(0, at);
    if (firstPerson.test(before)) return true;
    if (selfNames.some((name) => before.includes(name))) return true;
    const leadIn = sentence.block.leadIn;
    return leadIn !== null && (firstPerson.test(leadIn.lower) || selfNames.some((name) => leadIn.lower.includes(name)));
  };

  const matches = (selector: TextSelector, sentence: Sentence, found: Range): boolean => {
    const { block, lower } = sentence;
    if (selector.with && !patternOf(selector.with).test(lower)) return false;
    if (selector.unless && patternOf(selector.unless).test(lower)) return false;
    if (selector.polarity && polarityOfMatch(sentence, found) !== selector.polarity) return false;
    if (selector.firstPerson && !isFirstPerson(sentence, found.end)) return false;
    if (selector.withNear && !near(sentence, selector.withNear)) return false;
    if (selector.unlessNear && near(sentence, selector.unlessNear)) return false;
    return !(selector.unlessSection && inSection(block.section, selector.unlessSection));
  };

  let wordCount: number | undefined;

  const sentencesBy = (selector: TextSelector): readonly TextMatch[] => {
    const known = bySelector.get(selector);
    if (known) return known;
    const found: TextMatch[] = [];
    const wanted = patternOf(selector.any);
    const also = selector.with && patternOf(selector.with);
    for (const { sentence, words: own } of SentenceTable.of(document).mayMatch(wanted)) {
      if (also?.mayMatch(own) === false) continue;
      if (!isOfKind(sentence, selector) || !isWhere(sentence, selector)) continue;
      for (let range = wanted.findIn(own); range; range = wanted.findIn(own, Math.max(range.end, range.start + 1))) {
        if (!matches(selector, sentence, range)) continue;
        found.push({ sentence, focus: { start: sentence.start + range.start, end: sentence.start + range.end } });
        break;
      }
    }
    bySelector.set(selector, found);
    return found;
  };

  return {
    document,
    claims,
    ...options,
    get words() {
      wordCount ??= countWords(document.text);
      return wordCount;
    },
    sections,
    selfNames: ownNames,
    claimsOf: (kind) => byKind.get(kind) ?? [],
    sentencesBy,
    pattern: patternOf,
    sectionOn: (topics) =>
      sections.find((section) => isHeadedBy(section, topics)) ??
      sections.find((section) => topics.some((topic) => section.topics[0] === topic)) ??
      sections.find((section) => topics.some((topic) => section.topics.includes(topic))) ??
      null,
    near,
    inSection,
  };
}

/** The heading itself names what the section is about: of several sections, a reader looks there. */
export const isHeadedBy = ({ title, topics: [topic] }: Section, topics: readonly string[]): boolean =>
  topic !== undefined && topics.includes(topic) && topicsOfHeading(title).length > 0;

const isWhere = ({ block: { section } }: Sentence, { topics, notTopics }: TextSelector): boolean =>
  (!topics || topics.some((topic) => isAbout(section, topic))) && !notTopics?.some((topic) => isAbout(section, topic));

const isOfKind = ({ block: { kind } }: Sentence, { blocks }: TextSelector): boolean =>
  blocks ? blocks.includes(kind) : kind !== 'heading' && kind !== 'code';

/** Wording that holds its negation itself ("no cookies") is denied as that after one ("do not / use cookies") is. */
function polarityOfMatch(sentence: Sentence, found: Range): Polarity {
  return polarityAt(sentence, found.start) === 'negated' ? 'negated' : polarityAt(sentence, Math.max(found.start, found.end - 1));
}

/** The section, or one around it, is about the topic. */
export function isAbout(section: Section | null, topic: string): boolean {
  for (let at = section; at; at = at.parent) if (at.topics.includes(topic)) return true;
  return false;
}

const firstPerson = lexicon('shared').pattern('first-person');

function sectionsOf(root: Section): Section[] {
  return [root, ...root.children.flatMap(sectionsOf)];
}
