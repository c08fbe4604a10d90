/** The editor shows what the command line prints. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configurations } from '../../src/files/config/index.js';
import { lintFiles } from '../../src/lint-files.js';
import { POLICY, PULLS, useSession } from './session.js';

const session = useSession();

test('editor and command line find the same in every fixture', async () => {
  const files: [string, string][] = readdirSync('fixtures/seeds').map((name) => [name, readFileSync(join('fixtures/seeds', name), 'utf8')]);
  files.push(['example.md', readFileSync('fixtures/example/PRIVACY.md', 'utf8')]);
  for (const name of readdirSync('fixtures/scenarios')) {
    const scenarios: { name: string; files?: Record<string, unknown> }[] = parse(readFileSync(join('fixtures/scenarios', name), 'utf8'));
    scenarios.forEach((scenario, index) => {
      for (const [path, text] of Object.entries(scenario.files ?? {}))
        if (/\.(?:md|mdx|html|txt)$/.test(path) && typeof text === 'string' && text.trim() !== '')
          files.push([`${name}-${index}/${path.replace(/^(?:\.\.?\/)+/, '')}`, text]);
    });
  }
  for (const [name, text] of files) {
    mkdirSync(join(session.folder, name, '..'), { recursive: true });
    writeFileSync(join(session.folder, name), text);
  }
  const today = new Date().toISOString().slice(0, 10);
  const configFor = configurations({ cwd: session.folder, today });
  const { documents } = await lintFiles(['.'], session.folder, configFor);
  await session.client.initialize(PULLS, { rootUri: pathToFileURL(session.folder).href });
  for (const { path, source, findings } of documents) {
    if (source.trim() === '') continue;
    await session.client.open(session.at(path), source);
    const { items } = await session.pull(session.at(path));
    const { minConfidence } = await configFor(join(session.folder, path));
    const shown = findings.filter(({ confidence }) => minConfidence === 'low' || confidence === 'high' || confidence === minConfidence);
    const expected = shown.map(({ ruleId, message, focus }) => `${focus.startLine}:${focus.startColumn} ${ruleId} ${message}`).sort();
    const seen = items.map(({ code, message, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code} ${message}`).sort();
    expect(seen, path).toEqual(expected);
  }
  expect(documents.length).toBeGreaterThan(8);
});

test('also under configurations, overrides, comments that silence, a baseline and ignore files', async () => {
  const files: Record<string, string> = {
    'policylint.config.yaml':
      'preset: strict\nminConfidence: low\nignore: [old/]\nrules:\n  gdpr/legal-basis: off\n  clarity/*: note\noverrides:\n  - files: "de/**"\n    regimes: [gdpr, eprivacy]\n    rules: {gdpr/right-erasure: off}\n',
    'plain.md': POLICY,
    'de/policy.html': '<h1>Privacy Policy</h1>\n<p>We sell your personal data to advertisers. We may share it with partners.</p>\n',
    'silenced.md': `${POLICY}\n<!-- policylint-ignore-file gdpr/complaint -- agreed with counsel -->\n<!-- policylint-ignore-next gdpr/no-such-rule -- typo -->\n\nWe keep it.\n`,
    'old/policy.md': POLICY,
    'drafts/policy.md': POLICY,
    '.policylintignore': 'drafts/\n',
    'own/policylint.config.json': '{ "preset": "ci-minimal", /* few rules */ "facts": { "controller": "Example Ltd" }, }',
    'own/policy.txt': 'Privacy Policy\n\nWe sell your data. We never sell your data.\n',
    'pkg/package.json': '{ "policylint": { "regimes": ["ccpa"] } }',
    'pkg/policy.md': POLICY,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(session.folder, name, '..'), { recursive: true });
    writeFileSync(join(session.folder, name), text);
  }
  const configFor = configurations({ cwd: session.folder, today: new Date().toISOString().slice(0, 10) });
  const { documents } = await lintFiles(['.'], session.folder, configFor);
  expect(documents.map(({ path }) => path)).toEqual(['de/policy.html', 'own/policy.txt', 'pkg/policy.md', 'plain.md', 'silenced.md']);
  await session.client.initialize(PULLS, { rootUri: pathToFileURL(session.folder).href });
  for (const [name, text] of Object.entries(files)) {
    if (!/\.(?:md|html|txt)$/.test(name)) continue;
    await session.client.open(session.at(name), text);
    const { items } = await session.pull(session.at(name));
    const { minConfidence } = await configFor(join(session.folder, name));
    const found = documents.find(({ path }) => path === name)?.findings ?? [];
    const shown = found.filter(({ confidence }) => ORDER.indexOf(confidence) >= ORDER.indexOf(minConfidence));
    expect(items.map(({ code, severity }) => [code, severity]).sort(), name).toEqual(
      shown.map(({ ruleId, level }) => [ruleId, ['error', 'warning', 'note'].indexOf(level) + 1]).sort(),
    );
  }
});

const ORDER: readonly string[] = ['low', 'medium', 'high'];
