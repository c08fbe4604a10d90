import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ownString } from '../../src/data/own-string.js';

describe('a string of its own', () => {
  it('has the same text', () => {
    for (const text of ['', 'short', 'exactly 13 ch', 'longer than any cut that is copied at once', '個人情報の取り扱いについての方針です'])
      expect(ownString(text)).toBe(text);
  });
  it('does not keep the text in memory that it was cut out of', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const kept: string[] = [];
    const size = 4_000_000;
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let round = 0; round < 20; round++) {
      const text = `${'some text of a policy that is long '.repeat(size / 35)}${round}`.toLowerCase();
      kept.push(ownString(text.slice(round, round + 30)));
    }
    collect();
    expect(kept).toHaveLength(20);
    // Twenty texts would take eighty megabytes.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(5 * size);
  });
});
