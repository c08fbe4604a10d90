/** The language server: one session over one connection. Reads the text from the editor, never from the disk. */
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ruleUrl } from '../report/links.js';
import { VERSION } from '../version.js';
import { actionsFor, EXPLAIN_COMMAND, FIX_ALL, fixAllEdit } from './actions.js';
import { Analyses, textOf } from './analyses.js';
import type { Analysis, OpenText } from './analysis.js';
import { abilitiesOf, capabilitiesFor } from './capabilities.js';
import { completionsAt } from './completion.js';
import { keysAt } from './config-completion.js';
import { configDiagnostics } from './config-diagnostics.js';
import { diagnosticsOf } from './diagnostics.js';
import { Folders } from './folders.js';
import { hintsIn, lensesOf } from './hints.js';
import { hoverAt } from './hover.js';
import { IS_DATA, IS_TEXT, isConfigFile, TEXTS } from './kinds.js';
import { linksOf } from './links.js';
import { Notices } from './notices.js';
import { stepsFor } from './progress.js';
import { DEFAULTS, type Settings, settingsIn } from './settings.js';
import { claimSymbols, foldingOf, symbolsOf } from './symbols.js';
import { WorkspaceReports } from './workspace.js';

/** Keystrokes closer together than this are answered once. Milliseconds. */
const PAUSE = 120;
/** A change of branch changes many files at once. Milliseconds. */
const SETTLE = 100;

/** Starts to serve; resolves never, the connection's end ends the process. */
export function serve(connection: Connection, options: { cwd: string; today: string }): void {
  new Session(connection, options).listen();
}

class Session {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly analyses: Analyses;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly folders: Folders;
  private readonly notices: Notices;
  private readonly workspace: WorkspaceReports;
  private settings: Settings = DEFAULTS;
  private client = abilitiesOf({});
  /** Between `shutdown` and `exit` nothing is answered. */
  private ended = false;

  constructor(
    private readonly connection: Connection,
    options: { cwd: string; today: string },
  ) {
    this.folders = new Folders(options.cwd);
    this.notices = new Notices(connection);
    this.analyses = new Analyses(this.documents, options, (uri) => this.folders.of(uri));
    this.workspace = new WorkspaceReports({
      folders: () => (this.settings.workspace ? this.folders.paths : []),
      patterns: () => this.settings.documents,
      opened: () => this.documents.all().map(textOf),
      diagnose: async (text, token) => (await this.diagnose(text, token)).items,
      resultId: (source) => this.analyses.resultId(source),
      isWatched: () => this.client.watches,
    });
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    documents.onDidChangeContent(({ document }) => this.changed(document.uri));
    documents.onDidClose(({ document }) => this.closed(document.uri));
    // Clients that watch no files tell at least what is saved in them.
    documents.onDidSave(({ document }) => isConfigFile(document.uri) && this.reconfigureSoon());
    connection.onDidChangeWatchedFiles(({ changes }) => this.watched(changes.map(({ uri }) => uri)));
    connection.onDidChangeConfiguration(({ settings }) => this.configure(settings));
    connection.onHover(({ textDocument: { uri }, position }, token) => this.at(uri, position, hoverAt, null, token));
    connection.onCompletion(({ textDocument: { uri }, position }, token) => {
      const document = this.documents.get(uri);
      if (document && isConfigFile(uri)) return keysAt(document.getText(), document.offsetAt(position), uri);
      return this.at(uri, position, completionsAt, [], token);
    });
    connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
      this.with(uri, (analysis) => actionsFor(analysis, range, context.only, this.client.resolvesEdits), [], token),
    );
    connection.onCodeActionResolve(async (action) => {
      const uri: unknown = action.data;
      if (action.kind !== FIX_ALL || typeof uri !== 'string') return action;
      const edit = await this.with(uri, fixAllEdit, null);
      return edit ? { ...action, edit } : action;
    });
    connection.onDocumentSymbol(({ textDocument: { uri } }, token) => this.with(uri, symbolsOf, [], token));
    connection.onFoldingRanges(({ textDocument: { uri } }, token) => this.with(uri, foldingOf, [], token));
    connection.onDocumentLinks(({ textDocument: { uri } }, token) => this.with(uri, linksOf, [], token));
    connection.onCodeLens(({ textDocument: { uri } }, token) => (this.settings.codeLens ? this.with(uri, lensesOf, [], token) : []));
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
      this.settings.inlayHints ? this.with(uri, (analysis) => hintsIn(analysis, range), [], token) : [],
    );
    connection.onWorkspaceSymbol(async ({ query }) => claimSymbols(await this.all(), query));
    connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => this.pull(uri, previousResultId, token));
    // The library's own handler hides whether the client asked for progress.
    connection.onRequest(WorkspaceDiagnosticRequest.type, (params, token) => this.pullAll(params, token));
    connection.onExecuteCommand(({ command, arguments: given }) => this.execute(command, given));
    connection.onShutdown(() => {
      this.ended = true;
      this.timers.forEach(clearTimeout);
    });
    documents.listen(connection);
    connection.listen();
  }

  private initialize({ capabilities, initializationOptions, workspaceFolders, rootUri }: InitializeParams): InitializeResult {
    this.client = abilitiesOf(capabilities, initializationOptions);
    this.folders.change(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    this.settings = settingsIn({ policylint: initializationOptions }) ?? DEFAULTS;
    return { serverInfo: { name: 'policylint', version: VERSION }, capabilities: capabilitiesFor(this.client) };
  }

  private initialized(): void {
    const { client, workspace } = this.connection;
    if (this.client.configures) void client.register(DidChangeConfigurationNotification.type, { section: 'policylint' }).catch(() => {});
    if (this.client.watches) {
      // Packs and what "extends" names are YAML or JSON of any name.
      const patterns = [
        '**/*.{yaml,yml}',
        '**/policylint*.{json,jsonc,jsonl,js,mjs,ts}',
        '**/package.json',
        '**/.{policylint,git}ignore',
        TEXTS,
      ];
      const watchers = patterns.map((globPattern) => ({ globPattern }));
      void client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
    }
    try {
      workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        this.folders.change(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        this.reconfigureSoon();
      });
    } catch {
      // A client without workspace folders.
    }
  }

  private configure(sent: unknown): void {
    const settings = settingsIn(sent);
    if (!settings) return;
    this.settings = settings;
    this.workspace.changed();
    if (this.client.refreshes.inlayHints) void this.connection.languages.inlayHint.refresh().catch(() => {});
    if (this.client.refreshes.codeLens) void this.connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  }

  /** Files changed on disk: policies, or something that the configuration may be made of. */
  private watched(uris: readonly string[]): void {
    const isOfTexts = uris.length > 0 && uris.every((uri) => IS_TEXT.test(uri));
    if (isOfTexts) this.workspace.changed();
    else this.reconfigureSoon();
  }

  private reconfigureSoon(): void {
    this.schedule('', SETTLE, () => this.reconfigure());
  }

  /** A configuration file changed: everything open is looked at anew. */
  private reconfigure(): void {
    this.notices.forget();
    this.analyses.reconfigure();
    this.workspace.clear();
    if (!this.client.pulls) for (const { uri } of this.documents.all()) this.changed(uri);
    else if (this.client.refreshes.diagnostics) void Promise.resolve(this.connection.languages.diagnostics.refresh()).catch(() => {});
  }

  private changed(uri: string): void {
    if (this.client.pulls) return;
    this.schedule(uri, this.analyses.has(uri) ? PAUSE : 0, () => void this.push(uri));
  }

  private closed(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.analyses.forget(uri);
    if (!this.client.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** The last call for a key counts. */
  private schedule(key: string, delay: number, run: () => void): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(run, delay));
  }

  private async push(uri: string): Promise<void> {
    const document = this.documents.get(uri);
    if (!document) return;
    const { version } = document;
    const { items: diagnostics } = await this.diagnose(textOf(document));
    // Typing went on meanwhile: the next push tells more.
    if (this.documents.get(uri)?.version !== version) return;
    await this.connection.sendDiagnostics({ uri, version, diagnostics }).catch(() => {});
  }

  private async pull(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    this.mustServe();
    const document = this.documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const text = textOf(document);
    if (this.analyses.resultId(text.source) === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
    const { items, source } = await this.diagnose(text, token);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'the text has changed');
    return { kind: DocumentDiagnosticReportKind.Full, resultId: this.analyses.resultId(source), items };
  }

  private pullAll(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    this.mustServe();
    const { partialResultToken: parts, workDoneToken } = params;
    const steps = stepsFor(this.connection, workDoneToken, this.client.showsProgress);
    const send = (part: WorkspaceDiagnosticReport): void =>
      void this.connection.sendProgress(WorkspaceDiagnosticRequest.partialResult, parts ?? '', part);
    return this.workspace.report(params, token, steps, parts === undefined ? undefined : send);
  }

  /**
   * The diagnostics of a text; where it is open, of what it has become meanwhile: `source` is what they hold for.
   * A configuration that cannot be used is shown in the text too: its findings are not known.
   */
  private async diagnose(text: OpenText, token?: CancellationToken): Promise<{ items: Diagnostic[]; source: string }> {
    this.mustServe();
    const { uri, source } = text;
    try {
      if (IS_DATA.test(uri)) return { items: isConfigFile(uri) ? await configDiagnostics(uri, source) : [], source };
      const analysis = this.documents.get(uri) ? await this.analyses.of(uri, token) : await this.analyses.ofText(text);
      return analysis ? { items: diagnosticsOf(analysis), source: analysis.result.document.source } : { items: [], source };
    } catch (error) {
      const top = { line: 0, character: 0 };
      const message = this.notices.complain(error);
      return { items: [{ range: { start: top, end: top }, severity: DiagnosticSeverity.Error, source: 'policylint', message }], source };
    }
  }

  private async with<T, N>(uri: string, make: (analysis: Analysis) => T | Promise<T>, nothing: N, token?: CancellationToken) {
    this.mustServe();
    if (IS_DATA.test(uri)) return nothing;
    try {
      const analysis = await this.analyses.of(uri, token);
      return analysis ? await make(analysis) : nothing;
    } catch (error) {
      this.notices.complain(error);
      return nothing;
    }
  }

  private at<T, N>(
    uri: string,
    position: { line: number; character: number },
    make: (analysis: Analysis, offset: number) => T,
    nothing: N,
    token: CancellationToken,
  ) {
    const document = this.documents.get(uri);
    const [asked, offset] = [document?.version, document?.offsetAt(position) ?? 0];
    // The offset holds for the text that was there when it was asked for.
    return this.with(uri, (analysis) => (analysis.version === asked ? make(analysis, offset) : nothing), nothing, token);
  }

  private async all(): Promise<Analysis[]> {
    const uris = this.documents.keys().filter((uri) => !IS_DATA.test(uri));
    const settled = await Promise.allSettled(uris.map((uri) => this.analyses.of(uri)));
    return settled.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
  }

  private execute(command: string, given: readonly unknown[] | undefined): void {
    const [rule] = given ?? [];
    if (command !== EXPLAIN_COMMAND || typeof rule !== 'string') return;
    this.notices.open(ruleUrl(rule), this.client.showsDocuments);
  }

  private mustServe(): void {
    if (this.ended) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server has been shut down');
  }
}
