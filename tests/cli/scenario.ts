/** Runs a scenario of fixtures/scenarios: files, a command line, what must come of it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.js';
import { silentIn } from '../silent.js';

export interface Scenario {
  readonly name: string;
  /** Texts, or bytes in hexadecimal; `mode` for files without permission. */
  readonly files?: Readonly<Record<string, string | { hex: string } | { text: string; mode: number }>>;
  /** Command lines that run before, in the same folder; what they say is not looked at. */
  readonly before?: readonly string[];
  /** Commits `files` to a new git repository. */
  readonly git?: boolean;
  /** Files that are changed after `before`; null removes one. */
  readonly then?: Readonly<Record<string, string | null>>;
  /** Arguments; one with spaces stands in double quotes. */
  readonly run: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Columns, where standard output is to be a terminal. */
  readonly terminal?: number;
  readonly exit: number;
  readonly stdout?: Expected;
  readonly stderr?: Expected;
  /** Files that must have been written. */
  readonly written?: Readonly<Record<string, Expected>>;
}

export interface Expected {
  readonly equals?: string;
  readonly contains?: readonly string[];
  readonly excludes?: readonly string[];
}

export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: Readonly<Record<string, string>>;
}

export async function play(scenario: Scenario): Promise<Outcome> {
  const cwd = mkdtempSync(join(tmpdir(), 'policylint-scenario-'));
  try {
    for (const [name, content] of Object.entries(scenario.files ?? {})) {
      const path = join(cwd, name);
      mkdirSync(dirname(path), { recursive: true });
      if (typeof content === 'string') writeFileSync(path, content);
      else if ('hex' in content) writeFileSync(path, Buffer.from(content.hex.replace(/\s/g, ''), 'hex'));
      else {
        writeFileSync(path, content.text);
        chmodSync(path, content.mode);
      }
    }
    if (scenario.git) commit(cwd);
    for (const command of scenario.before ?? []) {
      await main(split(command), silentIn(cwd));
    }
    for (const [name, text] of Object.entries(scenario.then ?? {})) {
      if (text === null) rmSync(join(cwd, name));
      else {
        mkdirSync(dirname(join(cwd, name)), { recursive: true });
        writeFileSync(join(cwd, name), text);
      }
    }
    let stdout = '';
    let stderr = '';
    const exit = await main(split(scenario.run), {
      cwd,
      env: scenario.env ?? {},
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
      stdin: async () => new TextEncoder().encode(scenario.stdin ?? ''),
      isTerminal: scenario.terminal !== undefined,
      columns: scenario.terminal ?? 80,
    });
    const written = Object.keys(scenario.written ?? {}).map((name) => [name, readFileSync(join(cwd, name), 'utf8')] as const);
    return { exit, stdout, stderr, written: Object.fromEntries(written) };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

function commit(cwd: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd,
      stdio: 'ignore',
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
}

function split(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
