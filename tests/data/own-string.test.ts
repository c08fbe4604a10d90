import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { narrowString, ownString } from '../../src/data/own-string.js';

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

describe('a narrow string', () => {
  it('has the same text, whatever signs are in it', () => {
    for (const text of [
      '',
      'we keep "it" \\ for\n3 days\u0000\u007f',
      'caf\u00e9 \u00ff',
      '\u2022 \u20ac5',
      '\ud83d\ude00',
      '\ud83d alone',
    ])
      expect(narrowString(text)).toBe(text);
  });
  it('takes one byte a sign where it was cut out of a wide text', () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const size = 8_000_000;
    const wide = `\u2019${'some words of a policy '.repeat(size / 23)}`;
    const cut = wide.slice(1);
    collect();
    const before = process.memoryUsage().heapUsed;
    const kept = narrowString(cut);
    collect();
    // Two bytes a sign would take sixteen megabytes.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(1.2 * size);
    expect(kept.length + wide.length).toBe(2 * cut.length + 1);
  });
});
