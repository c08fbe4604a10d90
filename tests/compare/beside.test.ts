import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBeside, labelIn, packagesIn } from '../../src/compare/beside.js';
import { concept } from '../../src/data/ontology.js';
import { vendorOfPackage } from '../../src/data/registry.js';
import { builtInRules } from '../../src/data/rules.js';
import { installation } from '../installed.js';

const names = (path: string, content: string): string[] => packagesIn({ path, content }).map(({ from, name }) => `${from} ${name}`);

test.each([
  ['package.json', '{"dependencies":{"a":"1"},"optionalDependencies":{"b":"1"},"devDependencies":{"c":"1"}}', ['npm a', 'npm b']],
  ['package.json', '{"dependencies":', []],
  ['package.json', '[1]', []],
  ['requirements.txt', '# c\n-r base.txt\nSentry_SDK[x]>=2 ; python_version>"3"\n  stripe==1\n', ['pypi sentry-sdk', 'pypi stripe']],
  [
    'pyproject.toml',
    '[project]\nname = "x"\ndependencies = [\n  "uvicorn[standard]>=1",\n  "stripe",\n]\nclassifiers = ["no"]\n[tool.poetry.dependencies]\npython = "^3"\nposthog = "1"\n[tool.other]\nz = "1"',
    ['pypi uvicorn', 'pypi stripe', 'pypi posthog'],
  ],
  ['ios/Podfile', "# pod 'No'\n  pod 'Firebase/Analytics', '~> 1'\n pod \"Sentry\"", ['pod Firebase', 'pod Sentry']],
  [
    'app/build.gradle.kts',
    'implementation("com.a:b:1")\n  api platform("com.c:d:1")\n  testImplementation("com.e:f:1")\n// implementation("com.g:h:1")',
    ['maven com.a:b', 'maven com.c:d'],
  ],
  ['Gemfile', "gem 'stripe', '~> 5'\n# gem 'no'", ['gem stripe']],
  ['README.md', 'gem "stripe"', []],
])('%s: %j', (path, content, expected) => {
  expect(names(path, content)).toEqual(expected);
});

test('whatever a file holds, it is read in time and without an error', () => {
  const paths = ['package.json', 'requirements.txt', 'pyproject.toml', 'Podfile', 'build.gradle', 'Gemfile', 'a.xcprivacy', 'a.csv'];
  const hostile = ['<key>', '<!--', '"', ' '.repeat(50_000), '[', 'dependencies = [', 'PSL_', ',', '<plist', 'Question ID', '\n'];
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 30 }),
      (path, parts) => {
        const file = { path, content: parts.join('') };
        expect(isBeside(path)).toBe(true);
        expect(Array.isArray(packagesIn(file))).toBe(true);
        expect(labelIn(file) === null || typeof labelIn(file) === 'object').toBe(true);
      },
    ),
  );
});

test('a label names data that there are, and the registry knows its packages', () => {
  const options = builtInRules.find(({ id }) => id === 'folder/store-label')?.check.compare?.options ?? {};
  const types = Object.entries(Object(Reflect.get(options, 'types')));
  expect(types.length).toBeGreaterThan(50);
  for (const [, id] of types) expect(concept('data', String(id))?.id).toBe(id);
  expect(vendorOfPackage('npm', '@sentry/node')?.vendor).toMatch(/Sentry/);
  expect(vendorOfPackage('maven', 'com.google.firebase:firebase-bom')?.vendor).toBe('Google');
  expect(vendorOfPackage('npm', 'lodash')).toBeUndefined();
});

describe('in a folder', () => {
  let folder = '';
  let bin = '';
  beforeAll(async () => {
    bin = await installation();
    folder = mkdtempSync(join(tmpdir(), 'policylint-beside-'));
    mkdirSync(join(folder, 'app'));
    writeFileSync(
      join(folder, 'app', 'privacy.md'),
      '# Privacy Policy\n\nWrite to privacy@acme.example. We keep server logs for 30 days.\n',
    );
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('check and audit hold one policy against its package.json; another package.json is noticed', () => {
    const check = (...args: string[]): string =>
      execFileSync(process.execPath, [bin, 'check', '--no-config', '--exit-zero', '-f', 'json', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    const found = (): string => {
      const args = [bin, 'audit', 'app', '--out', 'out', '--no-config', '--workers', '0', '--today', '2026-11-21'];
      execFileSync(process.execPath, args, { cwd: folder });
      return readFileSync(join(folder, 'out', 'findings.csv'), 'utf8');
    };
    expect(found()).not.toContain('folder/dependency-vendor-missing');
    writeFileSync(join(folder, 'app', 'package.json'), '{"dependencies":{"posthog-js":"1"}}');
    expect(found()).toContain('folder/dependency-vendor-missing');
    expect(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8')).toContain('app/package.json');
    expect(check('app')).toContain('app/package.json has the package');
    expect(check('app/privacy.md')).toContain('folder/dependency-vendor-missing');
    expect(
      execFileSync(process.execPath, [bin, 'check', '--no-config', '--exit-zero', '-'], {
        cwd: join(folder, 'app'),
        input: '# Privacy Policy\n\nWe keep server logs for 30 days.\n',
        encoding: 'utf8',
      }),
    ).not.toContain('posthog');
    writeFileSync(join(folder, 'app', 'package.json'), '{"dependencies":{}}');
    expect(found()).not.toContain('folder/dependency-vendor-missing');
  }, 120_000);
});
