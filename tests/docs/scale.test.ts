/** The examples of docs/scale.md and docs/pipelines.md: YAML that Kubernetes can read, commands that policylint understands. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { COMMANDS } from '../../src/cli/commands.js';
import { ALL_OPTIONS, allowOnly, readArguments } from '../../src/cli/options.js';

const scale = readFileSync('docs/scale.md', 'utf8');
const pipelines = readFileSync('docs/pipelines.md', 'utf8');
const blocks = (language: string): string[] =>
  [...scale.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly completions?: number;
    readonly selector?: { readonly matchLabels: object };
    readonly template: {
      readonly metadata?: { readonly labels: object };
      readonly spec: {
        readonly restartPolicy?: string;
        readonly containers: readonly {
          readonly image: string;
          readonly workingDir: string;
          readonly args: readonly string[];
          readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
        }[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

const documents = blocks('yaml').flatMap((block) => parseAllDocuments(block));
const manifests = documents.map((document) => document.toJS() as Manifest); // held against what is expected below

test('is YAML without errors or warnings', () => {
  expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  expect(manifests.map(({ kind, apiVersion }) => [kind, apiVersion])).toEqual([
    ['Job', 'batch/v1'],
    ['Deployment', 'apps/v1'],
    ['Job', 'batch/v1'],
  ]);
});

describe.each(manifests.map((manifest) => [manifest.metadata.name, manifest] as const))('%s', (_, { kind, spec }) => {
  const { containers, volumes, restartPolicy } = spec.template.spec;

  test('mounts what it declares and works there', () => {
    for (const { volumeMounts, workingDir } of containers) {
      expect(volumeMounts.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name));
      expect(volumeMounts.map(({ mountPath }) => mountPath)).toContain(workingDir);
    }
  });

  test('has what its kind asks for', () => {
    if (kind === 'Job') expect(['Never', 'OnFailure']).toContain(restartPolicy);
    else expect(spec.template.metadata?.labels).toEqual(spec.selector?.matchLabels);
  });

  test('runs a command that policylint understands', async () => {
    for (const { args } of containers) {
      const words = args.length === 1 ? shell(args[0] ?? '', spec.completions ?? 1) : args;
      const read = readArguments(words, Object.keys(COMMANDS));
      const command = await COMMANDS[read.command ?? '']?.();
      expect(command).toBeDefined();
      allowOnly(read, read.command ?? '', command?.options ?? []);
      const shard = read.value('shard');
      if (shard !== undefined) expect(shard).toBe(`${spec.completions}/${spec.completions}`);
    }
  });
});

test.each([
  ['scale', scale],
  ['pipelines', pipelines],
])('%s names options that exist', (_, text) => {
  const known = new Set([...ALL_OPTIONS.map(({ name }) => name), ...OF_PARALLEL]);
  const lines = text.split('\n').filter((line) => /policylint|`--/.test(line) && !/npm install/.test(line));
  const named = [...lines.join('\n').matchAll(/(?<=\s|`)--([a-z][a-z-]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

/** GNU parallel's own. */
const OF_PARALLEL = ['pipe', 'pipe-part', 'block', 'keep-order'];

/** What `sh` makes of the line in the last pod of an indexed job. */
function shell(line: string, completions: number): string[] {
  const index = completions - 1;
  const words = line.replace('$((JOB_COMPLETION_INDEX + 1))', String(index + 1)).replace('$JOB_COMPLETION_INDEX', String(index));
  expect(words).not.toContain('$');
  return words.split(/\s+/).slice(1);
}
