import { type Node, parse, type Terms } from './compile.js';
import { wordsFor } from './first-words.js';

/**
 * Sets of words of each of which every match of the phrase holds one, the most telling first: they tell without a regular
 * expression which texts cannot match. Words as `firstWords` has them; `*` for any ending.
 */
export function requiredWords(phrase: string, terms: Terms, frequency: Frequency = byLength): readonly (readonly string[])[] {
  const common = (words: readonly string[]): number => words.reduce((sum, word) => sum + frequency(word), 0);
  return setsOf(parse(phrase, 'phrase'), terms, common, 0)
    .filter((set) => set.length <= LARGEST)
    .sort((a, b) => common(a) - common(b))
    .slice(0, SETS)
    .filter((set, index) => index === 0 || common(set) <= MOST_COMMON);
}

/** About how many of a hundred sentences hold the word, or one that begins so (`*`). */
export type Frequency = (word: string) => number;

/** Where nothing is known of words: long ones are rare, small ones are in every sentence. */
const byLength: Frequency = (word) => 100 / 2 ** word.length;

/** What so many of a hundred sentences hold rules out too few of them to be worth a look. */
const MOST_COMMON = 25;
/** More sets narrow hardly further and make the data longer. */
const SETS = 2;
const LARGEST = 60;
const MAX_DEPTH = 8;

/** How common a set of words is. */
type Common = (words: readonly string[]) => number;

function setsOf(nodes: readonly Node[], terms: Terms, common: Common, depth: number): (readonly string[])[] {
  return nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    const set = ofNode(node, next !== undefined && 'glued' in next && next.glued === true, terms, common, depth);
    return set ? [set] : [];
  });
}

/** Of an alternative, the set that its parts make together; null where one of them may hold anything. */
function ofNode(node: Node, isGlued: boolean, terms: Terms, common: Common, depth: number): readonly string[] | null {
  if (node.type === 'gap' || node.type === 'start' || node.type === 'end' || node.glued) return null;
  if (node.type === 'word') return wordsFor(node.source, isGlued);
  if (node.optional || isGlued || depth > MAX_DEPTH) return null;
  const options = node.type === 'group' ? node.options : (terms[node.name] ?? []).map((phrase) => parse(phrase, 'term'));
  const found: string[] = [];
  for (const option of options) {
    const [best] = setsOf(option, terms, common, depth + 1).sort((a, b) => common(a) - common(b));
    if (!best) return null;
    found.push(...best);
  }
  return found.length > 0 ? withoutLonger([...new Set(found)].sort()) : null;
}

/** "consent*" holds whatever "consents" does. */
const withoutLonger = (words: readonly string[]): readonly string[] => {
  const open = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return words.filter((word) => !open.some((prefix) => word.startsWith(prefix) && word !== `${prefix}*`));
};
