/**
 * A regular expression that knows what text it needs: it is made when a text first holds that. The build puts these in place of literals
 * (`scripts/gate-expressions.mjs`) of which only `test` and `exec` are asked, or which are given to methods of texts.
 */
export class Gated {
  readonly flags: string;
  #needed: string | readonly string[];
  readonly #source: string;
  #made: RegExp | undefined;
  #asked = 0;

  /** `needed`: what `mayMatch` is told. */
  constructor(needed: string, source: string, flags = '') {
    this.#needed = needed;
    this.#source = source;
    this.flags = flags;
  }

  test(text: string): boolean {
    return (this.#made ?? this.#wanted(text))?.test(text) ?? false;
  }

  exec(text: string): RegExpExecArray | null {
    return (this.#made ?? this.#wanted(text))?.exec(text) ?? null;
  }

  [Symbol.replace](text: string, by: string | ((found: string, ...parts: unknown[]) => string)): string {
    const made = this.#made ?? this.#wanted(text);
    if (made === null) return text;
    return typeof by === 'string' ? text.replace(made, by) : text.replace(made, by);
  }

  [Symbol.split](text: string, limit?: number): string[] {
    const made = this.#made ?? this.#wanted(text);
    return made === null && limit === undefined ? [text] : text.split(made ?? this.#make(), limit);
  }

  [Symbol.search](text: string): number {
    return (this.#made ?? this.#wanted(text))?.[Symbol.search](text) ?? -1;
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    return (this.#made ?? this.#wanted(text))?.[Symbol.match](text) ?? null;
  }

  [Symbol.matchAll](text: string): IterableIterator<RegExpExecArray> {
    const made = this.#made ?? this.#wanted(text);
    return made === null ? [].values() : text.matchAll(made);
  }

  #wanted(text: string): RegExp | null {
    if (this.#asked++ < MOST_ASKED) {
      if (typeof this.#needed === 'string') this.#needed = readNeeded(this.#needed);
      if (!mayMatch(this.#needed, text)) return null;
    }
    return this.#make();
  }

  #make(): RegExp {
    this.#made = new RegExp(this.#source, this.flags);
    return this.#made;
  }
}

/** Beyond, an expression is wanted often enough to be made. */
export const MOST_ASKED = 200;
/** To look for many pieces in a whole text takes longer than to make an expression. */
const LONGEST = 20_000;

/** What the build tells, as `mayMatch` reads it. */
export function readNeeded(told: string): readonly string[] {
  return told.split('\b');
}

/**
 * Whether an expression may match in a text. The first line's signs say what is asked of each of the pieces behind it: `*` that the text holds
 * it, `<`, `>` and `|` where a word begins, ends, or both; `^` that it begins with it, `a` where a word ends; `$` that it ends with it, `z` where
 * a word begins; `=` that it is all; `[` that its first sign is one of the piece's, `]` its last, `{` and `}` also where that is not of ASCII;
 * `#` that it holds a digit. One must hold, and one more behind every `&`. Where the first sign is `~`, pieces are in small letters, whatever
 * the text is written in. An expression that needs nothing in particular has no signs.
 */
export function mayMatch(needed: readonly string[], text: string): boolean {
  const signs = needed[0] ?? '';
  const searched = signs.charCodeAt(0) === FOLDS ? text.toLowerCase() : text;
  // Where small letters take more room, places in them are not those in the text.
  if (signs === '' || text.length > LONGEST || searched.length !== text.length) return true;
  let isHeld = false;
  for (let index = 1; index < needed.length; index++) {
    const sign = signs.charCodeAt(index);
    if (isHeld) {
      if (sign === AND) isHeld = false;
    } else if (sign === AND) return false;
    else {
      const piece = needed[index] ?? '';
      isHeld = sign === ANYWHERE ? searched.includes(piece) : holds(sign, piece, searched, text);
    }
  }
  return isHeld;
}

const FOLDS = 0x7e;
const AND = 0x26;
const ANYWHERE = 0x2a;

function holds(sign: number, piece: string, searched: string, text: string): boolean {
  switch (sign) {
    case 0x24: // $
      return searched.endsWith(piece);
    case 0x5e: // ^
      return searched.startsWith(piece);
    case 0x5b: // [
      return piece.includes(text.charAt(0));
    case 0x5d: // ]
      return piece.includes(text.charAt(text.length - 1));
    case 0x7b: // {
      return text.charCodeAt(0) >= 0x80 || piece.includes(text.charAt(0));
    case 0x7d: // }
      return text.charCodeAt(text.length - 1) >= 0x80 || piece.includes(text.charAt(text.length - 1));
    case 0x3d: // =
      return searched === piece;
    case 0x23: // #
      return DIGIT.test(text);
    case 0x61: // a
      return searched.startsWith(piece) && !isWord(text, piece.length);
    case 0x7a: // z
      return searched.endsWith(piece) && !isWord(text, text.length - piece.length - 1);
    default:
      return holdsWord(sign, piece, searched, text);
  }
}

const DIGIT = /\d/;

function holdsWord(sign: number, piece: string, searched: string, text: string): boolean {
  for (let at = searched.indexOf(piece); at >= 0; at = searched.indexOf(piece, at + 1)) {
    const end = at + piece.length;
    // > and <
    if ((sign === 0x3e || !isWord(text, at - 1)) && (sign === 0x3c || !isWord(text, end))) return true;
  }
  return false;
}

/** Whether a sign of a word stands at a place, as `\b` understands it. */
function isWord(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}
