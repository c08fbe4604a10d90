/** The HTML report of an audit: a folder that works from disk, written as the documents pass by. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, scriptJson } from '../../report/html/escape.js';
import { levelPills, policyHtml, reachHtml } from '../../report/html/policy.js';
import { CSP, page } from '../../report/html/shell.js';
import { STYLE } from '../../report/html/style.js';
import { REGIME_NAMES } from '../../report/reach.js';
import type { DocumentView } from '../../report/view.js';
import type { TableFormat } from '../tables.js';
import { anchor, overview, rulesPage } from './overview.js';
import { SCRIPT } from './script.js';
import { addToTotals, newTotals } from './totals.js';

export interface HtmlReport {
  add(document: DocumentView): void;
  close(): void;
}

/** Holds counters and one policy at a time. `formats`: the tables that stand beside it. */
export function openHtml(out: string, formats: readonly TableFormat[]): HtmlReport {
  const pages = join(out, 'pages');
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(pages, { recursive: true });
  const data = openSync(join(out, 'data.js.tmp'), 'w');
  writeSync(data, 'window.POLICYLINT={rows:[\n');
  const totals = newTotals();
  const requirements = new Map<string, number>();
  let waiting: DocumentView | null = null;
  let number = 0;
  // A page links to the next one: it is written once that is known.
  const flush = (hasNext: boolean): void => {
    if (!waiting) return;
    number++;
    writeFileSync(join(pages, pageName(number)), policyPage(waiting, number, hasNext));
    writeSync(data, `${scriptJson(matrixRow(waiting, number, requirements))},\n`);
  };
  return {
    add(document) {
      flush(true);
      waiting = document;
      addToTotals(totals, document);
    },
    close() {
      flush(false);
      writeSync(data, `],requirements:${scriptJson([...requirements.keys()])}};\n`);
      closeSync(data);
      writeFileSync(join(out, 'style.css'), STYLE);
      writeFileSync(join(out, 'report.js'), SCRIPT);
      writeFileSync(join(out, 'rules.html'), rulesPage(totals));
      renameSync(join(out, 'data.js.tmp'), join(out, 'data.js'));
      writeFileSync(
        join(out, 'index.html'),
        overview(totals, formats.includes('csv') ? ['findings.csv', 'claims.csv', 'coverage.csv'] : []),
      );
    },
  };
}

const pageName = (number: number): string => `${String(number).padStart(6, '0')}.html`;

/** number, path, language, errors, warnings, notes, coverage in per cent (-1: none), a letter a requirement. */
function matrixRow(document: DocumentView, number: number, requirements: Map<string, number>): (string | number)[] {
  const letters: string[] = [];
  let present = 0;
  let absent = 0;
  for (const { requirement, status } of document.coverage) {
    const column = requirements.get(requirement) ?? requirements.size;
    requirements.set(requirement, column);
    letters[column] = status.charAt(0);
    if (status === 'present') present++;
    if (status === 'absent') absent++;
  }
  const count = (level: string): number => document.findings.filter((finding) => finding.level === level).length;
  return [
    number,
    document.path,
    document.language,
    count('error'),
    count('warning'),
    count('note'),
    present + absent === 0 ? -1 : Math.round((100 * present) / (present + absent)),
    Array.from(letters, (letter) => letter ?? 'n').join(''),
  ];
}

/** "markdown · German · GDPR · ePrivacy" */
function meta({ format, language, regimes }: DocumentView): string[] {
  const spoken = language === 'und' ? [] : [LANGUAGES.of(language) ?? language];
  return [format, ...spoken, ...regimes.map((regime) => REGIME_NAMES[regime])];
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

function policyPage(document: DocumentView, number: number, hasNext: boolean): string {
  const { path } = document;
  const turn = (to: number, label: string): string => `<li><a href="${pageName(to)}">${label}</a></li>`;
  const links = `<li><a href="../index.html#matrix">All policies</a></li>${number > 1 ? turn(number - 1, 'Previous') : ''}${hasNext ? turn(number + 1, 'Next') : ''}`;
  return page({
    title: `${path} – audit`,
    csp: CSP.folder,
    head: '<link rel="stylesheet" href="../style.css">',
    body: `<header class="top"><p class="brand"><a href="../index.html">policylint audit</a></p><h1>${escapeHtml(path)}</h1>
<p class="meta">${meta(document).map(escapeHtml).join(' · ')}</p><p>${levelPills(document)}</p>${reachHtml(document)}<nav class="in" aria-label="Policies"><ul>${links}</ul></nav></header>
<main id="main">${policyHtml(document, { prefix: '', ruleHref: (id) => `../rules.html#${anchor(id)}` })}</main>`,
  });
}
