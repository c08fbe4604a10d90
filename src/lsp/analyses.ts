/** The analyses of the open documents: one a version, none of a document that was closed. */
import { createHash } from 'node:crypto';
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PartMemory } from '../document/markdown-parts.js';
import { type ConfigFor, configurations } from '../files/config/index.js';
import { type Analysis, analyse, type OpenText } from './analysis.js';

/** Time that further keystrokes and cancellations get to arrive before work begins. Milliseconds. */
const GRACE = 15;

export class Analyses {
  /** Counts the changes of configuration, so that an answer from before one is not taken for unchanged. */
  private generation = 0;
  private readonly known = new Map<string, { version: number; analysis: Promise<Analysis> }>();
  private readonly memories = new Map<string, PartMemory>();
  private configFor: ConfigFor;

  constructor(
    private readonly documents: { get(uri: string): TextDocument | undefined },
    private readonly options: { readonly cwd: string; readonly today: string },
    private readonly folderOf: (uri: string) => string,
  ) {
    this.configFor = configurations(options);
  }

  /** Of the document as it is now; undefined where it is not open, or nobody waits for it any more. Rejects with ConfigError. */
  async of(uri: string, token?: CancellationToken): Promise<Analysis | undefined> {
    if (this.isStale(uri)) await new Promise((resolve) => setTimeout(resolve, GRACE));
    const document = this.documents.get(uri);
    if (!document || token?.isCancellationRequested) return undefined;
    const known = this.known.get(uri);
    if (known?.version === document.version) return known.analysis;
    const memory = this.memories.get(uri) ?? { trees: new Map() };
    this.memories.set(uri, memory);
    const analysis = analyse(textOf(document), this.configFor, this.folderOf(uri), memory);
    this.known.set(uri, { version: document.version, analysis });
    return analysis;
  }

  /** Of a text that is not open; not kept. Rejects with ConfigError. */
  ofText(text: OpenText): Promise<Analysis> {
    return analyse(text, this.configFor, this.folderOf(text.uri), { trees: new Map() });
  }

  /** Names what is found in a text under the present configuration. */
  resultId(source: string): string {
    return `${this.generation}.${createHash('sha1').update(source).digest('base64url')}`;
  }

  /** Whether it was looked at before, in whatever version. */
  has(uri: string): boolean {
    return this.known.has(uri);
  }

  forget(uri: string): void {
    this.known.delete(uri);
    this.memories.delete(uri);
  }

  reconfigure(): void {
    this.configFor = configurations(this.options);
    this.generation++;
    this.known.clear();
  }

  private isStale(uri: string): boolean {
    const known = this.known.get(uri);
    return known !== undefined && known.version !== this.documents.get(uri)?.version;
  }
}

export function textOf(document: TextDocument): OpenText {
  return { uri: document.uri, version: document.version, languageId: document.languageId, source: document.getText() };
}
