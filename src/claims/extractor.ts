/** What an extractor is: one file a kind under `src/claims/`, its wording in `rules/lexicon/en/<kind>.yaml`. */
import type { PolicyDocument, Range, Sentence } from '../document/types.js';
import type { Claim, ClaimKind, ClaimOf, ClaimValues, Confidence, Modality, Polarity, Scope } from './types.js';

export interface Extractor<K extends ClaimKind> {
  readonly kind: K;
  /** Called with each sentence that holds one of the lexicon's `triggers`; heading sentences only where `headings` is set. */
  extract(sentence: Sentence, context: ExtractContext): Iterable<Draft<K>>;
  /** Called once after all sentences, for what no single sentence tells. */
  finish?(context: ExtractContext, found: readonly ClaimOf<K>[]): Iterable<Draft<K>>;
  /** Drops or merges what only the whole set tells (a name found twice). Runs last. */
  refine?(found: readonly ClaimOf<K>[], context: ExtractContext): readonly ClaimOf<K>[];
  readonly headings?: boolean;
}

/** What an extractor yields; the rest of a claim is made from it. */
export interface Draft<K extends ClaimKind> {
  readonly value: ClaimValues[K];
  /** The words that carry the claim, in offsets of the clean text. Default: the whole sentence. */
  readonly focus?: Range;
  /** Where the claim stands. Default: the sentence. */
  readonly range?: Range;
  /** Default: affirmed. */
  readonly polarity?: Polarity;
  /** Default: read from the sentence (`hedging`). */
  readonly modality?: Modality;
  /** Default: high. */
  readonly confidence?: Confidence;
  /** Overrides what `scopeOf(sentence)` finds. */
  readonly scope?: Partial<Scope>;
}

export interface ExtractContext {
  readonly document: PolicyDocument;
  /** What the configuration states, and what stands in for guesses. */
  readonly facts: Facts;
  /** Names by which the text means the controller itself: "Acme", "Acme Inc.", product names. Case-sensitive. */
  readonly selfNames: readonly string[];
  /** Claims of the kinds extracted before this one (see the order in `extract.ts`). */
  readonly claims: readonly Claim[];
}

/** Facts a configuration may state. */
export interface Facts {
  readonly controller?: string;
  readonly products?: readonly string[];
  readonly establishment?: string;
  readonly audience?: 'general' | 'children' | 'business';
  readonly processors?: readonly string[];
  readonly consentUsed?: boolean;
  /** Where people write to about privacy. */
  readonly email?: string;
}
