/** Inlay hints (normalised values) and the code lens with the coverage; both off unless asked for. */
import { type CodeLens, type InlayHint, InlayHintKind, type Range as LspRange } from 'vscode-languageserver';
import { type Analysis, toPosition } from './analysis.js';
import { claimInWords } from './claim-text.js';

const QUANTITIES = new Set(['retention', 'response-time', 'breach-notice', 'minimum-age', 'effective-date']);

export function hintsIn({ result, lines }: Analysis, range: LspRange): InlayHint[] {
  return result.claims
    .filter((claim) => QUANTITIES.has(claim.kind))
    .map(
      (claim): InlayHint => ({
        position: toPosition(lines, claim.span.end),
        label: claimInWords(claim),
        kind: InlayHintKind.Type,
        paddingLeft: true,
      }),
    )
    .filter(({ position }) => position.line >= range.start.line && position.line <= range.end.line);
}

export function lensesOf({ result }: Analysis): CodeLens[] {
  const count = (status: string) => result.coverage.filter((row) => row.status === status).length;
  const asked = count('present') + count('absent');
  if (asked === 0) return [];
  const top = { line: 0, character: 0 };
  return [
    {
      range: { start: top, end: top },
      command: { title: `policylint: ${count('present')} of ${asked} requirements covered`, command: '' },
    },
  ];
}
