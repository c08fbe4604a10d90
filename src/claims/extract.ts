/** Claims of a document: one scan finds the sentences that each extractor wants to see; the extractors read only those. */

import { lexicon } from '../data/lexicon.js';
import { nextDocument } from '../data/recent.js';
import { sentenceAt } from '../document/at.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { isApparatus, isMention } from './apparatus.js';
import { isFragment } from './clause.js';
import type { Draft, ExtractContext, Extractor, Facts } from './extractor.js';
import { extractors } from './extractors.js';
import { modalityOf } from './modality.js';
import { scopeOf } from './scope.js';
import { selfNamesOf } from './self.js';
import { sentencesWith } from './triggers.js';
import type { Claim, ClaimKind, ClaimOf } from './types.js';

/** Every claim of the document, in order of position, then of kind. */
export function extractClaims(document: PolicyDocument, facts: Facts = {}): Claim[] {
  nextDocument();
  const wanted = sentencesWith(triggers, document, sentencesOf(document));
  const claims: Claim[] = [];
  let selfNames: readonly string[] = facts.controller ? [facts.controller, ...(facts.products ?? [])] : [];
  for (const [index, extractor] of extractors.entries()) {
    const context: ExtractContext = { document, facts, selfNames, claims };
    claims.push(...run(extractor, wanted[index] ?? [], context));
    // The controller comes first: whoever names themselves is "we" for all that follows.
    if (extractor.kind === 'controller') selfNames = selfNamesOf(claims, facts, document);
  }
  return claims.sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || compare(a.kind, b.kind) || a.focus.start - b.focus.start,
  );
}

function run<K extends ClaimKind>(extractor: Extractor<K>, sentences: readonly Sentence[], context: ExtractContext): readonly Claim[] {
  const found: ClaimOf<K>[] = [];
  for (const sentence of sentences) {
    if (!extractor.headings && sentence.block.kind === 'heading') continue;
    for (const draft of extractor.extract(sentence, context)) {
      // Asked here and not of every sentence: claims are few.
      if (isApparatus(sentence, extractor.kind, context)) break;
      if (isMention(sentence, extractor.kind, draft.focus)) continue;
      found.push(complete(extractor.kind, sentence, draft, context.document));
    }
  }
  for (const draft of extractor.finish?.(context, found) ?? []) {
    const sentence = sentenceAt(context.document, (draft.range ?? draft.focus ?? { start: 0 }).start);
    if (sentence && !isApparatus(sentence, extractor.kind, context))
      found.push(complete(extractor.kind, sentence, draft, context.document));
  }
  // ClaimOf<K> for a K of ClaimKind is a member of the union Claim; TypeScript does not see it through the type parameter.
  const refined = extractor.refine?.(found, context).map((claim) => requoted(claim, context.document)) ?? found;
  return refined as readonly ClaimOf<ClaimKind>[] as readonly Claim[];
}

/** Those that may state something: neither code nor lines of a table of contents. */
function sentencesOf({ blocks, lower: text, sentences }: PolicyDocument): Sentence[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const titles = new Set(headings.map(({ start, end }) => text.slice(start, end).replace(NUMBERED, '')));
  const isLine = ({ block }: Sentence): boolean => block.end - block.start <= 120 && (block.kind === 'item' || block.kind === 'paragraph');
  // A short item or numbered line that says what a heading of the document says, and nothing more; a numbered line beside such a one.
  const isEntry = (sentence: Sentence | undefined): boolean =>
    sentence !== undefined &&
    isLine(sentence) &&
    (sentence.block.kind === 'item' || isNumbered(sentence)) &&
    titles.has(sentence.lower.replace(NUMBERED, ''));
  const isOfContents = (sentence: Sentence): boolean =>
    isEntry(sentence) ||
    (isNumbered(sentence) &&
      isLine(sentence) &&
      isFragment(sentence.lower) &&
      (isEntry(sentences[sentence.index - 1]) || isEntry(sentences[sentence.index + 1])));
  return sentences.filter((sentence) => sentence.block.kind !== 'code' && !isOfContents(sentence));
}

const isNumbered = ({ lower }: Sentence): boolean => /^\d{1,2}\.(?:\d|[a-z ])/.test(lower);
const NUMBERED = /^[\d.)\s]{1,8}|[\s.:]{1,4}$/g;

/** What a merge of claims changed of its range holds for its place in the source and its words too. */
function requoted<K extends ClaimKind>(claim: ClaimOf<K>, document: PolicyDocument): ClaimOf<K> {
  const span = document.toSource(claim.range);
  const quote = document.source.slice(span.start, span.end);
  return quote === claim.quote ? claim : { ...claim, span, quote };
}

function complete<K extends ClaimKind>(kind: K, sentence: Sentence, draft: Draft<K>, document: PolicyDocument): ClaimOf<K> {
  const range = draft.range ?? { start: sentence.start, end: sentence.end };
  const span = document.toSource(range);
  return {
    kind,
    value: draft.value,
    polarity: draft.polarity ?? 'affirmed',
    modality: draft.modality ?? modalityOf(sentence, within(sentence, draft.focus)),
    confidence: draft.confidence ?? 'high',
    scope: scopeOf(sentence, document, draft.scope),
    sentence,
    section: sentence.block.section,
    range,
    focus: draft.focus ?? range,
    span,
    quote: document.source.slice(span.start, span.end),
  };
}

/** The words that carry a claim as offsets within their sentence; undefined where they are not told apart from it. */
function within(sentence: Sentence, focus: Range | undefined): Range | undefined {
  if (!focus || focus.start < sentence.start || focus.end > sentence.end || focus.end - focus.start > sentence.end - sentence.start - 3)
    return undefined;
  return { start: focus.start - sentence.start, end: focus.end - sentence.start };
}

/** For each extractor, in their order, what tells the sentences that it wants to see. */
const triggers = extractors.map(({ kind }) => lexicon(kind).isTriggered);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
