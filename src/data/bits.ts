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
