// Loaded into the server that is measured (node --expose-gc --import): on SIGUSR2 it collects garbage and writes what is left.
import { writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  // Twice: what the first round finalises is free after the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  writeFileSync(process.env.POLICYLINT_MEMORY ?? '', JSON.stringify({ heapUsed, external, rss }));
});
