/** The section tree as document symbols and folding ranges; claims as workspace symbols. */
import { type DocumentSymbol, type FoldingRange, FoldingRangeKind, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Section } from '../document/types.js';
import { type Analysis, toRange } from './analysis.js';
import { claimInWords } from './claim-text.js';

export function symbolsOf({ result, lines }: Analysis): DocumentSymbol[] {
  const { document } = result;
  const symbol = (section: Section): DocumentSymbol => {
    const heading = section.heading ?? section;
    const whole = document.toSource(section);
    const own = document.toSource(heading);
    return {
      name: section.title || 'Section',
      detail: section.topics[0] ?? '',
      kind: SymbolKind.String,
      // A heading must lie within its section, also where trailing marks are cut.
      range: toRange(lines, { start: Math.min(whole.start, own.start), end: Math.max(whole.end, own.end) }),
      selectionRange: toRange(lines, own),
      children: section.children.map(symbol),
    };
  };
  return document.root.children.map(symbol);
}

export function foldingOf({ result, lines }: Analysis): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const visit = (section: Section): void => {
    const { start, end } = toRange(lines, result.document.toSource(section));
    if (section.heading && end.line > start.line) ranges.push({ startLine: start.line, endLine: end.line, kind: FoldingRangeKind.Region });
    section.children.forEach(visit);
  };
  visit(result.document.root);
  return ranges;
}

/** Claims whose kind or words hold the query, 200 at most. */
export function claimSymbols(analyses: Iterable<Analysis>, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const found: WorkspaceSymbol[] = [];
  for (const { uri, lines, result } of analyses) {
    for (const claim of result.claims) {
      const name = claimInWords(claim);
      if (wanted && !name.toLowerCase().includes(wanted)) continue;
      found.push({
        name,
        kind: SymbolKind.Field,
        containerName: claim.section.title,
        location: { uri, range: toRange(lines, claim.span) },
      });
      if (found.length >= 200) return found;
    }
  }
  return found;
}
