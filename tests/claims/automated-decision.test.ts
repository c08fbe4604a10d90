import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

describe('automated-decision', () => {
  it.each([
    ['Marlow does not make automated decisions of this type without human intervention.', 'negated', 'automated decision-making'],
    ['We use automated decision-making to approve loans.', 'affirmed', 'automated decision-making'],
    ['Your data are not used for advertising or profiling.', 'negated', 'profiling'],
    ['We do not let computers decide on your case.', 'negated', 'automated decision-making'],
    ['Our systems carry out profiling of customers.', 'affirmed', 'profiling'],
    ['Our system scores your application automatically.', 'affirmed', 'scoring'],
    ['We do not use automated decision-making or profiling.', 'negated', 'automated decision-making'],
    ['No automated decisions are made about you.', 'negated', 'automated decision-making'],
    ['Loans are decided by automated means.', 'affirmed', 'automated decision-making'],
    ['We build no profile of you.', 'negated', 'profiling'],
    ['The town takes no decisions on the basis of fully automated processing.', 'negated', 'automated decision-making'],
    ['No robots make decisions about you.', 'negated', 'automated decision-making'],
    ["I don't build profiles.", 'negated', 'profiling'],
    ['These filters do not produce legal or similarly significant effects for readers.', 'negated', 'automated decision-making'],
    ['We use your data to profile you.', 'affirmed', 'profiling'],
    [
      'You have the following rights:\n\n- Objection: our shop does not make automated decisions.\n',
      'negated',
      'automated decision-making',
    ],
    ['Automated decision-making is not used.', 'negated', 'automated decision-making'],
  ])('%s', async (text, polarity, what) => {
    const claims = await claimsOf('automated-decision', text);
    expect(claims.map((claim) => [claim.polarity, claim.value.what])).toEqual([[polarity, what]]);
  });

  it.each([
    [
      'We make no automated decisions unless a contract with you calls for them.',
      { exception: 'unless a contract with you calls for them' },
    ],
    [
      'We do not carry out profiling in furtherance of decisions that produce legal or similar effects concerning sailors.',
      { limit: 'in furtherance of decisions that produce legal or similar effects' },
    ],
    ['We do not make automated decisions.', {}],
    ['We make automated decisions if you book a boat.', {}],
  ])('tells what a denial leaves out: %s', async (text, limits) => {
    const [claim] = await claimsOf('automated-decision', text);
    expect(claim?.value).toEqual({ what: claim?.value.what, ...limits });
  });

  it.each([
    ['You have the right not to be subject to automated decisions.'],
    ['These identifiers are stored apart and are not used for advertising or profiling.'],
    ['You may object at any time; this includes profiling to the extent that it is related to such marketing.'],
    ['Your public profile shows your name.'],
    ['We set no cookies for profiling or advertising.'],
    ['This may help to build the profile of you that social networks keep.'],
    ['If you do not want us to use your data for marketing or profiling, write to us.'],
    ['We receive data when you register with the app, create a profile or send us a message.'],
    ['For more, please see the section How we use AI and make automated decisions.'],
    ['You may opt - out of automated decision - making.'],
    ['By linking your account you let us read your profile, you can undo this.'],
    ['You have the right to:\n\n- know the criteria used for an automated decision\n'],
    ['## Right to object to\n\n- our use of your data, and any automated processing and profiling\n'],
    ['Backups are made automatically.'],
    ['Our profiling does not result in anything that affects you.'],
    ['Profiling means the evaluation of personal aspects.'],
    ['These firms are restricted from using data, including for profiling of members.'],
  ])('is none: %s', async (text) => expect(await claimsOf('automated-decision', text)).toEqual([]));
});
