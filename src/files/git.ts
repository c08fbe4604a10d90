import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';

/** git cannot say what is asked; the message is for the user. */
export class GitError extends Error {
  override name = 'GitError';
}

/** The commit that a name means, seen from `folder`. Throws GitError: no git, no repository, no such commit. */
export function resolveCommit(ref: string, folder: string): string {
  if (ref.startsWith('-') || ref === '') throw new GitError(`"${ref}" is no git reference.`);
  try {
    return git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], folder)
      .toString('utf8')
      .trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new GitError('git is not installed, or not on the PATH: --since needs it.');
    throw new GitError(
      reasonFor(folder) ?? `git knows no commit "${ref}". In CI, fetch the history: actions/checkout with fetch-depth: 0.`,
    );
  }
}

/** The bytes of a file as of a commit; null where it was not there yet. */
export function fileAt(commit: string, absolute: string): Uint8Array | null {
  try {
    return git(['show', `${commit}:./${basename(absolute)}`], dirname(absolute));
  } catch {
    return null;
  }
}

function git(args: readonly string[], cwd: string): Buffer {
  // No shell: a file name is never read as a command.
  return execFileSync('git', args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C' },
  });
}

/** Why nothing can be asked of git in a folder; null where it can. */
function reasonFor(folder: string): string | null {
  try {
    git(['rev-parse', '--git-dir'], folder);
    return null;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    if (said.includes('dubious ownership'))
      return `git does not read ${folder}: it belongs to another user. In a container of CI: git config --global --add safe.directory "*"`;
    return `${folder} is in no git repository: --since needs one.`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
