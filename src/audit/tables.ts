/** The tables of an audit: findings, claims, coverage and documents, as CSV and as NDJSON, written as the documents pass by. */

import { once } from 'node:events';
import { createWriteStream, renameSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { citeAll } from '../data/law.js';
import type { DocumentView } from '../report/view.js';
import { csvLine } from './csv.js';

export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

const TABLES: Readonly<Record<string, { columns: readonly string[]; rows: (document: DocumentView) => Iterable<Row> }>> = {
  documents: {
    columns: ['path', 'format', 'language', 'regimes', 'sections', 'claims', 'errors', 'warnings', 'notes', 'suppressed'],
    rows: documentRows,
  },
  findings: {
    columns: [
      'path',
      'line',
      'column',
      'rule',
      'level',
      'confidence',
      'law',
      'message',
      'quote',
      'section',
      'related_line',
      'related_quote',
      'fingerprint',
    ],
    rows: findingRows,
  },
  claims: {
    columns: ['path', 'line', 'column', 'kind', 'value', 'polarity', 'modality', 'confidence', 'section', 'quote'],
    rows: claimRows,
  },
  coverage: { columns: ['path', 'requirement', 'status', 'law', 'line'], rows: coverageRows },
};

/** Opens all tables in a folder; `add` takes a document, `close` puts the finished files in place. */
export async function openTables(folder: string): Promise<{ add(document: DocumentView): Promise<void>; close(): Promise<void> }> {
  const open: { name: string; csv: WriteStream; ndjson: WriteStream }[] = [];
  for (const name of Object.keys(TABLES)) {
    const csv = createWriteStream(join(folder, `${name}.csv.tmp`));
    csv.write(csvLine(TABLES[name]?.columns ?? []));
    open.push({ name, csv, ndjson: createWriteStream(join(folder, `${name}.ndjson.tmp`)) });
  }
  return {
    async add(document) {
      for (const { name, csv, ndjson } of open) {
        const table = TABLES[name];
        if (!table) continue;
        for (const row of table.rows(document)) {
          await write(csv, csvLine(table.columns.map((column) => row[column])));
          await write(ndjson, `${JSON.stringify(row)}\n`);
        }
      }
    },
    async close() {
      for (const { name, csv, ndjson } of open) {
        await Promise.all([end(csv), end(ndjson)]);
        for (const ending of ['csv', 'ndjson']) renameSync(join(folder, `${name}.${ending}.tmp`), join(folder, `${name}.${ending}`));
      }
    },
  };
}

/** Waits where the disk is slower than we are, so that nothing piles up in memory. */
async function write(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

function end(stream: WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.on('error', reject);
    stream.end(() => resolve());
  });
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
