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
      const said = error instanceof Error ? error.message : String(error);
      const at = / at position (\d{1,9})/.exec(said)?.[1];
      const line = text.slice(0, at === undefined ? text.trimEnd().length : Number(at)).split('\n').length;
      throw new ConfigError(`${name}:${line}: no valid JSON: ${said.replace(/ (?:in JSON )?at position .*$/, '')}.`);
    }
  }
  return readYaml(text, name);
}

/** What is wrong, an entry a flaw, each with its place in the file. */
export async function flawMessages(file: string, name: string, flaws: readonly Flaw[]): Promise<string[]> {
  const messages: string[] = [];
  for (const { path, message } of flaws) {
    const line = await lineOf(file, path);
    messages.push(`${name}${line ? `:${line}` : ''}: ${/[?.]$/.test(message) ? message : `${message}.`}`);
  }
  return messages;
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
  if (document.errors.length > 0) {
    const messages = document.errors.map(({ linePos, message }) => {
      const said = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
      return `${name}${linePos ? `:${linePos[0].line}` : ''}: ${said}.`;
    });
    throw new ConfigError([...new Set(messages)].join('\n'));
  }
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
      throw new ConfigError(`${name}: Node ${process.versions.node} cannot load it: ${typeScriptAdvice(code)}`);
    throw new ConfigError(`${name} cannot be loaded: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** What to do depends on what this Node lacks: types that it can strip, or the stripping. */
function typeScriptAdvice(code: string): string {
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX')
    return 'only types that can be stripped are allowed: no enum, namespace or parameter property.';
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const mayStrip = major > 22 || (major === 22 && minor >= 6);
  const now = mayStrip ? 'set NODE_OPTIONS=--experimental-strip-types, use' : 'use';
  return `TypeScript needs its types stripped, which Node does by itself from 22.18 (and 23.6) on. Either ${now} such a Node, or rename the file to policylint.config.mjs and take the types out.`;
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
