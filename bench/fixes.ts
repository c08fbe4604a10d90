/**
 * Fixes real policies and counts what comes of it (node bench/fixes.mjs FOLDER [COUNT]). Each fix is proven by linting again;
 * here is an independent look at the results: nothing but the insertions changed, no new finding, a second time changes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fixText } from '../src/fix.js';
import { lint } from '../src/lint.js';
import { loadRules } from '../src/rules/load.js';
import { flawsOfInsertion } from './html-shape.js';

export async function measureFixes(folder: string, limit: number): Promise<object> {
  const set = loadRules();
  const names = readdirSync(folder)
    .filter((name) => /\.(?:md|html?|txt)$/.test(name))
    .sort();
  const step = Math.max(1, Math.floor(names.length / (1.5 * limit)));
  const totals = { documents: 0, findings: 0, fixable: 0, applied: 0, left: 0, blanks: 0, fresh: 0, notIdempotent: 0, otherChanges: 0 };
  const pages = { pages: 0, suggestions: 0, invalid: 0 };
  const refused = new Map<string, number>();
  for (const name of names.filter((_, i) => i % step === 0)) {
    if (totals.documents === limit) break;
    const source = readFileSync(join(folder, name), 'utf8');
    if (source.length > 60_000) continue;
    const before = await lint(source, { path: name }, set);
    const result = await fixText(source, { path: name, suggestions: true }, set);
    const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
    totals.documents++;
    totals.findings += before.findings.length;
    totals.fixable += before.findings.filter(({ fixes }) => fixes.length > 0).length;
    totals.applied += result.applied.length;
    totals.left += result.findings.length;
    const news = result.findings.filter(({ fingerprint }) => !known.has(fingerprint));
    // A clause with [blanks] is for its author to fill in, and that is said of it.
    const blanks = news.filter(({ ruleId, focus }) => ruleId === 'structure/placeholder' && result.source.charAt(focus.start) === '[');
    totals.blanks += blanks.length;
    totals.fresh += news.length - blanks.length;
    for (const { ruleId, fixes } of result.findings) if (fixes.length > 0) refused.set(ruleId, (refused.get(ruleId) ?? 0) + 1);
    const inserted = result.applied.every(({ title }) => title.startsWith('Add'));
    if (inserted && !isSubsequence(source, result.source)) totals.otherChanges++;
    const again = await fixText(result.source, { path: name, suggestions: true }, set);
    if (again.source !== result.source) totals.notIdempotent++;
    const page = name.endsWith('.md') || name.endsWith('.txt') ? pageOf(source) : source;
    const { findings } = await lint(page, { path: 'page.html' }, set);
    pages.pages++;
    for (const { edits } of findings.flatMap(({ fixes }) => fixes)) {
      const [edit] = edits;
      if (!edit || edits.length > 1 || edit.span.end > edit.span.start) continue;
      pages.suggestions++;
      const flaws = flawsOfInsertion(page, edit.span.start, edit.text);
      if (flaws.length > 0) pages.invalid++;
      if (flaws.length > 0) console.error(name, flaws, edit.text);
    }
  }
  return { ...totals, asHtml: pages, refused: Object.fromEntries([...refused].sort((a, b) => b[1] - a[1])) };
}

/** The same policy as a page: headings, paragraphs, lists and quotations of its Markdown. */
function pageOf(markdown: string): string {
  interface Node {
    readonly type: string;
    readonly value?: string;
    readonly depth?: number;
    readonly ordered?: boolean | null;
    readonly children?: readonly Node[];
  }
  const write = (node: Node): string => {
    const inside = (node.children ?? []).map(write).join(node.type === 'root' || node.type === 'list' ? '\n' : '');
    if (node.type === 'heading') return `<h${node.depth}>${inside}</h${node.depth}>`;
    if (node.type === 'list') return node.ordered ? `<ol>\n${inside}\n</ol>` : `<ul>\n${inside}\n</ul>`;
    const name = TAGS[node.type];
    if (name) return `<${name}>${inside}</${name}>`;
    if (node.type === 'break') return '<br>';
    if (node.type === 'html') return '';
    return node.value === undefined ? inside : node.value.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  };
  return `<!doctype html><html><body><main>\n${write(unified().use(remarkParse).parse(markdown))}\n</main></body></html>\n`;
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  listItem: 'li',
  strong: 'b',
  emphasis: 'i',
  blockquote: 'blockquote',
};

/** Whether every line of the first text stands in the second, in order. */
function isSubsequence(text: string, within: string): boolean {
  const lines = within.split('\n');
  let at = 0;
  for (const line of text.split('\n')) {
    while (at < lines.length && lines[at]?.replace(/<p>.*|<li>.*/, '') !== line.replace(/<p>.*|<li>.*/, '')) at++;
    if (at++ >= lines.length) return false;
  }
  return true;
}
