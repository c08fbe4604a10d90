import { describe, expect, it } from 'vitest';
import { hasBit } from '../../src/data/bits.js';
import { Openers } from '../../src/data/openers.js';

/** The words up to a number that begin a phrase of the list. */
function wordsOf({ bits, lanes }: Openers, list: number, upTo: number): number[] {
  return Array.from({ length: upTo }, (_, word) => word).filter((word) => word >> 5 < lanes && hasBit(bits, list * lanes * 32 + word));
}

describe('the words that begin phrases', () => {
  it('are told by list', () => {
    const openers = new Openers(3, [0, 0, 1, 2], []);
    openers.add(3, [0, 1, 3], 0, 3);
    openers.add(40, [9, 2, 9], 1, 2);
    expect([0, 1, 2].map((list) => wordsOf(openers, list, 100))).toEqual([[3], [40], [3]]);
  });

  it('stay told when there are more of them than a row has room for, and more lists', () => {
    const since: number[] = [];
    const openers = new Openers(2, [0, 1], since);
    openers.add(7, [0, 1], 0, 2);
    openers.add(5000, [1], 0, 1);
    since.push(2);
    openers.grow(3);
    openers.add(7, [0, 1, 2], 0, 3);
    expect([0, 1, 2].map((list) => wordsOf(openers, list, 6000))).toEqual([[7], [7, 5000], [7]]);
  });

  it('may be all that have no number of their own', () => {
    const openers = new Openers(2, [0, 1], []);
    openers.addToAll(16_000);
    expect([0, 1].map((list) => wordsOf(openers, list, 17_000))).toEqual([[16_000], [16_000]]);
  });
});
