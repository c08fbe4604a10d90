import { describe, expect, test } from 'vitest';
import { claimsOf } from './helpers.js';

const dates = async (text: string): Promise<string[]> =>
  (await claimsOf('effective-date', text)).map(({ value }) => `${value.label} ${value.date}`);
const filler = '\n\nWe collect little. We share nothing. We keep your name and your address.'.repeat(12);

describe('effective-date', () => {
  test.each([
    ['Last updated: April 19, 2026', ['last-updated 2026-04-19']],
    ['**Effective Date:** 19 April 2026', ['effective 2026-04-19']],
    ['Effective date: 2 May 2021. Last updated: 16 June 2022.', ['effective 2021-05-02', 'last-updated 2022-06-16']],
    ['This policy was last revised on 2026-04-19.', ['last-updated 2026-04-19']],
    ['This notice is effective as of May 2023.', ['effective 2023-05']],
    ['Version 3.1, 19.04.2026', ['last-updated 2026-04-19']],
    ['# Privacy policy (last updated 1 March 2024)', ['last-updated 2024-03-01']],
    ['| Owner | Legal |\n| --- | --- |\n| Document updated | 25.6.2025 |', ['last-updated 2025-06-25']],
  ])('%s', async (text, expected) => expect(await dates(text)).toEqual(expected));

  test('a line that is a date and a title', async () => {
    expect(await dates(`Privacy notice, 30 November 2023${filler}`)).toEqual(['effective 2023-11-30']);
  });

  test('a line that is only a date, near the top', async () => {
    expect(await dates(`# Privacy policy\n\n25 May 2018${filler}`)).toEqual(['effective 2018-05-25']);
    expect(await dates(`# Privacy policy${filler}\n\n25 May 2018${filler}`)).toEqual([]);
  });

  test('the newest entry of a list of changes', async () => {
    const changes =
      '\n\n## Changes\n\n- March 2, 2021: First version\n- June 5, 2023: Took out the paragraph on our forum, which has closed\n';
    expect(await dates(`# Privacy policy${filler}${changes}${filler}`)).toEqual(['last-updated 2023-06-05']);
  });

  test('other dates of the text settle which figure is the day', async () => {
    expect(await dates('Last updated: 03/05/2026\n\nWe moved on 19/04/2026.')).toEqual(['last-updated 2026-05-03']);
  });

  test.each([
    'The GDPR took effect on 25 May 2018.',
    'We have used this provider since 3 May 2020.',
    'Effective July 1, 2023, if you live in Colorado, you may appeal.',
    'Effective May 3, 2021, the Harbour Data Act (HDA) gives members certain rights.',
    'The previous version of this policy was updated on 1 May 2019.',
    'Last updated: see the date below.',
  ])('none: %s', async (text) => expect(await dates(`# Privacy\n\nWe collect little.${filler}\n\n${text}${filler}`)).toEqual([]));
});
