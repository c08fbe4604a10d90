import type { Level } from '../findings/types.js';
import type { Formatter } from './formats.js';
import { count } from './text.js';
import { byWeight, type Placed } from './weight.js';

/** GitHub shows no more of each kind in one step; the last notice is the summary. */
const SHOWN: Readonly<Record<Level, number>> = { error: 10, warning: 10, note: 9 };
const COMMAND: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** Annotations of GitHub Actions, the weightiest first; what exceeds the platform's limits stands in the log as plain lines. */
export const github: Formatter = (report) => {
  const used: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  const lines = byWeight(report).map((placed) =>
    used[placed.finding.level]++ < SHOWN[placed.finding.level] ? annotation(placed) : plain(placed),
  );
  for (const { message } of report.problems) lines.unshift(`::error title=policylint::${data(message)}`);
  const { error, warning, note } = report.summary.findings;
  const counts = `${count(error, 'error')}, ${count(warning, 'warning')}, ${count(note, 'note')} in ${count(report.summary.documents, 'document')}`;
  const cut = (['error', 'warning', 'note'] as const).some((level) => used[level] > SHOWN[level]);
  lines.push(`::notice title=policylint::${data(counts + (cut ? '. Not all are shown as annotations: see the log.' : '.'))}`);
  return lines.map((line) => `${line}\n`).join('');
};

function annotation({ document, finding }: Placed): string {
  const { startLine, startColumn, endLine, endColumn } = finding.region;
  // Columns only hold within one line.
  const columns = startLine === endLine ? `,col=${startColumn},endColumn=${endColumn}` : '';
  const place = `file=${property(document.uri)},line=${startLine},endLine=${endLine}${columns}`;
  return `::${COMMAND[finding.level]} ${place},title=${property(finding.ruleId)}::${data(finding.message)}`;
}

function plain({ document, finding }: Placed): string {
  const { startLine, startColumn } = finding.region;
  const text = `${finding.level} ${document.path}:${startLine}:${startColumn} ${finding.ruleId} ${finding.message}`;
  // Line breaks would start a new line of the log, `##[` an old-style command anywhere in it.
  return text.replace(/[\r\n]+/g, ' ').replaceAll('##[', '## [');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
