/**
 * A regular expression that knows what text it needs: it is made when a text first holds that. The build puts these in place of literals
 * (`scripts/gate-expressions.mjs`).
 */
export class Gated {
  readonly #needed: string;
  readonly #source: string;
  readonly #flags: string;
  #made: RegExp | undefined;
  #asked = 0;

  /** `needed`: what `mayMatch` is told. */
  constructor(needed: string, source: string, flags = '') {
    this.#needed = needed;
    this.#source = source;
    this.#flags = flags;
  }

  test(text: string): boolean {
    return (this.#made ?? this.#wanted(text))?.test(text) ?? false;
  }

  exec(text: string): RegExpExecArray | null {
    return (this.#made ?? this.#wanted(text))?.exec(text) ?? null;
  }

  #wanted(text: string): RegExp | null {
    if (this.#asked++ < MOST_ASKED && !mayMatch(this.#needed, text)) return null;
    this.#made = new RegExp(this.#source, this.#flags);
    return this.#made;
  }
}

/** Beyond, an expression is wanted often enough to be made. */
export const MOST_ASKED = 60;

/**
 * Whether an expression may match in a text. `needed`: a sign that says where the text must hold one of the pieces behind it (`^` at its start,
 * `$` at its end, `*` anywhere; in small letters, whatever the text is written in: `<`, `>`, `~`), then the pieces, a line each; empty where
 * it needs nothing in particular.
 */
export function mayMatch(needed: string, text: string): boolean {
  const sign = needed.charAt(0);
  const folds = sign === '~' || sign === '<' || sign === '>';
  const searched = folds ? text.toLowerCase() : text;
  // Most are asked once or twice: a list of the pieces would take longer to make than to do without.
  for (let from = 1; from < needed.length; ) {
    const next = needed.indexOf('\n', from);
    const end = next < 0 ? needed.length : next;
    const piece = needed.slice(from, end);
    if (
      sign === '^' || sign === '<'
        ? searched.startsWith(piece)
        : sign === '$' || sign === '>'
          ? searched.endsWith(piece)
          : searched.includes(piece)
    )
      return true;
    from = end + 1;
  }
  return needed === '';
}
