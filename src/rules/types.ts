/** Rules as data: what a YAML file of `rules/packs/` holds once it is compiled (phrases are regular expressions and words by then). */
import type { Facts } from '../claims/extractor.js';
import type { ClaimKind, Confidence, Modality, Polarity } from '../claims/types.js';
import type { PhraseSource } from '../data/phrases.js';
import type { BlockKind } from '../document/types.js';
import type { FindingConfidence, Level } from '../findings/types.js';
import type { Covered } from './covers.js';
import type { CoreRight } from './unread-rights.js';

export interface Rule {
  /** `<pack>/<name>`. */
  readonly id: string;
  readonly title: string;
  readonly severity: Level;
  readonly confidence: FindingConfidence;
  /** Regimes under which the rule holds; it is on where one of them is. Empty: always. */
  readonly regimes: readonly Regime[];
  /** Languages of the texts that it can read, BCP 47 primary subtags; `*`: all. Absent: English. */
  readonly languages?: readonly string[];
  /** Ids of `rules/law/`. */
  readonly law: readonly string[];
  /** When each of `law` applies (ISO dates; `until` is the first day without it); absent where one of them has always applied. */
  readonly inForce?: readonly { readonly from?: string; readonly until?: string }[];
  /** The row of the coverage table that this rule decides. */
  readonly requirement?: string;
  /** Findings of one group are read together. */
  readonly group?: string;
  /** `experimental`: off in every preset, with the reason in `limits`. */
  readonly status: 'stable' | 'experimental';
  readonly when?: Condition;
  /** Nothing is found where this holds; the table of coverage is filled all the same. */
  readonly silentWhen?: Condition;
  /** Where this holds, a finding is a warning at most. */
  readonly warningWhen?: Condition;
  readonly check: Check;
  /** With placeholders: `{quote}`, `{days}`, `{a.days}` ... */
  readonly message: string;
  readonly fix?: RuleFix;
  /** False for rules that no comment in the text may silence. Default true. */
  readonly suppressible?: boolean;
}

export type Regime = 'gdpr' | 'eprivacy' | 'uk' | 'ccpa' | 'caloppa' | 'coppa' | 'lgpd';

/** The long texts of a rule, loaded only where somebody reads them. */
export interface RuleDocs {
  readonly id: string;
  readonly why: string;
  readonly how: string;
  readonly limits?: string;
  readonly links: readonly string[];
  readonly examples: { readonly fail: readonly Example[]; readonly pass: readonly Example[] };
}

/** A text, or several files where a rule compares documents. */
export type Example =
  | string
  | {
      readonly text?: string;
      /** So many times, a paragraph each; `text` holds them all once the rule is compiled. */
      readonly repeat?: number;
      readonly note?: string;
      /** File name → text, for rules that compare documents. */
      readonly documents?: Readonly<Record<string, string>>;
      readonly old?: string;
      readonly new?: string;
      readonly facts?: Facts;
    };

export interface RuleFix {
  /** A clause to insert, with {placeholders}; one paragraph or list item of plain text. */
  readonly clause?: string;
  /** Topic of the section where the clause belongs. */
  readonly section?: string;
  /** Heading for a new section where there is none. */
  readonly heading?: string;
  /** Replacements that keep the meaning: applied by --fix. */
  readonly replace?: readonly { readonly from: string; readonly to: string; readonly safety: 'safe' | 'suggestion' }[];
  /** The fact of the configuration that takes the place of the marked words: safe where they are marked once. */
  readonly fact?: 'controller' | 'email';
}

/** Exactly one key. */
export interface Check {
  readonly require?: RequireCheck;
  readonly forbid?: ForbidCheck;
  readonly limit?: LimitCheck;
  readonly conflict?: ConflictCheck;
  readonly phrase?: PhraseCheck;
  readonly structure?: StructureCheck;
  readonly compare?: CompareCheck;
}

/** Wording, compiled from phrases by the build. */
export type { PhraseSource };

/** Which claims are meant. Every field given must hold. */
export interface Selector {
  readonly kind: ClaimKind | readonly ClaimKind[];
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly confidence?: readonly Confidence[];
  /** Fields of `value`, of `scope` (as `scope.region`), or of the vendor behind a processor (`vendor.seat`, `vendor.service`, `vendor.eea`, `vendor.outdated`). */
  readonly where?: Readonly<Record<string, FieldTest>>;
  /** The sentence must, or must not, hold one of these. */
  readonly text?: PhraseSource;
  readonly unless?: PhraseSource;
  /** As `unless`, also in the sentence before and after. */
  readonly unlessNear?: PhraseSource;
  /** As `unless`, anywhere in the same section or those under it. */
  readonly unlessSection?: PhraseSource;
  /** The section must be, or must not be, about one of these. */
  readonly topics?: readonly string[];
  readonly notTopics?: readonly string[];
  readonly layers?: readonly string[];
}

/** A literal (equal, or contained where the field is a list), any of a list, or a range, presence or wording test. */
export type FieldTest = string | number | boolean | readonly (string | number)[] | FieldRange;

export interface FieldRange {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  readonly exists?: boolean;
  readonly not?: string | number | boolean | readonly (string | number)[];
  readonly text?: PhraseSource;
}

/** A question to the document. Exactly one of the keys, or `all`/`any`/`none` of further conditions. */
export interface Condition {
  readonly all?: readonly Condition[];
  readonly any?: readonly Condition[];
  readonly none?: readonly Condition[];
  readonly claim?: Selector;
  readonly text?: TextSelector;
  /** A section on the topic is there. */
  readonly topic?: string | readonly string[];
  /** A condition of `rules/conditions.yaml`, by name. */
  readonly is?: string;
  /** Some of what the text says on rights was not understood, and it may be this one. */
  readonly unread?: CoreRight;
  readonly regime?: Regime;
  /** A stated fact of the configuration. */
  readonly fact?: Readonly<Record<string, string | number | boolean>>;
  readonly words?: { readonly min?: number; readonly max?: number };
  readonly role?: DocumentRole | readonly DocumentRole[];
}

export type DocumentRole = 'privacy-policy' | 'cookie-policy' | 'terms' | 'dpa' | 'subprocessors' | 'other';

/** Sentences by wording. */
export interface TextSelector {
  readonly any: PhraseSource;
  /** The same sentence must also hold one of these. */
  readonly with?: PhraseSource;
  readonly withNear?: PhraseSource;
  readonly unless?: PhraseSource;
  readonly unlessNear?: PhraseSource;
  readonly unlessSection?: PhraseSource;
  readonly blocks?: readonly BlockKind[];
  readonly topics?: readonly string[];
  readonly notTopics?: readonly string[];
  /** Only where a first-person subject stands before the match (we, our service, the controller's name). */
  readonly firstPerson?: boolean;
  readonly polarity?: Polarity;
}

/** Something must be there. */
export interface RequireCheck {
  readonly condition: Condition;
  /** Topics of the section whose heading carries the finding, best first; default: the document's first heading. */
  readonly at?: readonly string[];
}

/** No such claim may be there. */
export interface ForbidCheck {
  readonly claim: Selector;
  /** One finding a document, further places as related locations. */
  readonly once?: boolean;
}

/** A number in a claim has a bound. */
export interface LimitCheck {
  readonly claim: Selector;
  readonly field: string;
  readonly max?: number;
  readonly min?: number;
  readonly once?: boolean;
}

/**
 * Two statements that overlap in scope must not disagree. With `differ`, both give a value. Without, `a` is what the text promises
 * or denies and counts only where it leaves itself no way out; `b` is what breaks it.
 */
export interface ConflictCheck {
  /** Of either, several sides: whichever of them the text shows. */
  readonly a: ConflictSide | readonly ConflictSide[];
  readonly b: ConflictSide | readonly ConflictSide[];
  /** Things by name, each with its wording: both sentences must speak of the same one (`{topic}` in the message). */
  readonly about?: Readonly<Record<string, PhraseSource>>;
  /** Value fields or `subject`-like keys that must be the same on both sides. */
  readonly same?: readonly string[];
  /** Dimensions on which the thing of `a` must be that of `b` or a broader one, by the ontology. */
  readonly covers?: readonly Covered[];
  /** A number that must agree. */
  readonly differ?: { readonly field: string; readonly tolerance?: number };
  /** Scope dimensions that this rule does not compare, and why that is safe is said in the rule's limits. */
  readonly ignore?: readonly string[];
  readonly aboutA?: string;
  readonly aboutB?: string;
}

export interface ConflictSide {
  readonly claim?: Selector;
  readonly text?: TextSelector;
  /** Of a pair with this side, at most this, where the rule would say more. */
  readonly level?: Level;
  /** Of `a`: its words leave no room for the reading that lowers the level of `b`. */
  readonly firm?: boolean;
}

/** Wording to avoid. */
export interface PhraseCheck extends TextSelector {
  readonly once?: boolean;
  /** Fires only from this number of places on; then once. */
  readonly atLeast?: number;
}

/** What the section tree must look like: a test by name with options. Lists called `any`, `of`, `unless` are wording, compiled. */
export interface StructureCheck {
  readonly test: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Claims of two documents (folder), of two versions (change), or of a policy against what lies beside it (project). */
export interface CompareCheck {
  readonly between: 'documents' | 'translations' | 'versions' | 'project';
  readonly test: string;
  readonly options?: Readonly<Record<string, unknown>>;
}
