/** The client: starts the server that is bundled with it, shows its state, opens the pages of the rules. */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, State, TransportKind } from 'vscode-languageclient/node';

const RULE_PAGES = 'https://github.com/policylint/policylint/blob/main/docs/rules';
const LANGUAGES = ['markdown', 'mdx', 'html', 'plaintext'];
const FIRST_CONFIG = '# See https://github.com/policylint/policylint/blob/main/docs/configuration.md\npreset: recommended\n';

let client: LanguageClient | undefined;
let status: StatusBarItem;
/** One change of the state after the other. */
let work: Promise<void> = Promise.resolve();

export async function activate(context: ExtensionContext): Promise<void> {
  status = window.createStatusBarItem('policylint', StatusBarAlignment.Right, 0);
  status.name = 'policylint';
  status.command = 'policylint.showOutput';
  const register = (name: string, run: (...given: unknown[]) => unknown): Disposable => commands.registerCommand(`policylint.${name}`, run);
  context.subscriptions.push(
    status,
    register('explain', explain),
    register('fixAll', () => commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.policylint', apply: 'first' })),
    register('restart', () => restart(context)),
    register('showOutput', () => client?.outputChannel.show()),
    register('createConfig', createConfig),
    languages.onDidChangeDiagnostics(showStatus),
    window.onDidChangeActiveTextEditor(showStatus),
    workspace.onDidChangeConfiguration((change) => {
      const decisive = ['enable', 'documents', 'untitled', 'serverPath'];
      if (decisive.some((name) => change.affectsConfiguration(`policylint.${name}`))) void restart(context);
    }),
  );
  await restart(context);
}

export async function deactivate(): Promise<void> {
  await work;
  await client?.stop();
}

function restart(context: ExtensionContext): Promise<void> {
  work = work.then(async () => {
    await client?.stop().catch(() => undefined);
    client = undefined;
    if (settings().get<boolean>('enable', true)) {
      client = new LanguageClient('policylint', 'policylint', serverOptions(context), clientOptions());
      context.subscriptions.push(client.onDidChangeState(showStatus));
      await client.start().catch((error: unknown) => window.showErrorMessage(`policylint: ${String(error)}`));
    }
    showStatus();
  });
  return work;
}

const settings = () => workspace.getConfiguration('policylint');

function serverOptions(context: ExtensionContext): ServerOptions {
  const other = settings().get<string>('serverPath', '');
  return other === ''
    ? { module: context.asAbsolutePath('dist/server.mjs'), transport: TransportKind.stdio }
    : { module: other, args: ['lsp'], transport: TransportKind.stdio };
}

function clientOptions(): LanguageClientOptions {
  const patterns = settings().get<string[]>('documents', []);
  const documentSelector = LANGUAGES.flatMap((language) => [
    ...patterns.map((pattern) => ({ scheme: 'file', language, pattern })),
    ...(settings().get<boolean>('untitled', false) ? [{ scheme: 'untitled', language, pattern: '**' }] : []),
  ]);
  // The editor's patterns know no braces within braces.
  const configuration = ['**/policylint.config.{yaml,yml,json,jsonc}', '**/package.json'].map((pattern) => ({ scheme: 'file', pattern }));
  return {
    documentSelector: [...documentSelector, ...configuration],
    initializationOptions: {
      inlayHints: settings().get('inlayHints'),
      codeLens: settings().get('codeLens'),
      workspace: settings().get('workspace'),
      documents: patterns,
      explains: true,
    },
    // Sent when they change.
    synchronize: { configurationSection: 'policylint' },
  };
}

/** Without a rule: of one of the findings in the text. */
async function explain(...given: unknown[]): Promise<void> {
  const [first] = given;
  const rule = typeof first === 'string' ? first : await window.showQuickPick(rulesFound(), { placeHolder: 'Which rule?' });
  if (rule !== undefined) await env.openExternal(Uri.parse(`${RULE_PAGES}/${rule}.md`));
}

function found(): string[] {
  const document = window.activeTextEditor?.document;
  const own = document ? languages.getDiagnostics(document.uri).filter(({ source }) => source === 'policylint') : [];
  return own.map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

const rulesFound = (): string[] => [...new Set(found())].sort();

function showStatus(): void {
  const count = found().length;
  const isStopped = client?.state !== State.Running;
  status.text = isStopped ? '$(circle-slash) policylint' : `$(law) ${count}`;
  status.tooltip = isStopped ? 'policylint does not run' : `policylint: ${count} ${count === 1 ? 'finding' : 'findings'} in this document`;
  const language = window.activeTextEditor?.document.languageId;
  if (language !== undefined && LANGUAGES.includes(language)) status.show();
  else status.hide();
}

async function createConfig(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) {
    await window.showInformationMessage('policylint: open a folder first; the configuration belongs to one.');
    return;
  }
  const file = Uri.joinPath(folder.uri, 'policylint.config.yaml');
  const exists = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (!exists) await workspace.fs.writeFile(file, new TextEncoder().encode(FIRST_CONFIG));
  await window.showTextDocument(file);
}
