/** The rules that hold for a run: what a preset, a configuration and the command line together come to. */
import type { Facts } from '../claims/extractor.js';
import type { Level } from '../findings/types.js';
import type { Regime, Rule } from './types.js';

export interface RuleSet {
  /** Enabled rules, severity overrides applied, sorted by id. */
  readonly rules: readonly Rule[];
  /** The rules that fill the coverage table, enabled or not. Default: those of `rules`. */
  readonly requirements?: readonly Rule[];
  readonly facts: Facts;
  /** `auto`: read from the text of each document. */
  readonly regimes: readonly Regime[] | 'auto';
  readonly preset: string;
  /** ISO date: the state of the law that is asked for. */
  readonly lawAsOf: string;
  /** Ids of all rules there are, enabled or not: what a comment in the text may name. */
  readonly known?: readonly string[];
  /** ISO date to hold the expiry of suppressions and the age of a policy against; without it none expires. */
  readonly today?: string;
}

export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Rule ids or globs (`gdpr/*`) with the severity to use, `on` for the rule's own, or `off`. Later entries win. */
  readonly rules: Readonly<Record<string, Level | 'on' | 'off'>>;
  /** Findings below are not shown. */
  readonly minConfidence: 'high' | 'medium' | 'low';
}
