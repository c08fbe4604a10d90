import type { Formatter } from '../formats.js';
import { ruleUrl } from '../links.js';
import { summaryLines } from '../summary.js';
import { escapeHtml } from './escape.js';
import { levelPills, policyHtml, reachHtml } from './policy.js';
import { CSP, page } from './shell.js';
import { STYLE } from './style.js';

/** One file with everything in it: for a handful of policies. `policylint audit` makes the report of many. */
export const html: Formatter = (report) => {
  const [counts = '', ...rest] = summaryLines(report);
  const links = report.documents.map(({ path }, i) => `<li><a href="#d${i + 1}">${escapeHtml(path)}</a></li>`).join('');
  const problems = report.problems.map(({ message }) => `<p class="card">${escapeHtml(message)}</p>`).join('');
  const documents = report.documents.map(
    (document, i) =>
      `<article class="block" id="d${i + 1}"><h2>${escapeHtml(document.path)}</h2><p>${levelPills(document)}</p>${reachHtml(document)}${policyHtml(document, { prefix: `d${i + 1}-`, ruleHref: ruleUrl })}</article>`,
  );
  return page({
    title: `policylint: ${counts}`,
    csp: CSP.file,
    head: `<style>${STYLE}</style>`,
    body: `<header class="top"><p class="brand">policylint</p><h1>${escapeHtml(counts)}</h1>${rest.map((line) => `<p class="meta">${escapeHtml(line)}</p>`).join('')}<nav class="in" aria-label="Policies"><ul>${links}</ul></nav></header>
<main id="main">${problems}${documents.join('\n')}</main>`,
  });
};
