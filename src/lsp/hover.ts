/** Hover: the rule and its law on a finding, what was understood on a claim, the duty on a citation. */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import { cite, provision } from '../data/law.js';
import { ruleDocs } from '../data/rule-docs.js';
import type { Span } from '../document/types.js';
import type { Finding } from '../findings/types.js';
import { ruleUrl } from '../report/links.js';
import { type Analysis, toRange } from './analysis.js';
import { type Citation, citationsIn } from './citations.js';
import { claimInWords } from './claim-text.js';

export function hoverAt(analysis: Analysis, offset: number): Hover | null {
  const parts: string[] = [];
  let span: Span | undefined;
  const holds = (place: Span) => place.start <= offset && offset <= place.end;
  const citation = citationAt(analysis.result.document.source, offset);
  if (citation) {
    const { id, url, title, duty } = citation.provision;
    span = citation.span;
    parts.push(`**[${cite(id)}](${url})** ${title}\n\n${duty}`);
  }
  for (const finding of analysis.findings.filter(({ focus }) => holds(focus))) {
    span ??= finding.focus;
    parts.push(findingText(finding));
  }
  const claims = analysis.result.claims.filter((claim) => holds(claim.span));
  if (claims.length > 0) {
    span ??= claims[0]?.span;
    parts.push(
      ['Understood:', ...[...new Set(claims.map(claimInWords))].slice(0, 8).map((line) => `- ${escapeMarkdown(line)}`)].join('\n'),
    );
  }
  if (!span || parts.length === 0) return null;
  return { contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') }, range: toRange(analysis.lines, span) };
}

function findingText(finding: Finding): string {
  const docs = ruleDocs.get(finding.ruleId);
  const law = finding.law.map((id) => {
    const found = provision(id);
    return found ? `- [${cite(id)}](${found.url}): ${found.duty}` : `- ${id}`;
  });
  return [
    `**${finding.ruleId}** ([rule](${ruleUrl(finding.ruleId)}))`,
    escapeMarkdown(finding.message),
    docs?.why,
    law.join('\n'),
    docs && `*What to do:* ${docs.how}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** "Art. 17 GDPR" around an offset. */
function citationAt(source: string, offset: number): Citation | undefined {
  const from = Math.max(0, offset - 100);
  return citationsIn(source.slice(from, offset + 100))
    .map(({ span, provision: cited }) => ({ span: { start: from + span.start, end: from + span.end }, provision: cited }))
    .find(({ span }) => span.start <= offset && offset <= span.end);
}

/** Text of a policy is not markup of the hover. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&');
}
