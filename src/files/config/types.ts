/** What a configuration file says, and what comes of all of them for one file. */
import type { Facts } from '../../claims/extractor.js';
import type { FindingConfidence, Level } from '../../findings/types.js';
import type { RuleSet } from '../../rules/ruleset.js';
import type { Regime, Rule, RuleDocs } from '../../rules/types.js';

/** The content of a configuration file; it has passed `schema/config.schema.json`. */
export interface ConfigFile extends FileSettings {
  readonly extends?: string | readonly string[];
  readonly packs?: string | readonly string[];
  readonly minConfidence?: FindingConfidence;
  readonly failOn?: Level | 'never';
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly ignore?: string | readonly string[];
  readonly overrides?: readonly Override[];
}

/** Settings that may differ from file to file. */
export interface FileSettings {
  readonly preset?: string;
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  readonly regimes?: readonly Regime[] | 'auto';
  readonly facts?: Facts;
  readonly lawAsOf?: string;
}

export interface Override extends FileSettings {
  readonly files: string | readonly string[];
}

export type Severity = Level | 'on' | 'off';

export type RuleEntry =
  | Severity
  | { readonly severity?: Severity; readonly message?: string; readonly options?: Readonly<Record<string, unknown>> };

/** One configuration file, read. */
export interface Layer {
  readonly content: ConfigFile;
  /** Absolute path. */
  readonly file: string;
  /** For messages: relative to the working directory; for package.json with the key. */
  readonly name: string;
}

/** Where a value comes from: a configuration file, the command line, or built in. */
export interface Origin {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

/** What holds for one file. */
export interface ResolvedConfig {
  /** The configuration file that was found, or null. */
  readonly file: string | null;
  readonly set: RuleSet;
  readonly minConfidence: FindingConfidence;
  readonly run: RunConfig;
  /** The rules of the packs that are named, with their texts. */
  readonly packs: readonly { readonly rule: Rule; readonly docs: RuleDocs }[];
  /** Whether `ignore` leaves the file out. */
  isIgnored(absolute: string): boolean;
  /** Every value with its origin, in the order of the schema. */
  readonly origins: readonly Origin[];
}

/** Settings of a run, not of a file. */
export interface RunConfig {
  readonly failOn?: Level | 'never';
  readonly maxWarnings?: number;
  /** Absolute path. */
  readonly baseline?: string;
}

/** A configuration that cannot be used. Its message names file, line and what would be right, a line a problem; exit code 2. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** What was wrong so far: a person who repairs a configuration wants to know all of it at once. */
export class Problems {
  readonly #messages = new Set<string>();

  add(...messages: readonly string[]): void {
    for (const message of messages) this.#messages.add(message);
  }

  /** What the work resolves to; null where it throws a ConfigError, which is kept. */
  async of<T>(work: () => T | Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.add(...error.message.split('\n'));
      return null;
    }
  }

  /** Throws ConfigError with all of it, in order of file and line, where there is any. */
  raise(): void {
    if (this.#messages.size === 0) return;
    const placed = [...this.#messages].map((message) => {
      const [, file = '', line = '0'] = /^([^:]{0,400}):(?:(\d{1,9}):)?/.exec(message) ?? [];
      return { message, file, line: Number(line) };
    });
    const files = [...new Set(placed.map(({ file }) => file))];
    const ordered = placed.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line);
    throw new ConfigError(ordered.map(({ message }) => message).join('\n'));
  }
}
