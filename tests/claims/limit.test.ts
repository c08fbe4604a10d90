import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('what a denial is limited to', () => {
  it.each([
    ['We do not send your password by e-mail.', { limit: 'by e-mail' }],
    ['We do not share your name with these rowing partners.', { limit: 'with these rowing partners' }],
    ['We do not share your name with advertisers.', { limit: 'with advertisers' }],
    ['If you row alone, we do not collect your name.', { limit: 'If you row alone' }],
    ['We do not collect your name when you row alone, and never did.', { limit: 'when you row alone' }],
    ['In such cases, we do not share your name.', { limit: 'In such cases' }],
    ['We never share your name when we do this.', { limit: 'when we do this' }],
    ['We do not share your name in the ordinary course of business.', { limit: 'in the ordinary course of business' }],
    ['We do not receive your name from data brokers.', { limit: 'from data brokers' }],
    ['We do not collect your name through the rowing game.', {}],
    ['Regarding the regatta, we do not collect your name.', { limit: 'Regarding the regatta' }],
    ['We do not collect letters regarding your name.', {}],
    ['While we lend boats, we do not collect your name.', {}],
    ['For that reason, we do not collect your name.', {}],
    ['Where applicable, we do not collect your name.', {}],
    ['We do not share your name with third parties.', {}],
    ['We do not share your name except for: (i) regattas.', { exception: 'except for: (i) regattas' }],
    ['We do not share your name without your consent, but rowers may.', { exception: 'without your consent' }],
    ['We do not share your name without your consent.', { exception: 'without your consent' }],
    ['Unless the law asks for it, we do not share your name.', { exception: 'Unless the law asks for it' }],
    ['Rowhouse Ltd ("we") lends boats. Except as told above, Rowhouse will not share your name.', { exception: 'Except as told above' }],
    ['It is subject to strict controls, and we do not share your name.', {}],
    [
      'We do not share your name unless the law asks for it when a crime is tried.',
      { exception: 'unless the law asks for it when a crime is tried' },
    ],
  ])('%s', async (text, expected) => {
    const [claim] = (await claimsOf('data-category', text)).filter(({ polarity }) => polarity === 'negated');
    const { exception, limit } = claim?.value ?? {};
    expect({ ...(exception ? { exception } : {}), ...(limit ? { limit } : {}) }).toEqual(expected);
    expect(claim).toBeDefined();
  });

  it('is told of purposes and of marketing too', async () => {
    const text = 'We do not use these cookies for advertising.';
    expect((await claimsOf('purpose', text))[0]?.value).toMatchObject({ limit: 'these cookies' });
    expect((await claimsOf('marketing', text))[0]?.value).toMatchObject({ limit: 'these cookies' });
  });

  it.each([
    [
      'We do not sell data (your name or your boat) to others to use for their own marketing.',
      { limit: 'to others to use for their own marketing' },
    ],
    ['Our paid applications do not contain advertising.', { limit: 'Our paid applications' }],
    ['If you give us your number, it is not sold to third parties for marketing.', { limit: 'If you give us your number' }],
    ['We do not share names with clubs not bound by this policy for their own marketing.', {}],
    [
      'We do not share names with other parties not bound by this policy for their own marketing.',
      { limit: 'with other parties not bound by this policy' },
    ],
    [
      'We do not permit our providers to use data for their marketing purposes or for any other purpose than to serve us.',
      { exception: 'other purpose than to serve us' },
    ],
  ])('is told of marketing: %s', async (text, expected) => {
    const [claim] = await claimsOf('marketing', text);
    expect(claim?.value).toMatchObject(expected);
  });

  it('is not told of children twice', async () => {
    const [claim] = await claimsOf('data-category', 'We do not collect personal data from children under 13.');
    expect(claim?.value.limit).toBeUndefined();
  });
});
