/** Serves over standard input and output. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.js';

/** The connection keeps the process alive and ends it: on `exit`, and when the client goes away. */
export function serveStdio(options: { cwd: string; today: string }): void {
  serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), options);
}
