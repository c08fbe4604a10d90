import { readFileSync } from 'node:fs';
import { decode } from './decode.js';
import type { FileProblem, ProblemId } from './problems.js';
import { PROBLEMS } from './problems.js';

/** A file as text, or why there is none. `problems` may hold warnings beside a text. */
export interface ReadFile {
  /** As given, forward slashes. */
  readonly path: string;
  /** Decoded, without a byte order mark; null where the file is no text or holds none. */
  readonly source: string | null;
  readonly problems: readonly FileProblem[];
}

/** Reads and decodes the file at `absolute`; `path` names it in reports. Never throws. */
export function readPolicy(absolute: string, path: string): ReadFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(absolute);
  } catch (error) {
    return { path, source: null, problems: [problem('file/unreadable', path, `The file cannot be read: ${reason(error)}.`)] };
  }
  return fromBytes(bytes, path);
}

/** Decodes what was read elsewhere (standard input, an editor's buffer). Never throws. */
export function fromBytes(bytes: Uint8Array, path: string): ReadFile {
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') return { path, source: null, problems: [notText(path, decoded.what, decoded.document)] };
  if (!decoded.text.trim())
    return { path, source: null, problems: [problem('file/empty', path, `The file is empty: there is no policy to check.`)] };
  const problems = decoded.doubt
    ? [
        problem(
          'file/encoding',
          path,
          `The text was ${decoded.doubt}. Save the file as UTF-8, so that every reader sees the same characters.`,
        ),
      ]
    : [];
  return { path, source: decoded.text, problems };
}

export function problem(id: ProblemId, path: string, message: string): FileProblem {
  return { id, level: PROBLEMS[id].level, path, message };
}

function notText(path: string, what: string, document: boolean): FileProblem {
  if (!document)
    return problem('file/binary', path, `The file is ${what}, not text. Export the policy as text, Markdown or HTML and check that.`);
  const tool = what.includes('PDF') ? 'pdftotext' : 'pandoc';
  return problem(
    'file/unsupported',
    path,
    `The file is ${what}, which is not supported yet. Convert it first, for instance with ${tool}, and check the text.`,
  );
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  EMFILE: 'too many open files',
};
