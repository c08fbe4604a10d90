/** The first page of the report, and the page that explains the rules. */
import { countryName } from '../../data/countries.js';
import { cite, citeAll, provision } from '../../data/law.js';
import { ruleDocs } from '../../data/rule-docs.js';
import { builtInRules } from '../../data/rules.js';
import { escapeHtml, link } from '../../report/html/escape.js';
import { CSP, page } from '../../report/html/shell.js';
import { bars, columns } from './plots.js';
import { PERIODS, type Totals } from './totals.js';

/** `tables`: files beside the page that it links to. */
export function overview(totals: Totals, tables: readonly string[]): string {
  const { documents, unreadable, levels } = totals;
  const tiles = [
    ['', documents, documents === 1 ? 'policy' : 'policies'],
    ['error', levels.error, 'errors'],
    ['warning', levels.warning, 'warnings'],
    ['note', levels.note, 'notes'],
    ['', totals.statements.count, 'statements read'],
    ...(unreadable ? [['error', unreadable, 'unreadable'] as const] : []),
  ];
  return page({
    title: `Audit of ${documents} privacy policies`,
    csp: CSP.folder,
    head: '<link rel="stylesheet" href="style.css">\n<script src="data.js" defer></script>\n<script src="report.js" defer></script>',
    body: `<header class="top"><p class="brand">policylint audit</p><h1>${number(documents)} privacy ${documents === 1 ? 'policy' : 'policies'}</h1>
<p class="meta">What each one says, what it leaves out, and where it stands in the text.</p>
<nav class="in" aria-label="Report"><ul><li><a href="#plots">Overview</a></li><li><a href="#matrix">Matrix</a></li><li><a href="#rules">Rules</a></li>${[...tables, 'manifest.json'].map((file) => `<li><a href="${file}">${file}</a></li>`).join('')}</ul></nav></header>
<main id="main">
<ul class="tiles">${tiles.map(([tone, value, label]) => `<li class="${tone}"><b>${number(Number(value))}</b><span>${label}</span></li>`).join('')}</ul>
<section class="block" aria-labelledby="plots"><h2 id="plots">Overview</h2><div class="grid">${plots(totals)}</div></section>
<section class="block" aria-labelledby="matrix"><h2 id="matrix">Policies and requirements</h2>${MATRIX}</section>
<section class="block" aria-labelledby="rules"><h2 id="rules">Rules that found something</h2>${ruleTable(totals)}</section>
</main>`,
  });
}

/** Every rule that found something or decides a requirement, with its reasons. */
export function rulesPage(totals: Totals): string {
  const entries = [...totals.rules.keys()].sort().map((id) => {
    const rule = builtInRules.find((entry) => entry.id === id);
    const docs = ruleDocs.get(id);
    const law = (rule?.law ?? []).map((entry) => `<li>${link(provision(entry)?.url ?? '', escapeHtml(cite(entry)))}${duty(entry)}</li>`);
    const text = docs
      ? `<p>${escapeHtml(docs.why)}</p><p><b>What to do.</b> ${escapeHtml(docs.how)}</p>${docs.limits ? `<p class="soft"><b>Limits.</b> ${escapeHtml(docs.limits)}</p>` : ''}`
      : '';
    return `<article class="card block" id="${anchor(id)}"><h2>${escapeHtml(rule?.title ?? id)}</h2><p><code>${escapeHtml(id)}</code> <span class="pill ${totals.rules.get(id)?.level ?? ''}">${totals.rules.get(id)?.level ?? ''}</span></p>${text}${law.length ? `<ul>${law.join('')}</ul>` : ''}</article>`;
  });
  return page({
    title: 'Rules of this audit',
    csp: CSP.folder,
    head: '<link rel="stylesheet" href="style.css">',
    body: `<header class="top"><p class="brand"><a href="index.html">policylint audit</a></p><h1>Rules of this audit</h1></header><main id="main">${entries.join('\n')}</main>`,
  });
}

/** The id of a rule's article in rules.html. */
export function anchor(id: string): string {
  return `rule-${id.replace(/[^\w-]/g, '-')}`;
}

function plots(totals: Totals): string {
  const { documents } = totals;
  const share = [...totals.coverage].map(([requirement, { present, absent }]) => ({
    label: escapeHtml(requirement),
    value: present / (present + absent),
    text: `${Math.round((100 * present) / (present + absent))} % of ${number(present + absent)}`,
  }));
  const rules = [...totals.rules].sort(([a, x], [b, y]) => y.documents - x.documents || (a < b ? -1 : 1)).slice(0, 20);
  return [
    bars(
      'Coverage by requirement',
      'Share of the policies to which it applies, the least covered first',
      share.sort((a, b) => a.value - b.value || (a.label < b.label ? -1 : 1)),
      1,
    ),
    bars(
      'Findings by rule',
      'Policies in which it found something, the most frequent twenty',
      rules.map(([id, row]) => ({
        label: `<a href="rules.html#${anchor(id)}">${escapeHtml(id)}</a>`,
        value: row.documents,
        text: number(row.documents),
        tone: row.level,
      })),
      documents,
    ),
    bars('Findings by article', 'Policies with at least one finding under it', top(totals.articles, cite), documents),
    columns(
      'Retention periods',
      'Stated periods, by length',
      PERIODS.map(([label], i) => ({ label, value: totals.retention[i] ?? 0 })),
    ),
    bars('Transfers by country', 'Policies that name it as a destination', top(totals.countries, countryName), documents),
    bars(
      'Vendors by frequency',
      'Policies that name it as a recipient',
      top(totals.vendors, (name) => name),
      documents,
    ),
  ].join('\n');
}

function top(counts: ReadonlyMap<string, number>, name: (key: string) => string): { label: string; value: number; text: string }[] {
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 20)
    .map(([key, value]) => ({ label: escapeHtml(name(key)), value, text: number(value) }));
}

function ruleTable({ rules }: Totals): string {
  const rows = [...rules]
    .sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1))
    .map(([id, row]) => {
      const rule = builtInRules.find((entry) => entry.id === id);
      return `<tr><th scope="row"><a href="rules.html#${anchor(id)}">${escapeHtml(id)}</a></th><td>${escapeHtml(rule?.title ?? '')}</td><td><span class="pill ${row.level}">${row.level}</span></td><td class="num">${number(row.findings)}</td><td class="num">${number(row.documents)}</td><td>${escapeHtml(citeAll(rule?.law ?? [], 3))}</td></tr>`;
    });
  return `<div class="scroll" role="region" aria-label="Rules that found something" tabindex="0"><table><thead><tr><th scope="col">Rule</th><th scope="col">What it says</th><th scope="col">Level</th><th scope="col">Findings</th><th scope="col">Policies</th><th scope="col">Law</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const MATRIX = `<noscript><p class="card">The matrix needs the script beside this page. The same values stand in coverage.csv.</p></noscript>
<div id="matrix-tools" hidden>
<div class="tools"><label>Search by path <input id="search" type="search" autocomplete="off"></label><label>Requirement that is missing <select id="missing"><option value="">any or none</option></select></label><label>With at least one <select id="level"><option value="">finding or none</option><option value="e">error</option><option value="w">warning</option><option value="o">note</option></select></label></div>
<div class="scroll matrix" role="region" aria-label="Matrix of policies and requirements" tabindex="0"><table><thead id="head"></thead><tbody id="body"></tbody></table></div>
<div class="pager"><p id="count" class="key" role="status"></p><p><button type="button" id="before">Previous</button> <button type="button" id="after">Next</button></p></div>
<p class="key">✓ present, ✗ absent, · does not apply. A click on a column sorts by it.</p>
</div>`;

const duty = (id: string): string => {
  const text = provision(id)?.duty;
  return text ? `: ${escapeHtml(text)}` : '';
};
const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');
