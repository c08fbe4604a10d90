import { citeAll } from '../data/law.js';
import type { Level } from '../findings/types.js';
import type { Formatter } from './formats.js';
import { arrange } from './groups.js';
import { ruleUrl } from './links.js';
import { reachLine } from './reach.js';
import { summaryLines } from './summary.js';
import { harmless, shorten } from './text.js';
import type { DocumentView, FindingView, Report } from './view.js';

/** GitHub takes comments of up to 65,536 characters. */
const MAX_LENGTH = 60_000;
const MARK: Readonly<Record<Level, string>> = { error: '🔴', warning: '🟡', note: '🔵' };

/** For pull request comments and job summaries: a table a document. */
export const markdown: Formatter = (report) => {
  const [counts = '', ...rest] = summaryLines(report);
  const head = `## policylint: ${plainText(counts)}\n`;
  const foot = `\n${rest.map((line) => `<sub>${plainText(line)}</sub>`).join('<br>\n')}\n`;
  return head + body(report, MAX_LENGTH - head.length - foot.length) + foot;
};

function body({ documents, problems }: Report, room: number): string {
  let text = problems.map(({ message }) => `\n**${plainText(message)}**\n`).join('');
  let left = 0;
  for (const document of documents.filter(({ findings }) => findings.length > 0)) {
    const rows = tableRows(document);
    const reach = reachLine(document);
    let table = `\n### ${plainText(document.path)}\n\n${reach === null ? '' : `${plainText(reach)}\n\n`}|  | Where | What | Law |\n| --- | --- | --- | --- |\n`;
    let fits = 0;
    while (fits < rows.length && text.length + table.length + (rows[fits] ?? '').length < room - 200) table += rows[fits++] ?? '';
    if (fits > 0) text += table;
    left += rows.length - fits;
  }
  return left === 0 ? text : `${text}\n*${left} more findings are not shown here.*\n`;
}

function tableRows({ findings, source }: DocumentView): string[] {
  const ordered = arrange(findings).flatMap((block) => (block.kind === 'single' ? [block.finding] : block.findings));
  return ordered.map((finding) => {
    const { level, region, law } = finding;
    const cells = [MARK[level], `${region.startLine}:${region.startColumn}`, what(finding, source), plainText(citeAll(law))];
    return `| ${cells.join(' | ')} |\n`;
  });
}

function what({ message, region, focus, ruleId }: FindingView, source: string): string {
  const marked = focus.charLength < region.charLength ? source.slice(focus.charOffset, focus.charOffset + focus.charLength) : '';
  const quote = marked ? `<br>“${plainText(shorten(marked.replace(/\s+/g, ' '), 120))}”` : '';
  return `${plainText(message)}${quote}<br>[${plainText(ruleId)}](${ruleUrl(ruleId)})`;
}

/** Text that Markdown and HTML read as nothing but text, and that calls nobody (`@name`), no issue (`#1`) and links nowhere. */
function plainText(text: string): string {
  return harmless(text)
    .replace(/[\\`*_{}[\]()|!~$]/g, '\\$&')
    .replace(/[&<>@#]|(?<=https?):|(?<=www)\./gi, (char) => `&#${char.charCodeAt(0)};`);
}
