import { type Lexicon, lexicon } from './lexicon.js';

/** An expression that is built when it is needed. */
export interface Expression {
  /** Built when first asked for. Told of a text, one that may stand for it there: it matches nothing where none of its words is in the text. */
  (text?: string): RegExp;
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/**
 * An expression that holds wording of the lexicon: the signs stand here, the words in `rules/lexicon/<language>/<file>.yaml` under `cues`.
 *
 *   const OF_A_THING = expression('sharing')`^${'none-of'}[^,;]*$`;
 *   OF_A_THING.test(lower)
 *
 * For a short text beside a match, of which reading all words would cost more than it saves; what is sought in whole sentences belongs to
 * `patterns`. A name stands for any of its phrases, whole words, as `(?:...)`, or for any of a list of `words`, also within longer ones;
 * `shared/we` is one of another file.
 *
 * V8 compiles an expression at its first use, which takes as long as some hundred uses, and most are of no use to a page: before, the text is
 * searched for the words alone.
 */
export function expression(file: string, flags = ''): (parts: TemplateStringsArray, ...names: readonly string[]) => Expression {
  return ({ raw }, ...names) => {
    let made: RegExp | undefined;
    let marks: readonly string[] | undefined;
    let searches = 0;
    const ask = (text?: string): RegExp => {
      if (made !== undefined) return made;
      if (text !== undefined && searches < MOST_SEARCHES) {
        marks ??= marksOf(file, raw, names);
        searches += marks.length;
        if (marks.length > 0 && !holdsOne(flags.includes('i') ? text.toLowerCase() : text, marks)) return NOTHING;
      }
      made = new RegExp(raw.map((part, index) => part + sourceOf(names[index], file)).join(''), flags);
      return made;
    };
    return Object.setPrototypeOf(ask, ASKED);
  };
}

/** Beyond, the expression is wanted often enough to be built. */
const MOST_SEARCHES = 200;
const NOTHING = /(?!)/g;

const ASKED = {
  test(this: Expression, text: string): boolean {
    const expression = this(text);
    return expression !== NOTHING && expression.test(text);
  },
  exec(this: Expression, text: string): RegExpExecArray | null {
    return this(text).exec(text);
  },
};

function holdsOne(text: string, marks: readonly string[]): boolean {
  for (const mark of marks) if (text.includes(mark)) return true;
  return false;
}

/** Pieces of text of which all that the expression matches holds one; none where no cue is sure to be in it. */
function marksOf(file: string, raw: readonly string[], names: readonly string[]): readonly string[] {
  let fewest: readonly string[] = [];
  let depth = 0;
  for (const [index, part] of raw.entries()) {
    for (let at = 0; at < part.length; at++) {
      const sign = part.charAt(at);
      if (sign === '\\') at++;
      else if (sign === '[') at = endOfClass(part, at);
      else if (sign === '(') depth++;
      else if (sign === ')') depth--;
      else if (sign === '|' && depth === 0) return [];
    }
    const name = names[index];
    if (name === undefined || depth > 0 || /^(?:[?*]|\{0)/.test(raw[index + 1] ?? '')) continue;
    const marks = cueOf(name, file, (words, key) => words.marks(key));
    if (fewest.length === 0 || (marks.length > 0 && marks.length < fewest.length)) fewest = marks;
  }
  return fewest;
}

function endOfClass(part: string, from: number): number {
  let at = from + 1;
  while (at < part.length && part.charAt(at) !== ']') at += part.charAt(at) === '\\' ? 2 : 1;
  return at;
}

const sourceOf = (name: string | undefined, file: string): string =>
  name === undefined ? '' : cueOf(name, file, (words, key) => words.cue(key));

function cueOf<T>(name: string, file: string, read: (words: Lexicon, key: string) => T): T {
  const slash = name.indexOf('/');
  return slash < 0 ? read(lexicon(file), name) : read(lexicon(name.slice(0, slash)), name.slice(slash + 1));
}

/** What takes long to make and is not always needed, made when it is first asked for. */
export function whenAsked<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
