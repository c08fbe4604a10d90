import { describe, expect, it } from 'vitest';
import { claimsOf } from './helpers.js';

const processors = async (text: string): Promise<string> =>
  (await claimsOf('processor', text)).map(({ value }) => [value.name, value.service].filter(Boolean).join(' ')).join(', ');

describe('a company that is named, and receives nothing here', () => {
  it.each([
    // Whom the user turns to, under their own terms.
    ['If you use other services like YouTube with our app, their terms and privacy policies govern your use.', ''],
    ['We share the reports with YouTube.', 'YouTube video'],
    ['Our site sometimes links to services run by other companies, such as Facebook.', ''],
    ['## Links to third-party websites\n\nSome of them, such as Facebook, collect data on their own account.', ''],
    ['## Who we share with\n\nSome of them, such as Facebook, collect data on our account.', 'Facebook'],
    ['We may maintain pages on social media platforms, such as Facebook and LinkedIn.', ''],
    ['For instructions on how to disable ads delivered by Apple, check this page:', ''],
    ['You may opt out of ads by:\n\n- going to the settings for Google Ads\n- closing the app', ''],
    ['You can give us a picture, your Twitter account handle or your town.', ''],
    // Who owns the controller, and what it is called besides.
    ['We are a wholly-owned subsidiary of Automattic. Automattic may receive the information that we do.', ''],
    ['Automattic may receive the information that we do and processes it for us.', 'Automattic hosting'],
    ['“Larkmail”, “Mailjet”, “we” and “us” mean the Larkmail Group. Mailjet sends our mail.', ''],
  ])('%s', async (text, expected) => expect(await processors(text)).toBe(expected));

  it('the sentence that states the use is pointed at, not the label before it', async () => {
    const [claim, ...others] = await claimsOf('processor', '**Google Analytics.** We use Google Analytics to count visits.');
    expect(claim?.sentence.text).toBe('We use Google Analytics to count visits.');
    expect(others).toEqual([]);
    expect(await processors('**Use of Google Analytics.** It counts visits and is provided to us.')).toBe('Google Analytics analytics');
  });
});

describe('what a company with many services does', () => {
  it.each([
    ['You can create an account with us through Google.', 'Google sign-in'],
    ['We receive your name from your Facebook account.', 'Facebook sign-in'],
    ['If you have an account with us, we may show you advertising through Facebook.', 'Facebook advertising'],
    ['If you have an account with us, we store its reports with Google.', 'Google'],
  ])('%s', async (text, expected) => expect(await processors(text)).toBe(expected));
});
