/** Hover: the rule and its law on a finding, what was understood on a claim, the duty on a citation. */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import { cite, provision, provisionIds } from '../data/law.js';
import { ruleDocs } from '../data/rule-docs.js';
import type { Span } from '../document/types.js';
import type { Finding } from '../findings/types.js';
import { ruleUrl } from '../report/links.js';
import { type Analysis, toRange } from './analysis.js';
import { claimInWords } from './claim-text.js';

export function hoverAt(analysis: Analysis, offset: number): Hover | null {
  const parts: string[] = [];
  let span: Span | undefined;
  const holds = (place: Span) => place.start <= offset && offset <= place.end;
  const citation = citationAt(analysis.result.document.source, offset);
  if (citation) {
    span = citation.span;
    parts.push(citation.text);
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

const CITATION =
  /\b(?:Art(?:icle|\.)?s?\.?\s{0,2}(\d{1,2})(?:\s{0,2}\((\d)\))?(?:\s{0,2}\(([a-z])\))?)\s{0,2}(?:of\s(?:the\s)?)?(UK\s)?(?:GDPR|General Data Protection Regulation)/g;

/** "Art. 17 GDPR" in the text: the article's title and duty. */
function citationAt(source: string, offset: number): { span: Span; text: string } | null {
  const from = Math.max(0, offset - 80);
  for (const match of source.slice(from, offset + 80).matchAll(CITATION)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (offset < start || offset > end) continue;
    const prefix = match[4] ? 'UKGDPR' : 'GDPR';
    const ids = new Set(provisionIds());
    const parts = [match[1], match[2], match[3]].filter((part) => part !== undefined);
    for (let length = parts.length; length > 0; length--) {
      const id = [prefix, ...parts.slice(0, length)].join('-');
      const found = ids.has(id) ? provision(id) : undefined;
      if (found) return { span: { start, end }, text: `**[${cite(id)}](${found.url})** ${found.title}\n\n${found.duty}` };
    }
  }
  return null;
}

/** Text of a policy is not markup of the hover. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&');
}
