/** Fixing a text: apply, lint again, keep only what made its finding go and brought no new one. */
import type { Format, Span } from './document/types.js';
import { applyEdits, touches } from './findings/edits.js';
import type { Finding, Fix } from './findings/types.js';
import { lint } from './lint.js';
import { BLANK_RULE } from './rules/blanks.js';
import type { RuleSet } from './rules/ruleset.js';

export interface FixedText {
  readonly source: string;
  readonly applied: readonly AppliedFix[];
  /** What is left. */
  readonly findings: readonly Finding[];
}

export interface AppliedFix {
  readonly ruleId: string;
  readonly title: string;
}

export interface FixOptions {
  readonly path: string;
  readonly format?: Format;
  readonly suggestions: boolean;
  /** Which findings are to be fixed; default: all. */
  readonly wanted?: (finding: Finding) => boolean;
}

/** Applies safe fixes, with `suggestions` those too that change what the policy says. Doing it again changes nothing. */
export async function fixText(source: string, options: FixOptions, set: RuleSet): Promise<FixedText> {
  const applied: AppliedFix[] = [];
  const tried = new Set<string>();
  let text = source;
  let { findings } = await lint(text, options, set);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const candidates = candidatesOf(findings, tried, options);
    const [first] = candidates;
    if (!first) break;
    const accepted = await firstThatHolds([apart(candidates), [first]], (batch) => attempt(text, findings, batch, options, set));
    for (const refused of accepted.refused) tried.add(keyOf(refused));
    if (accepted.batch.length === 0) {
      tried.add(keyOf(first));
      continue;
    }
    for (const { finding, fix } of accepted.batch) applied.push({ ruleId: finding.ruleId, title: fix.title });
    text = accepted.text;
    findings = accepted.findings;
  }
  return { source: text, applied, findings };
}

/** More than any document has findings that can be fixed; a stop, should two fixes undo each other. */
const MAX_ROUNDS = 300;

interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** For each finding its best fix that was not refused. */
function candidatesOf(
  findings: readonly Finding[],
  tried: ReadonlySet<string>,
  { suggestions, wanted = () => true }: FixOptions,
): Candidate[] {
  return findings.filter(wanted).flatMap((finding): Candidate[] => {
    const fix = finding.fixes.find((entry) => (suggestions || entry.safety === 'safe') && !tried.has(keyOf({ finding, fix: entry })));
    return fix ? [{ finding, fix }] : [];
  });
}

const keyOf = ({ finding, fix }: Candidate): string =>
  `${finding.fingerprint}\n${fix.title}\n${fix.edits.map(({ text }) => text.trim()).join('\n')}`;

/** Those that do not touch each other, the first ones first: of several that insert at one place, one. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates) if (!chosen.some(({ fix }) => touches(fix.edits, candidate.fix.edits))) chosen.push(candidate);
  return chosen;
}

interface Attempt {
  readonly text: string;
  readonly findings: readonly Finding[];
  /** What was applied; empty where nothing was. */
  readonly batch: readonly Candidate[];
  /** What does not make its finding go. */
  readonly refused: readonly Candidate[];
}

/** All at once where that goes well; else one alone, so that the one that does harm is known. */
async function firstThatHolds(
  batches: readonly (readonly Candidate[])[],
  make: (batch: readonly Candidate[]) => Promise<Attempt>,
): Promise<Attempt> {
  let last: Attempt = { text: '', findings: [], batch: [], refused: [] };
  for (const batch of batches) {
    last = await make(batch);
    if (last.batch.length > 0 || batch.length === 1) break;
  }
  return last;
}

async function attempt(
  text: string,
  before: readonly Finding[],
  batch: readonly Candidate[],
  options: { path: string; format?: Format },
  set: RuleSet,
): Promise<Attempt> {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const refused: Candidate[] = [];
  for (let candidates = batch; candidates.length > 0; ) {
    const edits = candidates.flatMap(({ fix }) => fix.edits);
    const changed = applyEdits(text, edits);
    const { findings } = await lint(changed, options, set);
    const left = new Set(findings.map(({ fingerprint }) => fingerprint));
    const useless = candidates.filter(({ finding }) => left.has(finding.fingerprint));
    if (useless.length > 0) {
      refused.push(...useless);
      candidates = candidates.filter((candidate) => !useless.includes(candidate));
      continue;
    }
    const inserted = insertedSpans(edits);
    const isNew = ({ fingerprint, ruleId, span }: Finding): boolean => !known.has(fingerprint) && !isOwnBlank(ruleId, span, inserted);
    if (findings.some(isNew)) break;
    return { text: changed, findings, batch: candidates, refused };
  }
  return { text, findings: before, batch: [], refused };
}

/** A clause with [blanks] is to be filled in by the author: the rule on placeholders may, and should, say so. */
function isOwnBlank(ruleId: string, span: Span, inserted: readonly Span[]): boolean {
  return ruleId === BLANK_RULE && inserted.some(({ start, end }) => span.start < end && span.end > start);
}

/** Where the new texts stand afterwards. */
function insertedSpans(edits: Fix['edits']): Span[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + shift;
      shift += text.length - (span.end - span.start);
      return { start, end: start + text.length };
    });
}
