/** The pairs of texts that `policylint diff` compares: from files, folders and git. */

import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { discover, isOtherDocument } from './discover.js';
import { GitError, resolveCommit } from './git.js';
import { toForwardSlashes } from './repository.js';

/** Null where the version has no such file. */
export interface TextPair {
  /** Of the new version, or of the old one where there is no new one. */
  readonly path: string;
  readonly old: Uint8Array | null;
  readonly fresh: Uint8Array | null;
}

/** Throws GitError, and an Error whose message is for the user where a file cannot be read. */
export async function textPairs(args: readonly string[], cwd: string): Promise<TextPair[]> {
  const range = /^([^:]{0,200}?)\.\.\.?([^:]{0,200})$/.exec(args[0] ?? '');
  if (range && !isThere(args[0] ?? '', cwd)) return gitPairs(range[1] || 'HEAD', range[2] || 'HEAD', args.slice(1), cwd);
  const [old = '', fresh = ''] = args;
  if (isFolder(old, cwd) && isFolder(fresh, cwd)) return folderPairs(old, fresh, cwd);
  const [before, after] = [read(old, cwd), read(fresh, cwd)];
  return [{ path: toForwardSlashes(pathOf(fresh, cwd)), old: before, fresh: after }];
}

async function folderPairs(old: string, fresh: string, cwd: string): Promise<TextPair[]> {
  const list = async (folder: string) => {
    const { files } = await discover([folder], cwd);
    return new Map(files.map(({ absolute }) => [toForwardSlashes(relative(resolve(cwd, folder), absolute)), absolute]));
  };
  const [before, after] = [await list(old), await list(fresh)];
  const bytes = (path: string | undefined): Uint8Array | null => (path === undefined ? null : readFileSync(path));
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((path) => ({
    path: toForwardSlashes(`${fresh}/${path}`).replace(/\/{2,}/g, '/'),
    old: bytes(before.get(path)),
    fresh: bytes(after.get(path)),
  }));
}

function gitPairs(from: string, to: string, paths: readonly string[], cwd: string): TextPair[] {
  const [old, fresh] = [resolveCommit(from, cwd), resolveCommit(to, cwd)];
  const names = git(['diff', '--name-only', '--no-renames', '-z', '--relative', old, fresh, '--', ...paths], cwd).toString('utf8');
  const changed = names.split('\0').filter((name) => /\.(?:md|markdown|mdx|html?|txt|pdf|docx)$/i.test(name) && !isOtherDocument(name));
  // Of what a repository holds only what a name or a person calls a policy is one.
  const wanted = paths.length > 0 ? changed : changed.filter((name) => POLICY_NAME.test(name));
  return wanted.sort().map((path) => ({ path, old: show(old, path, cwd), fresh: show(fresh, path, cwd) }));
}

const POLICY_NAME = /privacy|polic(?:y|ies)\b|cookie|terms|legal|dpa\b|data[-_ ]?protection|datenschutz|sub-?processors?/i;

function read(argument: string, cwd: string): Uint8Array {
  const [, ref, path] = /^([^:]{2,200}):(.{1,1000})$/.exec(argument) ?? [];
  if (ref !== undefined && path !== undefined && !isThere(argument, cwd)) {
    const content = show(resolveCommit(ref, cwd), path, cwd);
    if (content === null) throw new GitError(`"${path}" is not in "${ref}".`);
    return content;
  }
  try {
    return readFileSync(resolve(cwd, argument));
  } catch {
    throw new GitError(`"${argument}" is no file, folder or REF:PATH that can be read.`);
  }
}

/** Relative to `cwd`, as git wants it said. */
function show(commit: string, path: string, cwd: string): Uint8Array | null {
  try {
    return git(['show', `${commit}:./${path.replace(/^\.\//, '')}`], cwd);
  } catch {
    return null;
  }
}

function git(args: readonly string[], cwd: string): Buffer {
  return execFileSync('git', args, { cwd, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 256 * 1024 * 1024 });
}

const pathOf = (argument: string, cwd: string): string => (isThere(argument, cwd) ? argument : argument.slice(argument.indexOf(':') + 1));
const isThere = (path: string, cwd: string): boolean => statSync(resolve(cwd, path), { throwIfNoEntry: false }) !== undefined;
const isFolder = (path: string, cwd: string): boolean => statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
