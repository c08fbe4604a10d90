import { describe, expect, test } from 'vitest';
import { found, hitsOf, wordingOf } from './helper.js';

describe('run-together', () => {
  const glued = wordingOf('run-together');
  const text = 'We keep the address ofthe user. It is read from anInternet server.This is needed. Then wewill delete it.';
  test('finds glued words and a sentence that begins without a space, as one finding', async () => {
    const [first, ...others] = await hitsOf('run-together', text, { ...glued, 'at-least': 3 });
    expect(others).toEqual([]);
    expect(first?.words).toBe('ofthe');
    expect(first?.hit.values).toMatchObject({ count: 4 });
  });
  test('finds nothing where the rule gives no words', async () => {
    expect(await found('run-together', 'We keep the address ofthe user.', { 'at-least': 1 })).toEqual([]);
  });
  test('is silent below the number asked for, and on words that only look glued', async () => {
    expect(await found('run-together', text, { ...glued, 'at-least': 5 })).toEqual([]);
    expect(
      await found('run-together', 'Together we visit onsite, inside and outside. An iPhone is another form.', { ...glued, 'at-least': 1 }),
    ).toEqual([]);
  });
});

describe('stray-signs', () => {
  test.each([
    ['By "we" we mean FastDrive., a company.', 'FastDrive.,'],
    ['We and our affiliates.: read on.', 'affiliates.:'],
    ['All that you give us (Information") is kept.', 'Information"'],
  ])('marks the broken place of %j', async (text, words) => {
    expect(await found('stray-signs', text, wordingOf('stray-signs'))).toEqual([words]);
  });
  test.each([
    'Acme Inc., a company, etc.: read on.',
    'We say "Acme" (the "Company") and “we”.',
    'It is 5" wide.',
    'In "quotes, it says." Yes.',
    'Our subsidiary Beispiel Limited., and more.',
  ])('leaves %j alone', async (text) => {
    expect(await found('stray-signs', text, wordingOf('stray-signs'))).toEqual([]);
  });
});

describe('lead-ins', () => {
  test('a list that nothing follows', async () => {
    expect(await found('dangling-lead-in', '# Privacy\n\nYou can reach us at:\n')).toEqual(['You can reach us at:']);
  });
  test('a list whose first item became a heading', async () => {
    const text = '# Privacy\n\n## Payments\n\nTo bill you we use:\n\n## Receipts.\n\n- Purchases\n\n## Contact\n\nWrite to us.\n';
    expect(await found('dangling-lead-in', text)).toEqual(['To bill you we use:']);
  });
  test.each([
    '# Privacy\n\nWe collect:\n\n- your name\n',
    '# Privacy\n\n## Data\n\nWe collect:\n\n### Account\n\n- your name\n',
    '# Privacy\n\n## Data\n\nWe collect:\n\n## Account\n\n- your name\n\n## Payment\n\n- your card\n',
  ])('headings that begin what is announced are no fault', async (text) => {
    expect(await found('dangling-lead-in', text)).toEqual([]);
  });
  test('the same words before two lists, one behind the other', async () => {
    const text = 'These people get your data:\n\n- Support\n\nThese people get your data:\n\n- Hosts\n';
    expect(await found('repeated-lead-in', text)).toEqual(['These people get your data:']);
    expect(await found('repeated-lead-in', text.replace('\n\nThese', '\n\nThen there is more.\n\nThese'))).toEqual([]);
  });
});

describe('repeated-words', () => {
  const sentence = 'A request must state your full name and go to the legal department';
  test('finds a sentence that begins anew in the middle of itself', async () => {
    expect(await found('repeated-words', `${sentence}, or posted to ${sentence} in Porto.`, { words: 8 })).toEqual([
      'A request must state your full name and',
    ]);
  });
  test('leaves a sentence alone that begins as the one before it', async () => {
    expect(await found('repeated-words', `${sentence}. ${sentence} in Porto.`, { words: 8 })).toEqual([]);
  });
});
