/** Findings as diagnostics. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Level } from '../findings/types.js';
import { ruleUrl } from '../report/links.js';
import { type Analysis, toRange } from './analysis.js';

const SEVERITY: Record<Level, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** Comments that silence nothing are shown as unneeded text. */
const UNNECESSARY = new Set(['policylint/unused-suppression', 'policylint/expired-suppression']);

export function diagnosticsOf(analysis: Analysis): Diagnostic[] {
  return analysis.findings.map((finding) => diagnosticOf(finding, analysis));
}

export function diagnosticOf(finding: Finding, { uri, lines }: Analysis): Diagnostic {
  return {
    range: toRange(lines, finding.focus),
    severity: SEVERITY[finding.level],
    code: finding.ruleId,
    codeDescription: { href: ruleUrl(finding.ruleId) },
    source: 'policylint',
    message: finding.message,
    ...(UNNECESSARY.has(finding.ruleId) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related.length > 0
      ? { relatedInformation: finding.related.map(({ message, span }) => ({ location: { uri, range: toRange(lines, span) }, message })) }
      : {}),
    data: { fingerprint: finding.fingerprint },
  };
}
