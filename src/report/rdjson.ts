import { LineIndex, type Region } from '../files/lines.js';
import type { Level } from '../findings/types.js';
import type { Formatter } from './formats.js';
import { HOME, ruleUrl } from './links.js';
import type { DocumentView, FindingView } from './view.js';

const SEVERITY: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** Reviewdog's diagnostics. Its columns count bytes of UTF-8. */
export const rdjson: Formatter = ({ documents }) => {
  const diagnostics = documents.flatMap((document) => {
    const lines = new LineIndex(document.source);
    return document.findings.map((finding) => diagnostic(finding, document, lines));
  });
  return `${JSON.stringify({ source: { name: 'policylint', url: HOME }, diagnostics }, null, 2)}\n`;
};

function diagnostic(finding: FindingView, { uri }: DocumentView, lines: LineIndex): object {
  const suggestions = finding.fixes.flatMap(({ edits }) => edits.map(({ region, text }) => ({ range: range(region, lines), text })));
  const related = finding.related.map(({ message, region }) => ({ message, location: { path: uri, range: range(region, lines) } }));
  return {
    message: finding.message,
    location: { path: uri, range: range(finding.region, lines) },
    severity: SEVERITY[finding.level],
    code: { value: finding.ruleId, url: ruleUrl(finding.ruleId) },
    ...(suggestions.length === 0 ? {} : { suggestions }),
    ...(related.length === 0 ? {} : { related_locations: related }),
  };
}

function range({ startLine, startColumn, endLine, endColumn }: Region, lines: LineIndex): object {
  return { start: place(startLine, startColumn, lines), end: place(endLine, endColumn, lines) };
}

function place(line: number, column: number, lines: LineIndex): object {
  const before = lines.text(line).slice(0, column - 1);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}
