/** What is wrong in a configuration file, as diagnostics: all of it at once, while it is written. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { flawsIn } from '../files/config/flaws.js';
import { LineIndex } from '../files/lines.js';
import { HOME } from '../report/links.js';
import { toRange } from './analysis.js';
import { pathOfUri } from './folders.js';

export async function configDiagnostics(uri: string, source: string): Promise<Diagnostic[]> {
  const path = pathOfUri(uri);
  if (path === null || source.trim() === '') return [];
  const lines = new LineIndex(source);
  return (await flawsIn(source, path)).map(({ span, message }) => ({
    range: toRange(lines, span),
    severity: DiagnosticSeverity.Error,
    code: 'configuration',
    codeDescription: { href: `${HOME}/blob/main/docs/configuration.md` },
    source: 'policylint',
    message,
  }));
}
