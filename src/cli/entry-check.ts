/** The command `check` alone, bundled as one script, so that its code can be kept compiled: `dist/chunks/check-*.cjs`. */
import { check } from './check.js';
import { runProcess } from './process.js';

export { endProcess } from './process.js';

export const run = (): Promise<void> => runProcess({ check: async () => check });
