/** One line on standard error that tells how far a long run is: rate and time left. Silent where nobody looks. */
import type { Terminal } from './terminal.js';

export interface Progress {
  step(done: { documents: number; bytes: number; isResumed: boolean }, finished: number, total: number): void;
  end(): void;
}

export function progressLine(terminal: Terminal, isQuiet: boolean): Progress {
  if (isQuiet || !process.stderr.isTTY) return { step() {}, end() {} };
  const start = Date.now();
  let documents = 0;
  let fresh = 0;
  let shown = 0;
  return {
    step(done, finished, total) {
      documents += done.documents;
      if (!done.isResumed) fresh += done.documents;
      const now = Date.now();
      if (now - shown < 200 && finished < total) return;
      shown = now;
      const rate = (fresh * 1000) / Math.max(1, now - start);
      const left = rate > 0 ? Math.round(((total - finished) * (documents / finished)) / rate) : 0;
      terminal.err(`\r\u001b[K${documents} policies, ${Math.round((100 * finished) / total)} %, ${rate.toFixed(0)}/s, ${left} s left`);
    },
    end() {
      if (shown) terminal.err('\r\u001b[K');
    },
  };
}
