/** The section tree as document symbols and folding ranges; claims as workspace symbols; law and vendors as links. */
import {
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { provision } from '../data/law.js';
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

/** Citations of the GDPR as links to the official text. */
export function linksOf({ result, lines }: Analysis): DocumentLink[] {
  const { source } = result.document;
  const links: DocumentLink[] = [];
  for (const match of source.matchAll(
    /\bArt(?:icle|\.)?\s{0,2}(\d{1,2})(?:\s{0,2}\(\d\))?(?:\s{0,2}\([a-z]\))?\s{0,2}(?:of\s(?:the\s)?)?GDPR\b/g,
  )) {
    const found = provision(`GDPR-${match[1]}`);
    if (found)
      links.push({
        range: toRange(lines, { start: match.index, end: match.index + match[0].length }),
        target: found.url,
        tooltip: found.title,
      });
  }
  return links;
}
