/**
 * A regular expression that knows what text it needs: it is made when a text first holds that. The build puts these in place of literals
 * (`scripts/gate-expressions.mjs`).
 */
export class Gated {
  #told: string;
  #gate: Gate | undefined;
  #made: RegExp | undefined;

  /** The source, the flags and what `Gate` is told: a line each. */
  constructor(told: string) {
    this.#told = told;
  }

  test(text: string): boolean {
    return (this.#made ?? this.#wanted(text))?.test(text) ?? false;
  }

  exec(text: string): RegExpExecArray | null {
    return (this.#made ?? this.#wanted(text))?.exec(text) ?? null;
  }

  #wanted(text: string): RegExp | null {
    const told = this.#told;
    const source = told.indexOf('\n');
    const needed = told.indexOf('\n', source + 1);
    const flags = told.slice(source + 1, needed);
    this.#gate ??= new Gate(told.slice(needed + 1), flags);
    if (!this.#gate.lets(text)) return null;
    this.#made = new RegExp(told.slice(0, source), flags);
    return this.#made;
  }
}

/** Tells of a text whether an expression may match in it. */
export class Gate {
  readonly #needed: readonly string[];
  readonly #folds: boolean;
  #searches = 0;

  /**
   * `needed`: where the text must hold one of the pieces (`start`, `end`, `anywhere`), then a piece a line; empty where the expression needs
   * nothing in particular.
   */
  constructor(needed: string, flags: string) {
    this.#needed = needed.split('\n');
    this.#folds = flags.includes('i');
  }

  lets(text: string): boolean {
    const needed = this.#needed;
    this.#searches += needed.length;
    if (needed.length === 1 || this.#searches > MOST_SEARCHES) return true;
    const searched = this.#folds ? text.toLowerCase() : text;
    const at = needed[0];
    // By number: V8 makes an object for each that is gone through by itself.
    for (let index = 1; index < needed.length; index++) {
      const piece = needed[index] ?? '';
      if (at === 'start' ? searched.startsWith(piece) : at === 'end' ? searched.endsWith(piece) : searched.includes(piece)) return true;
    }
    return false;
  }
}

/** Beyond, the expression is wanted often enough to be made. */
const MOST_SEARCHES = 600;
