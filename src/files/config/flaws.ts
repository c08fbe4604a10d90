/** All that is wrong in the text of a configuration file, each with its place: what an editor shows while it is written. */
import { basename, dirname } from 'node:path';
import schema from '../../../schema/config.schema.json' with { type: 'json' };
import { builtInPresets } from '../../data/rules.js';
import type { Span } from '../../document/types.js';
import type { Rule } from '../../rules/types.js';
import { findConfig } from './find.js';
import { locate } from './layers.js';
import { listOf } from './lists.js';
import { nameFlaws, rulesById } from './names.js';
import { loadPack } from './packs.js';
import { withoutComments } from './read.js';
import { type Flaw, flawsOf, type Schema } from './schema.js';
import { ConfigError, type ConfigFile } from './types.js';
import { isMap, isScalar, isSeq, parseDocument } from './yaml.js';

export interface PlacedFlaw {
  /** In the text. */
  readonly span: Span;
  /** What is wrong and, where there is one, the nearest name that would be right. */
  readonly message: string;
}

/** `file`: absolute path; its ending tells the language, and names are looked up from its folder. Nothing but YAML and JSON. */
export async function flawsIn(text: string, file: string): Promise<PlacedFlaw[]> {
  const isPackage = basename(file) === 'package.json';
  const isJson = /\.jsonc?$/.test(file);
  const broken = isJson ? brokenJson(text) : null;
  // A broken package.json is for npm to complain about.
  if (broken) return isPackage ? [] : [broken];
  // Tabs indent in JSON; to YAML they are an error.
  const document = parseDocument(isJson ? withoutComments(text).replaceAll('\t', ' ') : text, { prettyErrors: false });
  if (document.errors.length > 0)
    return document.errors.map(({ pos: [start, end], message }) => ({ span: within(text, { start, end }), message: sentence(message) }));
  const whole: unknown = document.toJS();
  const hasKey = typeof whole === 'object' && whole !== null && Object.hasOwn(whole, 'policylint');
  if (isPackage && !hasKey) return [];
  const data: unknown = isPackage && typeof whole === 'object' && whole !== null ? Reflect.get(whole, 'policylint') : (whole ?? {});
  // The schema is data of this shape; its JSON type is narrower than what the checker reads.
  const flaws = flawsOf(data, schema as Schema);
  // What has passed the schema is a configuration; what has not, is checked no further.
  if (flaws.length === 0) flaws.push(...(await flawsOfContent(data as ConfigFile, file)));
  const found = flaws.map(({ path, isKey = false, message }) => ({
    span: within(text, placeOf(document.contents, isPackage ? ['policylint', ...path] : path, isKey)),
    message: sentence(message),
  }));
  return found.sort((a, b) => a.span.start - b.span.start);
}

async function flawsOfContent(content: ConfigFile, file: string): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  const attempt = async (path: Flaw['path'], run: () => unknown): Promise<void> => {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      flaws.push({ path, message: error.message });
    }
  };
  await attempt([], () => findConfig(dirname(file)));
  for (const [index, entry] of listOf(content.extends).entries())
    if (!builtInPresets.some(({ id }) => id === entry)) await attempt(at('extends', content.extends, index), () => locate(entry, file));
  const packs: Rule[] = [];
  for (const [index, entry] of listOf(content.packs).entries())
    await attempt(at('packs', content.packs, index), async () => {
      for (const { rule } of await loadPack(entry, file, dirname(file))) packs.push(rule);
    });
  flaws.push(...nameFlaws(content, rulesById(packs)));
  return flaws;
}

/** One of several, or the only one. */
const at = (key: string, value: unknown, index: number): Flaw['path'] => (Array.isArray(value) ? [key, index] : [key]);

/** Of the value under a path, or of its key; of the last that is there where the path leads on. */
function placeOf(contents: unknown, path: Flaw['path'], isKey: boolean): Span {
  let node = contents;
  let span: Span = { start: 0, end: 0 };
  const note = (found: unknown): void => {
    if (!(isScalar(found) || isMap(found) || isSeq(found)) || !found.range) return;
    const [start, end] = found.range;
    span = { start, end };
  };
  for (const [index, key] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      note(pair.key);
      node = pair.value;
      // What stands under a key may be long: its key stands for it.
      if (!(isKey && index === path.length - 1) && isScalar(node) && node.value !== null) note(node);
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      note(node);
    } else break;
  }
  return span;
}

/** On one line, and not empty: an editor would underline nothing. What lies at the end of a line is shown by its last sign. */
function within(text: string, { start, end }: Span): Span {
  const from = Math.min(start, text.length);
  const length = /^[^\r\n]*/.exec(text.slice(from))?.[0].length ?? 0;
  if (length > 0) return { start: from, end: Math.max(Math.min(end, from + length), from + 1) };
  const before = text.slice(0, from).trimEnd().length;
  return { start: Math.max(0, before - 1), end: Math.max(before, 1) };
}

function brokenJson(text: string): PlacedFlaw | null {
  try {
    JSON.parse(withoutComments(text));
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = Number(/ at position (\d{1,9})/.exec(message)?.[1] ?? text.length);
    return {
      span: within(text, { start: place, end: place + 1 }),
      message: `no valid JSON: ${message.replace(/ (?:in JSON )?at position .*$/, '')}.`,
    };
  }
}

const sentence = (message: string): string => (/[.?]$/.test(message) ? message : `${message}.`);
