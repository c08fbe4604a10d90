/** What the architecture promises, held against the files. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const src = join(root, 'src');

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => {
    const text = readFileSync(join(src, name), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'|^import '([^']+)'/gm)].map((match) => match[1] ?? match[2] ?? '');
    return { path: name.replaceAll('\\', '/'), text, imports };
  });

/** From left to right; a stage imports from itself and from what stands before it. A command starts the language server, never the other way. */
const STAGES = ['document', 'claims', 'rules', 'findings', 'report', 'lsp', 'cli'];
const PURE = ['document', 'claims', 'rules', 'findings', 'phrase', 'data'];

const stageOf = (path: string): number => STAGES.indexOf(path.split('/')[0] ?? '');
const target = (from: string, specifier: string): string => relative(src, resolve(src, dirname(from), specifier)).replaceAll('\\', '/');
const withoutTypes = (text: string): string => text.replace(/^(?:import|export) type [^;]+;/gm, '');

describe('the architecture', () => {
  it('finds its files', () => {
    expect(sources.length).toBeGreaterThan(60);
  });

  it('imports only leftwards between stages', () => {
    const wrong = sources.flatMap(({ path, text }) => {
      const stage = stageOf(path);
      if (stage < 0) return [];
      // The types of a later stage may be named (rules say which level a finding has); its code may not be used.
      const used = [...withoutTypes(text).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => target(path, match[1] ?? ''));
      return used.filter((imported) => stageOf(imported) > stage).map((imported) => `${path} imports ${imported}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the pure stages pure: nothing of Node, no clock, no chance', () => {
    const wrong = sources
      .filter(({ path }) => PURE.includes(path.split('/')[0] ?? ''))
      .flatMap(({ path, text, imports }) => {
        const found = imports.filter((name) => name.startsWith('node:') || ['fs', 'path', 'fast-glob'].includes(name));
        const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        const impure = /\b(?:process\.|Date\.now|new Date\(\)|Math\.random|performance\.|fetch\(|console\.)/.exec(code);
        return [...found, ...(impure ? [impure[0]] : [])].map((what) => `${path}: ${what}`);
      });
    expect(wrong).toEqual([]);
  });

  it('keeps reports free of files and processes', () => {
    const wrong = sources.filter(({ path, imports }) => path.startsWith('report/') && imports.some((name) => name.startsWith('node:')));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('takes natural by file only: its index reads .env and prints', () => {
    const wrong = sources.filter(({ imports }) => imports.includes('natural'));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('opens no connection anywhere', () => {
    const network = /^node:(?:http|https|http2|net|tls|dgram|dns)$/;
    const wrong = sources.filter(({ imports, text }) => imports.some((name) => network.test(name)) || /\bfetch\(/.test(text));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('loads what talks to Redis in one place, for the queue alone, and holds none of it', () => {
    const from = sources.filter(({ imports }) => imports.some((name) => /^(?:bullmq|ioredis)$/.test(name)));
    expect(from.map(({ path }) => path)).toEqual(['audit/queue/connect.ts']);
    const users = sources.filter(
      ({ path, text }) => path !== 'cli/queue.ts' && /^import (?!type)[^;]*queue\/connect|import\('[^']*queue\/connect/m.test(text),
    );
    expect(users.map(({ path }) => path)).toEqual([]);
    const { peerDependenciesMeta } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(peerDependenciesMeta).toEqual({ bullmq: { optional: true }, ioredis: { optional: true } });
  });

  it('keeps files small', () => {
    const lines = ({ text }: Source) => text.split('\n').length - 1;
    expect(sources.filter((source) => lines(source) > 300).map(({ path }) => path)).toEqual([]);
    const reporters = sources.filter(({ path }) => path.startsWith('report/') && path !== 'report/view.ts');
    expect(reporters.filter((source) => lines(source) > 150).map(({ path }) => path)).toEqual([]);
    expect(sources.find(({ path }) => path === 'lint.ts')?.text.split('\n').length).toBeLessThanOrEqual(41);
  });

  it('never gives a regular expression the flags i and u together', () => {
    const wrong = sources.filter(({ text }) =>
      /\/[gmsyd]*(?:i[gmsyd]*u|u[gmsyd]*i)[gmsyd]*(?=[\s.,;)\]])/.test(text.replace(/'[^'\n]*'/g, '')),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('has one version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(readFileSync(join(src, 'version.ts'), 'utf8')).toContain(`'${version}'`);
  });
});
