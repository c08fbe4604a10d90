/** What the overview shows of all policies: counters that stay small however many pass by. */
import { citeAll } from '../../data/law.js';
import type { DocumentView } from '../../report/view.js';

export interface Totals {
  documents: number;
  unreadable: number;
  readonly levels: Record<'error' | 'warning' | 'note', number>;
  readonly statements: { count: number };
  readonly coverage: Map<string, { present: number; absent: number; law: string }>;
  readonly rules: Map<string, { findings: number; documents: number; level: string }>;
  readonly articles: Map<string, number>;
  readonly retention: number[];
  readonly countries: Map<string, number>;
  readonly vendors: Map<string, number>;
}

export function newTotals(): Totals {
  return {
    documents: 0,
    unreadable: 0,
    levels: { error: 0, warning: 0, note: 0 },
    statements: { count: 0 },
    coverage: new Map(),
    rules: new Map(),
    articles: new Map(),
    retention: PERIODS.map(() => 0),
    countries: new Map(),
    vendors: new Map(),
  };
}

/** Retention periods by their upper bound in days. */
export const PERIODS: readonly (readonly [label: string, days: number])[] = [
  ['≤ 1 day', 1],
  ['≤ 1 week', 7],
  ['≤ 1 month', 31],
  ['≤ 3 months', 93],
  ['≤ 6 months', 186],
  ['≤ 1 year', 366],
  ['≤ 2 years', 732],
  ['≤ 5 years', 1830],
  ['≤ 10 years', 3660],
  ['longer', Number.POSITIVE_INFINITY],
];

export function addToTotals(totals: Totals, document: DocumentView): void {
  totals.documents++;
  if (!document.source) totals.unreadable++;
  totals.statements.count += document.claims.length;
  for (const { requirement, status, law } of document.coverage) {
    if (status === 'not-applicable') continue;
    const row = totals.coverage.get(requirement) ?? { present: 0, absent: 0, law: citeAll(law, 2) };
    row[status]++;
    totals.coverage.set(requirement, row);
  }
  const rules = new Set<string>();
  const articles = new Set<string>();
  for (const { ruleId, level, law } of document.findings) {
    totals.levels[level]++;
    const row = totals.rules.get(ruleId) ?? { findings: 0, documents: 0, level };
    row.findings++;
    if (!rules.has(ruleId)) row.documents++;
    totals.rules.set(ruleId, row);
    rules.add(ruleId);
    for (const id of law) articles.add(id);
  }
  for (const id of articles) increase(totals.articles, id);
  const places = new Set<string>();
  const vendors = new Set<string>();
  for (const claim of document.claims) {
    const { value, polarity } = claim;
    const field = (name: string): unknown => Reflect.get(value, name);
    const [days, destination, name] = [field('days'), field('destination'), field('name')];
    if (claim.kind === 'retention' && typeof days === 'number') {
      const index = PERIODS.findIndex(([, most]) => days <= most);
      totals.retention[index] = (totals.retention[index] ?? 0) + 1;
    }
    if (claim.kind === 'transfer' && polarity === 'affirmed' && Array.isArray(destination))
      for (const place of destination) places.add(String(place));
    if (claim.kind === 'processor' && polarity === 'affirmed' && field('known') === true && typeof name === 'string') vendors.add(name);
  }
  for (const place of places) increase(totals.countries, place);
  for (const vendor of vendors) increase(totals.vendors, vendor);
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
