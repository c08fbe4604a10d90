import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

/** "collect email-address", "share! photo": action, polarity, concept. */
const data = async (text: string): Promise<string> =>
  (await claimsOf('data-category', text))
    .map((claim) => `${claim.scope.action}${claim.polarity === 'negated' ? '!' : ''} ${claim.scope.data?.join('+')}`)
    .join(', ');

describe('data-category', () => {
  it.each([
    ['We collect your e-mail address and phone number.', 'collect email-address, collect phone-number'],
    ['Your IP address is stored on our server.', 'store ip-address'],
    ['We do not collect location data.', 'collect! location-data'],
    ["We don't share your photos.", 'share! photo'],
    ['Passwords are never stored.', 'store! password'],
    ['We keep the order number, never credit card numbers.', 'store! payment-card'],
    ['You provide your e-mail address when you register.', 'collect email-address'],
    ['We use your e-mail address to send invoices.', 'use email-address'],
    ['We do not sell personal data.', 'sell! personal-data'],
    ['We may access your contacts list.', 'collect contacts-list'],
    ['To send a parcel we ask for your phone number.', 'collect phone-number'],
    ['We request your date of birth.', 'collect date-of-birth'],
    ['We collect what we need to run the service: e-mail address and IP address.', 'collect email-address, collect ip-address'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));

  it.each([
    [
      'We collect the following information:\n\n- E-mail address\n- **Device data:** IP address\n',
      'collect email-address, collect device-data, collect ip-address',
    ],
    ['We do **not** collect:\n\n- Location data\n- Photos\n', 'collect! location-data, collect! photo'],
    [
      '## Information we collect\n\n- E-mail address\n- Crash reports, to fix errors in your photos\n',
      'collect email-address, collect crash-data',
    ],
    ['## Which data we handle\n\n- E-mail address\n', 'use email-address'],
    ['## What we never collect\n\n- Precise location\n', 'collect! precise-location'],
    ['| Data | Purpose |\n| --- | --- |\n| E-mail address | Sign-in |\n', 'collect email-address'],
    ['We share the following data:\n\n- IP address\n', 'share ip-address'],
  ])('in lists and tables: %s', async (text, expected) => expect(await data(text)).toBe(expected));

  it.each([
    ['Stripe collects card numbers; third parties collect your IP address.'],
    ['You have the right to access your e-mail address.'],
    ['You can delete your photos.'],
    ['If we collect your e-mail address, we tell you.'],
    ['This policy explains how we collect personal data.'],
    ['We work with providers who process data for us:\n\n- Our phone company\n'],
    ['We use it to:\n\n- send e-mails\n'],
    ['We require all companies that look at your photos to act with care.'],
    ['We do not collect anything from people under the age of 16.'],
  ])('is none: %s', async (text) =>
    expect(await data(text)).not.toMatch(/email-address|payment-card|ip-address|photo|phone|personal-data|\bage\b/),
  );

  it.each([
    // What a verb behind it denies.
    ['Photos are not provided to third parties.', 'share! photo'],
    ['Your photos will be provided to third parties.', 'share photo'],
    ['Photos are not captured.', 'collect! photo'],
    // What is told by how, or for somebody to come to know.
    ['We collect your e-mail address based on what you ask for, your location or your crew.', 'collect email-address'],
    ['We collect your e-mail address and your location.', 'collect email-address, collect location-data'],
    // Rules and answers in a list.
    ['We handle photos in accordance with the following:\n\n- Photos will not be merged with videos.\n', ''],
    ['We collect the following:\n\n- Photos will not be merged with our maps.\n- Videos\n', 'collect video'],
    ['We collect:\n\n- **Location data:** We do not collect your precise location.\n', 'collect! precise-location'],
    ['We collect:\n\n- **Location data:** We do not collect it.\n', 'collect! location-data'],
    // Somebody else's.
    ['If you write to a sponsor (e.g. you enter your phone number), they may keep it.', ''],
    ['You enter your phone number (e.g. when you book a boat).', 'collect phone-number'],
    ['You need to provide your phone number to the platform software provider of the club.', ''],
    // What is about data, or made of them.
    ['We may also receive transcription summaries.', ''],
    ['We may also receive transcriptions.', 'collect voice'],
    ['We obtain the photo from your digital ID card.', 'collect photo'],
    ['We obtain your ID card.', 'collect government-id'],
    ['We keep the note that a biometric check has been made.', ''],
    ['Commercial contact lists, which we collect, name companies.', ''],
    ['We collect grades, instructor reviews/feedback.', 'collect education'],
    ['We collect inferences drawn from other personal information.', 'collect inferences'],
  ])('%s', async (text, expected) => expect(await data(text)).toBe(expected));

  it('names what a list below leaves out of a denial', async () => {
    const [claim] = await claimsOf(
      'data-category',
      'We share no personal data with anybody other than:\n\n- the harbour office;\n- your coach.\n',
    );
    expect(claim?.value.exception).toBe('other than the harbour office; your coach');
  });

  it('says the concept and the words', async () => {
    const [claim] = await claimsOf('data-category', 'We collect your e-mail addresses.');
    expect(claim?.value).toEqual({ category: 'e-mail address', text: 'e-mail addresses' });
  });

  it('reports an entry once', async () => {
    expect(await data('We collect:\n\n- Photos. We store photos.\n')).toBe('collect photo, store photo');
  });
});
