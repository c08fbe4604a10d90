/** Sets of numbers as bits. */

/** A set that may hold `count` numbers, with none in it: 32 to a lane. */
export const lanes = (count: number): number[] => new Array<number>((count >> 5) + 1).fill(0);

/** Adds the numbers of the list from one place to before another. */
export function addBits(to: number[], numbers: ArrayLike<number>, from: number, end: number): void {
  for (let at = from; at < end; at++) {
    const number = numbers[at] ?? 0;
    to[number >> 5] = (to[number >> 5] ?? 0) | (1 << (number & 31));
  }
}

export const hasBit = (all: ArrayLike<number>, number: number): boolean => (((all[number >> 5] ?? 0) >> (number & 31)) & 1) === 1;

/**
 * Numbers in so few that two bytes hold each: for every sixteen numbers of which some are in the set, which sixteen, and the bits of those.
 * Numbers that often come together take a third of the time to add to a set that they take one by one.
 */
export function packed(numbers: readonly number[]): number[] {
  const found = new Map<number, number>();
  for (const number of numbers) found.set(number >> 4, (found.get(number >> 4) ?? 0) | (1 << (number & 15)));
  return [...found].sort(([a], [b]) => a - b).flat();
}

/** A set for numbers that come packed, with none in it: sixteen to a lane. */
export const packedLanes = (count: number): number[] => new Array<number>((count >> 4) + 1).fill(0);

/** Adds what stands packed in the list from one place to before another. */
export function addPacked(to: number[], list: ArrayLike<number>, from: number, end: number): void {
  for (let at = from; at < end; at += 2) {
    const lane = list[at] ?? 0;
    to[lane] = (to[lane] ?? 0) | (list[at + 1] ?? 0);
  }
}

export const hasPackedBit = (all: ArrayLike<number>, number: number): boolean => (((all[number >> 4] ?? 0) >> (number & 15)) & 1) === 1;

/** Whether the number is in what stands packed in the list from one place to before another. */
export function isPacked(list: ArrayLike<number>, number: number, from: number, end: number): boolean {
  const wanted = number >> 4;
  let low = 0;
  let high = (end - from) >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[from + middle * 2] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const at = from + low * 2;
  return at < end && list[at] === wanted && (((list[at + 1] ?? 0) >> (number & 15)) & 1) === 1;
}

/** The numbers of what stands packed in the list from one place to before another, ascending. */
export function unpacked(list: ArrayLike<number>, from: number, end: number): number[] {
  const numbers: number[] = [];
  for (let at = from; at < end; at += 2)
    for (let bit = 0; bit < 16; bit++) if (((list[at + 1] ?? 0) >> bit) & 1) numbers.push((list[at] ?? 0) * 16 + bit);
  return numbers;
}
