import { readFileSync } from 'node:fs';
import type { Format } from '../document/types.js';
import { decode } from './decode.js';
import type { FileProblem, ProblemId } from './problems.js';
import { PROBLEMS } from './problems.js';

/** A file as text, or why there is none. `problems` may hold warnings beside a text. */
export interface ReadFile {
  /** As given, forward slashes. */
  readonly path: string;
  /** Decoded, without a byte order mark; null where the file is no text or holds none. */
  readonly source: string | null;
  /** Where the text was drawn from another kind of file; otherwise the path and the text tell. */
  readonly format?: Format;
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

/** As `readPolicy`, and draws the text out of PDF and Word documents. Never rejects. */
export async function readAnyPolicy(absolute: string, path: string): Promise<ReadFile> {
  const read = readPolicy(absolute, path);
  return isConvertible(read) ? converted(readFileSync(absolute), path, read) : read;
}

/** As `fromBytes`, and draws the text out of PDF and Word documents. Never rejects. */
export async function fromAnyBytes(bytes: Uint8Array, path: string): Promise<ReadFile> {
  const read = fromBytes(bytes, path);
  return isConvertible(read) ? converted(bytes, path, read) : read;
}

const isConvertible = ({ problems }: ReadFile): boolean => problems.some(({ id }) => id === 'file/unsupported');

async function converted(bytes: Uint8Array, path: string, otherwise: ReadFile): Promise<ReadFile> {
  try {
    const { convert } = await import('./convert.js');
    const found = await convert(bytes);
    if (found === null) return otherwise;
    if (found.source.trim()) return { path, ...found, problems: [] };
    return {
      path,
      source: null,
      problems: [problem('file/empty', path, 'No text can be drawn from the file. Is it a scan? Check the text itself.')],
    };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.{1,3}$/, '');
    const message = `The file is damaged or protected and cannot be read: ${reason}.`;
    return { path, source: null, problems: [problem('file/unsupported', path, message)] };
  }
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
    `The file is ${what}, which is not supported. Convert it first, for instance with ${tool}, and check the text.`,
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
