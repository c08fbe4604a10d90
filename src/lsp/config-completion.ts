/** Completion in the configuration file: keys and values of its schema, names of rules. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import configSchema from '../../schema/config.schema.json' with { type: 'json' };
import { builtInPresets, builtInRules } from '../data/rules.js';
import type { Schema } from '../files/config/schema.js';

interface Node extends Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: boolean | Node;
  readonly items?: Node;
  readonly oneOf?: readonly Node[];
}

// The file is data of a fixed shape, and more than `Schema` says of it: the descriptions.
const ROOT = configSchema as Node & { readonly definitions: Readonly<Record<string, Node>> };

/** What may stand at an offset of the file at `uri`. */
export function keysAt(source: string, offset: number, uri: string): CompletionItem[] {
  const isJson = /jsonc?$/.test(uri);
  const before = source.slice(0, offset);
  const place = isJson ? placeInJson(before) : placeInYaml(before);
  const { path, key } = uri.endsWith('package.json') ? { ...place, path: place.path.slice(1) } : place;
  // The rest of package.json is not ours.
  if (path !== place.path && place.path[0] !== 'policylint') return [];
  const at = path.reduce<readonly Node[]>((nodes, name) => nodes.flatMap((node) => child(node, name)), [ROOT]);
  if (key !== null) return values(path, key, at.flatMap((node) => child(node, key)).flatMap(alternatives));
  const keys = at.flatMap(alternatives).flatMap((node) => Object.entries(node.properties ?? {}));
  const items = keys.map(([name, node]): CompletionItem => {
    const about = resolved(node).description ?? node.description;
    return { label: name, kind: CompletionItemKind.Property, ...(about === undefined ? {} : { documentation: about }) };
  });
  if (path.at(-1) === 'rules')
    for (const { id, title } of builtInRules) items.push({ label: id, kind: CompletionItemKind.EnumMember, detail: title });
  return items;
}

function values(path: readonly string[], key: string, nodes: readonly Node[]): CompletionItem[] {
  const names = nodes.flatMap((node) => [...(node.enum ?? []), ...(node.type === 'boolean' ? [true, false] : [])]);
  if ((key === 'preset' || key === 'extends') && !path.includes('rules')) names.push(...builtInPresets.map(({ id }) => id));
  return [...new Set(names.map(String))].map((label) => ({ label, kind: CompletionItemKind.Value }));
}

function resolved(node: Node): Node {
  const name = node.$ref?.split('/').at(-1);
  return (name === undefined ? undefined : ROOT.definitions[name]) ?? node;
}

/** The forms that a value may take; of a list those of its items. */
function alternatives(node: Node): Node[] {
  const { oneOf, items, ...own } = resolved(node);
  return [own, ...(oneOf ?? []).flatMap(alternatives), ...(items ? alternatives(items) : [])];
}

/** The schema of an entry. */
function child(node: Node, name: string): Node[] {
  return alternatives(node).flatMap(({ properties, additionalProperties }) => {
    const found = properties?.[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    return found ? [found] : [];
  });
}

/** The keys around a place, outermost first, and the key whose value stands there; null: a key is to be written. */
interface Place {
  readonly path: readonly string[];
  readonly key: string | null;
}

function placeInYaml(before: string): Place {
  const lines = before.split(/\r\n|\n|\r/);
  const last = lines.pop() ?? '';
  let depth = indentOf(last);
  const path: string[] = [];
  for (const line of lines.reverse()) {
    const key = /^[ -]*("?)([^\s"#:][^":]{0,100})\1:(?:\s|$)/.exec(line)?.[2];
    if (key === undefined || indentOf(line) >= depth) continue;
    depth = indentOf(line);
    path.unshift(key);
  }
  const own = /^[ -]*("?)([^\s"#:][^":]{0,100})\1:\s/.exec(last)?.[2];
  if (own !== undefined) return { path, key: own };
  // An entry of a list of plain values: "- gd".
  const list = /^ *- /.test(last) ? path.at(-1) : undefined;
  return list === undefined || list === 'overrides' ? { path, key: null } : { path: path.slice(0, -1), key: list };
}

/** "- key" is as deep as what stands behind the dash. */
const indentOf = (line: string): number => /^[ -]*/.exec(line)?.[0].length ?? 0;

function placeInJson(before: string): Place {
  const open: { bracket: string; name: string | null }[] = [];
  let key: string | null = null;
  let isValue = false;
  for (const [token, text] of before.matchAll(/"((?:[^"\\\n]|\\.){0,500})"?|[{}[\],:]/g)) {
    if (text !== undefined) {
      if (!isValue) key = text;
    } else if (token === ':') isValue = true;
    else if (token === '{' || token === '[') {
      open.push({ bracket: token, name: isValue ? key : null });
      isValue = false;
    } else {
      if (token !== ',') open.pop();
      isValue = false;
    }
  }
  const names = open.map(({ name }) => name).filter((name) => name !== null);
  const top = open.at(-1);
  if (isValue) return { path: names, key };
  return top?.bracket === '[' && top.name !== null ? { path: names.slice(0, -1), key: top.name } : { path: names, key: null };
}
