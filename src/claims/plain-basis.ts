/** Lawful grounds that a text tells in words of its own: "tax law makes us keep them", "because you said yes". */
import { lexicon } from '../data/lexicon.js';
import { overlapsAny } from '../document/range.js';
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import { isConditional } from './clause.js';
import type { Draft } from './extractor.js';
import { polarityAt } from './polarity.js';
import { isAboutRights } from './rights-context.js';
import type { ClaimOf, LegalBasisName } from './types.js';

/**
 * The grounds that are told nowhere in the words of the law, in a text that has at most a few in those: whoever names them all needs no
 * other words for them. Whoever gives reasons gives more than one; a single one is told in passing. What stands before the ground, in its
 * sentence or the one before, is what it is for.
 */
export function plainBases(document: PolicyDocument, found: readonly ClaimOf<'legal-basis'>[]): readonly Draft<'legal-basis'>[] {
  const named = new Set(found.map(({ value }) => value.basis));
  if (named.size > FEW) return [];
  const told = document.sentences
    .filter(mayTell)
    .flatMap((sentence) => [...groundsIn(sentence)].map((ground) => draft(sentence, ...ground)));
  if (new Set(told.map(({ value }) => value.basis)).size < FEW) return [];
  return told.filter(({ value }) => !named.has(value.basis));
}

/** So many grounds in the words of the law leave room for others in plain ones; so many in plain words are told and not mentioned. */
const FEW = 2;

const mayTell = ({ block, lower }: Sentence): boolean =>
  block.kind !== 'heading' && block.kind !== 'code' && !lower.endsWith('?') && !isAboutRights(block.section);

function draft(sentence: Sentence, basis: LegalBasisName, range: Range): Draft<'legal-basis'> {
  const purpose = purposeBefore(sentence, range);
  return {
    value: purpose ? { basis, purpose } : { basis },
    focus: { start: sentence.start + range.start, end: sentence.start + range.end },
    range: { start: sentence.start, end: sentence.end },
    modality: 'stated',
    confidence: 'medium',
  };
}

const words = lexicon('legal-basis');

/** The first words for each ground. */
function* groundsIn(sentence: Sentence): Generator<readonly [LegalBasisName, Range]> {
  const { lower } = sentence;
  const excluded = [...words.pattern('not-plain').all(lower), ...words.pattern('not-a-basis').all(lower)];
  for (const [name, pattern] of words.values('plain', lower)) {
    const range = pattern
      .all(lower)
      .find((at) => !overlapsAny(excluded, at) && isSaid(sentence, name, at) && polarityAt(sentence, at.start) === 'affirmed');
    // The keys of the group are names of bases; tests/claims/legal-basis.test.ts holds each of them.
    if (range) yield [name as LegalBasisName, range];
  }
}

/** "If the law asks for it" says of nothing that it does; "if a life is in danger" says when. */
const isSaid = ({ lower }: Sentence, name: string, { start }: Range): boolean => name === 'vital-interest' || !isConditional(lower, start);

/** "We note who rang, because we have good reason to call back": the words before, else the sentence before, else the head of the row. */
function purposeBefore({ text, block, index }: Sentence, { start }: Range): string | undefined {
  const before = text.slice(Math.max(0, start - MAX_PURPOSE), start).replace(start > MAX_PURPOSE ? /^\S{0,40}\s/ : /^\s/, '');
  const head = block.table?.rowHeader?.sentences[0]?.text;
  const [first] = block.sentences;
  const previous = first && first.index < index ? block.sentences[index - first.index - 1]?.text : undefined;
  const told = before.trim().length >= SHORTEST_PURPOSE ? before : (head ?? previous ?? block.leadIn?.text);
  return told?.slice(0, MAX_PURPOSE).replace(/[\s.,:;]+$/, '') || undefined;
}

const MAX_PURPOSE = 120;
const SHORTEST_PURPOSE = 20;
