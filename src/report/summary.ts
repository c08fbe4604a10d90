import type { Regime } from '../rules/types.js';
import { gapRules } from './groups.js';
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
  return [
    counts,
    `Preset ${report.settings.preset}; read under ${regimesUsed(report)}.${hint}${more}`,
    'policylint flags; it gives no legal advice.',
  ];
}

/** The rule of the weightiest finding, rather one on something written than on something missing. */
function exampleRule(report: Report): string | undefined {
  const gaps = gapRules(report);
  const found = byWeight(report).map(({ finding }) => finding.ruleId);
  return found.find((id) => !gaps.has(id)) ?? found[0];
}

const NAMES: Readonly<Record<Regime, string>> = {
  gdpr: 'GDPR',
  eprivacy: 'ePrivacy',
  uk: 'UK GDPR',
  ccpa: 'CCPA',
  caloppa: 'CalOPPA',
  coppa: 'COPPA',
  lgpd: 'LGPD',
};

/** The laws that at least one document was read under, in one order. */
function regimesUsed({ settings, documents }: Report): string {
  const used = new Set(documents.flatMap((document) => document.regimes));
  const names = Object.entries(NAMES).filter(([id]) => used.has(id as Regime)); // ids of the table above
  const list = names.map(([, name]) => name).join(', ') || 'no law';
  return settings.regimes === 'auto' ? `${list} (as the texts suggest)` : list;
}
