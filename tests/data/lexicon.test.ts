import { describe, expect, test } from 'vitest';
import { lexicon } from '../../src/data/lexicon.js';

const words = lexicon('right');

describe('a group of patterns', () => {
  const text = 'you have the right of access and the right to erasure.';

  test('of a text holds those that match it, in the order of the file, and not all', () => {
    const all = words.values('named');
    const possible = words.values('named', text);
    const matching = all.filter(([, pattern]) => pattern.test(text));
    expect(matching.map(([name]) => name)).toEqual(expect.arrayContaining(['access', 'erasure']));
    expect(possible.filter(([, pattern]) => pattern.test(text))).toEqual(matching);
    expect(possible.length).toBeLessThan(all.length);
  });

  test('that is not there is said', () => {
    expect(() => words.values('nowhere')).toThrow('rules/lexicon/en/right.yaml has no group "nowhere"');
    expect(() => words.pattern('nowhere')).toThrow('has no pattern "nowhere"');
    expect(() => lexicon('nowhere')).toThrow('no lexicon file');
  });
});
