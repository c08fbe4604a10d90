import { type Node, parse, type Terms } from './compile.js';

/** What a phrase may begin with: whole words, beginnings of words, or anything at all. */
export interface FirstWords {
  readonly exact: readonly string[];
  readonly prefixes: readonly string[];
  /** It begins with a gap, a number or another thing that no word tells. */
  readonly any: boolean;
}

/** The first words of a phrase, for tables that look phrases up by them. Words are runs of `\w`, as `\b` sees them. */
export function firstWords(phrase: string, terms: Terms): FirstWords {
  const found = { exact: new Set<string>(), prefixes: new Set<string>(), any: false };
  if (collect(parse(phrase, 'phrase'), terms, found, 0)) found.any = true;
  return { exact: [...found.exact], prefixes: [...found.prefixes], any: found.any };
}

interface Found {
  readonly exact: Set<string>;
  readonly prefixes: Set<string>;
  any: boolean;
}

const MAX_DEPTH = 8;

/** Adds what the nodes may begin with; true where all of them may be left out. */
function collect(nodes: readonly Node[], terms: Terms, found: Found, depth: number): boolean {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    const isGlued = next !== undefined && 'glued' in next && next.glued === true;
    if (!mayBeginWith(node, isGlued, terms, found, depth)) return false;
  }
  return true;
}

/** Adds what one node may begin with; true where it may be left out. */
function mayBeginWith(node: Node, isGlued: boolean, terms: Terms, found: Found, depth: number): boolean {
  if (node.type === 'start') return true;
  if (node.type === 'word') {
    addWord(node.source, isGlued, found);
    return false;
  }
  if (node.type === 'gap' || node.type === 'end' || depth > MAX_DEPTH || isGlued) {
    found.any = true;
    return false;
  }
  const options = node.type === 'group' ? node.options : (terms[node.name] ?? []).map((phrase) => parse(phrase, node.name));
  let isOptional = node.optional;
  for (const option of options) if (collect(option, terms, found, depth + 1)) isOptional = true;
  return isOptional;
}

function addWord(source: string, isGlued: boolean, found: Found): void {
  const words = wordsFor(source, isGlued);
  if (!words) found.any = true;
  for (const word of words ?? []) {
    if (word.endsWith('*')) found.prefixes.add(word.slice(0, -1));
    else found.exact.add(word);
  }
}

/**
 * The words, or beginnings with `*`, that the expression of a word begins with: `e[- ]?mail` is "e" and "email*", `don't` is "don".
 * Null where it begins with another sign. `isGlued`: more of the same word follows.
 */
export function wordsFor(source: string, isGlued: boolean): readonly string[] | null {
  const first = LITERAL.exec(source)?.[0] ?? '';
  const rest = source.slice(first.length);
  if (first === '') return null;
  if (rest.startsWith('[- ]?')) return [first, `${LITERAL.exec(source.replaceAll('[- ]?', ''))?.[0] ?? first}*`];
  return rest.startsWith("'") || (rest === '' && !isGlued) ? [first] : [`${first}*`];
}

const LITERAL = /^[a-z0-9_]*/;
