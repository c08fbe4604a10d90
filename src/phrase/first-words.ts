import { type Node, parse, type Terms } from './compile.js';

/** What a phrase may begin with: whole words, beginnings of words, or anything at all. */
export interface FirstWords {
  readonly exact: readonly string[];
  readonly prefixes: readonly string[];
  /** It begins with a gap or another thing that no word tells. */
  readonly any: boolean;
}

/**
 * The first words of a phrase, for tables that look phrases up by them. Words as `src/phrase/tokens.ts` has them: runs of `\w`, as `\b`
 * sees them, and other signs, each by itself.
 */
export function firstWords(phrase: string, terms: Terms): FirstWords {
  const { words, any } = firstOf(parse(phrase, 'phrase'), terms, ANYTHING);
  const isPrefix = (word: string): boolean => word.endsWith('*');
  return {
    exact: [...words].filter((word) => !isPrefix(word)),
    prefixes: [...words].filter(isPrefix).map((word) => word.slice(0, -1)),
    any,
  };
}

/** The words, with `*` for any ending, that may stand behind the first word of a match, commas left out; null where any may. */
export function secondWords(phrase: string, terms: Terms): readonly string[] | null {
  const { words, any } = secondOf(parse(phrase, 'phrase'), terms, ANYTHING, 0);
  return any ? null : [...words].sort();
}

/** Words, `*` for any ending, or anything. */
interface Follow {
  readonly words: ReadonlySet<string>;
  readonly any: boolean;
}

const NO_WORDS: ReadonlySet<string> = new Set();
const ANYTHING: Follow = { words: NO_WORDS, any: true };
const MAX_DEPTH = 8;

const either = (a: Follow, b: Follow): Follow => (a.any || b.any ? { words: new Set([...a.words, ...b.words]), any: true } : joined(a, b));
const joined = (a: Follow, b: Follow): Follow => ({ words: a.words.size === 0 ? b.words : new Set([...a.words, ...b.words]), any: false });
const only = (words: readonly string[]): Follow => ({ words: new Set(words), any: false });

/** What the nodes may begin with, where `follow` comes behind them; `isGlued`: without a space before it. */
function firstOf(nodes: readonly Node[], terms: Terms, follow: Follow, depth = 0, isGlued = false): Follow {
  let found: Follow = only([]);
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'start') continue;
    const goesOn = isGluedBehind(nodes, index, terms, depth, isGlued);
    if (node.type === 'word') {
      const words = wordsFor(node.source, goesOn);
      return either(found, words ? only(words) : ANYTHING);
    }
    const passable = isPassable(node, terms, depth);
    if (node.type === 'gap' || node.type === 'end' || depth > MAX_DEPTH || (passable && goesOn)) return either(found, ANYTHING);
    const behind = passable ? only([]) : ANYTHING;
    for (const option of optionsOf(node, terms)) found = either(found, firstOf(option, terms, behind, depth + 1, goesOn));
    if (!passable) return found;
  }
  return either(found, follow);
}

/** Whether more of the same word may follow the node. */
function isGluedBehind(nodes: readonly Node[], index: number, terms: Terms, depth: number, isGlued: boolean): boolean {
  for (const node of nodes.slice(index + 1)) {
    if ('glued' in node && node.glued === true) return true;
    if (!isPassable(node, terms, depth)) return false;
  }
  return isGlued;
}

/** What may stand behind the first word of the nodes, where `follow` comes behind them. */
function secondOf(nodes: readonly Node[], terms: Terms, follow: Follow, depth: number): Follow {
  let found: Follow = only([]);
  for (const [index, node] of nodes.entries()) {
    if (found.any) return found;
    if (node.type === 'start') continue;
    if (node.type === 'gap' || node.type === 'end' || depth > MAX_DEPTH || node.glued === true) return ANYTHING;
    const behind = isGluedBehind(nodes, index, terms, depth, false) ? ANYTHING : firstOf(nodes.slice(index + 1), terms, follow, depth);
    if (node.type === 'word') return either(found, behindFirst(node.source, behind));
    for (const option of optionsOf(node, terms)) found = either(found, secondOf(option, terms, behind, depth + 1));
    if (!isPassable(node, terms, depth)) return found;
  }
  return ANYTHING;
}

type Choice = Extract<Node, { type: 'group' | 'term' }>;

const optionsOf = (node: Choice, terms: Terms): readonly (readonly Node[])[] =>
  node.type === 'group' ? node.options : (terms[node.name] ?? []).map((phrase) => parse(phrase, node.name));

/** Whether it may be left out. */
function isPassable(node: Node, terms: Terms, depth: number): boolean {
  if (node.type === 'start') return true;
  if (node.type !== 'group' && node.type !== 'term') return false;
  return (
    node.optional ||
    (depth <= MAX_DEPTH && optionsOf(node, terms).some((option) => option.every((part) => isPassable(part, terms, depth + 1))))
  );
}

/**
 * The words, or beginnings with `*`, that the expression of a word begins with: `e[- ]?mail` is "e" and "email*", `don't` is "don", a
 * number any digit. Null where no word or sign tells. `isGlued`: more of the same word follows.
 */
export function wordsFor(source: string, isGlued: boolean): readonly string[] | null {
  if (source.startsWith('\\d')) return DIGITS;
  const first = LITERAL.exec(source)?.[0] ?? '';
  const rest = source.slice(first.length);
  if (first === '') return signFor(source);
  if (rest.startsWith(JOINT)) return [first, `${LITERAL.exec(source.replaceAll(JOINT, ''))?.[0] ?? first}*`];
  return rest.startsWith("'") || (rest === '' && !isGlued) ? [first] : [`${first}*`];
}

/** What may stand behind the first word of the expression of a word, where `follow` comes behind all of it. */
function behindFirst(source: string, follow: Follow): Follow {
  if (source === NUMBER) return either(only(['.', ...DIGITS]), follow);
  const first = LITERAL.exec(source)?.[0] ?? '';
  const rest = source.slice(first.length);
  if (first === '') return SIGN.exec(source)?.[0] === source ? follow : ANYTHING;
  if (rest === '') return follow;
  if (rest === OPEN) return either(only(["'"]), follow);
  if (rest.startsWith("'")) return only(["'"]);
  if (!rest.startsWith(JOINT)) return ANYTHING;
  const other = rest.slice(JOINT.length);
  const second = LITERAL.exec(other)?.[0] ?? '';
  if (second === '') return ANYTHING;
  const end = other.slice(second.length);
  if (end === '') return either(only(['-', `${second}*`]), follow);
  return end === OPEN ? either(only(['-', "'", `${second}*`]), follow) : ANYTHING;
}

const signFor = (source: string): readonly string[] | null => {
  const sign = SIGN.exec(source)?.[0];
  // A star would be read as any ending.
  return sign === undefined || sign === '\\*' ? null : [sign.replace('\\', '')];
};

const LITERAL = /^[a-z0-9_]*/;
/** A sign itself; a space is none, and brackets open a class of the expression where no backslash stands before them. */
const SIGN = /^(?:\\[^\w\s]|[^\w\s\\[(])/;
/** What the phrase compiler writes for a hyphen, an open end and a number. */
const JOINT = '[- ]?';
const OPEN = "[\\w']{0,24}";
const NUMBER = '\\d(?:[\\d,.]{0,11}\\d)?';
const DIGITS: readonly string[] = [...'0123456789'].map((digit) => `${digit}*`);
