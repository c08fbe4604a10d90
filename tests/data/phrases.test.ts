import { describe, expect, it } from 'vitest';
import { makePattern } from '../../src/data/lexicon.js';
import { makePhrases } from '../../src/data/phrases.js';
import { compilePhraseList } from '../../src/phrase/list.js';

const terms = { we: ['we', 'our (app|site)'], optional: ['(very)? soon'] };

const lists: readonly (readonly string[])[] = [
  ['do not sell', 'sell*', "don't"],
  ['e-mail*', 'email address'],
  ['{we} ...0-3 collect', '(the|a)? policy', '# days'],
  ['^ yes', '^ ...0-2 no', 'no $'],
  [', but', 'but'],
  ['behavio(u)?r', 'organi(s|z)ation'],
  ['...0-2 data', '{optional}'],
  ["'quoted'", 'customer*', 'l.l.c.'],
];

const texts = [
  'we do not sell e-mail addresses, but our app may sell an email address or e mail.',
  "don't: we don't collect data for 30 days, yes no",
  'yes, the policy of the organization and behavior of customers',
  "no 'quoted' customer's data very soon, soon but l.l.c. no",
  'our site never did collect a_policy or un-sell the_email',
  '',
];

describe('makePhrases', () => {
  const cases = lists.flatMap((list) => texts.map((text) => [list, text] as const));
  it.each(cases)('finds what one expression finds: %j in %j', (list, text) => {
    const phrases = compilePhraseList(list, terms);
    const pattern = makePhrases(phrases);
    const expected = makePattern(phrases.map(([source]) => source).join('|'));
    expect(pattern.all(text)).toEqual(expected.all(text));
    expect(pattern.test(text)).toBe(expected.test(text));
    for (let from = 0; from <= text.length; from += 3) expect(pattern.find(text, from)).toEqual(expected.find(text, from));
  });

  it('takes the earlier of two phrases at one place', () => {
    const pattern = makePhrases(compilePhraseList(['personal data', 'personal data of yours'], {}));
    expect(pattern.find('personal data of yours')).toEqual({ start: 0, end: 13 });
  });

  it('files phrases under the words that they may begin with', () => {
    expect(compilePhraseList(['e-mail'], {})[0]?.slice(1)).toEqual(['e', 'email*']);
    expect(compilePhraseList(['(the|a)? policy'], {})[0]?.slice(1)).toEqual(['the', 'a', 'policy']);
    expect(compilePhraseList(['...0-2 data'], {})[0]?.slice(1)).toEqual([]);
    expect(compilePhraseList(["don't"], {})[0]?.slice(1)).toEqual(['don']);
  });
});
