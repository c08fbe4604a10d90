import { assemble } from './assemble.js';
import { detectFormat, hasMarkdown } from './format.js';
import { isHostile } from './hostile.js';
import type { PartMemory } from './markdown-parts.js';
import { outline } from './outline.js';
import type { RawDocument } from './raw.js';
import { parsePlain } from './text.js';
import type { Format, PolicyDocument } from './types.js';

export interface ParseOptions {
  /** Names the document; its extension tells the format where `format` is not given. */
  readonly path: string;
  readonly format?: Format;
  /** What is known of an earlier version of the text, for texts that are parsed with every keystroke. */
  readonly memory?: PartMemory;
}

/**
 * Parses a policy. Asynchronous because the Markdown and HTML parsers are loaded only when a document needs them; for
 * plain text `parseText` does the same at once. Never throws on any text.
 */
export async function parseDocument(source: string, options: ParseOptions): Promise<PolicyDocument> {
  const format = options.format ?? detectFormat(options.path, source);
  return build(source, format, options, await read(source, format, options.memory));
}

/** Parses a policy as plain text, whatever its extension says. */
export function parseText(source: string, options: ParseOptions): PolicyDocument {
  return build(source, options.format ?? 'text', options, parsePlain(source));
}

async function read(source: string, format: Format, memory: PartMemory | undefined): Promise<RawDocument> {
  // Word files and PDFs come as the HTML or the text that a converter made of them.
  if (format === 'html' || ((format === 'docx' || format === 'pdf') && /^\s{0,100}</.test(source))) {
    const { parseHtml } = await import('./html.js');
    return parseHtml(source);
  }
  // Without a mark Markdown reads as plain text does, and the parser need not be loaded.
  if (format === 'markdown' && hasMarkdown(source) && !isHostile(source)) {
    const { parseMarkdown } = await import('./markdown.js');
    try {
      return parseMarkdown(source, memory);
    } catch (error) {
      // Nesting that `isHostile` did not foresee and that is too deep for the stack.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return parsePlain(source);
}

function build(source: string, format: Format, { path }: ParseOptions, raw: RawDocument): PolicyDocument {
  return assemble(path, format, source, { ...raw, blocks: outline(source, raw.blocks) });
}
