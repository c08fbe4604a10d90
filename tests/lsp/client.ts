/** A client of the language server: the built bundle as a child process, spoken to over its pipes. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

export { installation } from '../installed.js';

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly { code?: string | number; message: string; range: Range; [key: string]: unknown }[];
}
/** What comes under a token: a step of the work, or a part of a workspace's diagnostics. */
export interface Progress {
  readonly kind?: string;
  readonly message?: string;
  readonly percentage?: number;
  readonly items?: readonly { uri: string; resultId?: string }[];
}
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export class Client {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  readonly published: Published[] = [];
  readonly messages: string[] = [];
  readonly registered: string[] = [];
  readonly refreshed: string[] = [];
  /** What came under tokens: progress, parts of answers. */
  readonly progress: { token: string | number; value: Progress }[] = [];
  readonly exit: Promise<number | null>;
  stderr = '';
  private versions = new Map<string, number>();
  private waiting: (() => void)[] = [];

  constructor(bin: string, cwd: string) {
    this.process = spawn(process.execPath, [bin, 'lsp', '--stdio'], { cwd });
    this.exit = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stderr.on('data', (chunk) => {
      this.stderr += String(chunk);
    });
    this.connection = createMessageConnection(new StreamMessageReader(this.process.stdout), new StreamMessageWriter(this.process.stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (sent: Published) => this.note(this.published, sent));
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => this.note(this.messages, message));
    this.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      for (const { method } of registrations) this.note(this.registered, method);
      return null;
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.note(this.refreshed, 'diagnostics');
      return null;
    });
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onUnhandledProgress((sent) => this.note(this.progress, sent));
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = {}, more: object = {}) {
    const result: { capabilities: Record<string, unknown> } = await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
    });
    await this.connection.sendNotification('initialized', {});
    return result.capabilities;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** What came under a token so far. */
  under(token: string): Progress[] {
    return this.progress.filter((sent) => sent.token === token).map(({ value }) => value);
  }

  async open(uri: string, text: string, languageId = 'markdown') {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Without a range: the whole text. */
  async change(uri: string, ...contentChanges: { range?: Range; text: string }[]) {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  /** The diagnostics that are pushed for a version (at least), once they are. */
  async pushed(uri: string, version = this.versions.get(uri) ?? 1, after = 0): Promise<Published> {
    for (;;) {
      const found = this.published.slice(after).findLast((each) => each.uri === uri && (each.version ?? 0) >= version);
      if (found) return found;
      await this.news();
    }
  }

  /** The next thing that the server says by itself. */
  news(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown', null);
    await this.connection.sendNotification('exit');
    return this.exit;
  }

  private note<T>(list: T[], entry: T): void {
    list.push(entry);
    for (const wake of this.waiting.splice(0)) wake();
  }
}

export const codesOf = (diagnostics: readonly { code?: string | number }[]): (string | number | undefined)[] =>
  diagnostics.map(({ code }) => code);
