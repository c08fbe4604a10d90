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
    const [source = '', flags = ''] = this.#told.split('\n', 2);
    this.#gate ??= new Gate(this.#told.slice(source.length + flags.length + 2), flags);
    if (!this.#gate.lets(text)) return null;
    this.#made = new RegExp(source, flags);
    return this.#made;
  }
}

/** Tells of a text whether an expression may match in it. */
export class Gate {
  readonly #at: string;
  readonly #pieces: readonly string[];
  readonly #folds: boolean;
  #searches = 0;

  /**
   * `needed`: where the text must hold one of the pieces (`start`, `end`, `anywhere`), then a piece a line; empty where the expression needs
   * nothing in particular.
   */
  constructor(needed: string, flags: string) {
    [this.#at = '', ...this.#pieces] = needed.split('\n');
    this.#folds = flags.includes('i');
  }

  lets(text: string): boolean {
    this.#searches += this.#pieces.length;
    if (this.#pieces.length === 0 || this.#searches > MOST_SEARCHES) return true;
    const searched = this.#folds ? text.toLowerCase() : text;
    if (this.#at === 'start') return this.#pieces.some((piece) => searched.startsWith(piece));
    if (this.#at === 'end') return this.#pieces.some((piece) => searched.endsWith(piece));
    return this.#pieces.some((piece) => searched.includes(piece));
  }
}

/** Beyond, the expression is wanted often enough to be made. */
const MOST_SEARCHES = 600;
