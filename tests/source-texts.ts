/** What a source file of ours says in expressions, templates and strings; comments are left out. */
export interface SourceText {
  readonly kind: 'expression' | 'template' | 'string';
  /** Without its quotes or slashes; a space stands for each `${}` of a template. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Offset of the literal. */
  readonly start: number;
}

/** All literals, in order of their ends. Reads what the formatter writes: a slash behind one of a few signs opens an expression. */
export function sourceTexts(source: string): readonly SourceText[] {
  const reader = new Reader(source);
  reader.code(0);
  return reader.found;
}

class Reader {
  readonly found: SourceText[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Reads code up to the bracket that closes it, or to the end; where it ends. */
  code(from: number): number {
    const source = this.#source;
    let depth = 0;
    for (let at = from; at < source.length; ) {
      const char = source.charAt(at);
      if (char === '}' && depth-- === 0) return at;
      if (char === '{') depth++;
      if (source.startsWith('//', at)) at = endOr(source.indexOf('\n', at), source.length);
      else if (source.startsWith('/*', at)) at = endOr(source.indexOf('*/', at), source.length) + 2;
      else if (char === "'" || char === '"') at = this.#until(at, char, 'string');
      else if (char === '`') at = this.#template(at);
      else if (char === '/' && OPENS_EXPRESSION.test(source.slice(Math.max(0, at - 30), at))) at = this.#until(at, '/', 'expression');
      else at++;
    }
    return source.length;
  }

  #until(start: number, close: string, kind: SourceText['kind']): number {
    const source = this.#source;
    let isInClass = false;
    let at = start + 1;
    for (; at < source.length; at++) {
      const char = source.charAt(at);
      if (char === '\\') at++;
      else if (kind === 'expression' && (char === '[' || char === ']')) isInClass = char === '[';
      else if (char === close && !isInClass) break;
    }
    this.#add(kind, source.slice(start + 1, at), start);
    return at + 1;
  }

  #template(start: number): number {
    const source = this.#source;
    let text = '';
    let at = start + 1;
    for (; at < source.length && source.charAt(at) !== '`'; at++) {
      if (source.startsWith('${', at)) {
        at = this.code(at + 2);
        text += ' ';
      } else if (source.charAt(at) === '\\') text += source.slice(at, ++at + 1);
      else text += source.charAt(at);
    }
    this.#add('template', text, start);
    return at + 1;
  }

  #add(kind: SourceText['kind'], text: string, start: number): void {
    this.found.push({ kind, text, line: this.#source.slice(0, start).split('\n').length, start });
  }
}

const OPENS_EXPRESSION = /(?:^|[(,=:[!&|?{};>\n]|\breturn)\s*$/;

const endOr = (at: number, otherwise: number): number => (at < 0 ? otherwise : at);
