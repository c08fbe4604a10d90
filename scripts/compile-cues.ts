import { compilePhrase, type Edges, type Letters, type Node, PhraseError, parse, type Terms } from '../src/phrase/compile.js';

/** Cues by name, with the source of one expression each. Throws a `PhraseError` where a list is empty or a name stands twice. */
export function compileCues(
  cues: Readonly<Record<Letters, Readonly<Record<string, readonly string[]>>>>,
  terms: Terms,
): [name: string, source: string][] {
  const names = new Set<string>();
  return (['small', 'as-written'] as const).flatMap((letters) =>
    Object.entries(cues[letters]).map(([name, phrases]): [string, string] => {
      if (phrases.length === 0) throw new PhraseError(`cue ${name}: the list of phrases is empty`);
      if (names.has(name)) throw new PhraseError(`cue ${name}: it stands under "cues" and under "written"`);
      names.add(name);
      return [name, union(phrases, { terms, where: `cue ${name}`, letters })];
    }),
  );
}

interface Cue {
  readonly terms: Terms;
  readonly where: string;
  readonly letters: Letters;
}

/**
 * Boundaries that all phrases have are asked for once, and so are those behind phrases in a row: boundaries are a fifth of what V8 has to
 * compile of a list of words, and it looks at those before it tries each phrase.
 */
function union(phrases: readonly string[], cue: Cue): string {
  const { terms, where, letters } = cue;
  const parsed = phrases.map((phrase) => parse(phrase, where, letters));
  const start = parsed.every((nodes) => hasBoundary(nodes, 'start', cue));
  const runs: { readonly end: boolean; readonly sources: string[] }[] = [];
  for (const [index, nodes] of parsed.entries()) {
    const end = hasBoundary(nodes, 'end', cue);
    const source = compilePhrase(phrases[index] ?? '', terms, where, letters, { start, end });
    const run = runs.at(-1);
    if (run?.end === end) run.sources.push(source);
    else runs.push({ end, sources: [source] });
  }
  const all = runs.map(({ end, sources }) => (end ? `${anyOf(sources)}\\b` : sources.join('|'))).join('|');
  if (!start) return `(?:${all})`;
  return runs.length === 1 && runs[0]?.end === true ? `(?:\\b${all})` : `(?:\\b(?:${all}))`;
}

const anyOf = (sources: readonly string[]): string => (sources.length === 1 ? (sources[0] ?? '') : `(?:${sources.join('|')})`);

/** Whether a boundary of a word is where a match of the nodes starts or ends, whatever is left out. */
function hasBoundary(nodes: readonly Node[], side: keyof Edges, { terms, where, letters }: Cue): boolean {
  const [node, next] = side === 'start' ? nodes : nodes.toReversed();
  if (node === undefined || node.type === 'gap' || node.type === 'start' || node.type === 'end') return false;
  if (node.type === 'word') return side === 'start' ? node.wordStart : node.wordEnd;
  const options = node.type === 'group' ? node.options : (terms[node.name] ?? []).map((phrase) => parse(phrase, where, letters));
  if (!options.every((option) => hasBoundary(option, side, { terms, where, letters }))) return false;
  if (!node.optional) return true;
  const isGlued = node.glued || (next !== undefined && 'glued' in next && next.glued === true);
  const rest = side === 'start' ? nodes.slice(1) : nodes.slice(0, -1);
  return !isGlued && hasBoundary(rest, side, { terms, where, letters });
}
