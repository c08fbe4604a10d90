/** One policy as people read it: its text with the marks, its section tree, findings, contradictions, coverage, statements. */
import { citeAll } from '../../data/law.js';
import type { Region } from '../../files/lines.js';
import { reachLine } from '../reach.js';
import { count } from '../text.js';
import type { DocumentView, FindingView, SectionView } from '../view.js';
import { escapeHtml, link } from './escape.js';
import { flatSections, markedText } from './marks.js';

export interface PolicyOptions {
  /** Before every id, so that several policies fit on one page. */
  readonly prefix: string;
  /** Where a rule is explained. */
  readonly ruleHref: (id: string) => string;
}

export function policyHtml(document: DocumentView, options: PolicyOptions): string {
  const { prefix } = options;
  return `<div class="policy">
<nav class="side tree" aria-label="Sections" tabindex="0"><h2>Sections</h2>${tree(document, prefix)}</nav>
<section aria-labelledby="${prefix}text"><h2 id="${prefix}text">Text</h2>${text(document, prefix)}</section>
<section class="side" aria-labelledby="${prefix}findings" tabindex="0"><h2 id="${prefix}findings">${count(document.findings.length, 'finding')}</h2>${findings(document, options)}</section>
</div>
<div class="below">${contradictions(document, options)}${coverage(document, prefix)}${statements(document, prefix)}</div>`;
}

/** "2 errors, 1 warning" as pills. */
export function levelPills({ findings: found }: DocumentView): string {
  return (['error', 'warning', 'note'] as const)
    .map((level) => {
      const number = found.filter((finding) => finding.level === level).length;
      return `<span class="pill ${level}">${number} ${level}${number === 1 ? '' : 's'}</span>`;
    })
    .join(' ');
}

/** Why the GDPR was, or was not, applied, where the text does not show it. */
export function reachHtml(document: DocumentView): string {
  const line = reachLine(document);
  return line === null ? '' : `<p class="meta">${escapeHtml(line)}</p>`;
}

function text(document: DocumentView, prefix: string): string {
  if (!document.source) return '<p class="card">There is no text: the file could not be read.</p>';
  return `<div class="text" lang="${escapeHtml(document.language)}">${markedText(document, prefix)}</div>`;
}

function tree({ sections }: DocumentView, prefix: string): string {
  const numbers = new Map(flatSections(sections).map((section, i) => [section, i + 1]));
  const list = (entries: readonly SectionView[]): string =>
    entries.length === 0
      ? ''
      : `<ul>${entries
          .map(
            (section) =>
              `<li><a href="#${prefix}s${numbers.get(section)}">${escapeHtml(section.heading) || '(no heading)'}</a>${list(section.children)}</li>`,
          )
          .join('')}</ul>`;
  return list(sections) || '<p class="soft">No headings.</p>';
}

function findings({ findings: found }: DocumentView, { prefix, ruleHref }: PolicyOptions): string {
  if (found.length === 0) return '<p class="soft">Nothing found.</p>';
  const items = found.map(({ level, message, ruleId, law, region, confidence }, i) => {
    const cited = citeAll(law);
    return `<li id="${prefix}f${i + 1}" class="${level}"><span class="pill ${level}">${level}</span> <a href="#${prefix}m${i + 1}">Line ${region.startLine}</a><p>${escapeHtml(message)}</p><p class="small">${link(ruleHref(ruleId), escapeHtml(ruleId))} · ${confidence} confidence${cited ? `<br>${escapeHtml(cited)}` : ''}</p></li>`;
  });
  return `<ol class="findings">${items.join('')}</ol>`;
}

function contradictions({ findings: found, source, sections }: DocumentView, { prefix }: PolicyOptions): string {
  const headings = new Set(flatSections(sections).flatMap(({ heading, region }) => (heading === '' ? [] : [region.startLine])));
  const pairs = found.flatMap((finding, i) => pair(finding, i, source, headings, prefix));
  if (pairs.length === 0) return '';
  return `<section class="block" aria-labelledby="${prefix}pairs"><h2 id="${prefix}pairs">Statements side by side</h2>${pairs.join('')}</section>`;
}

function pair(
  { related, region, message }: FindingView,
  index: number,
  source: string,
  headings: ReadonlySet<number>,
  prefix: string,
): string[] {
  const other = related[0];
  // What is missing is marked at a heading: that is no statement to hold another against.
  if (!other || headings.has(region.startLine)) return [];
  const quote = (place: Region, where: string): string =>
    `<blockquote>${escapeHtml(source.slice(place.charOffset, place.charOffset + place.charLength).replace(/\s+/g, ' '))}<cite>${where}, line ${place.startLine}</cite></blockquote>`;
  return [
    `<div class="card"><h3><a href="#${prefix}m${index + 1}">${escapeHtml(message)}</a></h3><div class="pair">${quote(region, 'One')}${quote(other.region, 'The other')}</div></div>`,
  ];
}

function coverage({ coverage: rows }: DocumentView, prefix: string): string {
  if (rows.length === 0) return '';
  const body = rows
    .map(({ requirement, status, law, regions }) => {
      const places = [...new Set(regions.map(({ startLine }) => startLine))].sort((a, b) => a - b).slice(0, 5);
      return `<tr><th scope="row">${escapeHtml(requirement)}</th><td><span class="pill ${status}">${status.replace('-', ' ')}</span></td><td>${places.join(', ')}</td><td>${escapeHtml(citeAll(law))}</td></tr>`;
    })
    .join('');
  return `<section class="block" aria-labelledby="${prefix}coverage"><h2 id="${prefix}coverage">Coverage</h2><div class="scroll" role="region" aria-label="Coverage table" tabindex="0"><table><thead><tr><th scope="col">Requirement</th><th scope="col">Status</th><th scope="col">Lines</th><th scope="col">Law</th></tr></thead><tbody>${body}</tbody></table></div></section>`;
}

function statements({ claims, source }: DocumentView, prefix: string): string {
  if (!source) return '';
  const body = claims
    .map(({ kind, polarity, modality, value, region, quote }, i) => {
      const marks = [polarity === 'negated' ? 'denied' : '', modality === 'hedged' ? 'hedged' : ''].filter(Boolean).join(', ');
      return `<tr><td><a href="#${prefix}c${i + 1}">${region.startLine}</a></td><th scope="row">${kind}${marks ? ` <span class="soft">(${marks})</span>` : ''}</th><td>${escapeHtml(valueText(value))}</td><td>${escapeHtml(quote.replace(/\s+/g, ' '))}</td></tr>`;
    })
    .join('');
  return `<details><summary>${count(claims.length, 'statement')} read from the text</summary><div class="scroll" role="region" aria-label="Statements table" tabindex="0"><table><thead><tr><th scope="col">Line</th><th scope="col">Kind</th><th scope="col">Value</th><th scope="col">Words</th></tr></thead><tbody>${body}</tbody></table></div></details>`;
}

function valueText(value: object): string {
  return Object.entries(value)
    .flatMap(([key, entry]: [string, unknown]) => {
      if (entry === null || entry === false || (Array.isArray(entry) && entry.length === 0)) return [];
      return [`${key}: ${Array.isArray(entry) ? entry.join(', ') : String(entry)}`];
    })
    .join('; ');
}
