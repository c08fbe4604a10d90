/** What the tables of an audit hold: their columns, and the rows that a document gives. */
import { citeAll } from '../data/law.js';
import type { DocumentView } from '../report/view.js';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;
export type TableName = 'documents' | 'findings' | 'claims' | 'coverage';

export interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer';
  /** Whether cells may be empty. */
  readonly optional?: true;
}

export const TABLES: Readonly<Record<TableName, { columns: readonly Column[]; rows: (document: DocumentView) => Iterable<Row> }>> = {
  documents: {
    columns: [
      ...texts('path', 'format', 'language', 'regimes'),
      ...integers('sections', 'claims', 'errors', 'warnings', 'notes', 'suppressed'),
    ],
    rows: documentRows,
  },
  findings: {
    columns: [
      ...texts('path'),
      ...integers('line', 'column'),
      ...texts('rule', 'level', 'confidence', 'law', 'message', 'quote', 'section'),
      { name: 'related_line', type: 'integer', optional: true },
      { name: 'related_quote', type: 'text', optional: true },
      ...texts('fingerprint'),
    ],
    rows: findingRows,
  },
  claims: {
    columns: [
      ...texts('path'),
      ...integers('line', 'column'),
      ...texts('kind', 'value', 'polarity', 'modality', 'confidence', 'section', 'quote'),
    ],
    rows: claimRows,
  },
  coverage: {
    columns: [...texts('path', 'requirement', 'status', 'law'), { name: 'line', type: 'integer', optional: true }],
    rows: coverageRows,
  },
};

function texts(...names: readonly string[]): Column[] {
  return names.map((name) => ({ name, type: 'text' }));
}

function integers(...names: readonly string[]): Column[] {
  return names.map((name) => ({ name, type: 'integer' }));
}

function* documentRows(document: DocumentView): Iterable<Row> {
  const { path, format, language, regimes, findings, claims, suppressed } = document;
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  yield {
    path,
    format,
    language,
    regimes: regimes.join(' '),
    sections: countSections(document.sections),
    claims: claims.length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    suppressed: suppressed.length,
  };
}

function* findingRows({ path, source, findings }: DocumentView): Iterable<Row> {
  for (const { ruleId, level, confidence, law, message, region, section, related, fingerprint } of findings) {
    const other = related[0];
    yield {
      path,
      line: region.startLine,
      column: region.startColumn,
      rule: ruleId,
      level,
      confidence,
      law: citeAll(law),
      message,
      quote: quoteOf(source, region),
      section: section.join(' > '),
      related_line: other ? other.region.startLine : null,
      related_quote: other ? quoteOf(source, other.region) : null,
      fingerprint,
    };
  }
}

function* claimRows({ path, claims }: DocumentView): Iterable<Row> {
  for (const { kind, value, polarity, modality, confidence, section, region, quote } of claims)
    yield {
      path,
      line: region.startLine,
      column: region.startColumn,
      kind,
      value: JSON.stringify(value),
      polarity,
      modality,
      confidence,
      section: section.join(' > '),
      quote: flat(quote),
    };
}

function* coverageRows({ path, coverage }: DocumentView): Iterable<Row> {
  for (const { requirement, status, law, regions } of coverage)
    yield { path, requirement, status, law: citeAll(law), line: regions[0]?.startLine ?? null };
}

const quoteOf = (source: string, { charOffset, charLength }: { charOffset: number; charLength: number }): string =>
  flat(source.slice(charOffset, charOffset + charLength));
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const countSections = (sections: DocumentView['sections']): number =>
  sections.reduce((sum, section) => sum + 1 + countSections(section.children), 0);
