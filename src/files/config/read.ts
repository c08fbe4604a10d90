import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Flaw } from './schema.js';
import { ConfigError } from './types.js';

/** What a data file holds. `name` stands for it in messages. Throws ConfigError where it cannot be read. */
export async function readData(file: string, name: string): Promise<unknown> {
  const ending = extname(file);
  if (ending === '.js' || ending === '.mjs' || ending === '.ts') return importModule(file, name);
  const text = readText(file, name);
  if (basename(file) === 'package.json') {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? Reflect.get(content, 'policylint') : undefined;
  }
  if (ending === '.json' || ending === '.jsonc') {
    try {
      return JSON.parse(withoutComments(text));
    } catch (error) {
      throw new ConfigError(`${name}: no valid JSON: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  return readYaml(text, name);
}

/** Says what is wrong, a line a flaw, each with its place in the file. */
export async function flawMessage(file: string, name: string, flaws: readonly Flaw[]): Promise<string> {
  const places = await Promise.all(flaws.slice(0, 10).map(({ path }) => lineOf(file, path)));
  const lines = flaws.slice(0, 10).map(({ message }, i) => `${name}${places[i] ? `:${places[i]}` : ''}: ${message}.`.replace('?.', '?'));
  return flaws.length > 10 ? [...lines, `... and ${flaws.length - 10} more.`].join('\n') : lines.join('\n');
}

/** The line (from 1) on which a key or entry stands, where the file is YAML or JSON; null elsewhere. */
export async function lineOf(file: string, path: readonly (string | number)[]): Promise<number | null> {
  if (!/\.(?:ya?ml|jsonc?)$/.test(file)) return null;
  const { parseDocument, isMap, isSeq, isScalar, LineCounter } = await import('./yaml.js');
  const lineCounter = new LineCounter();
  const text = readFileSync(file, 'utf8');
  const isJson = /\.jsonc?$/.test(file);
  const keys = basename(file) === 'package.json' ? ['policylint', ...path] : path;
  let node: unknown = parseDocument(isJson ? withoutComments(text).replaceAll('\t', ' ') : text, { lineCounter }).contents;
  let offset = 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined) ?? offset;
    } else break;
  }
  return lineCounter.linePos(offset).line;
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

export async function readYaml(text: string, name: string): Promise<unknown> {
  const { parseDocument } = await import('./yaml.js');
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error)
    throw new ConfigError(
      `${name}${error.linePos ? `:${error.linePos[0].line}` : ''}: ${(error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}.`,
    );
  return document.toJS();
}

async function importModule(file: string, name: string): Promise<unknown> {
  try {
    const module: unknown = await import(pathToFileURL(file).href);
    const content: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, 'default') : undefined;
    if (content === undefined) throw new ConfigError(`${name} has no default export.`);
    return content;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (
      file.endsWith('.ts') &&
      /^ERR_(?:UNKNOWN_FILE_EXTENSION|UNKNOWN_MODULE_FORMAT|UNSUPPORTED_TYPESCRIPT_SYNTAX|NO_TYPESCRIPT)$/.test(code)
    )
      throw new ConfigError(
        `${name}: Node ${process.versions.node} cannot load it: TypeScript needs Node 22.18 or later and only types that can be stripped. Use .mjs or .yaml instead.`,
      );
    throw new ConfigError(`${name} cannot be loaded: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** JSON with comments and trailing commas, as JSON of the same length: every line and column stays. */
export function withoutComments(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 2);
    let end = at + 1;
    if (text[at] === '"') {
      while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
      result += text.slice(at, ++end);
    } else if (rest === '//' || rest === '/*') {
      const close = text.indexOf(rest === '//' ? '\n' : '*/', at + 2);
      end = close < 0 ? text.length : rest === '//' ? close : close + 2;
      result += text.slice(at, end).replace(/[^\r\n]/g, ' ');
    } else result += text[at];
    at = end;
  }
  return blankTrailingCommas(result);
}

function blankTrailingCommas(text: string): string {
  let result = '';
  let comma = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '"') {
      const start = at;
      for (at++; at < text.length && text[at] !== '"' && text[at] !== '\n'; at++) if (text[at] === '\\') at++;
      result += text.slice(start, at + 1);
      comma = -1;
      continue;
    }
    if ((sign === '}' || sign === ']') && comma >= 0) result = `${result.slice(0, comma)} ${result.slice(comma + 1)}`;
    if (sign === ',') comma = result.length;
    else if (!/\s/.test(sign)) comma = -1;
    result += sign;
  }
  return result;
}
