/** The whole tool in one sentence: files → document → claims → rules → findings → report. This is its pure middle. */
import { extractClaims } from './claims/extract.js';
import type { Claim } from './claims/types.js';
import { type ParseOptions, parseDocument } from './document/document.js';
import type { PolicyDocument } from './document/types.js';
import { completeFindings } from './findings/complete.js';
import { type SuppressedFinding, suppress } from './findings/suppress.js';
import type { Coverage, Finding } from './findings/types.js';
import type { Reach } from './rules/reach.js';
import type { RuleSet } from './rules/ruleset.js';
import { runRules } from './rules/run.js';

/** What is known of one document once it is linted. */
export interface LintResult {
  readonly document: PolicyDocument;
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
  /** Silenced by a comment in the text. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly coverage: readonly Coverage[];
  /** The laws it was read under, and those that it was not read under because of what the text shows; see `appliedRegimes`. */
  readonly reach: readonly Reach[];
  /** The text denies that personal data are processed, and nothing in it shows otherwise. */
  readonly deniesData: boolean;
}

/** Lints one text. `path` names it in findings and tells its format unless `format` does. Throws on no text at all. */
export async function lint(source: string, options: ParseOptions, rules: RuleSet): Promise<LintResult> {
  const document = await parseDocument(source, options);
  const claims = extractClaims(document, rules.facts);
  const { hits, coverage, reach, deniesData } = runRules(document, claims, rules);
  return { document, claims, ...suppress(completeFindings(hits, document), document, rules), coverage, reach, deniesData };
}
