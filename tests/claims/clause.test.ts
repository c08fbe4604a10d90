import { describe, expect, it } from 'vitest';
import { clauseStart as actorClauseStart } from '../../src/claims/actor.js';
import { clauseEnd, clauseStart, isConditional, LONGEST_CLAUSE, lastBefore } from '../../src/claims/clause.js';
import { remember } from '../../src/claims/remember.js';

describe('the clause around a place', () => {
  const lower = 'we keep logs; if you ask, we delete them: at once';
  it('begins behind the last break and ends at the next', () => {
    const at = lower.indexOf('delete');
    expect(lower.slice(clauseStart(lower, at), clauseEnd(lower, at))).toBe(' if you ask, we delete them');
    expect(isConditional(lower, lower.indexOf('ask'))).toBe(true);
    expect(isConditional(lower, at)).toBe(false);
  });
  it('is read no farther than anybody reads, from a word on', () => {
    const endless = 'names with addresses '.repeat(400);
    const at = endless.lastIndexOf('names');
    for (const start of [clauseStart(endless, at), actorClauseStart(endless, at)]) {
      expect(at - start).toBeLessThanOrEqual(LONGEST_CLAUSE);
      expect(at - start).toBeGreaterThan(LONGEST_CLAUSE - 20);
      expect(endless.charAt(start)).toBe(' ');
    }
    expect(clauseEnd(endless, 100)).toBeLessThan(100 + LONGEST_CLAUSE + 20);
  });
});

describe('the last range that ends by a place', () => {
  const ranges = [
    { start: 0, end: 4 },
    { start: 6, end: 20 },
    { start: 8, end: 10 },
  ];
  it('is found among ranges that hold others', () => {
    expect([3, 4, 9, 10, 19, 20].map((at) => lastBefore(ranges, at)?.start)).toEqual([undefined, 0, 0, 8, 8, 8]);
  });
});

describe('what is read of a sentence', () => {
  it('is read once while it is remembered', () => {
    const read: string[] = [];
    const first = remember((lower) => {
      read.push(lower);
      return lower.charAt(0) || null;
    });
    expect([first('abc'), first('abc'), first(''), first('')]).toEqual(['a', 'a', null, null]);
    expect(read).toEqual(['abc', '']);
  });
});
