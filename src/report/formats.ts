/** The formats by name. Each is loaded when it is asked for. */
import type { Report } from './view.js';

/** Turns a report into text, with a line break at its end. */
export type Formatter = (report: Report, options: FormatOptions) => string | Promise<string>;

export interface FormatOptions {
  /** Terminal colours. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether SARIF lists suppressed findings too. */
  readonly suppressed?: boolean;
}

export const FORMATS: Readonly<Record<string, () => Promise<Formatter>>> = {
  stylish: async () => (await import('./stylish.js')).stylish,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  rdjson: async () => (await import('./rdjson.js')).rdjson,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html/index.js')).html,
  agent: async () => (await import('./agent.js')).agent,
};
