import { toClaimsJson } from '../report/json.js';
import { harmless, shorten } from '../report/text.js';
import type { ClaimView, DocumentView } from '../report/view.js';
import { lintInput } from './check.js';
import type { Command } from './commands.js';
import { CLAIMS_HELP } from './help.js';
import { type Arguments, oneOf } from './options.js';
import { settingsFrom } from './settings.js';
import { EXIT, type Terminal } from './terminal.js';

export const claims: Command = { options: ['kind', 'format', 'stdin-filename', 'config', 'no-config'], help: CLAIMS_HELP, run };

/** Prints what the documents say. Exit code 2 where one could not be read. */
async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const format = oneOf('format', args.value('format') ?? 'table', ['table', 'json']);
  const kinds = args.values('kind').map((kind) => oneOf('kind of statement', kind, KINDS));
  const { documents, problems } = await lintInput(args, terminal, settingsFrom(args, terminal));
  const shown = documents.map((document) => ({
    ...document,
    claims: document.claims.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)),
  }));
  terminal.out(format === 'json' ? toClaimsJson(shown) : shown.map((document) => table(document, terminal)).join('\n'));
  const bad = [...problems, ...documents.flatMap(fileProblems)];
  for (const { message } of bad) terminal.err(`policylint: ${message}\n`);
  return bad.length > 0 ? EXIT.failure : EXIT.ok;
}

/** The kinds of output.md, in its order. */
const KINDS: readonly ClaimView['kind'][] = [
  'effective-date',
  'controller',
  'contact',
  'dpo',
  'representative',
  'data-category',
  'purpose',
  'legal-basis',
  'processor',
  'processor-category',
  'sharing',
  'sale',
  'transfer',
  'retention',
  'right',
  'response-time',
  'breach-notice',
  'minimum-age',
  'cookie',
  'consent',
  'marketing',
  'automated-decision',
  'ai-training',
  'security',
  'policy-change',
];

function fileProblems({ path, findings }: DocumentView): { message: string }[] {
  const bad = findings.filter(({ ruleId, level }) => ruleId.startsWith('file/') && level === 'error');
  return bad.map(({ message }) => ({ message: `${path}: ${message}` }));
}

function table({ path, claims: found }: DocumentView, { columns, isTerminal }: Terminal): string {
  const width = isTerminal ? Math.max(60, columns) : 120;
  const rows = found.map((claim) => [`${claim.region.startLine}:${claim.region.startColumn}`, claim.kind, valueText(claim)] as const);
  const sizes = [0, 1, 2].map((column) =>
    Math.min(column === 2 ? 44 : 20, Math.max(0, ...rows.map((row) => row[column as 0 | 1 | 2].length))),
  ); // columns of `rows`
  const lines = rows.map((row, i) => {
    const cells = row.map((cell, column) => shorten(cell, sizes[column] ?? 0).padEnd(sizes[column] ?? 0));
    const start = `  ${cells.join('  ')}  `;
    const quote = harmless(found[i]?.quote ?? '').replace(/ +/g, ' ');
    return (start + shorten(quote, Math.max(20, width - start.length))).trimEnd();
  });
  return [`${harmless(path)}  ${found.length} statements`, ...lines, ''].join('\n');
}

/** "not: analytics", "activity logs, 90 days, max". */
function valueText({ value, polarity, modality }: ClaimView): string {
  const parts = Object.entries(value).flatMap(([key, entry]: [string, unknown]) => {
    if (entry === null || entry === false || entry === 'none' || (Array.isArray(entry) && entry.length === 0)) return [];
    if (entry === true) return [key];
    if (typeof entry === 'number') return [`${entry} ${key}`];
    return [Array.isArray(entry) ? entry.join('+') : String(entry)];
  });
  const marks = [polarity === 'negated' ? 'not' : '', modality === 'hedged' ? 'perhaps' : ''].filter(Boolean).join(', ');
  return harmless([marks, parts.join(', ')].filter(Boolean).join(': ')) || 'yes';
}
