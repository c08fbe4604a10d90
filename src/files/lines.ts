/** Lines and columns, made at the edge: everything inside the tool works in offsets. */
import type { Span } from '../document/types.js';

/** A region as in SARIF: 1-based, columns in UTF-16 code units, `endColumn` exclusive, `charOffset` from 0. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}

/** A 1-based place. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text start. A line ends at `\n`, `\r\n` or a lone `\r`, as editors have it. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly source: string) {
    const end = /\r\n|\n|\r/g;
    while (end.exec(source)) this.starts.push(end.lastIndex);
  }

  get count(): number {
    return this.starts.length;
  }

  /** The place of an offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.source.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.starts[low] ?? 0) + 1 };
  }

  region(span: Span): Region {
    const start = this.position(span.start);
    const end = this.position(span.end);
    return {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: span.start,
      charLength: span.end - span.start,
    };
  }

  /** A line's text without its ending; empty outside the text. */
  text(line: number): string {
    const start = this.starts[line - 1];
    if (start === undefined) return '';
    return this.source.slice(start, this.starts[line] ?? this.source.length).replace(/[\r\n]{1,2}$/, '');
  }
}
