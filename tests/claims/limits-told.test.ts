import { describe, expect, it } from 'vitest';
import type { ClaimKind } from '../../src/claims/types.js';
import { claimsOf } from './helpers.js';

const told = async (kind: ClaimKind, text: string) => (await claimsOf(kind, text)).map(({ polarity, value }) => ({ polarity, ...value }));

describe('what a denial leaves out, and what it is limited to', () => {
  it('is told of a sale to anyone at all', async () => {
    expect(
      await told('sale', 'We do not sell your personal data in personally identifiable form to anyone, except as provided below.'),
    ).toEqual([{ polarity: 'negated', exception: 'except as provided below', limit: 'in personally identifiable form' }]);
    expect(await told('sale', 'We do not sell your personal data to anyone.')).toEqual([{ polarity: 'negated' }]);
  });

  it.each([
    ["We do not sell Utah residents' personal information.", "Utah residents' personal information"],
    ['We do not sell or rent these email addresses to anyone (other than rowers bound by our information rules).', 'these email addresses'],
    ['We will not sell, rent or let anyone (except our crew) use your email address without your permission.', 'your email address'],
    [
      'We will not sell or share location data with third parties for their own marketing.',
      'location data with third parties for their own marketing',
    ],
  ])('names the data that alone are not sold: %s', async (text, limit) =>
    expect((await told('sale', text))[0]).toMatchObject({ polarity: 'negated', limit }),
  );

  it('does not take what is left out for what is sold', async () =>
    expect(await told('sale', 'We do not sell your personal data (other than to crews under our information rules).')).toEqual([
      { polarity: 'negated', exception: 'other than to crews under our information rules' },
    ]));

  it('does not take what was done in the past for what is done', async () => {
    expect(await told('sale', 'In the past, this was done in a way that may be a sale of your data.')).toEqual([]);
    expect(await told('sale', 'We sell your data to brokers.')).toEqual([{ polarity: 'affirmed' }]);
  });

  it('goes on behind brackets that except somebody', async () => {
    const [claim] = await told(
      'marketing',
      'We will not share your data with third parties (other than our crew) for their own marketing purposes.',
    );
    expect(claim).toMatchObject({ polarity: 'negated', limit: 'share your data with third parties' });
    // Whom the brackets name gets data.
    const recipients = await told(
      'sharing',
      'We do not share your data with advertisers (other than our affiliates) for their own marketing.',
    );
    expect(recipients).toContainEqual(expect.objectContaining({ recipient: 'affiliates', polarity: 'affirmed' }));
    expect(recipients).toContainEqual(expect.objectContaining({ recipient: 'advertisers', polarity: 'negated' }));
  });

  it('tells whose data with the act', async () =>
    expect(await told('marketing', 'We do not share such data with third parties for direct marketing purposes.')).toEqual([
      { polarity: 'negated', 'opt-out': false, limit: 'share such data with third parties' },
    ]));

  it('tells of which data and for which end', async () =>
    expect(
      await told(
        'sharing',
        "If you share your mobile number with Rowtrack in your account, it will not be shared with or sold to third parties for Rowtrack's marketing purposes.",
      ),
    ).toContainEqual({
      polarity: 'negated',
      recipient: 'third-parties',
      limit: "If you share your mobile number with Rowtrack in your account, for Rowtrack's marketing purposes",
    }));

  it('ends an exception before what else is said of the data', async () =>
    expect(
      await told('sharing', 'Your data will not be shared with third parties except our boat yard, and will only support our trips.'),
    ).toContainEqual(expect.objectContaining({ polarity: 'negated', exception: 'except our boat yard' })));
});

describe('parties that are none', () => {
  it.each([
    ['marketing', 'Records of the bids for a place to display an advertisement are deleted after 20 days.'],
    ['marketing', 'Rowtrack is a broker in the online advertising industry.'],
    ['marketing', 'With an account you can take advantage of special offers.'],
    ['marketing', 'We do not process your data in relation to ads placed by Tideland.'],
    ['processor-category', 'We collect information using analytics tools when you visit third-party sites.'],
    ['processor-category', 'We give it to the third party or its vendors (e.g., payment processors) to finish the order.'],
    ['processor', 'You may also apply through LinkedIn.'],
    ['processor', 'We use a platform for lessons (specific for AWS courses).'],
    ['processor', 'We may read events of your Google Calendar entries.'],
    ['transfer', 'If you are based in the United States, your data will be stored in the United States.'],
  ] as const)('%s: %s', async (kind, text) => {
    const context = kind === 'marketing' ? `We send you our newsletter.\n\n${text}` : text;
    const found = await claimsOf(kind, context);
    expect(found.filter(({ sentence }) => text.includes(sentence.text))).toEqual([]);
  });

  it.each([
    ['marketing', 'We show you ads in the app.'],
    ['marketing', 'We send you special offers.'],
    ['processor-category', 'We use third-party analytics tools to count visits.'],
    ['processor-category', 'We give it to our vendors (e.g., payment processors).'],
    ['processor', 'We host the site on AWS.'],
    ['processor', 'We use Google Calendar to plan your lessons.'],
    ['transfer', 'If you are based in Canada, your data will be stored in the United States.'],
  ] as const)('but %s: %s', async (kind, text) => expect(await claimsOf(kind, text)).toHaveLength(1));

  it('knows a limit set for another as a way out', async () =>
    expect(await told('marketing', "Click here to limit Tideland's ability to use your data for the display of personalised ads.")).toEqual(
      [{ polarity: 'affirmed', 'opt-out': true }],
    ));
});
