/** The extension as it is shipped: unpacked, its lists complete, its server started. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client, codesOf, type Published } from './client.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = readFileSync(join(root, 'editors/vscode/src/extension.ts'), 'utf8');
let folder = '';
let files: Record<string, Uint8Array> = {};
const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
beforeAll(async () => {
  const { writeVsix }: { writeVsix: (file: string) => Promise<void> } = await import(
    new URL('../../scripts/vsix.mjs', import.meta.url).href
  );
  folder = mkdtempSync(join(root, 'build', 'unpacked-'));
  await writeVsix(join(folder, 'policylint.vsix'));
  files = unzipSync(readFileSync(join(folder, 'policylint.vsix')));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every file has a type, every asset is there', () => {
  const types = new Set([...text('[Content_Types].xml').matchAll(/Extension="([^"]+)"/g)].map(([, ending]) => ending));
  for (const name of Object.keys(files)) if (!name.startsWith('[')) expect(types).toContain(/\.\w+$/.exec(name)?.[0]);
  const manifest = text('extension.vsixmanifest');
  const paths = [...manifest.matchAll(/(?:Path="|<Icon>|<License>)([^"<]+)/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) expect(Object.keys(files)).toContain(path);
  expect(files['extension/icon.png']?.subarray(0, 8)).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
});

describe('package.json', () => {
  interface About {
    version: string;
    main: string;
    contributes: {
      commands: { command: string }[];
      configuration: { properties: Record<string, { default?: unknown; description?: string; markdownDescription?: string }> };
      walkthroughs: { steps: { media: { markdown: string }; description: string }[] }[];
    };
  }
  const about: About = JSON.parse(readFileSync(join(root, 'editors/vscode/package.json'), 'utf8'));
  const commands = about.contributes.commands.map(({ command }) => command);
  const settings = Object.entries(about.contributes.configuration.properties);

  test('has the version of the product', () => {
    expect(about.version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  });
  test('promises the commands that are registered', () => {
    const registered = [...source.matchAll(/\bregister\('(\w+)'/g)].map(([, name]) => `policylint.${name}`);
    expect(registered.sort()).toEqual([...commands].sort());
    const called = about.contributes.walkthroughs
      .flatMap(({ steps }) => steps)
      .flatMap(({ description }) => [...description.matchAll(/command:(policylint\.\w+)/g)]);
    for (const [, name = ''] of called) expect(commands).toContain(name);
  });
  test('describes every setting that is read, with its default', () => {
    const read = [...source.matchAll(/settings\(\)\.get(?:<[^>]+>)?\('(\w+)'/g)].map(([, name]) => `policylint.${name}`);
    expect(read.length).toBeGreaterThan(4);
    for (const name of read) expect(settings.map(([key]) => key)).toContain(name);
    for (const [, { default: value, description, markdownDescription }] of settings) {
      expect(value).toBeDefined();
      expect(description ?? markdownDescription).toMatch(/\.$/);
    }
  });
  test('names files that are packed', () => {
    const named = [about.main];
    for (const { steps } of about.contributes.walkthroughs) named.push(...steps.map(({ media }) => media.markdown));
    for (const name of named) expect(Object.keys(files)).toContain(`extension/${name.replace('./', '')}`);
  });
});

test('the client loads with nothing but what the editor gives', () => {
  const script = `
    const Module = require('node:module');
    const load = Module._load;
    const stub = new Proxy(class {}, { get: (target, name) => (name === 'prototype' ? target.prototype : name === Symbol.toPrimitive ? () => 0 : stub), apply: () => stub });
    Module._load = (name, ...rest) => (name === 'vscode' ? stub : load(name, ...rest));
    console.log(Object.keys(require(process.argv[1])).sort().join());
  `;
  const printed = execFileSync(process.execPath, ['-e', script, join(folder, 'extension/dist/extension.js')], {
    cwd: '/',
    encoding: 'utf8',
  });
  expect(printed.trim()).toBe('activate,deactivate');
});

test('its server finds what the command line finds', async () => {
  const client = new Client(join(folder, 'extension/dist/server.mjs'), folder);
  await client.initialize({ textDocument: { diagnostic: {} } });
  await client.open('untitled:p', '# Privacy Policy\n\nWe sell your data to anyone.\n');
  const { items } = await client.request<{ items: Published['diagnostics'] }>('textDocument/diagnostic', {
    textDocument: { uri: 'untitled:p' },
  });
  expect(codesOf(items)).toContain('gdpr/legal-basis');
  expect(await client.stop()).toBe(0);
});
