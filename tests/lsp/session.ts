/** A server for each test of a file, in an empty folder of its own, and what the tests ask of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, installation, type Published } from './client.js';

export const PULLS = { textDocument: { diagnostic: {} } };
export const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
export const POLICY = `# Privacy Policy

By using our site you consent to this policy. Logs are kept for 90 days (Art. 17 GDPR).

## Your rights

You have the right to access your data.
`;

export interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items: Published['diagnostics'];
}

export class Session {
  folder = '';
  private running: Client | undefined;

  get client(): Client {
    if (!this.running) throw new Error('no test runs');
    return this.running;
  }

  start(bin: string): void {
    this.folder = mkdtempSync(join(tmpdir(), 'policylint-lsp-'));
    this.running = new Client(bin, this.folder);
  }

  end(): void {
    this.client.process.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The URI of a file in the folder. */
  at(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  pull(uri: string, previousResultId?: string): Promise<Report> {
    return this.client.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  actions(uri: string, context: object = { diagnostics: [] }): Promise<CodeAction[]> {
    return this.client.request('textDocument/codeAction', { textDocument: { uri }, range: WHOLE, context });
  }
}

/** To be called once at the top of a file. */
export function useSession(): Session {
  const session = new Session();
  let bin = '';
  beforeAll(async () => {
    bin = await installation();
  }, 60_000);
  beforeEach(() => session.start(bin));
  afterEach(() => session.end());
  return session;
}

/** Where words stand in a text. */
export function place(text: string, words: string) {
  return TextDocument.create('', '', 0, text).positionAt(text.indexOf(words));
}
