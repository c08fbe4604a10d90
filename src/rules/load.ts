/** Which rules hold: a preset, then overrides, the later the stronger. */
import type { Facts } from '../claims/extractor.js';
import { changedRule } from '../data/rule-table.js';
import { builtInPresets, builtInRules } from '../data/rules.js';
import type { Level } from '../findings/types.js';
import type { Preset, RuleSet } from './ruleset.js';
import type { Regime, Rule } from './types.js';

export interface LoadOptions {
  /** Default: `recommended`. */
  readonly preset?: string;
  /** Rule ids or globs with a severity, `on` or `off`; later entries win. */
  readonly rules?: Readonly<Record<string, Level | 'on' | 'off'>>;
  /** Further packs, compiled. */
  readonly extra?: readonly Rule[];
  readonly facts?: Facts;
  readonly regimes?: readonly Regime[] | 'auto';
  /** ISO date. Default: `LAW_AS_OF`, the state of the law that the packs were written for. */
  readonly lawAsOf?: string;
  /** ISO date to hold the expiry of suppressions against. */
  readonly today?: string;
}

/** The date of the law in the built-in packs; a constant, so that two runs of one version agree. */
export const LAW_AS_OF = '2026-11-01';

/** Throws UnknownNameError for a preset or rule that does not exist. */
export function loadRules(options: LoadOptions = {}): RuleSet {
  const preset = presetNamed(options.preset ?? 'recommended');
  const all = [...builtInRules, ...(options.extra ?? [])];
  const byId = new Map(all.map((rule) => [rule.id, rule]));
  const byPack = new Map<string, Rule[]>();
  for (const rule of all) {
    const pack = rule.id.slice(0, rule.id.indexOf('/') + 1);
    const rules = byPack.get(pack);
    if (rules) rules.push(rule);
    else byPack.set(pack, [rule]);
  }
  const severities = new Map<string, Level | 'off'>();
  const chosen = new Map<string, boolean>();
  for (const entries of [preset.rules, options.rules ?? {}]) {
    for (const [pattern, setting] of Object.entries(entries)) {
      const isGlob = pattern.includes('*');
      const named = byId.get(pattern);
      // Most patterns are for all of a pack.
      const pack = pattern.endsWith('/*') ? byPack.get(pattern.slice(0, -1)) : undefined;
      const matching = isGlob ? (pack ?? all.filter(globMatcher(pattern))) : named ? [named] : [];
      if (matching.length === 0)
        throw new UnknownNameError(
          'rule',
          pattern,
          all.map((rule) => rule.id),
        );
      for (const rule of matching) {
        // A glob switches on what is stable; an experimental rule must be named.
        if (isGlob && rule.status === 'experimental') continue;
        severities.set(rule.id, setting === 'on' ? rule.severity : setting);
        if (entries !== preset.rules) chosen.set(rule.id, setting !== 'off');
      }
    }
  }
  // Rules of one's own pack are on unless said otherwise.
  for (const rule of options.extra ?? []) if (!severities.has(rule.id)) severities.set(rule.id, rule.severity);
  const rules = all.flatMap((rule) => {
    const severity = severities.get(rule.id);
    return severity === undefined || severity === 'off' ? [] : [severity === rule.severity ? rule : changedRule(rule, { severity })];
  });
  return {
    // What a preset leaves out is still looked at for the table of coverage; what a person switches off is not.
    requirements: all.filter(({ id, requirement, status }) => requirement !== undefined && status === 'stable' && chosen.get(id) !== false),
    rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)),
    facts: options.facts ?? {},
    regimes: options.regimes ?? 'auto',
    preset: preset.id,
    lawAsOf: options.lawAsOf ?? LAW_AS_OF,
    known: all.map((rule) => rule.id),
    ...(options.today === undefined ? {} : { today: options.today }),
  };
}

export function presetNamed(id: string): Preset {
  const preset = builtInPresets.find((entry) => entry.id === id);
  if (!preset)
    throw new UnknownNameError(
      'preset',
      id,
      builtInPresets.map((entry) => entry.id),
    );
  return preset;
}

/** A name that nothing has. `known` serves to find the nearest. */
export class UnknownNameError extends Error {
  override name = 'UnknownNameError';
  constructor(
    readonly what: string,
    readonly given: string,
    readonly known: readonly string[],
  ) {
    super(`unknown ${what} "${given}"`);
  }
}

/** Whether the id of a rule fits the pattern, of which `*` stands for anything. */
function globMatcher(pattern: string): (rule: Rule) => boolean {
  const parts = pattern.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  return ({ id }) => id.startsWith(first) && id.endsWith(last) && id.length >= first.length + last.length;
}
