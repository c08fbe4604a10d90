import { lexicon } from './lexicon.js';

/**
 * An expression that holds wording of the lexicon: the signs stand here, the words in `rules/lexicon/<language>/<file>.yaml` under `cues`.
 *
 *   const OF_A_THING = expression('sharing')`^${'none-of'}[^,;]*$`;
 *   OF_A_THING().test(lower)
 *
 * For a short text beside a match, of which reading all words would cost more than it saves; what is sought in whole sentences belongs to
 * `patterns`. A name stands for any of its phrases, whole words, as `(?:...)`, or for any of a list of `words`, also within longer ones;
 * `shared/we` is one of another file. Built when first asked for.
 */
export function expression(file: string, flags = ''): (parts: TemplateStringsArray, ...names: readonly string[]) => () => RegExp {
  return ({ raw }, ...names) => whenAsked(() => new RegExp(raw.map((part, index) => part + sourceOf(names[index], file)).join(''), flags));
}

/** What takes long to make and is not always needed, made when it is first asked for. */
export function whenAsked<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function sourceOf(name: string | undefined, file: string): string {
  if (name === undefined) return '';
  const slash = name.indexOf('/');
  return slash < 0 ? lexicon(file).cue(name) : lexicon(name.slice(0, slash)).cue(name.slice(slash + 1));
}
