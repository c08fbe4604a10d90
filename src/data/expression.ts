import { MOST_ASKED, mayMatch, readNeeded } from './gated.js';
import { lexicon } from './lexicon.js';

/** An expression that is built when it is needed. */
export interface Expression {
  /** Built when first asked for. Told of a text, one that may stand for it there: it matches nothing where the text holds nothing that it needs. */
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
 * `shared/we` is one of another file. `needed` is told by the build: what `mayMatch` is to look for in a text.
 */
export function expression(
  file: string,
  flags = '',
  needed = '',
): (parts: TemplateStringsArray, ...names: readonly string[]) => Expression {
  return ({ raw }, ...names) => {
    let made: RegExp | undefined;
    let asked = 0;
    let pieces: readonly string[] | undefined;
    const ask = (text?: string): RegExp => {
      if (made !== undefined) return made;
      if (text !== undefined && asked++ < MOST_ASKED) {
        pieces ??= readNeeded(needed);
        if (!mayMatch(pieces, text)) return NOTHING;
      }
      made = new RegExp(raw.map((part, index) => part + sourceOf(names[index], file)).join(''), flags);
      return made;
    };
    return Object.setPrototypeOf(ask, ASKED);
  };
}

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

function sourceOf(name: string | undefined, file: string): string {
  if (name === undefined) return '';
  const slash = name.indexOf('/');
  return slash < 0 ? lexicon(file).cue(name) : lexicon(name.slice(0, slash)).cue(name.slice(slash + 1));
}

/** What takes long to make and is not always needed, made when it is first asked for. */
export function whenAsked<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
