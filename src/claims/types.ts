/** Claims: what a policy says, normalised, each with the words that say it. The vocabulary is that of docs/output.md. */
import type { Range, Section, Sentence, Span } from '../document/types.js';

export type Polarity = 'affirmed' | 'negated';
/** `hedged`: "may have the right", "depending on your jurisdiction", "we may use". */
export type Modality = 'stated' | 'hedged';
export type Confidence = 'high' | 'medium' | 'low';

export type RightName =
  | 'access'
  | 'rectification'
  | 'erasure'
  | 'restriction'
  | 'portability'
  | 'objection'
  | 'withdraw-consent'
  | 'complaint'
  | 'no-automated-decision';
export type LegalBasisName = 'consent' | 'contract' | 'legal-obligation' | 'vital-interest' | 'public-task' | 'legitimate-interest';
export type Channel = 'email' | 'phone' | 'post' | 'form' | 'messaging' | 'in-app';
export type CookieCategory = 'essential' | 'functional' | 'analytics' | 'advertising';
export type Bound = 'max' | 'min' | 'exact';
export type RetentionPeriod = 'account-lifetime' | 'as-needed' | 'legal-requirement' | 'indefinite' | 'session';
export type RetentionTrigger = 'deletion' | 'collection' | 'last-activity' | 'none';
export type Safeguard = 'scc' | 'adequacy' | 'dpf' | 'bcr' | 'consent' | 'derogation' | 'privacy-shield' | 'none';

/** The fields of `value`, by claim kind. Optional fields are left out where the text does not say. */
export interface ClaimValues {
  'effective-date': { date: string; label: 'last-updated' | 'effective' };
  controller: { name: string };
  /** `redacted`: an address that obfuscation left unreadable ("[email protected]"). */
  contact: { channel: Channel; value?: string; redacted?: boolean };
  dpo: { value?: string };
  representative: { for: 'eu' | 'uk'; value?: string };
  /** With negated polarity, which act is denied, what is left out of it ("without your consent") and what it is limited to ("by e-mail"). */
  'data-category': { category: string; text: string; action?: Action; exception?: string; limit?: string };
  /** `exception` and `limit` as above. */
  purpose: { purpose: string; text: string; exception?: string; limit?: string };
  'legal-basis': { basis: LegalBasisName; purpose?: string };
  processor: { name: string; service?: string; country?: string; known: boolean };
  'processor-category': { category: string };
  /** `exception` and `limit` as above. */
  sharing: { recipient: string; exception?: string; limit?: string };
  /** `exception` and `limit` as above. */
  sale: { exception?: string; limit?: string };
  transfer: { destination: string[] | null; safeguard: Safeguard[] };
  retention: {
    subject: string;
    days?: number;
    period?: RetentionPeriod;
    bound: Bound;
    trigger: RetentionTrigger;
    exception?: string;
    /** `anonymise`, where the data stay without the person. */
    action?: 'delete' | 'anonymise' | 'keep';
  };
  right: { right: RightName; scope?: string };
  'response-time': { days: number };
  'breach-notice': { recipient: 'users' | 'authority' | 'both' | 'controller'; hours: number | null; term?: string };
  'minimum-age': { years: number; role?: 'use' | 'parental-consent' | 'sale' | 'contract' | 'advertising' };
  cookie: { category: CookieCategory };
  consent: { mechanism: 'by-use' | 'by-account' | 'opt-in' | 'checkbox'; purpose?: string };
  marketing: { 'opt-out'?: boolean; exception?: string; limit?: string };
  /** `exception` and `limit` as above. */
  'automated-decision': { what: string; exception?: string; limit?: string };
  /** `exception` and `limit` as above. */
  'ai-training': { what: string; exception?: string; limit?: string };
  security: { measure: string };
  'policy-change': { 'notice-days': number | null; 'continued-use': boolean; immediate: boolean; channel: string[] };
}

export type ClaimKind = keyof ClaimValues;

/**
 * The scope in which a claim holds. Empty lists and absent fields mean "nothing said". Ids are those of `rules/ontology`,
 * countries ISO 3166-1 alpha-2. Contradictions are judged on it; `markers` lists the dimensions on which the sentence carries a
 * marker that was not resolved ("in some cases", "such data"), so that an unknown is told from an unrestricted one.
 */
export interface Scope {
  readonly actor?: 'first' | 'processor' | 'third' | 'user' | (string & {});
  readonly action?: Action;
  readonly data?: readonly string[];
  /** full, hashed, aggregate, precise, sensitive, anonymous ...: what narrows the data. */
  readonly qualifiers?: readonly string[];
  readonly recipient?: readonly string[];
  readonly purpose?: readonly string[];
  readonly subject?: readonly Subject[];
  readonly region?: readonly string[];
  readonly product?: readonly string[];
  readonly condition?: string;
  readonly exception?: string;
  readonly event?: RetentionTrigger;
  /** A definition the claim leans on: "as defined in the CCPA", "for money". */
  readonly definition?: string;
  readonly layer: Layer;
  readonly markers?: readonly ScopeDimension[];
}

export type Action = 'collect' | 'store' | 'share' | 'sell' | 'use' | 'delete' | 'transfer' | 'profile' | 'train' | 'track';
export type Subject = 'user' | 'visitor' | 'child' | 'customer' | 'applicant' | 'employee' | 'business' | 'third-party';
export type Layer = 'prose' | 'table' | 'list' | 'heading' | 'link' | 'summary';
export type ScopeDimension =
  | 'actor'
  | 'action'
  | 'data'
  | 'recipient'
  | 'purpose'
  | 'subject'
  | 'region'
  | 'product'
  | 'condition'
  | 'event'
  | 'definition';

export interface ClaimOf<K extends ClaimKind> {
  readonly kind: K;
  readonly value: ClaimValues[K];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly confidence: Confidence;
  readonly scope: Scope;
  /** The sentence that states it (for table rows, the first cell of the row). */
  readonly sentence: Sentence;
  readonly section: Section;
  /** Where it stands in the clean text: the sentence or list item, or the row of a table. */
  readonly range: Range;
  /** The words that carry it within `range`, for marking ("30 days"); equals `range` where there is nothing narrower. */
  readonly focus: Range;
  /** `range` in the source; `quote` is `source.slice(span.start, span.end)`. */
  readonly span: Span;
  readonly quote: string;
}

/** A claim of any kind, told apart by `kind`. */
export type Claim = { [K in ClaimKind]: ClaimOf<K> }[ClaimKind];
