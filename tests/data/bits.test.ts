import { describe, expect, test } from 'vitest';
import { addBits, addPacked, hasBit, hasPackedBit, isPacked, lanes, packed, packedLanes, unpacked } from '../../src/data/bits.js';

describe('sets of numbers', () => {
  const numbers = [0, 1, 15, 16, 17, 31, 32, 47, 900, 4097, 5205];
  const others = [2, 14, 18, 30, 33, 48, 899, 901, 4096, 5204];

  test('hold what was added, and nothing else', () => {
    const set = lanes(5206);
    addBits(set, [7, ...numbers, 8], 1, numbers.length + 1);
    expect([...numbers, ...others, 7, 8].filter((number) => hasBit(set, number))).toEqual(numbers);
  });
  test('stand packed, each sixteen once, in numbers of two bytes', () => {
    const list = packed(numbers.toReversed());
    expect(unpacked(list, 0, list.length)).toEqual(numbers);
    expect(list).toHaveLength(2 * new Set(numbers.map((number) => number >> 4)).size);
    expect(Math.max(...list)).toBeLessThan(1 << 16);
    const framed = [9, 9, 9, ...list, 9, 9];
    const found = (number: number): boolean => isPacked(framed, number, 3, 3 + list.length);
    expect([...numbers, ...others].filter(found)).toEqual(numbers);
    expect(isPacked(framed, 0, 3, 3)).toBe(false);
  });
  test('are joined as they stand', () => {
    const set = packedLanes(5206);
    for (const list of [packed(numbers.slice(0, 6)), packed(numbers.slice(4))]) addPacked(set, list, 0, list.length);
    expect([...numbers, ...others].filter((number) => hasPackedBit(set, number))).toEqual(numbers);
  });
});
