/** Writing comments that silence findings, each proven by linting again. */
import type { Format } from './document/types.js';
import { commentFor } from './findings/directives.js';
import { applyEdits } from './findings/edits.js';
import type { Finding } from './findings/types.js';
import { commentBefore } from './findings/write-directive.js';
import { type LintResult, lint } from './lint.js';
import type { RuleSet } from './rules/ruleset.js';

export interface SilencedText {
  readonly source: string;
  /** Comments written. */
  readonly written: number;
  /** Findings for which no comment does: plain text has none, some rules allow none. */
  readonly left: readonly Finding[];
}

/** Silences the findings of some rules. Throws nothing; `reason` must hold no "-->". */
export async function suppressText(
  source: string,
  options: { path: string; format?: Format },
  { rules, reason }: { rules: readonly string[]; reason: string },
  set: RuleSet,
): Promise<SilencedText> {
  let text = source;
  let written = 0;
  const left: Finding[] = [];
  const given = new Set<string>();
  for (let result = await lint(text, options, set); ; ) {
    const finding = result.findings.find(({ ruleId, fingerprint }) => rules.includes(ruleId) && !given.has(fingerprint));
    if (!finding) return { source: text, written, left };
    given.add(finding.fingerprint);
    const silenced = result.document.format === 'text' ? null : await silence(finding, result, reason, options, set);
    if (silenced === null) {
      left.push(finding);
      continue;
    }
    written++;
    text = silenced.text;
    result = silenced.result;
  }
}

async function silence(
  finding: Finding,
  { document, findings }: LintResult,
  reason: string,
  options: { path: string; format?: Format },
  set: RuleSet,
): Promise<{ text: string; result: LintResult } | null> {
  const next = commentBefore(finding.span, commentFor(`policylint-ignore-next ${finding.ruleId} -- ${reason}`, options.path), document);
  const last = { start: document.source.length, end: document.source.length };
  const end = document.source.endsWith('\n') ? '' : '\n';
  const whole = { span: last, text: `${end}\n${commentFor(`policylint-ignore-file ${finding.ruleId} -- ${reason}`, options.path)}\n` };
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  for (const edit of [next, whole]) {
    const text = applyEdits(document.source, [edit]);
    const result = await lint(text, options, set);
    const isGone = !result.findings.some(({ fingerprint }) => fingerprint === finding.fingerprint);
    // A comment that changed how the text reads would bring or take other findings.
    if (isGone && result.document.text === document.text && result.findings.every(({ fingerprint }) => known.has(fingerprint)))
      return { text, result };
  }
  return null;
}
