import { type FSWatcher, watch } from 'node:fs';
import type { Terminal } from './terminal.js';

/** Editors save in several steps: this long after the last one the check runs. */
const QUIET_MS = 120;

/**
 * Runs `check` now and after each change in the folders that it resolved to, until `terminal.stop` is aborted (or the process
 * ends). A change while it runs leads to another run.
 */
export async function watching(check: () => Promise<readonly string[]>, terminal: Terminal): Promise<void> {
  const stop = terminal.stop ?? new AbortController().signal;
  const watchers = new Map<string, FSWatcher>();
  let isChanged = false;
  let wake = (): void => undefined;
  const changed = (_: string, name: string | null): void => {
    // What is written beside a file before it is renamed, by us or by editors.
    if (name !== null && /(?:\.tmp|~|\.sw[a-z])$/.test(name)) return;
    isChanged = true;
    wake();
  };
  stop.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!stop.aborted) {
      isChanged = false;
      const folders = await check();
      for (const folder of folders)
        if (!watchers.has(folder))
          watchers.set(
            folder,
            watch(folder, changed).on('error', () => undefined),
          );
      terminal.err('policylint: waiting for changes (Ctrl+C ends it)\n');
      while (!isChanged && !stop.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      await quiet(
        () => isChanged && !stop.aborted,
        () => {
          isChanged = false;
        },
      );
    }
  } finally {
    for (const watcher of watchers.values()) watcher.close();
  }
}

/** Waits until nothing has changed for a while. */
async function quiet(hasChanged: () => boolean, reset: () => void): Promise<void> {
  while (hasChanged()) {
    reset();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}
