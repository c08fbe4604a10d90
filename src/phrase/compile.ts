/** Named phrase lists. A term may use other terms; not itself. */
export type Terms = Readonly<Record<string, readonly string[]>>;

export class PhraseError extends Error {
  override name = 'PhraseError';
}

/** `glued`: no space before it, so that it is part of the same word as what precedes. */
export type Node =
  | { type: 'word'; source: string; wordStart: boolean; wordEnd: boolean; glued?: boolean }
  | { type: 'group'; options: Node[][]; optional: boolean; glued?: boolean }
  | { type: 'term'; name: string; optional: boolean; glued?: boolean }
  | { type: 'gap'; max: number }
  | { type: 'start' }
  | { type: 'end' };

type Part = Exclude<Node, { type: 'gap' | 'start' | 'end' }>;

const SEPARATOR = ',? ';
const MAX_DEPTH = 8;
const MAX_GAP = 25;
const CONTRACTED = "n't";

/**
 * The phrase language: how rule authors and lexicon files say wording without regular expressions.
 *
 *   do not sell            the words, whatever the case, whole words only
 *   cookie*                a word with any ending
 *   e-mail                 "e-mail", "e mail" or "email"
 *   (sell|rent|trade)      alternatives; each may be a phrase of its own
 *   (personal)? data       an optional part
 *   organi(s|z)ation       a group that touches a word is part of the word
 *   we ... sell            a gap of up to five words; `...3` of up to three; `...0-12` up to twelve
 *   {not}                  a list of phrases defined under `terms`
 *   n't                    the words of the term of that name: "don't", "isn't"
 *   #                      a number
 *   ^ and $                the sentence's start and end
 *   6\(1\)                  a backslash before a sign of this list means the sign itself
 *   "a b"                  a comma between two words never matters
 *
 * Compiled to the source of a linear-time regular expression over lower-cased clean text (no flags but `g`). It says what the phrase means;
 * what runs is the program that `src/phrase/program.ts` makes of it.
 */
export function compilePhrase(phrase: string, terms: Terms, where = 'phrase', letters: Letters = 'small', edges = FREE): string {
  const nodes = parse(phrase, where, letters);
  return emit(nodes, { terms, where: `${where} "${phrase}"`, stack: [], letters }, edges);
}

/** `small`: of a phrase that is sought in lower-cased text; `as-written`: of one whose capitals count. */
export type Letters = 'small' | 'as-written';

/** The parts of a phrase, in order. Throws a `PhraseError` at what is no phrase. */
export function parse(phrase: string, where: string, letters: Letters = 'small'): Node[] {
  let at = 0;
  const fail = (message: string): never => {
    throw new PhraseError(`${where} "${phrase}": ${message} at column ${at + 1}`);
  };
  const sequence = (depth: number): Node[] => {
    if (depth > MAX_DEPTH) fail('parentheses are nested too deeply');
    const nodes: Node[] = [];
    const from = at;
    const part = (node: Part, start: number): Node => {
      const before = nodes[nodes.length - 1];
      const touches = start > from && phrase.charAt(start - 1) !== ' ' && before !== undefined && isPart(before);
      return touches ? { ...node, glued: true } : node;
    };
    while (at < phrase.length) {
      const char = phrase.charAt(at);
      const start = at;
      if (char === ' ') at++;
      else if (char === '|' || char === ')') break;
      else if (char === '(') nodes.push(part(group(depth), start));
      else if (char === '{') nodes.push(part(term(), start));
      else if (char === '^') {
        at++;
        nodes.push({ type: 'start' });
      } else if (char === '$' && (at + 1 === phrase.length || /[ )|]/.test(phrase.charAt(at + 1)))) {
        at++;
        nodes.push({ type: 'end' });
      } else if (phrase.startsWith('...', at)) nodes.push(gap());
      else nodes.push(part(word(), start));
    }
    return nodes;
  };
  const group = (depth: number): Part => {
    at++;
    const options: Node[][] = [];
    for (;;) {
      options.push(sequence(depth + 1));
      const char = phrase.charAt(at);
      at++;
      if (char === ')') break;
      if (char !== '|') fail('a parenthesis is not closed');
    }
    const optional = phrase.charAt(at) === '?';
    if (optional) at++;
    return { type: 'group', options, optional };
  };
  const term = (): Part => {
    const close = phrase.indexOf('}', at);
    if (close < 0) fail('a brace is not closed');
    const name = phrase.slice(at + 1, close);
    at = close + 1;
    const optional = phrase.charAt(at) === '?';
    if (optional) at++;
    return { type: 'term', name, optional };
  };
  const gap = (): Node => {
    const match = /^\.\.\.(?:0-)?(\d{0,3})/.exec(phrase.slice(at));
    at += match?.[0].length ?? 3;
    const max = match?.[1] ? Number(match[1]) : 5;
    if (max > MAX_GAP) fail(`a gap of more than ${MAX_GAP} words`);
    return { type: 'gap', max };
  };
  const word = (): Part => {
    const match = /^(?:\\.|[^ |(){}\\])+/.exec(phrase.slice(at));
    const raw = match?.[0] ?? fail('a word was expected');
    at += raw.length;
    // The end of a word is none by itself: it stands for the words that end so.
    return raw === CONTRACTED ? { type: 'term', name: CONTRACTED, optional: false } : wordNode(raw, letters);
  };
  const nodes = sequence(0);
  if (at < phrase.length) fail('a closing parenthesis without an opening one');
  if (nodes.length === 0) fail('an empty phrase');
  return nodes;
}

function wordNode(raw: string, letters: Letters): Part {
  const open = raw.endsWith('*');
  const signs = (open ? raw.slice(0, -1) : raw).replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
  const body = letters === 'small' ? signs.toLowerCase() : signs;
  let source = '';
  let isEscaped = false;
  for (const char of body) {
    if (isEscaped) {
      source += /\w/.test(char) ? char : `\\${char}`;
      isEscaped = false;
    } else if (char === '\\') isEscaped = true;
    else if (char === '-') source += '[- ]?';
    else if (char === '#') source += '\\d(?:[\\d,.]{0,11}\\d)?';
    else source += /[\w' "%@&;:!<>=~`]/.test(char) || char > '\u007f' ? char : `\\${char}`;
  }
  const wordStart = /^[\w#]/.test(body);
  return open
    ? { type: 'word', source: `${source}[\\w']{0,24}`, wordStart, wordEnd: false }
    : { type: 'word', source, wordStart, wordEnd: /[\w#]$/.test(body) };
}

interface EmitContext {
  readonly terms: Terms;
  readonly where: string;
  readonly stack: readonly string[];
  readonly letters: Letters;
}

/**
 * At which ends of a part no word boundary must be asked for: it touches the rest of a word, or a separator stands there, which is
 * a boundary already. Half of the time that V8 needs for a large expression goes into boundaries.
 */
export interface Edges {
  readonly start: boolean;
  readonly end: boolean;
}

const FREE: Edges = { start: false, end: false };

/** Joins the nodes with separators; an optional node carries its own, so that leaving it out leaves no second space. */
function emit(nodes: readonly Node[], context: EmitContext, edges: Edges = FREE): string {
  let source = '';
  let needsSeparator = false;
  // Behind a gap that a separator opens, whether or not the gap holds words.
  let afterSpace = false;
  nodes.forEach((node, index) => {
    if (node.type === 'start') {
      source += '^';
      return;
    }
    if (node.type === 'end') {
      source += '[.!?:;]?$';
      return;
    }
    if (node.type === 'gap') {
      source += needsSeparator ? `${SEPARATOR}(?:[^ ]{1,80} ){0,${node.max}}?` : `(?:[^ ]{1,80} ){0,${node.max}}?`;
      afterSpace = needsSeparator;
      needsSeparator = false;
      return;
    }
    const next = nodes[index + 1];
    const glued = node.glued === true;
    const body = bodyOf(node, context, {
      start: glued || needsSeparator || afterSpace || (index === 0 && edges.start),
      end: isFollowedBySeparator(nodes, index, edges),
    });
    afterSpace = false;
    const optional = node.type !== 'word' && node.optional;
    const isLast = !nodes.slice(index + 1).some((later) => later.type !== 'end');
    if (glued) {
      // Left out at the end of a word, the word must still end there.
      const endsWord = optional && !(next !== undefined && isPart(next) && next.glued === true) && !(next === undefined && edges.end);
      source += endsWord ? `(?:${body}|\\b)` : optional ? `(?:${body})?` : body;
    } else if (!optional) {
      source += (needsSeparator ? SEPARATOR : '') + body;
      needsSeparator = true;
    } else if (isLast || needsSeparator || (next !== undefined && isPart(next) && next.glued === true)) {
      source += needsSeparator ? `(?:${SEPARATOR}${body})?` : `${body}?`;
    } else {
      source += `(?:${body}${SEPARATOR})?`;
    }
  });
  return source;
}

/** Whether the part at `index` is followed by a separator, the end of the sentence or the rest of its word, whatever is left out. */
function isFollowedBySeparator(nodes: readonly Node[], index: number, edges: Edges): boolean {
  for (let at = index + 1; at < nodes.length; at++) {
    const node = nodes[at];
    if (node === undefined || node.type === 'start') return false;
    if (!isPart(node)) return true;
    const glued = node.glued === true;
    if (glued) return at === index + 1;
    if (node.type === 'word' || !node.optional) return true;
  }
  return edges.end;
}

const isPart = (node: Node): node is Part => node.type === 'word' || node.type === 'group' || node.type === 'term';

function bodyOf(node: Part, context: EmitContext, edges: Edges): string {
  if (node.type === 'word') return `${node.wordStart && !edges.start ? '\\b' : ''}${node.source}${node.wordEnd && !edges.end ? '\\b' : ''}`;
  if (node.type === 'group') return `(?:${node.options.map((option) => emit(option, context, edges)).join('|')})`;
  const phrases = context.terms[node.name];
  if (!phrases) throw new PhraseError(`${context.where}: no term {${node.name}}${nearest(node.name, Object.keys(context.terms))}`);
  if (context.stack.includes(node.name)) throw new PhraseError(`${context.where}: the term {${node.name}} uses itself`);
  const inner = { ...context, stack: [...context.stack, node.name] };
  return `(?:${phrases.map((phrase) => emit(parse(phrase, `term {${node.name}}`, context.letters), inner, edges)).join('|')})`;
}

function nearest(name: string, candidates: readonly string[]): string {
  const close = candidates.find((candidate) => candidate.startsWith(name.slice(0, 3)));
  return close ? `; did you mean {${close}}?` : '';
}
