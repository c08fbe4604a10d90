/** What the server knows of one version of one document. Made by the same functions as on the command line. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Range as LspRange, Position } from 'vscode-languageserver';
import type { PartMemory } from '../document/markdown-parts.js';
import type { Span } from '../document/types.js';
import type { ConfigFor, ResolvedConfig } from '../files/config/index.js';
import { isOtherDocument } from '../files/discover.js';
import { ignoreFilter } from '../files/ignored.js';
import { LineIndex } from '../files/lines.js';
import type { Finding, FindingConfidence } from '../findings/types.js';
import { type LintResult, lint } from '../lint.js';
import { withoutBaseline } from './baseline.js';

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  /** Names the document for the configuration and its format; absolute. */
  readonly path: string;
  readonly config: ResolvedConfig;
  readonly result: LintResult;
  /** What the command line would report of the folder. */
  readonly findings: readonly Finding[];
  readonly lines: LineIndex;
}

export interface OpenText {
  readonly uri: string;
  readonly version: number;
  readonly languageId: string;
  readonly source: string;
}

/**
 * `folder`: where unsaved documents are taken to be. `memory`: what was parsed of the version before.
 * Throws ConfigError where the configuration cannot be used.
 */
export async function analyse(text: OpenText, configFor: ConfigFor, folder: string, memory: PartMemory): Promise<Analysis> {
  const { uri, version, languageId, source } = text;
  const path = pathOf(uri, languageId, folder);
  const config = await configFor(path);
  const result = await lint(source, { path, memory }, config.set);
  // A new document has nothing wrong yet.
  const findings =
    source.trim() === '' || (uri.startsWith('file:') && isLeftOut(path, config, folder))
      ? []
      : withoutBaseline(result.findings, path, config.run.baseline).filter(
          ({ confidence }) => ORDER[confidence] >= ORDER[config.minConfidence],
        );
  return { uri, version, path, config, result, findings, lines: new LineIndex(source) };
}

const ORDER: Record<FindingConfidence, number> = { high: 2, medium: 1, low: 0 };
const ENDINGS: Record<string, string> = { markdown: '.md', mdx: '.mdx', html: '.html', plaintext: '.txt' };

/** Editors open everything: READMEs and what the ignore files name are left alone, as in a folder that is checked. */
function isLeftOut(path: string, config: ResolvedConfig, folder: string): boolean {
  return isOtherDocument(path) || config.isIgnored(path) || (path.startsWith(join(folder, '/')) && ignoreFilter(folder)(path));
}

/** The file behind a URI; an unsaved document gets the name of its language in `folder`. */
function pathOf(uri: string, languageId: string, folder: string): string {
  if (uri.startsWith('file:')) {
    try {
      return fileURLToPath(uri);
    } catch {
      // A URI with a host or an odd encoding: treated as unsaved.
    }
  }
  return join(folder, `untitled${ENDINGS[languageId] ?? '.md'}`);
}

export function toRange(lines: LineIndex, span: Span): LspRange {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

/** LSP positions count from 0, in UTF-16 units, as JavaScript does. */
export function toPosition(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.position(offset);
  return { line: line - 1, character: column - 1 };
}
