import { gapRules } from './groups.js';
import { regimesRead } from './reach.js';
import { count } from './text.js';
import type { Report } from './view.js';
import { byWeight } from './weight.js';

/** What a report comes to, a line each: the counts, what they rest on, what the tool is not. */
export function summaryLines(report: Report): string[] {
  const { findings, documents, hidden } = report.summary;
  const total = findings.error + findings.warning + findings.note;
  const parts = [count(findings.error, 'error'), count(findings.warning, 'warning'), count(findings.note, 'note')];
  const counts =
    total === 0
      ? `Nothing found in ${count(documents, 'document')}`
      : `${count(total, 'finding')} in ${count(documents, 'document')}: ${parts.join(', ')}`;
  const hint =
    hidden > 0
      ? ` ${count(hidden, 'finding')} of less than ${report.settings.minConfidence} confidence not shown (--min-confidence low).`
      : '';
  const example = exampleRule(report);
  const more = example === undefined ? '' : ` More on a rule: policylint explain ${example}`;
  return [counts, `Preset ${report.settings.preset}; ${regimesRead(report)}.${hint}${more}`, 'policylint flags; it gives no legal advice.'];
}

/** The rule of the weightiest finding, rather one on something written than on something missing. */
function exampleRule(report: Report): string | undefined {
  const gaps = gapRules(report);
  const found = byWeight(report).map(({ finding }) => finding.ruleId);
  return found.find((id) => !gaps.has(id)) ?? found[0];
}
