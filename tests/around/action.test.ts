/** The steps of action.yml as a runner runs them, with the built command line in place of npm's; the pre-commit hook. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };

interface Action {
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly if?: string; readonly env?: object }[];
  };
}
const action: Action = parse(readFileSync('action.yml', 'utf8'));
const steps = action.runs.steps;

const folder = mkdtempSync(join(tmpdir(), 'policylint-action-'));
const dist = mkdtempSync(resolve('build/action-'));
beforeAll(async () => {
  const { bundle }: { bundle: (outdir: string) => Promise<string[]> } = await import(
    new URL('../../scripts/build.mjs', import.meta.url).href
  );
  await bundle(dist);
  const script = `#!/bin/sh\n[ "$1" = --yes ] && [ "$2" = policylint@latest ] || exit 99\nshift 2\nexec "${process.execPath}" "${dist}/cli.js" "$@"\n`;
  writeFileSync(join(folder, 'npx'), script);
  chmodSync(join(folder, 'npx'), 0o755);
  writeFileSync(join(folder, 'my policy.md'), '# Privacy Policy\n\nWe collect your name and sell it.\n');
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dist, { recursive: true, force: true });
});

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

function run(script: string, env: Readonly<Record<string, string>>, path = `${folder}:${process.env['PATH']}`) {
  const defaults = { GITHUB_STEP_SUMMARY: join(folder, 'summary'), GITHUB_OUTPUT: join(folder, 'output'), RUNNER_TEMP: folder };
  for (const file of ['summary', 'output']) writeFileSync(join(folder, file), '');
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...defaults, ...env, PATH: path, NO_COLOR: '1' },
    encoding: 'utf8',
  });
}

const INPUTS = { PATHS: 'my policy.md\n', VERSION: 'latest', CONFIG: '', PRESET: '', FAIL_ON: '', BASELINE: '', SINCE: '' };
const check = (inputs: Partial<typeof INPUTS> = {}) => run(steps[0]?.run ?? '', { ...INPUTS, ...inputs, GITHUB_ACTIONS: 'true' });

describe('the check', () => {
  test('annotates, writes one summary and SARIF, and goes on where something is found', () => {
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).toContain('::error file=my policy.md,');
    expect(read('summary').match(/^#+ .*olicylint/gm)).toHaveLength(1);
    expect(read('output')).toBe(`exit-code=1\nsarif-file=${folder}/policylint.sarif\nsummary-file=${folder}/policylint.md\n`);
    expect(JSON.parse(read('policylint.sarif')).runs[0].results.length).toBeGreaterThan(3);
    expect(run(steps.at(-1)?.run ?? '', { CODE: '1' }).status).toBe(1);
  });
  test('passes where nothing is to fail', () => {
    check({ FAIL_ON: 'never' });
    expect(read('output')).toContain('exit-code=0\n');
  });
  test('fails as a whole where it cannot work', () => {
    check({ PATHS: 'nowhere.md' });
    expect(read('output')).toContain('exit-code=2\n');
    expect(run(steps.at(-1)?.run ?? '', {}).status).toBe(2);
  });
  test('takes no input for a command', () => {
    check({ PATHS: '$(touch bad)\n`touch bad`\n; touch bad', PRESET: '"; touch bad; "' });
    expect(existsSync(join(folder, 'bad'))).toBe(false);
  });
  test('has no input inside of a script', () => {
    for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
  });
});

test('the comment is made once and then changed', () => {
  const script = steps.find(({ run: text }) => text?.includes('gh api'))?.run ?? '';
  const gh = (id: string) =>
    `#!/bin/sh\necho "$@" >> "${folder}/calls"\ncase "$*" in *--paginate*) printf '${id}';; *) cat "$(echo "$*" | sed 's/.*body=@//')" >> "${folder}/body";; esac\n`;
  writeFileSync(join(folder, 'policylint.md'), `# Summary\n${'ä'.repeat(40_000)}`);
  for (const [id, call] of [
    ['', '--method POST repos/a/b/issues/7/comments --field body=@'],
    ['12\\n13\\n', '--method PATCH repos/a/b/issues/comments/12 --field body=@'],
  ] as const) {
    for (const file of ['calls', 'body']) writeFileSync(join(folder, file), '');
    writeFileSync(join(folder, 'gh'), gh(id));
    chmodSync(join(folder, 'gh'), 0o755);
    const { status, stderr } = run(script, { SUMMARY: join(folder, 'policylint.md'), NUMBER: '7', GITHUB_REPOSITORY: 'a/b' });
    expect([status, stderr]).toEqual([0, '']);
    expect(read('calls')).toContain(call);
    expect(read('body')).toMatch(/^<!-- policylint -->\n# Summary\nä+$/);
    expect(read('body').length).toBeLessThan(65_536);
  }
});

describe('the hook of pre-commit', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
  test('runs this version', () => {
    expect(hook.entry).toBe(`npx --yes policylint@${packageJson.version} check`);
  });
  test('looks at policies only', () => {
    const files = (name: string) => new RegExp(hook.files.replace('(?i)', ''), 'i').test(name);
    expect(['docs/PRIVACY.md', 'legal/privacy-policy.en.html', 'Datenschutz.txt', 'README.md', 'src/privacy.ts'].map(files)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

test('what the image is built from is what git has', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n');
  const gitignore = readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  expect(ignored.filter((name) => name !== '.git' && !gitignore.includes(name))).toEqual([]);
});
