/** What can be wrong with a file before anything is known of its text. Each is said; none costs the other files. */
import type { Level } from '../findings/types.js';

export type ProblemId =
  | 'file/missing'
  | 'file/unreadable'
  | 'file/binary'
  | 'file/unsupported'
  | 'file/empty'
  | 'file/encoding'
  | 'file/internal-error';

export interface FileProblem {
  readonly id: ProblemId;
  /** `error`: the file could not be linted (exit code 2). `warning`: it could, with a doubt. */
  readonly level: Level;
  /** As given on the command line, forward slashes. */
  readonly path: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** The texts behind the ids, for `explain` and for formats that describe every rule. */
export const PROBLEMS: Readonly<Record<ProblemId, { title: string; level: Level; why: string; how: string }>> = {
  'file/missing': {
    title: 'A file that was named does not exist, or a pattern matches nothing',
    level: 'error',
    why: 'A check that silently covers nothing passes for the wrong reason.',
    how: 'Correct the path. Quote patterns, so that policylint and not the shell expands them.',
  },
  'file/unreadable': {
    title: 'The file cannot be read',
    level: 'error',
    why: 'What cannot be read cannot be checked.',
    how: 'Check the permissions of the file.',
  },
  'file/binary': {
    title: 'The file is not text',
    level: 'error',
    why: 'Images, archives and office files hold no text that could be checked as it stands.',
    how: 'Export the policy as text, Markdown or HTML and check that.',
  },
  'file/unsupported': {
    title: 'The format is not supported, or the file is damaged',
    level: 'error',
    why: 'policylint reads Markdown, HTML, plain text, PDF and Word (.docx).',
    how: 'Save the policy in one of these formats, without a password, and check that.',
  },
  'file/empty': {
    title: 'The file is empty',
    level: 'error',
    why: 'An empty policy informs nobody; more often the file was cut off or not generated.',
    how: 'Restore the text, or leave the file out.',
  },
  'file/encoding': {
    title: 'The text is not UTF-8',
    level: 'warning',
    why: 'Without a declared encoding every reader has to guess, and some characters come out wrong.',
    how: 'Save the file as UTF-8.',
  },
  'file/internal-error': {
    title: 'policylint failed on this file',
    level: 'error',
    why: 'A defect in policylint. The other files were checked; this one was not.',
    how: 'Please report it with the text that causes it: https://github.com/policylint/policylint/issues',
  },
};
