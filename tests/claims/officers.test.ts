import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('dpo', () => {
  it.each([
    ['You can contact our Data Protection Officer at dpo@acme.test.', 'dpo@acme.test'],
    ['For privacy questions write to dpo@acme.test.', 'dpo@acme.test'],
    ['Contact our Privacy Compliance Officer at privacy@acme.test.', 'privacy@acme.test'],
    ['Our Data Protection Officer is Ada Marchetti.', 'Ada Marchetti'],
    [
      '## Contact\n\nAttention: Data Protection Officer\n\n12 Mill Lane\n\nAustin, TX 78701',
      'Attention: Data Protection Officer, 12 Mill Lane, Austin, TX 78701',
    ],
    ['Data Protection Officer:\n\nEmail: privacy@acme.test\n', 'privacy@acme.test'],
  ])('%s', async (text, value) => expect((await claimsOf('dpo', text)).map((claim) => claim.value.value)).toEqual([value]));

  it.each([
    'We are not required to appoint a data protection officer.',
    'The privacy officer will investigate every incident.',
    'Contact us at hello@acme.test.',
    'Acme Ltd ("we") runs the app. For more, contact Larko at dpo@larko.test.',
  ])('none: %s', async (text) => expect(await claimsOf('dpo', text)).toEqual([]));
});

describe('representative', () => {
  it.each([
    ['We have appointed Marchetti Privacy Ltd as our representative in the EU.', ['eu Marchetti Privacy Ltd']],
    ['We have appointed LarkRep as our representative in the EEA.', ['eu LarkRep']],
    [
      'Where we must appoint a legal representative in the EEA or the UK, the representative for the EEA will be Larch B.V., Havenlaan 7, Amsterdam; and the representative for the UK will be Larch UK Limited, Hampshire.',
      ['eu Larch B.V.', 'uk Larch UK Limited'],
    ],
    [
      'You may contact our representative according to Articles 27 EU and UK GDPR:\n\nEU: Larch GmbH, Mill Lane 12, 20095 Hamburg, Germany',
      ['eu EU: Larch GmbH, Mill Lane 12, 20095 Hamburg, Germany'],
    ],
    ['## EU Representative\n\nLarch GmbH, rep@acme.test', ['eu rep@acme.test']],
    ['Our UK representative can be reached at uk-rep@acme.test.', ['uk uk-rep@acme.test']],
    ['Our representative in the European Union under Article 27 GDPR is reachable at rep@acme.test.', ['eu rep@acme.test']],
  ])('%s', async (text, expected) =>
    expect((await claimsOf('representative', text)).map(({ value }) => `${value.for} ${value.value}`)).toEqual(expected),
  );

  it.each(['Our customer service representatives may help you in the EU.', 'You may use an authorized representative of your choice.'])(
    'none: %s',
    async (text) => expect(await claimsOf('representative', text)).toEqual([]),
  );
});
