/** Sets of numbers as bits. */

/** Pairs of a lane, each once, and the bits of it: of a set that holds few numbers of many. */
export type Bits = readonly number[];

/** A set that may hold `count` numbers, with none in it: 32 to a lane. */
export const lanes = (count: number): number[] => new Array<number>((count >> 5) + 1).fill(0);

/** Of numbers in ascending order. */
export function bitsOf(numbers: ArrayLike<number>): Bits {
  const bits: number[] = [];
  let last = -1;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    const lane = number >> 5;
    const bit = 1 << (number & 31);
    if (lane === last) bits[bits.length - 1] = (bits[bits.length - 1] ?? 0) | bit;
    else bits.push(lane, bit);
    last = lane;
  }
  return bits;
}

export function includesBit(bits: Bits, number: number): boolean {
  for (let at = 0; at < bits.length; at += 2) if (bits[at] === number >> 5) return (((bits[at + 1] ?? 0) >> (number & 31)) & 1) === 1;
  return false;
}

export function addBits(to: number[], bits: Bits): void {
  for (let at = 0; at < bits.length; at += 2) {
    const lane = bits[at] ?? 0;
    to[lane] = (to[lane] ?? 0) | (bits[at + 1] ?? 0);
  }
}

export const hasBit = (all: readonly number[], number: number): boolean => (((all[number >> 5] ?? 0) >> (number & 31)) & 1) === 1;
