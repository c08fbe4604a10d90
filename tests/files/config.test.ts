import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type CommandLine, configurations } from '../../src/files/config/index.js';
import { withoutComments } from '../../src/files/config/read.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function repository(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'policylint-config-'));
  folders.push(root);
  for (const [name, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

async function configured(files: Record<string, string>, path: string, command: CommandLine = {}) {
  const root = repository(files);
  return configurations({ cwd: root, command })(join(root, path));
}

const failure = async (files: Record<string, string>, path = 'PRIVACY.md'): Promise<string> => {
  try {
    await configured(files, path);
    return 'no error';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
};

describe('which configuration holds', () => {
  test('none: the recommended preset', async () => {
    const { file, set, minConfidence } = await configured({}, 'PRIVACY.md');
    expect([file, set.preset, set.regimes, minConfidence]).toEqual([null, 'recommended', 'auto', 'medium']);
  });
  test.each([
    ['policylint.config.yaml', 'preset: strict\n'],
    ['policylint.config.yml', 'preset: strict\n'],
    ['policylint.config.json', '{"preset": "strict"}'],
    ['policylint.config.jsonc', '{\n  // ours\n  "preset": "strict", /* "x": 1 */\n}'],
    ['policylint.config.js', 'export default { preset: "strict" };'],
    ['policylint.config.mjs', 'export default { preset: "strict" };'],
    ['package.json', '{"name": "x", "type": "module", "policylint": {"preset": "strict"}}'],
  ])('%s', async (name, text) => {
    const { file, set } = await configured({ 'package.json': '{"type": "module"}', [name]: text }, 'docs/PRIVACY.md');
    expect([file?.endsWith(name), set.preset]).toEqual([true, 'strict']);
  });
  test('the nearest to the file, not to the working directory', async () => {
    const files = { 'policylint.config.yaml': 'preset: strict', 'app/policylint.config.yaml': 'preset: auditor', 'package.json': '{}' };
    expect((await configured(files, 'app/legal/PRIVACY.md')).set.preset).toBe('auditor');
    expect((await configured(files, 'web/PRIVACY.md')).set.preset).toBe('strict');
  });
  test('nothing from above the repository', async () => {
    const files = { 'policylint.config.yaml': 'preset: strict', 'inner/.git/HEAD': '' };
    expect((await configured(files, 'inner/PRIVACY.md')).set.preset).toBe('recommended');
  });
  test('two in one folder are an error', async () => {
    expect(await failure({ 'policylint.config.yaml': '', 'policylint.config.json': '{}' })).toMatch(
      /policylint\.config\.yaml and policylint\.config\.json/,
    );
  });
});

describe('what builds on what', () => {
  test('presets, files and packages, later ones over earlier ones, the file over all', async () => {
    const { set, origins } = await configured(
      {
        'policylint.config.yaml':
          'extends: [strict, ./team/base.yaml, "@acme/policies"]\nrules: {gdpr/dpo-contact: note}\nfacts: {controller: Example Ltd}\n',
        'team/base.yaml': 'rules: {gdpr/dpo-contact: error, gdpr/complaint: note}\nfacts: {controller: Team Ltd, establishment: DE}\n',
        'node_modules/@acme/policies/policylint.config.json': '{"rules": {"gdpr/complaint": "off"}}',
      },
      'PRIVACY.md',
    );
    const severity = (id: string) => set.rules.find((rule) => rule.id === id)?.severity;
    expect([set.preset, severity('gdpr/dpo-contact'), severity('gdpr/complaint')]).toEqual(['strict', 'note', undefined]);
    expect(set.facts).toEqual({ controller: 'Example Ltd', establishment: 'DE' });
    expect(origins.find(({ key }) => key === 'facts.establishment')?.from).toBe('team/base.yaml');
  });
  test('overrides by pattern', async () => {
    const files = {
      'policylint.config.yaml':
        'rules: {gdpr/complaint: note}\noverrides:\n  - files: "legal/**/*.txt"\n    rules: {gdpr/complaint: error}\n    regimes: [uk]\n',
    };
    const there = await configured(files, 'legal/en/privacy.txt');
    const elsewhere = await configured(files, 'privacy.txt');
    expect(there.set.rules.find(({ id }) => id === 'gdpr/complaint')?.severity).toBe('error');
    expect(there.set.regimes).toEqual(['uk']);
    expect(elsewhere.set.rules.find(({ id }) => id === 'gdpr/complaint')?.severity).toBe('note');
    expect(elsewhere.set.regimes).toBe('auto');
  });
  test('the command line over all', async () => {
    const { set, minConfidence } = await configured({ 'policylint.config.yaml': 'preset: strict\nminConfidence: low' }, 'x.md', {
      preset: 'auditor',
      minConfidence: 'high',
    });
    expect([set.preset, minConfidence]).toEqual(['auditor', 'high']);
  });
  test('ignore', async () => {
    const root = repository({ 'policylint.config.yaml': 'ignore: [drafts/, "*.old.md"]' });
    const { isIgnored } = await configurations({ cwd: root })(join(root, 'x.md'));
    expect(['drafts/a.md', 'legal/drafts/a.md', 'a.old.md', 'a.md'].map((path) => isIgnored(join(root, path)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
  test('messages of one rule', async () => {
    const { set } = await configured(
      { 'policylint.config.yaml': 'rules: {gdpr/complaint: {message: Please ask the legal team.}}' },
      'x.md',
    );
    expect(set.rules.find(({ id }) => id === 'gdpr/complaint')?.message).toBe('Please ask the legal team.');
  });
});

describe('what is wrong is said with its place', () => {
  test.each([
    ['preset: strct', 'policylint.config.yaml:1: there is no preset "strct"; did you mean "strict"?'],
    [
      'rules:\n  gdpr/complaint: on\n  gdpr/complant: off',
      'policylint.config.yaml:3: there is no rule "gdpr/complant"; did you mean "gdpr/complaint"?',
    ],
    ['rules:\n  complaint: off', 'policylint.config.yaml:2: there is no rule "complaint"; did you mean "gdpr/complaint"?'],
    ['\nfacts:\n  controler: x', 'policylint.config.yaml:3: there is no key "controler" in "facts"; did you mean "controller"?'],
    ['extend: strict', 'policylint.config.yaml:1: there is no key "extend"; did you mean "extends"?'],
    ['extends: strickt', 'policylint.config.yaml:1: "extends" names "strickt": no preset'],
    ['extends: ./nowhere.yaml', 'policylint.config.yaml:1: "extends" names "./nowhere.yaml", which does not exist.'],
    ['extends: ./policylint.config.yaml', 'policylint.config.yaml extends itself'],
    ['rules: {gdpr/complaint: {options: {max: 3}}}', 'policylint.config.yaml:1: gdpr/complaint has no options, so no "max".'],
    ['rules: [a', 'policylint.config.yaml:1: '],
    ['packs: ./rules', '"packs" names "./rules", which does not exist.'],
  ])('%j', async (text, message) => {
    expect(await failure({ 'policylint.config.yaml': text })).toContain(message);
  });
  test('all of it at once, in every file that has a part in it', async () => {
    const files = {
      'policylint.config.yaml':
        'extends: [strickt, ./bse.yaml, ./base.yaml]\nregime: gdpr\npreset: strct\nfacts:\n  audience: kids\n  controler: X\nrules:\n  gdpr/retension: warn\n  gdpr/dpo-contact: {options: {max: 3}}\n  gdrp/*: off\npacks: ./ruels\noverrides:\n  - files: never/**\n    rules: {gdpr/complant: off}\n',
      'base.yaml': 'minConfidence: hihg\nextends: ./policylint.config.yaml\n',
      'rules/a.yaml': RULE,
    };
    const said = (await failure(files)).replace('ConfigError: ', '').split('\n');
    const expected = [
      'policylint.config.yaml:2: there is no key "regime"; did you mean "regimes"?',
      'policylint.config.yaml:5: "facts.audience" must be general, children or business, not "kids".',
      'policylint.config.yaml:6: there is no key "controler" in "facts"; did you mean "controller"?',
      'policylint.config.yaml:8: "rules.gdpr/retension" must be error, warning, note, on or off, not "warn"; did you mean "warning"?',
      'policylint.config.yaml:1: "extends" names "strickt": no preset (auditor, ci-minimal, recommended, strict) and no installed package; files begin with "./". Did you mean "strict"?',
      'policylint.config.yaml:1: "extends" names "./bse.yaml", which does not exist. Did you mean "./base.yaml"?',
      'base.yaml:1: "minConfidence" must be high, medium or low, not "hihg"; did you mean "high"?',
      'policylint.config.yaml extends itself: policylint.config.yaml → base.yaml → policylint.config.yaml.',
      'policylint.config.yaml:11: "packs" names "./ruels", which does not exist. Did you mean "./rules"?',
      'policylint.config.yaml:3: there is no preset "strct"; did you mean "strict"?',
      'policylint.config.yaml:8: there is no rule "gdpr/retension"; did you mean "gdpr/retention"?',
      'policylint.config.yaml:9: gdpr/dpo-contact has no options, so no "max".',
      'policylint.config.yaml:10: there is no rule "gdrp/*"; did you mean "gdpr/*"?',
      'policylint.config.yaml:14: there is no rule "gdpr/complant"; did you mean "gdpr/complaint"?',
    ];
    expect([...said].sort()).toEqual([...expected].sort());
  });
  test('every fault of a YAML file, the line of one in JSON', async () => {
    expect(await failure({ 'policylint.config.yaml': 'preset: strict\npreset: auditor\nfacts: {a: "b}\n' })).toMatch(
      /^ConfigError: policylint\.config\.yaml:2: .*\npolicylint\.config\.yaml:\d: /,
    );
    expect(await failure({ 'policylint.config.json': '{\n  "preset": "strict",\n  rules: {}\n}' })).toMatch(
      /policylint\.config\.json:3: no valid JSON: /,
    );
  });
  test('in JSON with comments', async () => {
    const text = '{\n  // a comment\n\t"preset": "strict",\n  "rulez": {},\n}';
    expect(await failure({ 'policylint.config.jsonc': text })).toContain(
      'policylint.config.jsonc:4: there is no key "rulez"; did you mean "rules"?',
    );
  });
  test('TypeScript where Node cannot load it', async () => {
    const said = await failure({ 'policylint.config.ts': 'const preset: string = "strct"; export default { preset };' });
    expect(said).toMatch(/Node [\d.]+ cannot load it|there is no preset "strct"/);
  });
});

const RULE = `id: acme/no-beta
title: The beta programme is named
severity: warning
confidence: high
law: []
check:
  phrase:
    any: [beta programme]
message: The beta programme is named. It ended last year.
why: The beta programme has ended and must not be named any more.
how: Take the sentence out.
examples:
  fail: [We offer a beta programme.]
  pass: [We offer a service., Beta is a letter.]
`;

describe("packs of one's own", () => {
  test('are on, and can be set like any rule', async () => {
    const { set } = await configured(
      { 'policylint.config.yaml': 'packs: ./rules\nrules: {acme/no-beta: error}', 'rules/a.yaml': RULE },
      'x.md',
    );
    expect(set.rules.find(({ id }) => id === 'acme/no-beta')?.severity).toBe('error');
  });
  test.each([
    [RULE.replace('severity', 'severty'), 'rules/a.yaml:3: there is no key "severty"; did you mean "severity"?'],
    [RULE.replace('phrase:', 'phrasing:'), 'rules/a.yaml:7: there is no key "phrasing" in "check"'],
    [RULE.replace('law: []', 'law: [GDPR-13-2-z]'), 'rules/a.yaml:5: there is no provision "GDPR-13-2-z".'],
    [RULE.replace('[beta programme]', '["(beta programme"]'), 'rules/a.yaml:6: '],
    [RULE.replace('acme/no-beta', 'gdpr/complaint'), 'rules/a.yaml:1: "gdpr/complaint" is the id of a built-in rule.'],
  ])('say what is wrong', async (text, message) => {
    expect(await failure({ 'policylint.config.yaml': 'packs: ./rules', 'rules/a.yaml': text })).toContain(message);
  });
});

test('comments and trailing commas of JSON are blanked, texts are not', () => {
  const text = '{"a": "// no", /* x, */ "b": [1, 2, // y\n ], }';
  const plain = withoutComments(text);
  expect(plain).toHaveLength(text.length);
  expect(JSON.parse(plain)).toEqual({ a: '// no', b: [1, 2] });
});
