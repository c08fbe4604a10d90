import { describe, expect, it } from 'vitest';
import { isUnfinished, shortened, wholePhrase } from '../../src/claims/whole-phrase.js';
import { claimsOf } from './helpers.js';

const phraseFrom = (sentence: string, found: string): string => {
  const lower = sentence.toLowerCase();
  const start = lower.indexOf(found);
  const range = wholePhrase(lower, { start, end: start + found.length });
  return sentence.slice(range.start, range.end);
};

describe('wholePhrase', () => {
  it.each([
    ['We keep it to comply with our legal duties.', 'comply with our legal', 'comply with our legal duties'],
    ['We keep it to comply with our legal or tax duties, and more.', 'comply with our legal', 'comply with our legal or tax duties'],
    ['We stop illegal, harmful or rude posts here.', 'stop illegal', 'stop illegal, harmful or rude posts here'],
    ['We improve the safety of our boats and oars.', 'improve the safety', 'improve the safety of our boats'],
    ['We let you take part in evening courses that we hold.', 'take part in', 'take part in evening courses'],
    ['We contact you to thank you.', 'contact you', 'contact you'],
    ['We give lessons to you.', 'give lessons', 'give lessons to you'],
    ['We give lessons when you ask.', 'give lessons', 'give lessons'],
    ['We learn how our boats are used and to mend them.', 'learn how', 'learn how our boats are used'],
    ['We guard your and others’ safety.', 'guard your and others', 'guard your and others’ safety'],
    ['We analyse use of', 'analyse use', 'analyse use'],
  ])('%s', (sentence, found, expected) => expect(phraseFrom(sentence, found)).toBe(expected));
});

describe('shortened', () => {
  it.each([
    ['run the race), and to score it', 'run the race'],
    ['run the race (in spring', 'run the race'],
    ['run the race (in spring) well', 'run the race (in spring) well'],
    ['keep the boats safe.We also row', 'keep the boats safe'],
    ['find the way and a lamp to light it', 'find the way'],
    ['give you news in accordance with our', 'give you news'],
    ['row; and', 'row'],
    ['row under the rules of Rowhouse’s', 'row under the rules'],
    ['row home, if, for example', 'row home'],
    [
      'lend you a boat of the size that you asked for at the harbour by the old mill, show or tell you where it lies',
      'lend you a boat of the size that you asked for at the harbour by the old mill',
    ],
  ])('%s', (text, expected) => expect(shortened(text)).toBe(expected));
});

describe('isUnfinished', () => {
  it.each([
    ['make it available to:', true],
    ['do the following things:', true],
    ['help you in two ways:', true],
    ['settle it); or', false],
    ['row you across', false],
  ])('%s', (text, expected) => expect(isUnfinished(text)).toBe(expected));
});

describe('what a claim says of its end', () => {
  it('is a whole phrase', async () => {
    const purposes = await claimsOf(
      'purpose',
      'We use your data to comply with legal or regulatory duties, and to prevent fraud and unlawful acts.',
    );
    expect(purposes.map((claim) => claim.value.text)).toEqual([
      'comply with legal or regulatory duties',
      'prevent fraud and unlawful acts',
    ]);
  });

  it.each([
    ['Account details', undefined],
    ['- To send you news', 'To send you news'],
  ])('names no end of a ground where the row is about something else: %s', async (row, purpose) => {
    const [claim] = await claimsOf('legal-basis', `| About | Legal basis |\n| --- | --- |\n| ${row} | Contract |\n`);
    expect(claim?.value).toEqual(purpose === undefined ? { basis: 'contract' } : { basis: 'contract', purpose });
  });

  it('takes no ground from a row about a right', async () =>
    expect(await claimsOf('legal-basis', '| About | Legal basis |\n| --- | --- |\n| The right to object | Contract |\n')).toEqual([]));

  it('takes no ground from the heads of columns', async () =>
    expect(await claimsOf('legal-basis', '| Purpose | Legal basis, also legitimate interests |\n| --- | --- |\n| Billing | |\n')).toEqual(
      [],
    ));
});
