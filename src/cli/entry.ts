/** What `dist/cli.js` does when it is loaded: runs the command line of this process. */

import { tuneEngine } from '../engine.js';
import { COMMANDS } from './commands.js';
import { runProcess } from './process.js';

tuneEngine();
await runProcess(COMMANDS);
