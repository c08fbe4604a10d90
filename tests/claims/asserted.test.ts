import { describe, expect, it } from 'vitest';
import { isOfSomebody } from '../../src/claims/asserted.js';

/** Where `words` stand in a sentence. */
const at = (lower: string, words: string) => ({ start: lower.indexOf(words), end: lower.indexOf(words) + words.length });

describe('who somebody is', () => {
  it.each([
    ['we share it with vendors (such as hosts, and marketing agencies).', 'marketing agencies'],
    ['we share it with companies that help us with hosting and marketing.', 'marketing'],
    ['we use partners providing boat repair and marketing.', 'marketing'],
    ['they perform tasks for us, such as billing and marketing.', 'marketing'],
    ['we receive your name from agencies and marketing partners.', 'marketing partners'],
    ['our sources are clubs and marketing partners.', 'marketing partners'],
  ])('%s', (lower, words) => expect(isOfSomebody(lower, at(lower, words))).toBe(true));

  it.each([
    ['we share it with vendors (such as hosts) for marketing.', 'marketing'],
    ['we use vendors, such as hosts, to do our marketing.', 'marketing'],
    ['we use what vendors such as hosts tell us; we do marketing.', 'marketing'],
    ['we use it for the purposes of third parties, including marketing.', 'marketing'],
    ['people named by third parties such as clubs may receive marketing.', 'marketing'],
    ['we use vendors such as hosts that deliver ads.', 'deliver ads'],
    ['we do marketing with partners such as clubs.', 'marketing'],
  ])('but not: %s', (lower, words) => expect(isOfSomebody(lower, at(lower, words))).toBe(false));
});
