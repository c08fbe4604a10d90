/**
 * Anchors of phrases: beginnings of words that must stand in every match. They tell without a regular expression which
 * sentences cannot match.
 */
import { type Node, parse, type Terms } from './compile.js';

/** For each phrase its sets of beginnings: a match holds at least one of each set. */
export type Anchors = readonly (readonly (readonly string[])[])[];

/** Lower-case beginnings; null where some phrase has no word that must be there. */
export function anchorsOf(phrases: readonly string[], terms: Terms): Anchors | null {
  const found: (readonly string[])[][] = [];
  for (const phrase of phrases) {
    const sets = setsOf(parse(phrase, 'phrase'), terms).sort((a, b) => weight(b) - weight(a));
    if (sets.length === 0) return null;
    found.push(sets.slice(0, SETS));
  }
  return found;
}

/** More sets narrow hardly further and make the rules' file longer. */
const SETS = 3;

function setsOf(nodes: readonly Node[], terms: Terms): (readonly string[])[] {
  return nodes.flatMap((node) => {
    const set = ofNode(node, terms);
    return set ? [set] : [];
  });
}

/** Of an alternative, the set that its parts make together; null where one of them may begin with anything. */
function ofNode(node: Node, terms: Terms): readonly string[] | null {
  if (node.type === 'gap' || node.type === 'start' || node.type === 'end' || node.glued) return null;
  if (node.type === 'word') {
    const start = WORD_START.exec(node.source)?.[1];
    return start === undefined ? null : [start];
  }
  if (node.optional) return null;
  const options = node.type === 'group' ? node.options : (terms[node.name] ?? []).map((phrase) => parse(phrase, 'term'));
  const found: string[] = [];
  for (const option of options) {
    const [best] = setsOf(option, terms).sort((a, b) => weight(b) - weight(a));
    if (!best) return null;
    found.push(...best);
  }
  return found.length > 0 ? withoutLonger([...new Set(found)].sort()) : null;
}

/** The letters and digits that a word's expression begins with, after signs that stand for themselves. */
const WORD_START = /^(?:\\[^\w]|[^\w\\[])*([a-z0-9_]+)/;

/** Few and long words are rare. */
const weight = (anchors: readonly string[]): number => Math.min(...anchors.map((anchor) => anchor.length)) - anchors.length / 10;

/** "consent" holds whatever "consents" does. */
function withoutLonger(sorted: readonly string[]): string[] {
  const kept: string[] = [];
  for (const anchor of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || !anchor.startsWith(last)) kept.push(anchor);
  }
  return kept;
}
