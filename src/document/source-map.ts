import type { Range, Span } from './types.js';

/** The way from clean text back to the source: sorted segments in typed arrays, found by binary search. */
export class SourceMap {
  private readonly at: Uint32Array;
  private readonly start: Uint32Array;
  private readonly length: Uint32Array;

  /** @param map Triples: offset in the clean text, start in the source, length in the source; sorted. */
  constructor(
    map: readonly number[],
    private readonly size: number,
  ) {
    const count = map.length / 3;
    this.at = new Uint32Array(count);
    this.start = new Uint32Array(count);
    this.length = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
      this.at[i] = map[3 * i] ?? 0;
      this.start[i] = map[3 * i + 1] ?? 0;
      this.length[i] = map[3 * i + 2] ?? 0;
    }
  }

  /** From the first character's place in the source to the end of the last one's. An empty range gives an empty span. */
  toSource({ start, end }: Range): Span {
    if (this.at.length === 0) return { start: 0, end: 0 };
    const from = Math.max(0, Math.min(start, this.size));
    const to = Math.min(Math.max(from, end), this.size);
    if (from === this.size) {
      const place = this.place(this.size - 1).end;
      return { start: place, end: place };
    }
    const first = this.place(from).start;
    return { start: first, end: to === from ? first : this.place(to - 1).end };
  }

  private place(offset: number): Span {
    let low = 0;
    let high = this.at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.at[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const at = this.at[low] ?? 0;
    const start = this.start[low] ?? 0;
    const length = this.length[low] ?? 0;
    const size = (this.at[low + 1] ?? this.size) - at;
    if (size !== length) return { start, end: start + length };
    return { start: start + offset - at, end: start + offset - at + 1 };
  }
}
