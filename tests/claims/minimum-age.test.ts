import { expect, test } from 'vitest';
import { claimsOf } from './helpers.js';

const ages = async (text: string): Promise<string[]> =>
  (await claimsOf('minimum-age', text)).map(({ value }) => `${value.years} ${value.role}`);

test.each([
  ['Our app is not directed to children under 13.', ['13 use']],
  ['Certain features are not available to users under 18.', []],
  ['This chat function is not available to members under 16.', []],
  ['Our games and their features are not available to users under 16.', ['16 use']],
  ['If you are 13 or older but not yet of age, read this notice with a parent or guardian, who must consent.', []],
  ['If you are not yet 13 or older, do not use the game.', ['13 use']],
  ['A parent of a player under 13 may contact us at any time to ask that we stop sharing.', []],
  ['The card stays linked to that of a parent until the child reaches the age of 18.', []],
  ['We do not knowingly collect data from anyone under the age of sixteen.', ['16 use']],
  ['Those below fifteen years need a parent to sign them up.', ['15 use']],
  ['Minors under 16 require the consent of their legal guardian.', ['16 parental-consent']],
  ['A "child" is a person (a) under 12 years old or (b) in Narnia, under 15 years old.', ['12 use', '15 use']],
  ['The game is not meant for children under (12) years.', ['12 use']],
  ['You must be at least 18 years old to open an account.', ['18 use']],
  ['We ask for your age to make sure that you are over 18.', ['18 use']],
  ['The minimum age for using the service is 14.', ['14 use']],
  ['You must be at least 18 years old in order to use the harbour app.', ['18 use']],
  ['You must be at least 18 years old, or the age of majority where you live, to use the app.', ['18 use']],
  ['You must be at least 18 years old to place an order.', ['18 contract']],
  ['You must be at least 18 years old to enter into a contract with us.', ['18 contract']],
  ['Some of our features, such as guest berths and night trips, are strictly limited to users over the age of 18.', []],
  ['This site is for users aged 16 and up.', ['16 use']],
  ['If you are under 13, please do not send us any data.', ['13 use']],
  ['Children under 13 may use the app only with the consent of a parent.', ['13 parental-consent']],
  ['The service is not meant for children under 13 (or under 16 in the EEA).', ['13 use', '16 use']],
  ['If we learn that a child under 13 gave us data, we delete it.', ['13 use']],
  ['We do not knowingly "sell" or collect data of children under 13.', ['13 use']],
  ['Not for kids aged 12 and under: they must not register.', ['13 use']],
  ['You must be 18 to rent a boat.', ['18 use']],
  ['Kids: you need to be sixteen or have a parent set it up.', ['16 use']],
  ['Do not sign up if you are not 18.', ['18 use']],
  ['Children of 12 and older may register.', ['12 use']],
  ['The portal may not be used by any person who has not attained eighteen years of age.', ['18 use']],
])('%s', async (text, expected) => expect(await ages(text)).toEqual(expected));

test.each([
  'We do not sell the data of consumers under 16.',
  'California residents under 18 may ask us to remove content they posted.',
  'We show no personalised ads to users under 18.',
  'We collect your age range, such as 18 to 24.',
  'We keep records for 13 years.',
  'People from 13 towns may register.',
  'See section 16 of our terms for children.',
  'Your team must have at least 15 members.',
  'On 18 May the password must be 13 characters long.',
  'We do not knowingly share the data of consumers under 18.',
  'Read our notice for games intended for children under the age of 13.',
])('none: %s', async (text) => expect(await ages(text)).toEqual([]));

test('a heading is none', async () => expect(await ages('## Children under 13\n\nParents decide.')).toEqual([]));

test.each([
  ['The term "minors" refers to people under 18 who like sailing.', []],
  ['We will not knowingly invite people under the age of 13 to our market research surveys.', []],
  ['We may collect certain data from children under 13 when they use our game.', []],
  ['The chat may be unavailable to sailors under the age of 13.', []],
  ['We do not collect data from children under 13.', ['13 use']],
])('no limit of the service: %s', async (text, expected) => expect(await ages(text)).toEqual(expected));
