/** The one model that every format prints: plain data, lines and columns made, sorted. Made once a run. */
import type { Claim, ClaimKind, Confidence, Modality, Polarity } from '../claims/types.js';
import { detectFormat } from '../document/format.js';
import type { Format, PolicyDocument, Section, Span } from '../document/types.js';
import { LineIndex, type Region } from '../files/lines.js';
import type { FileProblem } from '../files/problems.js';
import { sectionPath } from '../findings/complete.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import type { CoverageStatus, Finding, FindingConfidence, Level, Place } from '../findings/types.js';
import type { LintResult } from '../lint.js';
import { appliedRegimes, type Reach } from '../rules/reach.js';
import type { RuleSet } from '../rules/ruleset.js';
import type { Regime, Rule } from '../rules/types.js';
import { VERSION } from '../version.js';

export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly settings: Settings;
  /** The enabled rules, sorted by id. */
  readonly rules: readonly Rule[];
  /** Sorted by path. */
  readonly documents: readonly DocumentView[];
  /** What was asked for and led nowhere: missing files, patterns without a match. */
  readonly problems: readonly FileProblem[];
  readonly summary: Summary;
}

export interface Settings {
  readonly preset: string;
  /** What holds for all documents, or `auto`: read from each text. */
  readonly regimes: readonly Regime[] | 'auto';
  readonly lawAsOf: string;
  /** Findings below it are left out. */
  readonly minConfidence: FindingConfidence;
}

export interface Summary {
  readonly documents: number;
  readonly findings: Readonly<Record<Level, number>>;
  /** Left out because of `minConfidence`. */
  readonly hidden: number;
}

export interface DocumentView {
  /** As given, forward slashes, relative to the working directory. */
  readonly path: string;
  /** Relative to the root of the repository, for code scanning. */
  readonly uri: string;
  readonly format: Format;
  readonly language: string;
  /** The laws it was read under. */
  readonly regimes: readonly Regime[];
  readonly reach: readonly ReachView[];
  /** The text denies that personal data are processed, and nothing in it shows otherwise. Absent: it does not. */
  readonly deniesData?: true;
  /** Empty where the file could not be read. */
  readonly source: string;
  readonly sections: readonly SectionView[];
  readonly claims: readonly ClaimView[];
  readonly coverage: readonly CoverageView[];
  /** By position, then rule. */
  readonly findings: readonly FindingView[];
  readonly suppressed: readonly SuppressedView[];
}

/** Why the policy was read under a law, or was not. See `Reach`. */
export interface ReachView {
  readonly regime: Regime;
  readonly status: Reach['status'];
  readonly country?: string;
  /** The words that decide, where there are any. */
  readonly region: Region | null;
  readonly quote: string;
}

export interface SectionView {
  readonly heading: string;
  readonly level: number;
  readonly topic: string | null;
  readonly region: Region;
  readonly children: readonly SectionView[];
}

export interface ClaimView {
  readonly kind: ClaimKind;
  readonly value: Claim['value'];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly confidence: Confidence;
  readonly section: readonly string[];
  readonly region: Region;
  readonly quote: string;
}

export interface CoverageView {
  readonly requirement: string;
  readonly status: CoverageStatus;
  readonly law: readonly string[];
  readonly regions: readonly Region[];
}

export interface FindingView {
  readonly ruleId: string;
  readonly level: Level;
  readonly confidence: FindingConfidence;
  readonly message: string;
  readonly region: Region;
  /** The words to mark within the region. */
  readonly focus: Region;
  readonly section: readonly string[];
  readonly related: readonly { readonly message: string; readonly region: Region }[];
  readonly law: readonly string[];
  readonly fixes: readonly FixView[];
  readonly fingerprint: string;
  /** The other places, where one finding stands for several of a document. */
  readonly places?: readonly PlaceView[];
  readonly group?: string;
}

export interface PlaceView {
  readonly message: string;
  readonly region: Region;
  readonly focus: Region;
  readonly section: readonly string[];
  readonly fingerprint: string;
}

export interface FixView {
  readonly title: string;
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly { readonly region: Region; readonly text: string }[];
}

export interface SuppressedView extends FindingView {
  readonly suppression: { readonly kind: 'inSource' | 'external'; readonly reason: string };
}

/** A document that was linted. `uri` as in `DocumentView`; `problems` are doubts about the file (a guessed encoding). */
export function documentView(result: LintResult, uri: string, problems: readonly FileProblem[] = []): DocumentView {
  const { document } = result;
  const lines = new LineIndex(document.source);
  const findings = [...problems.map(problemFinding), ...result.findings.map((finding) => findingView(finding, lines))];
  return {
    path: document.path,
    uri,
    format: document.format,
    language: document.language,
    regimes: appliedRegimes(result.reach),
    reach: result.reach.map((reach) => reachView(reach, document, lines)),
    ...(result.deniesData ? { deniesData: true } : {}),
    source: document.source,
    sections: document.root.children.map((section) => sectionView(section, (range) => lines.region(document.toSource(range)))),
    claims: result.claims.map((claim) => claimView(claim, lines)),
    coverage: result.coverage.map(({ requirement, status, law, spans }) => ({
      requirement,
      status,
      law,
      regions: spans.map((span) => lines.region(span)),
    })),
    findings: findings.sort(byPosition),
    suppressed: result.suppressed.map(({ finding, suppression }) => ({ ...findingView(finding, lines), suppression })).sort(byPosition),
  };
}

/** A file that could not be linted: a document with nothing in it but what is wrong. */
export function failedDocument(path: string, uri: string, problems: readonly FileProblem[]): DocumentView {
  const empty = { reach: [], sections: [], claims: [], coverage: [], suppressed: [] };
  const ending = /\.(pdf|docx)$/i.exec(path)?.[1]?.toLowerCase();
  const format = ending === 'pdf' || ending === 'docx' ? ending : detectFormat(path, '');
  return { path, uri, format, language: 'und', regimes: [], source: '', ...empty, findings: problems.map(problemFinding) };
}

/** Brings the documents of a run together; findings below `minConfidence` are left out and counted. */
export function makeReport(
  set: RuleSet,
  minConfidence: FindingConfidence,
  documents: readonly DocumentView[],
  problems: readonly FileProblem[],
): Report {
  const shown = documents.map((document) => atLeast(minConfidence, document));
  const findings = { error: 0, warning: 0, note: 0 };
  for (const finding of shown.flatMap((document) => document.findings)) findings[finding.level]++;
  const total = documents.reduce((sum, document) => sum + document.findings.length, 0);
  return {
    tool: { name: 'policylint', version: VERSION },
    settings: { preset: set.preset, regimes: set.regimes, lawAsOf: set.lawAsOf, minConfidence },
    rules: set.rules,
    documents: shown.sort((a, b) => (a.path < b.path ? -1 : 1)),
    problems,
    summary: { documents: documents.length, findings, hidden: total - findings.error - findings.warning - findings.note },
  };
}

/** The document without findings that are less certain. */
export function atLeast(minConfidence: FindingConfidence, document: DocumentView): DocumentView {
  return { ...document, findings: document.findings.filter((finding) => RANK[finding.confidence] <= RANK[minConfidence]) };
}

const RANK: Readonly<Record<FindingConfidence, number>> = { high: 0, medium: 1, low: 2 };

function reachView({ regime, status, country, evidence }: Reach, document: PolicyDocument, lines: LineIndex): ReachView {
  const span = evidence && document.toSource(evidence);
  return {
    regime,
    status,
    ...(country === undefined ? {} : { country }),
    region: span ? lines.region(span) : null,
    quote: span ? document.source.slice(span.start, span.end) : '',
  };
}

function sectionView(section: Section, regionOf: (range: Section) => Region): SectionView {
  return {
    heading: section.title,
    level: section.level,
    topic: section.topics[0] ?? null,
    region: regionOf(section),
    children: section.children.map((child) => sectionView(child, regionOf)),
  };
}

function claimView(claim: Claim, lines: LineIndex): ClaimView {
  const { kind, value, polarity, modality, confidence, quote } = claim;
  return { kind, value, polarity, modality, confidence, section: sectionPath(claim.section), region: lines.region(claim.span), quote };
}

function findingView(finding: Finding, lines: LineIndex): FindingView {
  const { span, focus, related, fixes, ruleId, level, confidence, message, section, law, group } = finding;
  const edit = (entry: { span: Span; text: string }) => ({ region: lines.region(entry.span), text: entry.text });
  return {
    ruleId,
    level,
    confidence,
    message,
    region: lines.region(span),
    focus: lines.region(focus),
    section,
    related: related.map((place) => ({ message: place.message, region: lines.region(place.span) })),
    law,
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map(edit) })),
    fingerprint: finding.fingerprint,
    ...(finding.places ? { places: finding.places.map((place) => placeView(place, lines)) } : {}),
    ...(group === undefined ? {} : { group }),
  };
}

const placeView = ({ message, span, focus, section, fingerprint }: Place, lines: LineIndex): PlaceView => ({
  message,
  region: lines.region(span),
  focus: lines.region(focus),
  section,
  fingerprint,
});

const FIRST_CHARACTER: Region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1, charOffset: 0, charLength: 0 };

function problemFinding(problem: FileProblem): FindingView {
  return {
    ruleId: problem.id,
    level: problem.level,
    confidence: 'high',
    message: problem.message,
    region: FIRST_CHARACTER,
    focus: FIRST_CHARACTER,
    section: [],
    related: [],
    law: [],
    fixes: [],
    fingerprint: fingerprintOf({ ruleId: problem.id, section: [], key: problem.path, occurrence: 1 }),
  };
}

function byPosition(a: FindingView, b: FindingView): number {
  const offset = a.region.charOffset - b.region.charOffset || b.region.charLength - a.region.charLength;
  return offset || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0);
}
