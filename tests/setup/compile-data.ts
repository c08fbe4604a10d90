/** Tests read the compiled lexicon and packs: compile them first, so that a test never sees yesterday's data. */
import { execFileSync } from 'node:child_process';

export default function setup(): void {
  execFileSync(process.execPath, ['scripts/compile-data.mjs'], { stdio: 'inherit' });
}
