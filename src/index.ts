/**
 * The programming interface. `lint` is pure: it runs wherever JavaScript runs.
 *
 *     const result = await lint(text, { path: 'PRIVACY.md' }, loadRules());
 */

export type { Claim, ClaimKind, ClaimOf, Scope } from './claims/types.js';
export type { Block, Format, PolicyDocument, Range, Section, Sentence, Span } from './document/types.js';
export { LineIndex, type Position, type Region } from './files/lines.js';
export type { FileProblem } from './files/problems.js';
export type { Coverage, Edit, Finding, Fix, Level, Related } from './findings/types.js';
export { type LintResult, lint } from './lint.js';
export { type LintedFiles, lintBytes, lintFiles } from './lint-files.js';
export { FORMATS, type FormatOptions, type Formatter } from './report/formats.js';
export { type DocumentView, documentView, type FindingView, makeReport, type Report } from './report/view.js';
export { type LoadOptions, UnknownNameError } from './rules/load.js';
export { loadWholeRules as loadRules } from './rules/load-whole.js';
export { appliedRegimes, type Reach } from './rules/reach.js';
export type { RuleSet } from './rules/ruleset.js';
export type { Regime, Rule } from './rules/types.js';
export { VERSION } from './version.js';
