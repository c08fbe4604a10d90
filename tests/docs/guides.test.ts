/** The guides and the files for CI say what is so: settings, options, directives and inputs that exist. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import configSchema from '../../schema/config.schema.json' with { type: 'json' };
import { ALL_OPTIONS } from '../../src/cli/options.js';
import { flawsOf, type Schema } from '../../src/files/config/schema.js';
import { parseDirective } from '../../src/findings/directives.js';

const guides = ['configuration', 'suppressions', 'baseline', 'ci', 'editors', 'languages', 'phrases'].map(
  (name) => [`docs/${name}.md`, readFileSync(`docs/${name}.md`, 'utf8')] as const,
);
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);
const known = new Set(ALL_OPTIONS.map(({ name }) => name));

describe.each(guides)('%s', (_, text) => {
  test('names options that exist', () => {
    const commands = text.split('\n').filter((line) => /policylint/.test(line) && !/docker|npm |git /.test(line));
    const named = [
      ...commands
        .join('\n')
        .replace(/npx --yes/g, 'npx')
        .matchAll(/(?<=\s|`)--([a-z][a-z-]+)/g),
    ].map(([, name = '']) => name);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
  test('shows YAML that can be read', () => {
    for (const block of blocks(text, 'yaml')) expect(() => parse(block) as unknown).not.toThrow();
  });
  test('links to files that exist', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect(() => readFileSync(new URL(target, new URL('../../docs/', import.meta.url)))).not.toThrow();
  });
});

test('the configuration of the guide is valid, and no key is left out', () => {
  const text = readFileSync('docs/configuration.md', 'utf8');
  const example = blocks(text, 'yaml').find((block) => block.startsWith('# policylint.config.yaml')) ?? '';
  expect(flawsOf(parse(example), configSchema as Schema)).toEqual([]);
  for (const key of Object.keys(configSchema.properties)) if (key !== '$schema') expect(text).toContain(`\`${key}\``);
  for (const fact of Object.keys(configSchema.definitions.facts.properties)) expect(text).toContain(`\`${fact}\``);
});

test('the directives of the guide are valid', () => {
  const comments = [...readFileSync('docs/suppressions.md', 'utf8').matchAll(/^<!-- (policylint.*) -->$/gm)].map(([, text = '']) => text);
  expect(comments).toHaveLength(3);
  for (const text of comments) expect(parseDirective({ text, span: { start: 0, end: 0 } })).toHaveProperty('directive');
});

describe('action.yml', () => {
  const action: { inputs: Record<string, unknown>; runs: { steps: { run?: string; env?: Record<string, string> }[] } } = parse(
    readFileSync('action.yml', 'utf8'),
  );
  test('reads inputs from the environment only: nothing of them is run', () => {
    expect(action.runs.steps.length).toBeGreaterThan(2);
    for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
  });
  test('uses inputs and options that exist', () => {
    const text = readFileSync('action.yml', 'utf8');
    for (const [, name = ''] of text.matchAll(/inputs\.([a-z-]+)/g)) expect(Object.keys(action.inputs)).toContain(name);
    const run = action.runs.steps[0]?.run ?? '';
    const named = [...run.replace('npx --yes', 'npx').matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
