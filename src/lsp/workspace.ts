/** Diagnostics of all policies in the folders of the workspace, also of those that nobody has open. */
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { discover } from '../files/discover.js';
import { readPolicy } from '../files/read.js';
import type { OpenText } from './analysis.js';
import { pathOfUri } from './folders.js';
import type { Steps } from './progress.js';

/** What the reports need of the session. */
export interface Workspace {
  /** Absolute paths. */
  folders(): readonly string[];
  /** Patterns of which a file must match one, relative to its folder; none: all that a check of the folder takes. */
  patterns(): readonly string[];
  /** The documents that are open, as they are now. */
  opened(): readonly OpenText[];
  diagnose(text: OpenText, token: CancellationToken): Promise<Diagnostic[]>;
  /** Names what is found in a text under the present configuration. */
  resultId(source: string): string;
  /** Whether the client tells of every file that comes and goes. */
  isWatched(): boolean;
}

/** Where no client watches, folders are searched anew after this time. Milliseconds. */
const TRUSTED = 5000;
/** So many reports go out at a time, where the client takes parts of the answer. */
const CHUNK = 20;

/** What is known of a file that is not open, and by what one sees that it is still the same. */
interface Known {
  readonly modified: number;
  readonly size: number;
  readonly resultId: string;
  readonly items: Diagnostic[];
}

export class WorkspaceReports {
  private readonly known = new Map<string, Known>();
  private found: { readonly paths: readonly string[]; readonly at: number } | undefined;

  constructor(private readonly workspace: Workspace) {}

  /** Files came, went or changed. */
  changed(): void {
    this.found = undefined;
  }

  /** What was found holds no longer. */
  clear(): void {
    this.changed();
    this.known.clear();
  }

  /** `send`: takes parts of the answer, which then does not repeat them. */
  async report(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    steps: Steps,
    send: ((part: WorkspaceDiagnosticReport) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    // Clients encode the same path in different ways.
    const previous = new Map(previousResultIds.map(({ uri, value }) => [pathOfUri(uri) ?? uri, { uri, value }]));
    const opened = new Map(this.workspace.opened().map((text) => [pathOfUri(text.uri), text]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    try {
      const paths = await this.paths();
      for (const [index, path] of paths.entries()) {
        // What is typed meanwhile comes first.
        await new Promise((resolve) => setImmediate(resolve));
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        const open = opened.get(path);
        const before = previous.get(path)?.value;
        const begin = () => steps.step(index, paths.length, basename(path));
        const report = open ? await this.ofOpen(open, before, token) : await this.ofFile(path, before, token, begin);
        if (!report) continue;
        items.push(report);
        previous.delete(path);
        if (send && items.length >= CHUNK) send({ items: items.splice(0) });
      }
      // What is gone, empty or left out now has no findings any more.
      for (const [path, { uri }] of previous)
        if (!opened.has(path)) items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
      if (!send || items.length === 0) return { items };
      send({ items });
      return { items: [] };
    } finally {
      steps.end();
    }
  }

  private async ofOpen(text: OpenText, before: string | undefined, token: CancellationToken): Promise<WorkspaceDocumentDiagnosticReport> {
    const { uri, version, source } = text;
    const resultId = this.workspace.resultId(source);
    if (resultId === before) return { uri, version, kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { uri, version, kind: DocumentDiagnosticReportKind.Full, resultId, items: await this.workspace.diagnose(text, token) };
  }

  /** Null where there is no text: deleted meanwhile, empty, not to be read. */
  private async ofFile(
    path: string,
    before: string | undefined,
    token: CancellationToken,
    begin: () => void,
  ): Promise<WorkspaceDocumentDiagnosticReport | null> {
    const state = statSync(path, { throwIfNoEntry: false });
    let known = this.known.get(path);
    const uri = pathToFileURL(path).href;
    if (!state || known?.modified !== state.mtimeMs || known.size !== state.size) {
      this.known.delete(path);
      const { source } = readPolicy(path, path);
      if (!state || source === null) return null;
      begin();
      const resultId = this.workspace.resultId(source);
      const items =
        known?.resultId === resultId ? known.items : await this.workspace.diagnose({ uri, version: 0, languageId: '', source }, token);
      known = { modified: state.mtimeMs, size: state.size, resultId, items };
      this.known.set(path, known);
    }
    const { resultId, items } = known;
    if (resultId === before) return { uri, version: null, kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId, items };
  }

  private async paths(): Promise<readonly string[]> {
    if (this.found && (this.workspace.isWatched() || Date.now() - this.found.at < TRUSTED)) return this.found.paths;
    const paths = new Set<string>();
    for (const folder of this.workspace.folders()) for (const path of await policiesIn(folder, this.workspace.patterns())) paths.add(path);
    this.found = { paths: [...paths].sort(), at: Date.now() };
    return this.found.paths;
  }
}

/** What a check of the folder takes, as far as an editor can show it. */
async function policiesIn(folder: string, patterns: readonly string[]): Promise<string[]> {
  const { files } = await discover(['.'], folder);
  const texts = files.map(({ absolute }) => absolute).filter((path) => !/\.(?:pdf|docx)$/i.test(path));
  if (patterns.length === 0) return texts;
  const { default: glob } = await import('fast-glob');
  const options = { cwd: folder, ignore: ['**/node_modules/**', '**/.git/**'], suppressErrors: true, followSymbolicLinks: false };
  const wanted = new Set(glob.sync([...patterns], options).map((path) => resolve(folder, path)));
  return texts.filter((path) => wanted.has(path));
}
