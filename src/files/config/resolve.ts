import { dirname, relative, resolve } from 'node:path';
import ignore from 'ignore';
import { builtInPresets } from '../../data/rules.js';
import type { FindingConfidence } from '../../findings/types.js';
import { customise } from '../../rules/customise.js';
import { LAW_AS_OF, loadRules } from '../../rules/load.js';
import type { RuleSet } from '../../rules/ruleset.js';
import type { Rule } from '../../rules/types.js';
import { toForwardSlashes } from '../repository.js';
import { listOf } from './lists.js';
import type { FileSettings, Layer, Origin, RuleEntry, RunConfig, Severity } from './types.js';

/** Settings of the command line: they win over every file. */
export interface CommandLine extends FileSettings {
  readonly minConfidence?: FindingConfidence;
}

export interface Settled {
  readonly set: RuleSet;
  readonly minConfidence: FindingConfidence;
  readonly run: RunConfig;
  readonly origins: readonly Origin[];
}

/** A step of settings with the name of where they come from. */
interface Step {
  readonly settings: FileSettings;
  readonly from: string;
}

/** What the layers (weakest first; their names have been checked), their overrides and the command line come to for one file. */
export function settle(layers: readonly Layer[], extra: readonly Rule[], file: string, command: CommandLine): Settled {
  const steps = [...layers.flatMap((layer) => stepsOf(layer, file)), { settings: command, from: 'command line' }];
  const origins = new Map<string, Origin>([['preset', { key: 'preset', value: 'recommended', from: 'default' }]]);
  const note = (key: string, value: unknown, from: string): void => {
    // Deleting first keeps the order of entries that of the steps: the later the stronger.
    origins.delete(key);
    origins.set(key, { key, value, from });
  };
  for (const { settings, from } of steps) {
    for (const key of ['preset', 'regimes', 'lawAsOf'] as const) if (settings[key] !== undefined) note(key, settings[key], from);
    for (const [name, value] of Object.entries(settings.facts ?? {})) note(`facts.${name}`, value, from);
    for (const [pattern, entry] of Object.entries(settings.rules ?? {})) note(`rules.${pattern}`, entry, from);
  }
  for (const { content, name } of layers)
    for (const key of ['minConfidence', 'failOn', 'maxWarnings', 'baseline'] as const)
      if (content[key] !== undefined) note(key, content[key], name);
  if (command.minConfidence !== undefined) note('minConfidence', command.minConfidence, 'command line');
  const preset = String(origins.get('preset')?.value);
  const least = builtInPresets.find(({ id }) => id === preset)?.minConfidence ?? 'medium';
  if (!origins.has('minConfidence')) note('minConfidence', least, `preset ${preset}`);
  if (!origins.has('regimes')) note('regimes', 'auto', 'default');
  if (!origins.has('lawAsOf')) note('lawAsOf', LAW_AS_OF, 'default');
  const merged = merge(steps);
  return {
    set: ruleSet(merged, preset, extra),
    minConfidence: command.minConfidence ?? layers.findLast(({ content }) => content.minConfidence)?.content.minConfidence ?? least,
    run: runOf(layers),
    origins: [...origins.values()].sort((a, b) => ORDER.indexOf(group(a.key)) - ORDER.indexOf(group(b.key))),
  };
}

const ORDER: readonly string[] = ['preset', 'rules', 'regimes', 'facts', 'lawAsOf', 'minConfidence', 'failOn', 'maxWarnings', 'baseline'];
const group = (key: string): string => key.split('.')[0] ?? key;

function stepsOf({ content, file: from, name }: Layer, file: string): Step[] {
  const path = toForwardSlashes(relative(dirname(from), file));
  const steps: Step[] = [{ settings: content, from: name }];
  (content.overrides ?? []).forEach((override, index) => {
    const applies =
      path !== '' &&
      !path.startsWith('..') &&
      ignore()
        .add([...listOf(override.files)])
        .ignores(path);
    if (applies) steps.push({ settings: override, from: `${name} (overrides ${index + 1})` });
  });
  return steps;
}

/** The pattern that decides where the same pattern stands in several steps is the last. */
function merge(steps: readonly Step[]): { rules: Map<string, RuleEntry>; settings: FileSettings } {
  const rules = new Map<string, RuleEntry>();
  for (const { settings } of steps) {
    for (const [pattern, entry] of Object.entries(settings.rules ?? {})) {
      rules.delete(pattern);
      rules.set(pattern, entry);
    }
  }
  const all = steps.map(({ settings }) => settings);
  const settings: FileSettings = Object.assign({}, ...all, { facts: Object.assign({}, ...all.map(({ facts }) => facts)) });
  return { rules, settings };
}

function ruleSet({ rules, settings }: ReturnType<typeof merge>, preset: string, extra: readonly Rule[]): RuleSet {
  const severities: Record<string, Severity> = {};
  for (const [pattern, entry] of rules) {
    const severity = typeof entry === 'string' ? entry : entry.severity;
    if (severity !== undefined) severities[pattern] = severity;
  }
  const set = loadRules({
    preset,
    rules: severities,
    extra,
    facts: settings.facts ?? {},
    ...(settings.regimes === undefined ? {} : { regimes: settings.regimes }),
    ...(settings.lawAsOf === undefined ? {} : { lawAsOf: settings.lawAsOf }),
  });
  const changes = [...rules].flatMap(([id, entry]) => (typeof entry === 'object' ? [[id, entry] as const] : []));
  let changed = set.rules;
  for (const [id, change] of changes) {
    changed = changed.map((rule) => (rule.id === id ? customise(rule, change) : rule));
  }
  return { ...set, rules: changed };
}

function runOf(layers: readonly Layer[]): RunConfig {
  const last = <K extends 'failOn' | 'maxWarnings' | 'baseline'>(key: K) => layers.findLast(({ content }) => content[key] !== undefined);
  const baseline = last('baseline');
  return {
    ...pick('failOn', last('failOn')?.content.failOn),
    ...pick('maxWarnings', last('maxWarnings')?.content.maxWarnings),
    ...(baseline?.content.baseline === undefined ? {} : { baseline: resolve(dirname(baseline.file), baseline.content.baseline) }),
  };
}

function pick<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const result: { [P in K]?: V } = {};
  if (value !== undefined) result[key] = value;
  return result;
}
