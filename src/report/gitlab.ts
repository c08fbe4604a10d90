import type { Level } from '../findings/types.js';
import type { Formatter } from './formats.js';
import { byWeight } from './weight.js';

const SEVERITY: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', note: 'info' };

/** GitLab's code quality report. */
export const gitlab: Formatter = (report) => {
  const seen = new Map<string, number>();
  const issues = byWeight(report).map(({ document, finding }) => ({
    description: finding.message,
    check_name: finding.ruleId,
    fingerprint: unique(finding.fingerprint, seen),
    severity: SEVERITY[finding.level],
    location: { path: document.uri, lines: { begin: finding.region.startLine, end: finding.region.endLine } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};

/** GitLab drops the second of two equal fingerprints; two files with one text have them. */
function unique(fingerprint: string, seen: Map<string, number>): string {
  const times = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, times);
  return times === 1 ? fingerprint : `${fingerprint}-${times}`;
}
