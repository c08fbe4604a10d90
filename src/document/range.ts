import type { Range } from './types.js';

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

export const overlapsAny = (ranges: readonly Range[], range: Range): boolean => ranges.some((other) => overlaps(other, range));

export const shift = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by });
