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
    // What people have themselves, and what they choose to do with it.
    ['A copy goes to your file hosting service (e.g. Dropbox).', ''],
    ['You can back your notes up on your own storage service (like iCloud or Google Drive).', ''],
    ['We keep your notes in a storage service (like iCloud or Google Drive).', 'iCloud storage, Google Drive storage'],
    ['You can link your account to certain third-party services, such as Discord.', ''],
    ['We share your reports with certain third-party services, such as Discord.', 'Discord community'],
    ['When you connect your account with other services (such as Asana or Dropbox), we collect what you store there.', ''],
    ['When you connect your account, we store its data with other services (such as Dropbox).', 'Dropbox storage'],
    ['You may post photos, and we share them with services, such as Discord.', 'Discord community'],
    ['You may link your Discord or Twitter account to share your routes there.', ''],
    ['To switch it off: Settings → Google → Google Account → Data & Personalization, where we use Google.', ''],
    ['We deliver through a shopping platform such as eBay and share your address with it.', 'eBay e-commerce'],
    ['We use tools for reports (such as Looker).', 'Looker analytics'],
    ['We collect data from third-party apps that you choose to connect, such as Spotify or Discord.', ''],
    ['You may opt to share your route and post it on social media platforms, like Facebook or Twitter.', ''],
    ['We may share your route on social media platforms, like Facebook or Twitter.', 'Facebook, Twitter social'],
    ['We can see which apps are installed on your phone that use music (e.g. Spotify).', ''],
    ['You may pay us by card or through electronic payment systems, such as Apple Pay.', ''],
    ['Our payment providers, such as Apple Pay, collect it on our behalf.', 'Apple Pay payment'],
    ['Depending on the platform provider (such as Apple or Google), you may be able to download apps that limit advertising.', ''],
    ['The site may include links or buttons to third party services such as Facebook and Twitter.', ''],
    ['The site includes buttons of third party services such as Facebook and Twitter.', 'Facebook, Twitter social'],
    // Where data come from.
    ['We use this information, such as your job title from LinkedIn, to show you more.', ''],
    ['We compare it with information received from other third-party partners (such as MaxMind).', ''],
    ['We compare it with the help of third-party partners (such as MaxMind).', 'MaxMind fraud-prevention'],
    // Who owns the controller, and what it is called besides.
    ['This policy tells how Larkmail Inc. (formerly Grammarly) uses your data. Grammarly collects names.', ''],
    ['This policy tells how Larkmail Inc. uses your data. It is processed by Grammarly.', 'Grammarly ai'],
    ['We share it with Amazon.com, Inc. and the companies that Amazon.com, Inc. controls that are subject to this notice.', ''],
    ['We share it with our payment provider Amazon.com, Inc. and the companies that it works with.', 'Amazon.com payment'],
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
    ['We store them with our hosting partners, such as Google.', 'Google hosting'],
    ['The collection, storage and use of your data by Google is governed by its policy.', 'Google'],
    // Where people meet, and what others use of it.
    ['You can sign in using GitHub or Google if you like.', 'GitHub sign-in, Google sign-in'],
    ['We keep our reports with our provider GitHub.', 'GitHub code-hosting'],
    ['We may use advertising technologies from Microsoft Bing.', 'Bing advertising'],
    ['Our site uses the search service of Microsoft Bing.', 'Bing search'],
    ['We share it with advertising platforms, such as Twitter and Instagram.', 'Twitter advertising, Instagram advertising'],
    ['We share it with advertising platforms, such as Google, and providers of analytics services.', 'Google advertising'],
    ['We share it with providers of analytics services, such as Google, to show ads.', 'Google analytics'],
    ['We retrieve the weather through the provider OpenWeatherMap.', 'OpenWeather (OpenWeatherMap) weather'],
  ])('%s', async (text, expected) => expect(await processors(text)).toBe(expected));
});
