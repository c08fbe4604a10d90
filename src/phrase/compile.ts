/**
 * The phrase language: how rule authors and lexicon files say wording without regular expressions.
 *
 *   do not sell            the words, whatever the case, whole words only
 *   cookie*                a word with any ending
 *   e-mail                 "e-mail", "e mail" or "email"
 *   (sell|rent|trade)      alternatives; each may be a phrase of its own
 *   (personal)? data       an optional part
 *   we ... sell            a gap of up to five words; `...3` of up to three; `...0-12` up to twelve
 *   {not}                  a list of phrases defined under `terms`
 *   #                      a number
 *   ^ and $                the sentence's start and end
 *   "a b"                  a comma between two words never matters
 *
 * Compiled to the source of a linear-time regular expression over lower-cased clean text (no flags but `g`).
 */
export function compilePhrases(phrases: readonly string[], terms: Terms, where = 'phrase'): string {
  if (phrases.length === 0) throw new PhraseError(`${where}: the list of phrases is empty`);
  return phrases.map((phrase) => compilePhrase(phrase, terms, where)).join('|');
}

/** Named phrase lists. A term may use other terms; not itself. */
export type Terms = Readonly<Record<string, readonly string[]>>;

export class PhraseError extends Error {
  override name = 'PhraseError';
}

type Node =
  | { type: 'word'; source: string; wordStart: boolean; wordEnd: boolean }
  | { type: 'group'; options: Node[][]; optional: boolean }
  | { type: 'term'; name: string; optional: boolean }
  | { type: 'gap'; max: number }
  | { type: 'start' }
  | { type: 'end' };

const SEPARATOR = ',? ';
const MAX_DEPTH = 8;
const MAX_GAP = 25;

export function compilePhrase(phrase: string, terms: Terms, where = 'phrase'): string {
  const nodes = parse(phrase, where);
  return emit(nodes, { terms, where: `${where} "${phrase}"`, stack: [] });
}

function parse(phrase: string, where: string): Node[] {
  let at = 0;
  const fail = (message: string): never => {
    throw new PhraseError(`${where} "${phrase}": ${message} at column ${at + 1}`);
  };
  const sequence = (depth: number): Node[] => {
    if (depth > MAX_DEPTH) fail('parentheses are nested too deeply');
    const nodes: Node[] = [];
    while (at < phrase.length) {
      const char = phrase.charAt(at);
      if (char === ' ') at++;
      else if (char === '|' || char === ')') break;
      else if (char === '(') nodes.push(group(depth));
      else if (char === '{') nodes.push(term());
      else if (char === '^') at++, nodes.push({ type: 'start' });
      else if (char === '$' && (at + 1 === phrase.length || /[ )|]/.test(phrase.charAt(at + 1)))) at++, nodes.push({ type: 'end' });
      else if (phrase.startsWith('...', at)) nodes.push(gap());
      else nodes.push(word());
    }
    return nodes;
  };
  const group = (depth: number): Node => {
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
  const term = (): Node => {
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
  const word = (): Node => {
    const match = /^[^ |(){}]+/.exec(phrase.slice(at));
    const raw = match?.[0] ?? fail('a word was expected');
    at += raw.length;
    return wordNode(raw);
  };
  const nodes = sequence(0);
  if (at < phrase.length) fail('a closing parenthesis without an opening one');
  if (nodes.length === 0) fail('an empty phrase');
  return nodes;
}

function wordNode(raw: string): Node {
  const open = raw.endsWith('*');
  const body = (open ? raw.slice(0, -1) : raw).toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-');
  let source = '';
  for (const char of body) {
    if (char === '-') source += '[- ]?';
    else if (char === '#') source += '\\d[\\d,.]{0,12}';
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
}

/** Joins the nodes with separators; an optional node carries its own, so that leaving it out leaves no second space. */
function emit(nodes: readonly Node[], context: EmitContext): string {
  let source = '';
  let needsSeparator = false;
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
      needsSeparator = false;
      return;
    }
    const body = bodyOf(node, context);
    const optional = node.type !== 'word' && node.optional;
    const isLast = !nodes.slice(index + 1).some((later) => later.type !== 'end');
    if (!optional) {
      source += (needsSeparator ? SEPARATOR : '') + body;
      needsSeparator = true;
    } else if (isLast || needsSeparator) {
      source += needsSeparator ? `(?:${SEPARATOR}${body})?` : `${body}?`;
    } else {
      source += `(?:${body}${SEPARATOR})?`;
    }
  });
  return source;
}

function bodyOf(node: Exclude<Node, { type: 'gap' | 'start' | 'end' }>, context: EmitContext): string {
  if (node.type === 'word') return `${node.wordStart ? '\\b' : ''}${node.source}${node.wordEnd ? '\\b' : ''}`;
  if (node.type === 'group') return `(?:${node.options.map((option) => emit(option, context)).join('|')})`;
  const phrases = context.terms[node.name];
  if (!phrases) throw new PhraseError(`${context.where}: no term {${node.name}}${nearest(node.name, Object.keys(context.terms))}`);
  if (context.stack.includes(node.name)) throw new PhraseError(`${context.where}: the term {${node.name}} uses itself`);
  const inner = { ...context, stack: [...context.stack, node.name] };
  return `(?:${phrases.map((phrase) => emit(parse(phrase, `term {${node.name}}`), inner)).join('|')})`;
}

function nearest(name: string, candidates: readonly string[]): string {
  const close = candidates.find((candidate) => candidate.startsWith(name.slice(0, 3)));
  return close ? `; did you mean {${close}}?` : '';
}
