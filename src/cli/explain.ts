import { cite, provision } from '../data/law.js';
import { ruleDocs } from '../data/rule-docs.js';
import { builtInRules } from '../data/rules.js';
import type { ResolvedConfig } from '../files/config/index.js';
import { PROBLEMS } from '../files/problems.js';
import { OWN_RULES } from '../findings/own-rules.js';
import { didYouMean } from '../nearest.js';
import { ruleUrl } from '../report/links.js';
import { wrap } from '../report/text.js';
import type { Example } from '../rules/types.js';
import type { Command } from './commands.js';
import { EXPLAIN_HELP } from './help.js';
import { type Arguments, oneOf } from './options.js';
import { runSettings, settingsFrom } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const explain: Command = { options: ['format', 'config', 'no-config'], help: EXPLAIN_HELP, run };

interface Explanation {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly confidence: string;
  readonly status: string;
  readonly regimes: readonly string[];
  readonly law: readonly { id: string; citation: string; duty: string; url: string }[];
  readonly why: string;
  readonly how: string;
  readonly limits: string | null;
  readonly examples: { readonly fail: readonly string[]; readonly pass: readonly string[] };
  readonly links: readonly string[];
  readonly url: string;
}

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const format = oneOf('format', args.value('format') ?? 'text', ['text', 'json']);
  if (args.positionals.length === 0) throw new UsageError('Which rule? "policylint rules" lists them.');
  const { packs } = await runSettings(settingsFrom(args, terminal), [], terminal);
  const found = args.positionals.map((id) => explanationOf(id, packs));
  if (format === 'json') terminal.out(`${JSON.stringify(found.length === 1 ? found[0] : found, null, 2)}\n`);
  else terminal.out(found.map((entry) => text(entry, terminal.isTerminal ? Math.min(terminal.columns, 100) : 80)).join('\n'));
  return EXIT.ok;
}

function explanationOf(id: string, packs: ResolvedConfig['packs']): Explanation {
  const problem = Object.entries({ ...PROBLEMS, ...OWN_RULES }).find(([key]) => key === id)?.[1];
  if (problem) return fileExplanation(id, problem);
  const own = packs.find((entry) => entry.rule.id === id);
  const rule = own?.rule ?? builtInRules.find((entry) => entry.id === id);
  const docs = own?.docs ?? ruleDocs.get(id);
  if (!rule || !docs) throw new UsageError(`There is no rule "${id}".${suggestion(id, packs)}`);
  return {
    id,
    title: rule.title,
    severity: rule.severity,
    confidence: rule.confidence,
    status: rule.status,
    regimes: rule.regimes,
    law: rule.law.map((entry) => ({
      id: entry,
      citation: cite(entry),
      duty: provision(entry)?.duty ?? '',
      url: provision(entry)?.url ?? '',
    })),
    why: docs.why,
    how: docs.how,
    limits: docs.limits ?? null,
    examples: { fail: docs.examples.fail.map(exampleText), pass: docs.examples.pass.map(exampleText) },
    links: docs.links,
    url: own ? '' : ruleUrl(id),
  };
}

function fileExplanation(id: string, { title, level, why, how }: (typeof PROBLEMS)[keyof typeof PROBLEMS]): Explanation {
  const nothing = { regimes: [], law: [], limits: null, examples: { fail: [], pass: [] }, links: [] };
  return { id, title, severity: level, confidence: 'high', status: 'stable', why, how, url: ruleUrl(id), ...nothing };
}

/** The nearest id; without a pack, also those of that name in any pack. */
function suggestion(id: string, packs: ResolvedConfig['packs']): string {
  const ids = [
    ...packs.map(({ rule }) => rule.id),
    ...builtInRules.map((rule) => rule.id),
    ...Object.keys(PROBLEMS),
    ...Object.keys(OWN_RULES),
  ];
  const sameName = ids.find((known) => known.endsWith(`/${id}`));
  return sameName ? ` Did you mean "${sameName}"?` : didYouMean(id, ids) || ' "policylint rules" lists them.';
}

function exampleText(example: Example): string {
  if (typeof example === 'string') return example;
  const files = Object.entries(example.documents ?? {}).map(([name, content]) => `${name}:\n${content.trim()}`);
  return [...(example.text === undefined ? [] : [example.text]), ...files].join('\n');
}

function text(rule: Explanation, width: number): string {
  const block = (title: string, body: string) => (body.trim() ? [title, ...paragraphs(body, width), ''] : []);
  const examples = (title: string, all: readonly string[]) =>
    all.length === 0
      ? []
      : [title, ...all.flatMap((example) => [...paragraphs(example, width - 2).map((line) => `  ${line}`), '']).slice(0, -1), ''];
  const law = rule.law.flatMap(({ citation, duty, url }) => [
    ...wrap(`${citation}: ${duty}`, width - 2).map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`)),
    `    ${url}`,
  ]);
  const regimes = rule.regimes.length === 0 ? 'always' : `under ${rule.regimes.join(', ')}`;
  return [
    rule.id,
    ...wrap(rule.title, width - 2).map((line) => `  ${line}`),
    `  ${rule.severity}, ${rule.confidence} confidence, ${regimes}${rule.status === 'stable' ? '' : `, ${rule.status}`}`,
    '',
    ...block('Why', rule.why),
    ...(law.length === 0 ? [] : ['Law', ...law, '']),
    ...block('What to do', rule.how),
    ...block('Limits', rule.limits ?? ''),
    ...examples('Found', rule.examples.fail),
    ...examples('Not found', rule.examples.pass),
    `More: ${rule.url}`,
    '',
  ].join('\n');
}

function paragraphs(body: string, width: number): string[] {
  return body
    .trim()
    .split('\n')
    .flatMap((line) => wrap(line, width - 2).map((part) => `  ${part}`));
}
