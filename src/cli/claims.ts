import type { Command } from './commands.js';
export const claims: Command = { options: [], help: '', run: async () => 0 };
