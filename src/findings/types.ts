/** Findings: what a rule has to say about a document, and where. */
import type { Range, Section, Span } from '../document/types.js';

/** As in SARIF. error: the law requires it; warning: guidance asks for it, or the law may; note: good practice. */
export type Level = 'error' | 'warning' | 'note';
export type FindingConfidence = 'high' | 'medium' | 'low';

export interface Finding {
  readonly ruleId: string;
  readonly level: Level;
  readonly confidence: FindingConfidence;
  /** What is wrong here, then why with the article, then what to do; plain text, one to three sentences. */
  readonly message: string;
  /** One heading or one sentence, in the source; never a whole section. */
  readonly span: Span;
  /** The words to mark within `span`; equals it where there is nothing narrower. */
  readonly focus: Span;
  /** Titles of the sections around it, outermost first. */
  readonly section: readonly string[];
  readonly related: readonly Related[];
  /** Ids of `rules/law/`. */
  readonly law: readonly string[];
  readonly fixes: readonly Fix[];
  /** See fingerprint.ts: independent of line numbers. */
  readonly fingerprint: string;
  /** The other places, where one finding stands for several of a document: a baseline knows each by itself. */
  readonly places?: readonly Place[];
  /** Findings of one group are read together ("missing-rights"). */
  readonly group?: string;
}

export interface Place {
  readonly message: string;
  readonly span: Span;
  readonly focus: Span;
  readonly section: readonly string[];
  readonly fingerprint: string;
}

export interface Related {
  readonly message: string;
  readonly span: Span;
}

export interface Fix {
  readonly title: string;
  /** `safe`: changes no meaning, applied by --fix. `suggestion`: a person must agree (--fix-suggestions). */
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
}

/** Replaces `span` of the source by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What a check yields; `run` completes it to a finding. */
export interface Hit {
  /** In the clean text: one sentence, item or heading. */
  readonly range: Range;
  readonly focus?: Range;
  readonly section: Section;
  readonly message?: string;
  /** Values for the placeholders of the rule's message. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly related?: readonly { readonly message: string; readonly range: Range }[];
  /** What it stands for besides its own place. */
  readonly places?: readonly Hit[];
  /** Overrides the rule's, downwards only. */
  readonly level?: Level;
  readonly confidence?: FindingConfidence;
  /** Fixes that only the check can tell; before those of the rule. */
  readonly fixes?: readonly HitFix[];
  /** What the fingerprint is made of beside rule and section: a normalised claim, else the quote. */
  readonly key?: string;
}

/** A fix as a check offers it: in ranges of the clean text. */
export interface HitFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly edits: readonly HitEdit[];
}

export interface HitEdit {
  readonly range: Range;
  readonly text: string;
  /** Meant are the whole lines of the source, with their markup; no fix where they hold anything else. See document/lines.ts. */
  readonly lines?: true;
}

export type CoverageStatus = 'present' | 'absent' | 'not-applicable';

export interface Coverage {
  readonly requirement: string;
  readonly status: CoverageStatus;
  readonly law: readonly string[];
  readonly spans: readonly Span[];
}
