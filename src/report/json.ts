import type { Formatter } from './formats.js';
import type { DocumentView, FindingView, Report } from './view.js';

/** The report as `schema/report.schema.json` describes it: stable keys and order, no timestamps, no absolute paths. */
export const json: Formatter = (report) => `${JSON.stringify(toJson(report), null, 2)}\n`;

/** What documents say, without what is found about it: the output of `policylint claims`. */
export function toClaimsJson(documents: readonly DocumentView[]): string {
  const shown = documents.map(({ path, format, language, claims }) => ({ path, format, language, claims }));
  return `${JSON.stringify({ formatVersion: 1, documents: shown }, null, 2)}\n`;
}

function toJson(report: Report): object {
  const { tool, settings, summary } = report;
  return {
    $schema: 'https://raw.githubusercontent.com/policylint/policylint/main/schema/report.schema.json',
    formatVersion: 1,
    tool,
    settings,
    documents: report.documents.map(documentJson),
    problems: report.problems.map(({ id, level, path, message }) => ({ ruleId: id, level, path, message })),
    summary,
  };
}

/** A document as reports list it. */
export function documentJson({
  path,
  format,
  language,
  regimes,
  reach,
  sections,
  claims,
  coverage,
  findings,
  suppressed,
}: DocumentView): object {
  return {
    path,
    format,
    language,
    regimes,
    reach,
    sections,
    claims,
    coverage,
    findings: findings.map(findingJson),
    suppressed: suppressed.map((finding) => ({ ...findingJson(finding), suppression: finding.suppression })),
  };
}

function findingJson({ ruleId, level, confidence, message, region, related, law, fixes, fingerprint }: FindingView): object {
  return { ruleId, level, confidence, message, region, related, law, fixes, fingerprint };
}
