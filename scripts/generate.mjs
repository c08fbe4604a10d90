// Writes everything in the repository that is made from something else. CI runs it and fails where anything changes.
import { readdirSync } from 'node:fs';

const generators = readdirSync(new URL('.', import.meta.url)).filter((name) => /^generate-[\w-]+\.mjs$/.test(name));
for (const name of generators.sort()) {
  const { generate } = await import(new URL(name, import.meta.url).href);
  await generate();
}
