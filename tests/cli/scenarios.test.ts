import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Expected, play, type Scenario } from './scenario.js';

const folder = new URL('../../fixtures/scenarios/', import.meta.url);

for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const scenarios: readonly Scenario[] = parse(readFileSync(new URL(file, folder), 'utf8'));
  describe(file, () => {
    it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
      const { exit, stdout, stderr, written } = await play(scenario);
      verify('stdout', stdout, scenario.stdout);
      // What is not expected on standard error is a complaint that nobody should see.
      verify('stderr', stderr, scenario.stderr ?? { equals: '' });
      for (const [name, expected] of Object.entries(scenario.written ?? {})) verify(name, written[name] ?? '', expected);
      expect(exit, `exit code\n${stdout}\n${stderr}`).toBe(scenario.exit);
    });
  });
}

function verify(what: string, text: string, expected: Expected | undefined): void {
  if (expected?.equals !== undefined) expect(text, what).toBe(expected.equals);
  for (const part of expected?.contains ?? []) expect(text, what).toContain(part);
  for (const part of expected?.excludes ?? []) expect(text, what).not.toContain(part);
}
