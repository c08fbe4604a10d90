/** The server that the extension brings, for the Node of the editor. */
import { serveStdio } from '../../../src/lsp/stdio.js';

serveStdio({ cwd: process.cwd(), today: new Date().toISOString().slice(0, 10) });
