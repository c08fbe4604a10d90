/** The pipeline over files: what `lint` does for one text, for everything that the arguments name. */
import { discover, type FoundFile } from './files/discover.js';
import type { FileProblem } from './files/problems.js';
import { fromBytes, problem, type ReadFile, readPolicy } from './files/read.js';
import { repositoryPath } from './files/repository.js';
import { lint } from './lint.js';
import { type DocumentView, documentView, failedDocument } from './report/view.js';
import type { RuleSet } from './rules/ruleset.js';

export interface LintedFiles {
  readonly documents: readonly DocumentView[];
  /** Names and patterns that led nowhere. */
  readonly problems: readonly FileProblem[];
  /** Files that a folder holds but that were left out because of their name or format. */
  readonly skipped: readonly string[];
}

/** Lints files, folders and glob patterns, relative to `cwd`. Never rejects because of a file: what is wrong with one is in its document. */
export async function lintFiles(patterns: readonly string[], cwd: string, set: RuleSet): Promise<LintedFiles> {
  const { files, problems, skipped } = await discover(patterns, cwd);
  const documents: DocumentView[] = [];
  for (const file of files) documents.push(await lintFile(file, cwd, set));
  return { documents, problems, skipped };
}

/** Lints bytes that came from elsewhere than a file (standard input); `path` names them and tells their format. */
export async function lintBytes(bytes: Uint8Array, path: string, set: RuleSet): Promise<DocumentView> {
  return lintRead(fromBytes(bytes, path), path, set);
}

function lintFile({ path, absolute }: FoundFile, cwd: string, set: RuleSet): Promise<DocumentView> {
  return lintRead(readPolicy(absolute, path), repositoryPath(absolute, cwd), set);
}

async function lintRead({ path, source, problems }: ReadFile, uri: string, set: RuleSet): Promise<DocumentView> {
  if (source === null) return failedDocument(path, uri, problems);
  try {
    return documentView(await lint(source, { path }, set), uri, problems);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const message = `policylint failed on this file: ${detail}. Please report it: https://github.com/policylint/policylint/issues`;
    return failedDocument(path, uri, [...problems, problem('file/internal-error', path, message)]);
  }
}
