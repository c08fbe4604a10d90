/** Reports made by hand, so that tests of the formats do not depend on which rules there are. */
import { LineIndex } from '../../src/files/lines.js';
import type { DocumentView, FindingView, Report } from '../../src/report/view.js';
import { makeReport } from '../../src/report/view.js';
import type { Rule } from '../../src/rules/types.js';

const RULES: readonly Rule[] = [
  rule('consistency/retention-same-data', ['GDPR-5-1-e', 'GDPR-13-2-a'], { conflict: { a: {}, b: {} } }),
  rule('gdpr/right-objection', ['GDPR-21'], { require: { condition: {} } }),
  rule('gdpr/right-restriction', ['GDPR-13-2-b', 'GDPR-18'], { require: { condition: {} } }),
];

/** A finding whose region is `quote` in `source`, with `words` of it as focus. */
export function findingAt(source: string, quote: string, words: string, more: Partial<FindingView> = {}): FindingView {
  const lines = new LineIndex(source);
  const start = source.indexOf(quote);
  if (start < 0 || !quote.includes(words)) throw new Error(`"${words}" in "${quote}" is not in the sample`);
  const focus = start + quote.indexOf(words);
  return {
    ruleId: 'consistency/retention-same-data',
    level: 'error',
    confidence: 'high',
    message: 'Two periods hold for the same data. Article 5(1)(e) GDPR asks for one. Say which.',
    region: lines.region({ start, end: start + quote.length }),
    focus: lines.region({ start: focus, end: focus + words.length }),
    section: ['Retention'],
    related: [],
    law: ['GDPR-5-1-e', 'GDPR-13-2-a'],
    fixes: [],
    fingerprint: '0123456789abcdef0123456789',
    ...more,
  };
}

export function documentOf(source: string, findings: readonly FindingView[], path = 'docs/PRIVACY.md'): DocumentView {
  const base = { path, uri: path, format: 'markdown', language: 'en', regimes: ['gdpr'] } as const;
  const reach = [{ regime: 'gdpr', status: 'shown', region: null, quote: '' }] as const;
  return { ...base, reach, source, sections: [], claims: [], coverage: [], findings, suppressed: [] };
}

export function reportOf(...documents: readonly DocumentView[]): Report {
  return makeReport({ rules: RULES, facts: {}, regimes: 'auto', preset: 'recommended', lawAsOf: '2026-01-01' }, 'medium', documents, []);
}

function rule(id: string, law: readonly string[], check: Rule['check']): Rule {
  return {
    id,
    title: `The title of ${id}`,
    severity: 'error',
    confidence: 'high',
    regimes: ['gdpr'],
    law,
    status: 'stable',
    check,
    message: 'Something is wrong.',
  };
}
