import type { Command } from './commands.js';
export const explain: Command = { options: [], help: '', run: async () => 0 };
