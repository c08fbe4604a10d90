import { type FSWatcher, watch } from 'node:fs';
import type { Terminal } from './terminal.js';

/** Editors save in several steps: this long after the last one the check runs. */
const QUIET_MS = 120;

/**
 * Runs `check` now and after each change in the folders that it resolves to, until `terminal.stop` is aborted (or the process
 * ends). Changes while it runs lead to another run.
 */
export async function watching(check: () => Promise<readonly string[]>, terminal: Terminal): Promise<void> {
  const stop = terminal.stop ?? new AbortController().signal;
  while (!stop.aborted) {
    const folders = await check();
    terminal.err('policylint: waiting for changes (Ctrl+C ends it)\n');
    await nextChange(folders, stop);
  }
}

function nextChange(folders: readonly string[], stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const watchers: FSWatcher[] = [];
    const end = (): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      resolve();
    };
    const changed = (_: string, name: string | null): void => {
      // What is written beside a file before it is renamed, by us or by editors.
      if (name !== null && /(?:\.tmp|~|\.sw[a-z])$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(end, QUIET_MS);
    };
    for (const folder of new Set(folders)) watchers.push(watch(folder, changed).on('error', () => undefined));
    stop.addEventListener('abort', end, { once: true });
    if (stop.aborted) end();
  });
}
