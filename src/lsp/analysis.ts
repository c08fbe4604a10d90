/** What the server knows of one version of one document. Made by the same functions as on the command line. */
import { fileURLToPath } from 'node:url';
import type { Range as LspRange, Position } from 'vscode-languageserver';
import type { Span } from '../document/types.js';
import type { ConfigFor, ResolvedConfig } from '../files/config/index.js';
import { LineIndex } from '../files/lines.js';
import type { Finding, FindingConfidence } from '../findings/types.js';
import { type LintResult, lint } from '../lint.js';

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  readonly config: ResolvedConfig;
  readonly result: LintResult;
  /** At or above the configured confidence. */
  readonly findings: readonly Finding[];
  readonly lines: LineIndex;
}

/** Throws ConfigError where the configuration cannot be used. */
export async function analyse(
  text: { uri: string; version: number; languageId: string; source: string },
  configFor: ConfigFor,
): Promise<Analysis> {
  const path = pathOf(text.uri, text.languageId);
  const config = await configFor(path);
  const result = await lint(text.source, { path }, config.set);
  const findings = config.isIgnored(path)
    ? []
    : result.findings.filter((finding) => ORDER[finding.confidence] >= ORDER[config.minConfidence]);
  return { uri: text.uri, version: text.version, config, result, findings, lines: new LineIndex(text.source) };
}

const ORDER: Record<FindingConfidence, number> = { high: 2, medium: 1, low: 0 };
const ENDINGS: Record<string, string> = { markdown: '.md', mdx: '.mdx', html: '.html', plaintext: '.txt' };

/** The file behind a URI; an unsaved document gets the name of its language in the working directory. */
export function pathOf(uri: string, languageId: string): string {
  if (uri.startsWith('file:')) {
    try {
      return fileURLToPath(uri);
    } catch {
      // A URI with a host or an odd encoding: treated as unsaved.
    }
  }
  return `${process.cwd()}/untitled${ENDINGS[languageId] ?? '.md'}`;
}

export function toRange(lines: LineIndex, span: Span): LspRange {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

/** LSP positions count from 0, in UTF-16 units, as JavaScript does. */
export function toPosition(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.position(offset);
  return { line: line - 1, character: column - 1 };
}
