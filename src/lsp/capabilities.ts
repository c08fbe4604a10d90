/** What a client can do, and what the server offers it. */
import { type ClientCapabilities, CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { EXPLAIN_COMMAND, FIX_ALL } from './actions.js';

export interface Abilities {
  /** A client that pulls diagnostics is never pushed to: it would show everything twice. */
  readonly pulls: boolean;
  readonly watches: boolean;
  readonly configures: boolean;
  readonly refreshes: { readonly diagnostics: boolean; readonly inlayHints: boolean; readonly codeLens: boolean };
  /** Whether an action may be offered without its edit. */
  readonly resolvesEdits: boolean;
  readonly showsDocuments: boolean;
  /** Has a place for the progress of work that the server begins by itself. */
  readonly showsProgress: boolean;
  /** Runs the command "explain" itself (the extension for VS Code): two of one name are an error there. */
  readonly explains: boolean;
}

export function abilitiesOf({ workspace, textDocument, window }: ClientCapabilities, options?: unknown): Abilities {
  return {
    pulls: textDocument?.diagnostic !== undefined,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configures: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
    },
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    showsProgress: window?.workDoneProgress === true,
    showsDocuments: window?.showDocument?.support === true,
    explains: typeof options === 'object' && options !== null && Reflect.get(options, 'explains') === true,
  };
}

export function capabilitiesFor({ pulls, explains }: Abilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['-', '/', ' ', '"'] },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    ...(explains ? {} : { executeCommandProvider: { commands: [EXPLAIN_COMMAND] } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pulls ? { diagnosticProvider: { identifier: 'policylint', interFileDependencies: false, workspaceDiagnostics: true } } : {}),
  };
}
