import { isAbsolute, join } from 'node:path';

/**
 * The folder in which compiled code may be kept between runs: the user's own cache, never one that users share. Null where there is none,
 * or where Node's setting for its own compiled code (NODE_DISABLE_COMPILE_CACHE=1) says to keep none; NODE_COMPILE_CACHE names another.
 */
export function codeFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string | null {
  if (env['NODE_DISABLE_COMPILE_CACHE']) return null;
  const base = env['NODE_COMPILE_CACHE'] || cacheOf(env, platform);
  return base && isAbsolute(base) ? join(base, 'policylint') : null;
}

function cacheOf(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return env['LOCALAPPDATA'];
  const home = env['HOME'];
  if (platform === 'darwin') return home && join(home, 'Library', 'Caches');
  return env['XDG_CACHE_HOME'] || (home && join(home, '.cache'));
}
