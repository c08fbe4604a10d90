import { citeAll } from '../data/law.js';
import { builtInRules } from '../data/rules.js';
import { didYouMean } from '../nearest.js';
import { shorten } from '../report/text.js';
import type { Rule } from '../rules/types.js';
import type { Command } from './commands.js';
import { RULES_HELP } from './help.js';
import { type Arguments, oneOf } from './options.js';
import { runSettings, settingsFrom } from './settings.js';
import { EXIT, type Terminal, UsageError } from './terminal.js';

export const rules: Command = { options: ['format', 'preset', 'config', 'no-config'], help: RULES_HELP, run };

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const format = oneOf('format', args.value('format') ?? 'table', ['table', 'json']);
  const { set, packs } = await runSettings(settingsFrom(args, terminal), [], terminal);
  const all = [...builtInRules, ...packs.map(({ rule }) => rule)];
  const enabled = new Map(set.rules.map((rule) => [rule.id, rule.severity]));
  const shown = args.positionals.length === 0 ? all : args.positionals.flatMap((pattern) => matching(pattern, all));
  if (format === 'json') {
    const list = shown.map((rule) => ({ ...listed(rule), enabled: enabled.has(rule.id) }));
    terminal.out(`${JSON.stringify({ preset: set.preset, rules: list }, null, 2)}\n`);
    return EXIT.ok;
  }
  const size = Math.max(0, ...shown.map((rule) => rule.id.length));
  const width = terminal.isTerminal ? Math.max(60, terminal.columns) : 120;
  const lines = shown.map((rule) => {
    const start = `${rule.id.padEnd(size)}  ${(enabled.get(rule.id) ?? 'off').padEnd(7)}  `;
    return start + shorten(rule.title, Math.max(20, width - start.length));
  });
  const on = shown.filter((rule) => enabled.has(rule.id)).length;
  const count = `${shown.length} rules, ${on} on in the preset "${set.preset}".`;
  terminal.out([...lines, '', `${count} More on one: policylint explain ${shown[0]?.id ?? 'RULE'}`, ''].join('\n'));
  return EXIT.ok;
}

function listed({ id, title, severity, confidence, status, regimes, law, requirement }: Rule): object {
  return { id, title, severity, confidence, status, regimes, law, citation: citeAll(law), requirement: requirement ?? null };
}

/** Rules by id, pack or pattern; throws UsageError where there is none. */
function matching(pattern: string, all: readonly Rule[]): readonly Rule[] {
  const [before = '', after] = pattern.split('*');
  const wanted = (id: string) =>
    after === undefined ? id === pattern || id.startsWith(`${pattern}/`) : id.startsWith(before) && id.endsWith(after);
  const found = all.filter(({ id }) => wanted(id));
  if (found.length > 0) return found;
  const names = all.flatMap(({ id }) => [id, id.slice(0, id.indexOf('/'))]);
  throw new UsageError(`No rule matches "${pattern}".${didYouMean(pattern, names)}`);
}
