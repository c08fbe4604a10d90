import { assemble } from './assemble.js';
import { detectFormat } from './format.js';
import { outline } from './outline.js';
import type { RawDocument } from './raw.js';
import { parsePlain } from './text.js';
import type { Format, PolicyDocument } from './types.js';

export interface ParseOptions {
  /** Names the document; its extension tells the format where `format` is not given. */
  readonly path: string;
  readonly format?: Format;
}

/**
 * Parses a policy. Asynchronous because the Markdown and HTML parsers are loaded only when a document needs them; for
 * plain text `parseText` does the same at once. Never throws on any text.
 */
export async function parseDocument(source: string, options: ParseOptions): Promise<PolicyDocument> {
  const format = options.format ?? detectFormat(options.path, source);
  if (format === 'markdown') {
    const { parseMarkdown } = await import('./markdown.js');
    return build(options.path, format, source, parseMarkdown(source));
  }
  if (format === 'html') {
    const { parseHtml } = await import('./html.js');
    return build(options.path, format, source, parseHtml(source));
  }
  return parseText(source, { ...options, format });
}

/** Parses a policy as plain text, whatever its extension says. */
export function parseText(source: string, options: ParseOptions): PolicyDocument {
  return build(options.path, options.format ?? 'text', source, parsePlain(source));
}

function build(path: string, format: Format, source: string, raw: RawDocument): PolicyDocument {
  return assemble(path, format, source, { ...raw, blocks: outline(source, raw.blocks) });
}
