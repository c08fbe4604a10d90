import type { Level } from '../findings/types.js';
import type { DocumentView, FindingView, Report } from './view.js';

export interface Placed {
  readonly document: DocumentView;
  readonly finding: FindingView;
}

const WEIGHT: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

/** All findings of a run, errors first, else in the order of the report: for readers that keep only the first so many. */
export function byWeight(report: Report): Placed[] {
  const all = report.documents.flatMap((document) => document.findings.map((finding) => ({ document, finding })));
  return all.sort((a, b) => WEIGHT[a.finding.level] - WEIGHT[b.finding.level]);
}
