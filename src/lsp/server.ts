/** The language server: one session over one connection. Reads the text from the editor, never from the disk. */
import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ConfigFor, configurations } from '../files/config/index.js';
import { VERSION } from '../version.js';
import { actionsFor, EXPLAIN_COMMAND } from './actions.js';
import { type Analysis, analyse } from './analysis.js';
import { completionsAt } from './completion.js';
import { diagnosticsOf } from './diagnostics.js';
import { hintsIn, lensesOf } from './hints.js';
import { hoverAt } from './hover.js';
import { claimSymbols, foldingOf, linksOf, symbolsOf } from './symbols.js';

/** Keystrokes closer together than this are answered once. Milliseconds. */
const PAUSE = 120;

/** Starts to serve; resolves never, the connection's end ends the process. */
export function serve(connection: Connection, options: { cwd: string; today: string }): void {
  const session = new Session(connection, options);
  session.listen();
}

class Session {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly analyses = new Map<string, { version: number; analysis: Promise<Analysis> }>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private configFor: ConfigFor;
  /** A client that pulls is never pushed to: it would show everything twice. */
  private pulls = false;
  private watches = false;
  private asksForRefresh = false;
  /** Counts the changes of configuration, so that an answer from before one is not taken for unchanged. */
  private generation = 0;
  private readonly settings = { inlayHints: false, codeLens: false };

  constructor(
    private readonly connection: Connection,
    private readonly options: { cwd: string; today: string },
  ) {
    this.configFor = this.freshConfig();
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    documents.onDidChangeContent(({ document }) => this.changed(document));
    documents.onDidClose(({ document }) => this.closed(document.uri));
    connection.onDidChangeWatchedFiles(() => this.reconfigure());
    connection.onDidChangeConfiguration(({ settings }) => this.configure(settings));
    connection.onHover(({ textDocument, position }) => this.at(textDocument.uri, position, hoverAt, null));
    connection.onCompletion(({ textDocument, position }) => this.at(textDocument.uri, position, completionsAt, []));
    connection.onCodeAction(({ textDocument, range, context }) =>
      this.with(textDocument.uri, (analysis) => actionsFor(analysis, range, context.only), []),
    );
    connection.onDocumentSymbol(({ textDocument }) => this.with(textDocument.uri, symbolsOf, []));
    connection.onFoldingRanges(({ textDocument }) => this.with(textDocument.uri, foldingOf, []));
    connection.onDocumentLinks(({ textDocument }) => this.with(textDocument.uri, linksOf, []));
    connection.onCodeLens(({ textDocument }) => (this.settings.codeLens ? this.with(textDocument.uri, lensesOf, []) : []));
    connection.languages.inlayHint.on(({ textDocument, range }) =>
      this.settings.inlayHints ? this.with(textDocument.uri, (analysis) => hintsIn(analysis, range), []) : [],
    );
    connection.onWorkspaceSymbol(async ({ query }) => claimSymbols(await this.all(), query));
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
      this.pull(textDocument.uri, previousResultId, token),
    );
    connection.onExecuteCommand(({ command, arguments: given }) => {
      const url: unknown = given?.[1];
      if (command === EXPLAIN_COMMAND && typeof url === 'string')
        void connection.sendRequest('window/showDocument', { uri: url, external: true }).catch(() => {});
    });
    connection.onShutdown(() => this.timers.forEach(clearTimeout));
    documents.listen(connection);
    connection.listen();
  }

  private initialize({ capabilities, initializationOptions }: InitializeParams): InitializeResult {
    this.pulls = capabilities.textDocument?.diagnostic !== undefined;
    this.watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.asksForRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    this.configure({ policylint: initializationOptions });
    return {
      serverInfo: { name: 'policylint', version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['-', '/', ' '] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.policylint`] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        workspaceSymbolProvider: true,
        codeLensProvider: {},
        inlayHintProvider: true,
        executeCommandProvider: { commands: [EXPLAIN_COMMAND] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(this.pulls
          ? { diagnosticProvider: { identifier: 'policylint', interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
      },
    };
  }

  private initialized(): void {
    void this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'policylint' }).catch(() => {});
    if (!this.watches) return;
    const watchers = ['**/policylint.config.*', '**/package.json', '**/.policylintignore'].map((globPattern) => ({ globPattern }));
    void this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  }

  private configure(settings: unknown): void {
    const own: unknown = typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'policylint') : undefined;
    if (typeof own !== 'object' || own === null) return;
    this.settings.inlayHints = Reflect.get(own, 'inlayHints') === true;
    this.settings.codeLens = Reflect.get(own, 'codeLens') === true;
  }

  private freshConfig(): ConfigFor {
    return configurations({ cwd: this.options.cwd, today: this.options.today });
  }

  /** A configuration file changed: everything open is looked at anew. */
  private reconfigure(): void {
    this.configFor = this.freshConfig();
    this.generation++;
    this.analyses.clear();
    if (this.pulls) {
      if (this.asksForRefresh) void this.connection.languages.diagnostics.refresh();
      return;
    }
    for (const document of this.documents.all()) this.changed(document);
  }

  private changed(document: TextDocument): void {
    clearTimeout(this.timers.get(document.uri));
    if (this.pulls) return;
    this.timers.set(
      document.uri,
      setTimeout(() => void this.push(document.uri), this.analyses.has(document.uri) ? PAUSE : 0),
    );
  }

  private closed(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.analyses.delete(uri);
    if (!this.pulls) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private async push(uri: string): Promise<void> {
    const version = this.documents.get(uri)?.version;
    try {
      const analysis = await this.analysis(uri);
      // Typing went on meanwhile: the next push tells more.
      if (!analysis || this.documents.get(uri)?.version !== version) return;
      await this.connection.sendDiagnostics({ uri, version: analysis.version, diagnostics: diagnosticsOf(analysis) });
    } catch (error) {
      this.complain(error);
    }
  }

  private async pull(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    try {
      const analysis = await this.analysis(uri);
      if (token.isCancellationRequested) throw new ResponseError(ErrorCodes.PendingResponseRejected, 'the text has changed');
      const resultId = analysis ? `${this.generation}.${analysis.version}` : undefined;
      if (resultId !== undefined && resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return {
        kind: DocumentDiagnosticReportKind.Full,
        ...(resultId === undefined ? {} : { resultId }),
        items: analysis ? diagnosticsOf(analysis) : [],
      };
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.complain(error);
      return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    }
  }

  /** The analysis of the document as it is now, made once a version. */
  private analysis(uri: string): Promise<Analysis> | undefined {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const known = this.analyses.get(uri);
    if (known?.version === document.version) return known.analysis;
    const analysis = analyse(
      { uri, version: document.version, languageId: document.languageId, source: document.getText() },
      this.configFor,
    );
    this.analyses.set(uri, { version: document.version, analysis });
    return analysis;
  }

  private async with<T>(uri: string, make: (analysis: Analysis) => T, nothing: T): Promise<T> {
    try {
      const analysis = await this.analysis(uri);
      return analysis ? make(analysis) : nothing;
    } catch (error) {
      this.complain(error);
      return nothing;
    }
  }

  private at<T>(
    uri: string,
    position: { line: number; character: number },
    make: (analysis: Analysis, offset: number) => T,
    nothing: T,
  ): Promise<T> {
    const offset = this.documents.get(uri)?.offsetAt(position) ?? 0;
    return this.with(uri, (analysis) => make(analysis, offset), nothing);
  }

  private async all(): Promise<Analysis[]> {
    const settled = await Promise.allSettled(this.documents.all().map(({ uri }) => this.analysis(uri)));
    return settled.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
  }

  /** A configuration that cannot be used, mostly: said once a text, never a crash. */
  private complain(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.connection.console.error(`policylint: ${message}`);
    void this.connection.window.showErrorMessage(`policylint: ${message}`);
  }
}
